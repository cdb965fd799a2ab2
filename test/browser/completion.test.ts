import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ConsoleUnderTest, DESKTOP, PHONE, settled, workOf } from './browser';

/** 附件1 as people read and print it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const ADMIN = 'admin@fengyuan.example';

async function completion(email = ADMIN): Promise<Page> {
  const { page } = await under.as(email, '/console/completion');
  await page.locator('table.sheet').waitFor();
  await settled(page);
  return page;
}

const rowOf = async (page: Page, name: string): Promise<string[]> =>
  page.locator('table.sheet tbody tr', { hasText: name }).first().locator('th, td').allInnerTexts();

test('it is the official form: zones side by side, their sum, "/" where nothing was agreed', async () => {
  const page = await completion();
  const heads = await page.locator('table.sheet thead tr').first().locator('th').allInnerTexts();
  expect(heads).toEqual(['指标', '度量（单位）', '片区一', '片区二', '片区三', '合计', '进度 / 时间']);
  expect((await rowOf(page, '建档')).slice(0, 14)).toEqual([
    ...['建档', '档案数（个）', '600', '765', '127.50%', '600', '738', '123.00%', '600', '682', '113.67%'],
    ...['1800', '2185', '121.39%'],
  ]);
  expect((await rowOf(page, '小型社区活动')).slice(2, 5)).toEqual(['/', '4', '/']);
  expect(await page.locator('table.sheet tfoot td').allInnerTexts()).toEqual(['6', '5', '5', '16', '/']);
});

test('the address names the station, the term and the day, so that a link shows the same', async () => {
  const page = await completion();
  await page.getByRole('button', { name: '上月末' }).click();
  await page.waitForURL('**to=2025-03-31**');
  await page.getByLabel('截至').fill('2024年12月31日');
  await page.keyboard.press('Enter');
  await page.waitForURL('**to=2024-12-31**');
  await page.getByText('67.12%').waitFor();
  expect(page.url()).toMatch(/agreement=[\w-]+&term=[\w-]+&to=2024-12-31$/);
  await page.goBack();
  await page.waitForURL('**to=2025-03-31**');
});

test('a figure below the share of time is red, and its bar too', async () => {
  const page = await completion();
  await page.getByLabel('截至').fill('2024-12-31');
  await page.keyboard.press('Enter');
  await page.getByText('67.12%').waitFor();
  const opened = page.locator('table.sheet tbody tr', { hasText: '接案数' });
  expect(await opened.locator('td.behind').allInnerTexts()).toEqual(['58.33%', '58.06%', '63.00%']);
  expect(await opened.locator('svg').getAttribute('aria-label')).toBe('完成 63.00%，时间进度 67.12%');
});

test('each figure opens the records that it is the sum of', async () => {
  const page = await completion();
  await page.getByRole('button', { name: '2185' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('完成量 2185，由 3 条记录相加').waitFor();
  expect(await drawer.locator('tbody tr').count()).toBe(3);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('who may not see single records gets figures that are no links', async () => {
  const page = await completion('admin@mentoring-centre.example');
  expect(await page.locator('table.sheet button').count()).toBe(0);
  expect(await page.locator('table.sheet tbody td').count()).toBeGreaterThan(100);
});

test('it is saved as CSV with the columns of the exports, under the name of the station', async () => {
  const page = await completion();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('广州市逢源街社工服务站-附件1-2025-04-30.csv');
  const lines = readFileSync(await file.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines[0]).toMatch(/^\uFEFF/);
  expect(lines.find((line) => line.includes('CASE_FILE') && line.includes('TOTAL'))).toContain('2185');
});

test('25 lines are to be seen on the screen of an office', async () => {
  const page = await completion();
  const lines = await page
    .locator('table.sheet tbody tr')
    .evaluateAll(
      (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight).length,
    );
  expect(lines).toBeGreaterThanOrEqual(25);
});

test('it prints as a table on one A3 page, with a line for signatures, also from a phone', async () => {
  const page = await completion();
  await page.setViewportSize(PHONE);
  await page.locator('.sheet-list').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('table.sheet').waitFor();
  expect(await page.getByText('承接机构（盖章）').isVisible()).toBe(true);
  expect(await page.locator('nav').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(DESKTOP);
  await page.locator('table.sheet').waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
});

test('two operations at once bring it to a member who is signed in', async () => {
  const page = await completion();
  const events: string[] = [];
  const nameOf = (body: unknown): string =>
    /\bquery (\w+)/.exec((body as { query?: string }).query ?? '')?.[1] ?? '';
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) events.push(`asks ${nameOf(request.postDataJSON())}`);
  });
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/graphql')) events.push(`gets ${nameOf(request.postDataJSON())}`);
  });
  await page.reload();
  await page.locator('table.sheet').waitFor();
  expect(events.slice(0, 2).sort()).toEqual(['asks Completion', 'asks Viewer']);
});

test('it costs a member who is signed in less than 2 s of work at a quarter of the speed', async () => {
  const page = await completion();
  const work = await workOf(page, 'TaskDuration');
  await page.reload();
  await page.locator('table.sheet').waitFor();
  expect((await work()) * 4).toBeLessThan(2);
});
