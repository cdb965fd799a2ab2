import type { Page } from 'playwright-core';
import { newProposal } from '../api/support/agreements';
import { inForce, OPERATOR, proposedBy, STREET } from './agreement-pages';
import { ConsoleUnderTest, PHONE, settled } from './browser';

/** What agreements ask for, as people read and set it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

interface Agreement {
  readonly id: string;
  readonly terms: readonly { readonly id: string }[];
}

const addressOf = ({ id, terms }: Agreement): string =>
  `/console/targets?agreement=${id}&term=${terms[0]!.id}`;

async function targets(path: string, email = OPERATOR): Promise<Page> {
  const { page } = await under.as(email, path);
  await page.locator('table.targets').waitFor();
  await settled(page);
  return page;
}

const heads = async (page: Page): Promise<string[]> => page.locator('table.targets thead th').allInnerTexts();
const cells = async (page: Page, name: string): Promise<string[]> =>
  page.locator('table.targets tbody tr', { hasText: name }).first().locator('td').allInnerTexts();

test('targets are listed zone by zone as in 附件1, with their sum', async () => {
  const page = await targets('/console/targets');
  expect(await heads(page)).toEqual(['指标', '度量（单位）', '片区一', '片区二', '片区三', '全站', '合计']);
  expect(await cells(page, '建档')).toEqual(['600', '600', '600', '/', '1800']);
  expect(await cells(page, '发展志愿者')).toEqual(['/', '/', '/', '50', '50']);
});

test('a target says since when it is in force where an amendment brought it, and what was in force before on an earlier day', async () => {
  const agreement = await inForce(under);
  const [zone] = agreement.zones;
  await proposedBy(under, 'admin@liwan-bureau.example', {
    agreementId: agreement.id,
    effectiveOn: '2024-07-01',
    reason: '新增两个居委会',
    documentNumber: '荔民〔2024〕7号',
    targets: [
      {
        termId: agreement.terms[0]!.id,
        zoneId: zone!.id,
        indicator: 'CASE_FILE',
        measure: 'FILES',
        value: '720',
      },
    ],
  });
  const page = await targets(addressOf(agreement));
  expect(await cells(page, '建档')).toEqual([
    expect.stringMatching(/2024-07-01 起\s*720/),
    '600',
    '600',
    '1920',
  ]);
  await page.getByText('原因：新增两个居委会').waitFor();
  await page.getByLabel('截至').fill('2024-06-30');
  await page.keyboard.press('Enter');
  await page.waitForURL('**on=2024-06-30');
  await page.getByText('1800').waitFor();
  expect(await cells(page, '建档')).toEqual(['600', '600', '600', '1800']);
  await page.getByRole('link', { name: '提出协议变更' }).click();
  await page.waitForURL(`**/console/agreements?agreement=${agreement.id}&amend=1`);
});

test('of one’s own proposal they are typed or pasted, kept over a reload, and set', async () => {
  const proposal = await newProposal(under.api);
  const page = await targets(addressOf(proposal));
  const cell = (name: string) => page.getByLabel(name, { exact: true });
  await cell('建档 档案数 东片').fill('１，２００');
  await cell('建档 档案数 东片').press('Enter');
  expect(await cell('居家探访/家庭探视 探访数 东片').evaluate((it) => it === document.activeElement)).toBe(
    true,
  );
  await cell('居家探访/家庭探视 探访数 东片').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '100\t200\r\n七\t400\r\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText('5 项待保存').waitFor();
  await page.reload();
  await page.getByRole('button', { name: '保存协议量' }).click();
  await page.getByText('请填数字').waitFor();
  await page.locator('[aria-invalid=true]').fill('300');
  await page.getByRole('button', { name: '保存协议量' }).click();
  await page.getByText('已保存').waitFor();
  expect(await cell('建档 档案数 东片').inputValue()).toBe('1200');
  expect(await cell('居家探访/家庭探视 探访数 西片').inputValue()).toBe('200');
  const seen = await targets(addressOf(proposal), STREET);
  expect(await cells(seen, '建档')).toEqual(['1200', '/', '1200']);
  expect(await seen.locator('table.targets input').count()).toBe(0);
});

test('what the server refuses is said at its cell', async () => {
  const proposal = await newProposal(under.api);
  const page = await targets(addressOf(proposal));
  await page.getByLabel('建档 档案数 东片', { exact: true }).fill('600');
  await page.getByLabel('建档 档案数 全站', { exact: true }).fill('1800');
  await page.getByRole('button', { name: '保存协议量' }).click();
  await page
    .locator('td', { has: page.getByLabel('建档 档案数 全站', { exact: true }) })
    .locator('.wrong')
    .waitFor();
  expect(await page.getByLabel('建档 档案数 东片', { exact: true }).inputValue()).toBe('600');
});

test('on a phone targets are typed one place at a time, which turns to the first mistake, without scrolling sideways', async () => {
  const proposal = await newProposal(under.api);
  const { page } = await under.as(OPERATOR, addressOf(proposal), { viewport: PHONE });
  const cell = (name: string) => page.getByLabel(name, { exact: true });
  await cell('建档 档案数 东片').fill('600');
  await page.getByLabel('范围').selectOption('西片');
  await cell('建档 档案数 西片').fill('七百');
  await page.getByLabel('范围').selectOption('东片');
  await page.getByRole('button', { name: '保存协议量' }).click();
  await page.getByText('请填数字').waitFor();
  expect(await cell('建档 档案数 西片').evaluate((it) => it === document.activeElement)).toBe(true);
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.table-frame, form')].map(
      (it) => it.scrollWidth,
    ),
  );
  expect(Math.max(...widths)).toBeLessThanOrEqual(PHONE.width);
  await cell('建档 档案数 西片').fill('700');
  await page.getByRole('button', { name: '保存协议量' }).click();
  await page.getByText('已保存').waitFor();
});
