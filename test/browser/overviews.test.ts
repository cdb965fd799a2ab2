import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ConsoleUnderTest, PHONE, settled } from './browser';

/** The overviews as heads of operators, streets and bureaus look at them. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const CITY = 'admin@guangzhou-bureau.example';
const OPERATOR = 'admin@fengyuan.example';
const MENTORS = 'admin@mentoring-centre.example';

async function opened(email: string, path: string): Promise<Page> {
  const { page } = await under.as(email, path);
  await page.locator('#main table, #main .chart').first().waitFor();
  await settled(page);
  return page;
}

/** The bytes of a PNG: its signature, and how wide it is. */
async function savedPicture(page: Page): Promise<{ name: string; isPng: boolean; width: number }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为图片' }).first().click(),
  ]);
  const bytes = readFileSync(await file.path());
  return {
    name: file.suggestedFilename(),
    isPng: bytes.subarray(1, 4).toString('latin1') === 'PNG',
    width: bytes.readUInt32BE(16),
  };
}

test('the city sees its districts on a map, each of which leads to its stations', async () => {
  const page = await opened(CITY, '/console/overview?on=2024-12-31');
  const map = page.locator('svg.tile-map');
  expect(await map.locator('rect[rx]').count()).toBe(11);
  expect(await map.getByRole('link').count()).toBe(3);
  await page.getByLabel('着色依据').selectOption({ label: '到岗率' });
  await map.getByRole('link', { name: '荔湾区 100.31%，100% 及以上，查看各站指标' }).click();
  await page.waitForURL('**/console/heatmap?district=440103&on=2024-12-31');
  await page.locator('table.heat-map').waitFor();
  expect(await page.locator('table.heat-map tbody th').allInnerTexts()).toEqual([
    '广州市逢源街社工服务站',
    '广州市中南街社工服务站 （已结束）',
  ]);
});

test('who sees one district alone has no map, but grades and money; the map is a picture of its own', async () => {
  const liwan = await opened('admin@liwan-bureau.example', '/console/overview');
  expect(await liwan.locator('svg.tile-map').count()).toBe(0);
  await liwan.getByRole('heading', { name: '评估等级分布' }).waitFor();
  const page = await opened(CITY, '/console/overview?on=2024-12-31');
  const { name, isPng, width } = await savedPicture(page);
  expect(name).toMatch(/^各区示意图-.*2024-12-31\.png$/);
  expect(isPng).toBe(true);
  expect(width).toBeGreaterThan(600);
});

test('the day of the overview is in the address: typed, or a month’s end', async () => {
  const page = await opened(OPERATOR, '/console/overview');
  await page.getByLabel('截至').fill('2024年11月15日');
  await page.keyboard.press('Enter');
  await page.waitForURL('**on=2024-11-15');
  await page.getByRole('button', { name: '上个月' }).click();
  await page.waitForURL('**on=2024-10-31');
  await page.goBack();
  await page.waitForURL('**on=2024-11-15');
  await page.getByRole('region', { name: '各站情况' }).getByText('54.52%').waitFor();
  expect(await page.getByLabel('截至').inputValue()).toBe('2024-11-15');
});

test('the heat map has three classes, said in words too, and each cell leads to 附件1 of its station', async () => {
  const page = await opened(OPERATOR, '/console/heatmap?on=2024-12-31');
  expect(await page.locator('.heat-legend li').allInnerTexts()).toEqual([
    expect.stringContaining('达到时间进度'),
    expect.stringContaining('略落后'),
    expect.stringContaining('明显落后'),
  ]);
  const cell = page.locator('td.heat.little a', { hasText: '63.00' });
  expect(await cell.innerText()).toContain('略落后');
  expect(await page.locator('td.heat.far a', { hasText: '50.00' }).count()).toBe(1);
  await cell.click();
  await page.waitForURL('**/console/completion?**to=2024-12-31');
  await page.locator('table.sheet td.behind', { hasText: '63.00%' }).waitFor();
});

test('the heat map tells an agreement that has ended from one in force', async () => {
  const page = await opened(OPERATOR, '/console/heatmap?on=2024-12-31');
  const station = page.locator('table.heat-map tbody th').first();
  expect(await station.innerText()).not.toContain('已结束');
  await page.goto('/console/heatmap?on=2026-01-31');
  await station.filter({ hasText: '（已结束）' }).waitFor();
});

test('on a phone the heat map lists what is behind at each station, and the rest unfolds', async () => {
  const page = await opened(CITY, '/console/heatmap?on=2024-12-31');
  const cells = (heat: string): string => `table.heat-map td.heat.${heat}`;
  const [all, far] = [
    await page.locator('table.heat-map td.heat').count(),
    await page.locator(cells('far')).count(),
  ];
  await page.setViewportSize(PHONE);
  const lines = page.locator('.heat-list details li');
  await lines.first().waitFor();
  expect(await page.locator('table.heat-map').count()).toBe(0);
  expect(await lines.count()).toBe(all);
  expect(await page.locator('.heat-list details', { hasText: '明显落后' }).locator('li').count()).toBe(far);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);

  const station = page.locator('.heat-list > li', { hasText: '逢源' });
  const onTime = station.locator('details', { hasText: '达到时间进度' });
  expect(await onTime.locator('li').first().isVisible()).toBe(false);
  await onTime.locator('summary').click();
  await onTime.locator('li').first().waitFor();
  await station
    .locator('details', { hasText: '略落后' })
    .locator('li', { hasText: '63.00%' })
    .getByRole('link')
    .click();
  await page.waitForURL('**/console/completion?**to=2024-12-31');
});

