import type { Locator, Page } from 'playwright-core';
import { type Agreement, newStation } from '../api/support/agreements';
import { button, OPERATOR, section, STREET } from './agreement-pages';
import { axe, ConsoleUnderTest, DESKTOP, PHONE, settled } from './browser';

/** The money of an agreement, as operator and purchaser write it down. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const MENTORING = 'admin@mentoring-centre.example';

/** A fee of 2,000,000, of which 0.55 is due at signing. */
async function station(): Promise<Agreement> {
  return newStation(under.api, {
    annualFee: '2000000',
    instalments: [
      { condition: 'SIGNING', share: '0.55' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.4' },
      { condition: 'FINAL_QUALIFIED', share: '0.05' },
    ],
  });
}

const addressOf = ({ id, terms }: Agreement): string =>
  `/console/funding?agreement=${id}&term=${terms[0]!.id}`;

async function fundingOf(agreement: Agreement, email = OPERATOR): Promise<Page> {
  const { page } = await under.as(email, addressOf(agreement));
  await section(page, '分期款项').waitFor();
  await settled(page);
  return page;
}

/** Fills a dialog and sends it. */
async function write(page: Page, what: string, fields: Record<string, string>): Promise<Locator> {
  await button(page, what).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption({ label: value });
    else await field.fill(value);
  }
  await button(dialog, what).click();
  return dialog;
}

const rows = async (page: Page, heading: string): Promise<string[][]> =>
  section(page, heading)
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) =>
        Array.from(line.querySelectorAll('th, td'), (cell) => (cell as HTMLElement).innerText),
      ),
    );

test('the operator records a receipt; a mistake is named at its field, and nothing typed is lost', async () => {
  const page = await fundingOf(await station());
  const receipt = { 付款条件: '签订协议', 到账日期或月份: '年初', '金额（元）': '1,000,000' };
  const dialog = await write(page, '登记到账', receipt);
  const wrong = dialog.locator('.field', { has: page.getByLabel('到账日期或月份') });
  await wrong.getByText('请填日期或月份').waitFor();
  await page.reload();
  await button(page, '登记到账').click();
  expect(await dialog.getByLabel('金额（元）').inputValue()).toBe('1,000,000');
  await dialog.getByLabel('到账日期或月份').fill('2024年1月');
  await button(dialog, '登记到账').click();
  await dialog.waitFor({ state: 'detached' });
  expect((await rows(page, '分期款项'))[0]).toEqual([
    '签订协议',
    '0.55',
    '2024-01-01',
    '1,100,000.00',
    '1,000,000.00',
    '100,000.00',
  ]);
  expect(await rows(page, '到账记录')).toEqual([
    ['2024年1月', '签订协议', '1,000,000.00', '承接机构', '—', '冲销'],
  ]);
});

test('the server says what is above what is due; with a note it is accepted, and pointed out', async () => {
  const page = await fundingOf(await station());
  const receipt = { 付款条件: '签订协议', 到账日期或月份: '2024-02-01', '金额（元）': '1200000' };
  const dialog = await write(page, '登记到账', receipt);
  const amount = dialog.locator('.field', { has: page.getByLabel('金额（元）') });
  await amount.locator('.wrong').waitFor();
  await dialog.getByLabel('备注').fill('提前拨付部分中期款');
  await button(dialog, '登记到账').click();
  await dialog.waitFor({ state: 'detached' });
  const warnings = page.locator('.money-warnings li');
  await warnings.first().waitFor();
  expect(await warnings.count()).toBe(1);
});

test('a budget is set and spent; what is in no line of it stands out', async () => {
  const page = await fundingOf(await station());
  await button(page, '设定预算').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('科目').fill('人员费用');
  await drawer.getByLabel('金额（元）').fill('1500000');
  await button(drawer, '再加一个科目').click();
  await drawer.getByLabel('科目').last().fill('活动费用');
  await drawer.getByLabel('金额（元）').last().fill('三十万');
  await button(drawer, '设为第 1 版预算').click();
  await drawer.locator('.wrong').waitFor();
  await drawer.getByLabel('金额（元）').last().fill('300000');
  await button(drawer, '设为第 1 版预算').click();
  await drawer.waitFor({ state: 'detached' });
  for (const [category, amount] of [
    ['人员费用', '750000'],
    ['未列预算', '1234.5'],
  ] as const) {
    const spent = { 科目: category, 支出日期: '2024-06-30', '金额（元）': amount };
    await (await write(page, '登记支出', spent)).waitFor({ state: 'detached' });
  }
  const budget = await rows(page, '预算执行（第 1 版预算）');
  expect(budget.map((cells) => cells.filter((text) => text !== ''))).toEqual([
    ['人员费用', '1,500,000.00', '750,000.00', '50.00%', '37.50%'],
    ['活动费用', '300,000.00', '0.00', '0.00%', '0.00%'],
    ['未列预算', '未列预算', '1,234.50', '/', '0.06%'],
  ]);
  await page.getByText('其中未列预算 1,234.50').waitFor();
  await page.getByRole('img', { name: '已支出 751,234.50，时间进度 100.00%' }).waitFor();
});

