import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { ConsoleUnderTest, settled } from './browser';

/** What was done month by month, as people read it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

async function months(email = 'admin@fengyuan.example'): Promise<Page> {
  const { page } = await under.as(email, '/console/months');
  await page.locator('table.sheet').waitFor();
  await settled(page);
  return page;
}

const row = (page: Page, name: string): Locator =>
  page.locator('table.sheet tbody tr', { hasText: name }).first();
const cells = async (page: Page, name: string): Promise<string[]> =>
  row(page, name).locator('td').allInnerTexts();

test('an indicator has a figure for each month of the term, their sum, and what was agreed', async () => {
  const page = await months();
  expect(await page.locator('table.sheet thead tr').first().locator('th').allInnerTexts()).toEqual([
    '指标',
    '度量（单位）',
    '2024年',
    '2025年',
    '合计',
    '协议',
    '百分比',
  ]);
  expect(await page.locator('table.sheet thead tr').nth(1).locator('th').allInnerTexts()).toEqual(
    [5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4].map((month) => `${String(month)}月`),
  );
  const nothing = Array.from({ length: 7 }, () => '0');
  expect(await cells(page, '建档')).toEqual([
    ...nothing,
    '2185',
    '0',
    '0',
    '0',
    '0',
    '2185',
    '1800',
    '121.39%',
  ]);
});

test('one zone and some months are chosen, and stay in the address', async () => {
  const page = await months();
  await page.getByLabel('范围').selectOption('片区一');
  await page.waitForURL('**zone=*');
  await page.getByText('600', { exact: true }).first().waitFor();
  expect((await cells(page, '建档')).slice(-3)).toEqual(['765', '600', '127.50%']);
  await page.getByRole('button', { name: /^起始月/ }).click();
  await page.getByRole('button', { name: '2024年12月' }).click();
  await page.waitForURL('**from=2024-12&to=2025-04*');
  await page.locator('table.sheet thead tr').nth(1).locator('th').nth(4).waitFor();
  await page.reload();
  await page.locator('table.sheet').waitFor();
  expect(await cells(page, '建档')).toEqual(['765', '0', '0', '0', '0', '765', '600', '127.50%']);
});

test('each figure opens the records of its month', async () => {
  const page = await months();
  await row(page, '建档').getByRole('button', { name: '2185' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('完成量 2185，由 3 条记录相加').waitFor();
  expect(await drawer.getByRole('heading').innerText()).toContain('2024年12月');
  await drawer.getByRole('link', { name: '在服务记录中查看' }).click();
  await page.waitForURL('**from=2024-12-01&to=2024-12-31*');
});

test('who may not see single records gets figures that are no links', async () => {
  const page = await months('admin@mentoring-centre.example');
  expect(await page.locator('table.sheet button').count()).toBe(0);
});

test('it is saved as CSV with the same figures', async () => {
  const page = await months();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('广州市逢源街社工服务站-逐月完成情况-2025-04-30.csv');
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(lines[0]).toBe(
    '\uFEFF指标,度量,单位,2024-05,2024-06,2024-07,2024-08,2024-09,2024-10,2024-11,2024-12,2025-01,2025-02,2025-03,2025-04,合计,协议,百分比 %',
  );
  expect(lines[1]).toBe('建档,档案数,个,0,0,0,0,0,0,0,2185,0,0,0,0,2185,1800,121.39');
});

test('it prints on one A3 page', async () => {
  const page = await months();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
