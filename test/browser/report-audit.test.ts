import type { Locator, Page } from 'playwright-core';
import { type Agreement, newStation } from '../api/support/agreements';
import { record } from '../api/support/questions';
import { audit, line } from '../api/support/report-audits';
import { parties, type Parties } from '../assessment/support/parties';
import { BUREAU, button, OPERATOR, section } from './agreement-pages';
import { axe, ConsoleUnderTest, PHONE, settled } from './browser';

/** Audits of published reports: pasted, shown with both verdicts, and compared. */
let under: ConsoleUnderTest;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
  who = await parties(under.api);
});
beforeEach(async () => {
  agreement = await newStation(under.api, {}, ({ terms, zones }) =>
    zones.map(({ id }) => ({
      termId: terms[0]!.id,
      indicator: 'HOME_VISIT',
      measure: 'VISITS',
      value: '30',
      zoneId: id,
    })),
  );
  await record(
    who.operator,
    agreement.id,
    agreement.zones.map(({ id }, at) => ({
      indicator: 'HOME_VISIT',
      occurredOn: '2024-03-01',
      zoneId: id,
      quantities: [{ measure: 'VISITS', value: String(20 + at) }],
    })),
  );
});
afterAll(async () => under.stop());

const cell = (page: Page, of: string): Locator => page.getByLabel(of, { exact: true });
const row = (page: Page, ...texts: string[]): Locator =>
  texts.reduce((rows, hasText) => rows.filter({ hasText }), page.locator('.audited tbody tr'));

/** Pastes as a spreadsheet does. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const TABLE = [
  ['指标', '片区', '协议量', '完成量', '完成率'],
  ['家庭探视', '东片', '30', '20', '66%'],
  ['家庭探视', '西片', '30', '22', '73%'],
  ['家庭探视', '南片', '30', '22', '73%'],
  ['家庭探视', '合计', '90', '63', '70%'],
  ['预算执行', '', '100', '60', '60%'],
]
  .map((cells) => cells.join('\t'))
  .join('\n');

test('a table is pasted, audited, and shown with its verdicts in sign and word, inside the report and against the records', async () => {
  const { page, problems } = await under.as(OPERATOR, `/console/report-audit?agreement=${agreement.id}`);
  await page.getByText('还没有核对过报告').waitFor();
  await button(page, '核对报告').click();
  await button(page, '核对报告').click();
  await page.getByText('请至少填写或粘贴一个数字').waitFor();
  await page.getByLabel('报告标题').fill('年度报告');
  await paste(cell(page, '第 1 行 指标'), TABLE);
  expect(await cell(page, '第 4 行 完成量').inputValue()).toBe('63');
  await page.getByText('不在指标目录中').waitFor();
  // What was pasted stays when the page is loaded anew; the server's word is at its cell.
  await cell(page, '第 4 行 完成率').fill('约七成');
  await page.reload();
  await button(page, '核对报告').click();
  await page.locator('tbody tr', { hasText: '不是可核对的数字' }).waitFor();
  expect(await cell(page, '第 4 行 完成率').getAttribute('aria-invalid')).toBe('true');
  await cell(page, '第 4 行 完成率').fill('70%');
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await button(page, '核对报告').click();
  await page.waitForURL('**/console/report-audit?id=**');

  await page.getByRole('heading', { name: '年度报告' }).waitFor();
  await page.getByText('舍去小数取整：可推算的 5 个比例中，能解释 5 个').waitFor();
  const [zone, ...east] = await row(page, '东片').locator('td').allInnerTexts();
  expect([zone, ...east.map((text) => text.split('\n')[0]!.trim())]).toEqual([
    '东片',
    '30 ✓',
    '20 ✓',
    '66% ≈',
    '完成率：舍去尾数，记录为 66.67%',
    '没有发现',
    '粘贴第 1 行',
  ]);
  expect(await row(page, '东片').locator('.verdict-rounded .unseen').innerText()).toBe('舍去尾数');
  await row(page, '西片').getByText('完成量：不一致，记录为 21').waitFor();
  await row(page, '合计', '家庭探视').getByText('完成量：合计不等于各片区之和，应为 64（见').waitFor();
  await row(page, '预算执行').getByText('不与记录核对').last().waitFor();
  await page.getByRole('button', { name: /^只看需核实/ }).click();
  expect(await row(page, '东片').count()).toBe(0);
  expect(await row(page, '西片').count()).toBe(1);
  expect(await page.evaluate(() => location.search)).toContain('show=findings');
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  // What is printed says all in words, too.
  await page.emulateMedia({ media: 'print' });
  await row(page, '西片').getByText('不一致').first().waitFor();
  expect(problems).toEqual([]);
});

test('a line leads to the service records behind it', async () => {
  const [east] = agreement.zones.map(({ id }) => id);
  const { id } = await audit(who.operator, {
    agreementId: agreement.id,
    title: '年度报告',
    from: '2024-01-01',
    to: '2024-12-31',
    figures: line('HOME_VISIT VISITS', [null, '21', null], { zoneId: east }),
  });
  const { page, problems } = await under.as(OPERATOR, `/console/report-audit?id=${id}`);
  await row(page, '东片').getByRole('link').click();
  await page.waitForURL('**/console/records?**');
  const rows = page.locator('table tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  expect(await rows.first().innerText()).toContain('20');
  expect(problems).toEqual([]);
});

test('two audits are compared, and a party that reads the agreement sees both', async () => {
  const given = (completed: string) => ({
    agreementId: agreement.id,
    title: `稿${completed}`,
    from: '2024-01-01',
    to: '2024-12-31',
    figures: line('HOME_VISIT VISITS', ['90', completed, null]),
  });
  await audit(who.operator, given('60'));
  await audit(who.operator, given('63'));
  const { page, problems } = await under.as(BUREAU, `/console/report-audit?agreement=${agreement.id}`);
  for (const title of ['稿60', '稿63']) await page.getByLabel(`选中“${title}”`).check();
  await page.getByRole('link', { name: '比较所选两次' }).click();
  const changed = section(page, '两次核对的不同').locator('tbody tr');
  await changed.first().waitFor();
  expect(await changed.count()).toBe(1);
  expect(await changed.innerText()).toMatch(/报告 60 ≠ 记录 63 · 不一致[\s\S]*报告 63 ✓ 记录 63 · 一致/);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('what a ratio could be of, and several ways of rounding, are said', async () => {
  const { id } = await audit(who.operator, {
    agreementId: agreement.id,
    title: '年度报告',
    from: '2024-01-01',
    to: '2024-12-31',
    figures: [
      ...line('HOME_VISIT VISITS', ['90', '63', '70%']),
      ...line('PHONE_VISIT CALLS', [null, '2403', '126%']),
    ],
  });
  const { page } = await under.as(OPERATOR, `/console/report-audit?id=${id}`, { language: 'en' });
  const of = row(page, '126%');
  await of.first().waitFor();
  expect(await of.innerText()).toContain('Target could be 1900 to 1914 (half up to integers)');
  expect(await page.locator('.audit-facts').innerText()).toContain('the report does not tell which it is');
});
