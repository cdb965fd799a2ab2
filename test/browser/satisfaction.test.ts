import type { Locator, Page } from 'playwright-core';
import { newStation } from '../api/support/agreements';
import { button, OPERATOR, section, STREET } from './agreement-pages';
import { ConsoleUnderTest, settled } from './browser';

/** Surveys as an operator records and corrects them, and the figures that follow. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const survey = (page: Page, day: string): Locator =>
  section(page, '调查记录').locator('tbody tr', { hasText: day });
const figure = async (page: Page, method: string): Promise<string[]> =>
  section(page, '满意度').locator('tr', { hasText: method }).locator('td').allInnerTexts();

test('a survey is recorded in a form that keeps what was typed, corrected, and voided with a reason', async () => {
  const { id } = await newStation(under.api);
  const address = `/console/satisfaction?agreement=${id}`;
  const { page, problems } = await under.as(OPERATOR, address);
  await page.getByText('还没有调查记录').waitFor();
  await button(page, '登记调查').click();
  const form = page.getByRole('form', { name: '登记调查' });
  await form.getByLabel('服务手法').selectOption('小组');
  await form.getByLabel('调查日期').fill('2024年5月20日');
  await form.getByLabel('发放份数').fill('１００');
  await form.getByLabel('回收份数').fill('120');
  await form.getByLabel('满意份数').fill('70');
  await page.reload();
  await button(form, '保存').click();
  await form.locator('.wrong, .problem').first().waitFor();
  await form.getByLabel('回收份数').fill('80');
  await button(form, '保存').click();
  await survey(page, '2024-05-20').waitFor();
  await form.waitFor({ state: 'detached' });
  expect(await figure(page, '小组')).toEqual(['1', '100', '80', '70', '87.50%', '达标']);

  await button(survey(page, '2024-05-20'), '更正').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('满意份数').fill('60');
  await dialog.getByLabel('理由').fill('漏计不满意 10 份');
  await button(dialog, '更正').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('更正：漏计不满意 10 份').waitFor();
  expect(await figure(page, '小组')).toEqual(['1', '100', '80', '60', '75.00%', '未达标']);

  await button(section(page, '调查记录'), '作废').click();
  await dialog.getByLabel('理由').fill('问卷有误');
  await button(dialog, '作废').click();
  await page.getByText('作废：问卷有误').waitFor();
  await settled(page);
  expect((await figure(page, '小组')).slice(0, 5)).toEqual(['0', '0', '0', '0', '/']);
  expect(await button(section(page, '调查记录'), '更正').count()).toBe(0);
  expect(problems).toEqual([]);

  const street = await under.as(STREET, address);
  await street.page.getByText('作废：问卷有误').waitFor();
  expect(await button(street.page, '登记调查').count()).toBe(0);
});