test('a bureau limits the heat map to an operator, and a link to it shows the same', async () => {
  const page = await opened(CITY, '/console/heatmap?on=2024-12-31');
  expect(await page.locator('table.heat-map tbody tr').count()).toBe(5);
  const [option] = await page.getByLabel('承接机构').locator('option', { hasText: '逢源' }).all();
  await page.getByLabel('承接机构').selectOption(await option!.getAttribute('value'));
  await page.waitForURL('**operator=**');
  await page.locator('table.heat-map tbody tr').nth(1).waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('table.heat-map').waitFor();
  expect(await page.locator('table.heat-map tbody th').allInnerTexts()).toEqual(['广州市逢源街社工服务站']);
});

test('a trend has its table, a picture, and the records behind each figure', async () => {
  const page = await opened(OPERATOR, '/console/trends');
  expect(page.url()).toMatch(/indicator=CASE_FILE&measure=FILES&from=2024-05&to=2025-04$/);
  await page.locator('.chart-picture svg').waitFor();
  expect(await page.locator('.chart tbody tr').first().locator('th, td').allInnerTexts()).toEqual([
    '合计',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '0',
    '2185',
    '0',
    '0',
    '0',
    '0',
    '2185',
  ]);
  const { name, isPng } = await savedPicture(page);
  expect([name, isPng]).toEqual(['建档 · 档案数-2024年5月至2025年4月.png', true]);
  await page.getByRole('button', { name: '2185 · 合计 · 2024年12月' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('完成量 2185，由 3 条记录相加').waitFor();
  expect(await drawer.locator('tbody tr').first().innerText()).toContain('广州市逢源街社工服务站');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('the period is chosen with the keyboard, is in the address, and going back restores it', async () => {
  const page = await opened(OPERATOR, '/console/trends');
  await page.getByRole('button', { name: '截止月：2025年4月' }).press('Enter');
  await page.getByRole('dialog', { name: '截止月' }).waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForURL('**from=2024-05&to=2024-12');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByLabel('分组').selectOption('STATION');
  await page.waitForURL('**by=STATION');
  await page.locator('.chart tbody th', { hasText: '广州市逢源街社工服务站' }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('by='));
  await page.goBack();
  await page.waitForURL('**to=2025-04');
  await page.getByRole('button', { name: '截止月：2025年4月' }).waitFor();
  expect(await page.locator('.chart figcaption').innerText()).toContain('2024年5月至2025年4月');
});

test('the year before is beside the year, where there was one', async () => {
  const page = await opened(
    CITY,
    '/console/trends?indicator=HOME_VISIT&measure=VISITS&from=2022-11&to=2022-12',
  );
  await page.getByRole('row', { name: '上年同期' }).waitFor();
  expect(await page.locator('.chart tbody tr').allInnerTexts()).toEqual([
    '合计\t0\t2122\t2122',
    '合计（上年同期）\t0\t740\t740',
  ]);
  expect(await page.locator('.chart-picture svg path[stroke-dasharray]').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: '740 · 合计（上年同期） · 2021年12月' }).click();
  await page.getByRole('dialog').getByText('广州市中南街社工服务站').waitFor();
});

test('lines of their own for stations that are chosen by name', async () => {
  const page = await opened(
    CITY,
    '/console/trends?indicator=HOME_VISIT&measure=VISITS&from=2022-01&to=2022-12',
  );
  for (const name of ['元岗街', '中南街']) {
    await page.getByRole('button', { name: '选择社工站…' }).click();
    await page.getByLabel('社工站名称').fill(name);
    await page.locator('.station', { hasText: name }).click();
    await page.getByRole('button', { name: `不再只看广州市${name}社工服务站` }).waitFor();
  }
  await page.waitForURL('**by=STATION');
  await page.locator('.chart tbody tr').nth(1).waitFor();
  expect(await page.locator('.chart tbody th').allInnerTexts()).toEqual(
    expect.arrayContaining(['广州市中南街社工服务站', '广州市元岗街社工服务站']),
  );
  expect(await page.locator('.chart tbody th', { hasText: '钟落潭' }).count()).toBe(0);
});

test('the ranking says in words what is unusual, and leads to the records', async () => {
  const months = 'from=2020-01&to=2025-04';
  const page = await opened(CITY, `/console/ranking?indicator=LARGE_EVENT&measure=PARTICIPANTS&${months}`);
  await page.getByLabel('排名依据').selectOption({ label: '完成率' });
  await page.waitForURL('**by=PERCENT');
  const first = page.locator('table.ranking tbody tr', { hasText: '中南街' });
  await first.getByText('1508.28%，高于 200%').waitFor();
  expect(await first.locator('td').first().innerText()).toBe('1');
  await first.getByRole('button', { name: '27149' }).click();
  await page.getByRole('dialog').getByText('完成量 27149，由 2 条记录相加').waitFor();
  await page.goto(`/console/ranking?indicator=NEEDS_SURVEY&measure=SURVEYS&${months}`);
  await page.getByText('各片区合计 0，全站 12：有记录没有填片区').waitFor();
});

test('who may not see single records gets figures that are no links', async () => {
  const page = await opened(
    MENTORS,
    '/console/ranking?indicator=CASE_FILE&measure=FILES&from=2024-05&to=2025-04',
  );
  expect(await page.locator('table.ranking tbody tr').count()).toBeGreaterThan(0);
  expect(await page.locator('table.ranking button').count()).toBe(0);
  await page.goto('/console/trends?indicator=CASE_FILE&measure=FILES&from=2024-05&to=2025-04');
  await page.locator('.chart tbody tr').waitFor();
  expect(await page.locator('.chart table button').count()).toBe(0);
});
