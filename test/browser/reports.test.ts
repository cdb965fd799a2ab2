import type { Locator, Page } from 'playwright-core';
import { type Agreement, newStation } from '../api/support/agreements';
import { record } from '../api/support/questions';
import { parties, type Parties } from '../assessment/support/parties';
import { BUREAU, button, OPERATOR, section, STREET } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** Published reports: kept as they were, superseded, and compared. */
let under: ConsoleUnderTest;
let who: Parties;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
  who = await parties(under.api);
});
afterAll(async () => under.stop());

const visits = async (agreement: Agreement, value: string, isInZone = true): Promise<void> => {
  await record(who.operator, agreement.id, [
    {
      indicator: 'HOME_VISIT',
      occurredOn: '2024-03-01',
      quantities: [{ measure: 'VISITS', value }],
      zoneId: isInZone ? agreement.zones[0]!.id : null,
    },
  ]);
};
const line = (page: Page, title: string): Locator => page.locator('tbody tr', { hasText: title });

test('a report is published, read by the street, superseded by a later one, and compared with it', async () => {
  const agreement = await newStation(under.api);
  await visits(agreement, '10');
  const address = `/console/reports?agreement=${agreement.id}`;
  const { page, problems } = await under.as(OPERATOR, address);
  await page.getByText('还没有定稿报告').waitFor();
  await button(page, '发布定稿报告').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '发布定稿报告').click();
  await dialog.getByText('请填写').waitFor();
  await dialog.getByLabel('标题').fill('一季度完成情况');
  await dialog.getByLabel('类别').selectOption('季度');
  await dialog.getByLabel('首日').fill('2023-12-31');
  await dialog.getByLabel('末日').fill('2024年3月31日');
  // What was typed stays when the page is loaded anew; the server's word is at its field.
  await page.reload();
  await button(page, '发布定稿报告').click();
  await button(dialog, '发布定稿报告').click();
  await dialog
    .locator('.field', { has: page.getByLabel('首日') })
    .locator('.wrong')
    .waitFor();
  await dialog.getByLabel('首日').fill('2024-01-01');
  await button(dialog, '发布定稿报告').click();
  await page.waitForURL('**/console/report?id=**');
  const first = page.url();
  await page.getByRole('heading', { name: '第 1 号　一季度完成情况' }).waitFor();
  await section(page, '发布后的变动').getByText('发布后数字没有变动').waitFor();
  const visited = page.locator('.kept tbody tr').first();
  expect((await visited.locator('td').allInnerTexts()).slice(0, 4)).toEqual(['10', '0', '0', '10']);
  await settled(page);
  expect(await axe(page)).toEqual([]);

  await visits(agreement, '5');
  await page.reload();
  const changed = section(page, '发布后的变动').locator('tbody tr', { hasText: '东片' });
  await changed.first().waitFor();
  expect(await changed.filter({ hasText: '完成量' }).locator('td').allInnerTexts()).toEqual([
    '完成情况',
    '10',
    '15',
  ]);
  await page.getByRole('link', { name: '发布替代报告' }).click();
  expect(await dialog.getByLabel('标题').inputValue()).toBe('一季度完成情况');
  await dialog.getByLabel('标题').fill('一季度完成情况（更正）');
  await button(dialog, '发布定稿报告').click();
  await page.getByRole('heading', { name: '第 2 号　一季度完成情况（更正）' }).waitFor();
  await page.goto(first);
  await page.getByRole('link', { name: '已被第 2 号替代' }).waitFor();
  expect(problems).toEqual([]);

  const street = await under.as(STREET, address);
  await line(street.page, '（更正）').getByText('替代第 1 号').waitFor();
  for (const number of [1, 2]) await street.page.getByLabel(`选中第 ${String(number)} 号`).check();
  await street.page.getByRole('link', { name: '比较所选两份' }).click();
  const compared = section(street.page, '第 1 号与第 2 号的不同').locator('tbody tr', { hasText: '东片' });
  await compared.first().waitFor();
  expect(await compared.filter({ hasText: '完成量' }).locator('td').allInnerTexts()).toEqual([
    '完成情况',
    '10',
    '15',
  ]);
  await street.page.getByLabel('与另一份比较').selectOption('不比较');
  await section(street.page, '发布后的变动').waitFor();
  expect(street.problems).toEqual([]);
});

test('what was done in no zone has a column of its own, so that a row sums up to its total', async () => {
  const agreement = await newStation(under.api);
  await visits(agreement, '10');
  await visits(agreement, '4', false);
  const { publishReport } = await who.operator.get<{ publishReport: { report: { id: string } } }>(
    `mutation($input: PublishReportInput!) { publishReport(input: $input) { report { id } userErrors { code } } }`,
    {
      input: {
        agreementId: agreement.id,
        title: '一季度',
        kind: 'QUARTER',
        from: '2024-01-01',
        to: '2024-03-31',
      },
    },
  );
  const { page, problems } = await under.as(STREET, `/console/report?id=${publishReport.report.id}`);
  const heads = await page.locator('.kept thead th').allInnerTexts();
  expect(heads).toEqual(['指标', '东片', '西片', '南片', '未分片区', '合计', '协议', '百分比']);
  const visited = page.locator('.kept tbody tr').first();
  expect((await visited.locator('td').allInnerTexts()).slice(0, 5)).toEqual(['10', '0', '0', '4', '14']);
  expect(problems).toEqual([]);
});

test('the bureau publishes too; who scores only reads', async () => {
  const agreement = await newStation(under.api);
  const address = `/console/reports?agreement=${agreement.id}`;
  const bureau = await under.as(BUREAU, address);
  await button(bureau.page, '发布定稿报告').waitFor();
  const mentors = await under.as('admin@mentoring-centre.example', address);
  await mentors.page.getByText('还没有定稿报告').waitFor();
  expect(await button(mentors.page, '发布定稿报告').count()).toBe(0);
  expect(mentors.problems).toEqual([]);
});