test('the purchaser sets the budget of the year and records a payment, and reverses it with a reason', async () => {
  const page = await fundingOf(await station(), STREET);
  expect(await button(page, '登记支出').count()).toBe(0);
  expect(await button(page, '设定预算').count()).toBe(0);
  const plan = { 年度: '2024', '金额（元）': '1600000', 须拨付的比例: '0.8', 截止日期: '2024-08-31' };
  await (await write(page, '街道年度预算', plan)).waitFor({ state: 'detached' });
  const payment = { 年度: '2024年', 拨付日期: '2024-03-01', '金额（元）': '1000000' };
  await (await write(page, '登记拨付', payment)).waitFor({ state: 'detached' });
  const year = async (): Promise<string[]> =>
    (await rows(page, '街道财政年度')).find(([name]) => name === '2024')!;
  expect((await year()).slice(0, 4)).toEqual(['2024', '1,600,000.00', '1,000,000.00', '62.50%']);
  expect((await year())[4]).toContain('2024-08-31 前须拨付 0.8 即 1,280,000.00，已拨付 1,000,000.00');
  expect((await year())[4]).toContain('还差 280,000.00');
  await button(page, '冲销：2024-03-01 1,000,000.00').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('重复登记');
  await button(dialog, '冲销').click();
  await dialog.waitFor({ state: 'detached' });
  expect(await rows(page, '拨付记录')).toEqual([
    ['2024-03-01', '2024年', '-1,000,000.00', '购买方', '重复登记', '冲销'],
    ['2024-03-01', '2024年', '1,000,000.00', '购买方', '—', '已冲销'],
  ]);
  expect((await year()).slice(2, 4)).toEqual(['0.00', '0.00%']);
});

test('the day is in the address; who records nothing is offered nothing', async () => {
  const page = await fundingOf(await station(), MENTORING);
  await page.getByLabel('截至').fill('2024年6月30日');
  await page.keyboard.press('Enter');
  await page.waitForURL('**on=2024-06-30**');
  await page.getByText('49.73%').first().waitFor();
  expect(await page.locator('.page-tools').getByRole('button').allInnerTexts()).toEqual(['导出 CSV', '打印']);
});

test('ledgers are read page by page, and printed as they are shown', async () => {
  const agreement = await station();
  const operator = await under.api.as(OPERATOR);
  const record = `mutation($input: RecordExpenditureInput!) { recordExpenditure(input: $input) { userErrors { code } } }`;
  for (let day = 1; day <= 21; day += 1) {
    const spentOn = `2024-05-${String(day).padStart(2, '0')}`;
    await operator.get(record, {
      input: { agreementId: agreement.id, amount: String(day), category: '活动费用', spentOn },
    });
  }
  const page = await fundingOf(agreement);
  const ledger = section(page, '支出记录');
  await ledger.getByText('已显示 20 条，共 21 条').waitFor();
  await button(ledger, '显示更多').click();
  await ledger.getByText('2024-05-01').waitFor();
  expect(await ledger.locator('tbody tr').count()).toBe(21);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('承接机构（盖章）').isVisible()).toBe(true);
  expect(await ledger.getByText('2024-05-01').isVisible()).toBe(true);
});

test.each([
  [OPERATOR, 'zh'],
  [STREET, 'en'],
] as const)('the forms of %s have no fault, in %s, on a phone either', async (email, language) => {
  const agreement = await station();
  const { page, problems } = await under.as(email, addressOf(agreement), { language });
  await page.locator('.section').first().waitFor();
  const faults: string[] = [];
  const tools = page.locator('.page-tools > .button');
  const count = await tools.count();
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    await settled(page);
    faults.push(...(await axe(page)));
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > size.width)
      faults.push('too wide');
  }
  // All but those that save and print.
  for (let at = 0; at < count - 2; at += 1) {
    await tools.nth(at).click();
    await page.getByRole('dialog').waitFor();
    faults.push(...(await axe(page)));
    await page.keyboard.press('Escape');
  }
  expect(faults).toEqual([]);
  expect(problems).toEqual([]);
});
