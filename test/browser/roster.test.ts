import type { Locator, Page } from 'playwright-core';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrolStaff, person, recordPay } from '../staffing/support';
import { button, OPERATOR, STREET, section } from './agreement-pages';
import { axe, ConsoleUnderTest, DESKTOP, PHONE, settled } from './browser';

/** 附件2 as it is printed, and the people behind it as a manager keeps them. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const MENTORING = 'admin@mentoring-centre.example';
const BUREAU = 'admin@liwan-bureau.example';

/** Of 2024: 甲 certified all along; 乙 from the middle of May on, certified from July; 丙 left in March. */
async function staffed(): Promise<Agreement> {
  const agreement = await newStation(under.api, { requiredPosts: '3', requiredCertifiedShare: '0.6' });
  const operator = await under.api.as(OPERATOR);
  const [first] = await enrolStaff(
    operator,
    agreement.id,
    person('测试甲', {
      position: '站长',
      certificates: [{ level: 'INTERMEDIATE' }],
      practisingSince: '2010-01-01',
    }),
    person('测试乙', {
      employedFrom: '2024-05-20',
      certificates: [{ level: 'ASSISTANT', passedOn: '2024-06-16' }],
    }),
    person('测试丙', { employedTo: '2024-03-05' }),
  );
  await recordPay(operator, agreement.id, [
    { memberId: first!.id, month: '2024-05', socialInsurancePaid: true, salaryPaid: false },
  ]);
  return agreement;
}

const addressOf = ({ id, terms }: Agreement, from = '2024-05', to = '2024-08'): string =>
  `/console/roster?agreement=${id}&term=${terms[0]!.id}&from=${from}&to=${to}`;

async function rosterOf(agreement: Agreement, email = OPERATOR, from?: string, to?: string): Promise<Page> {
  const { page } = await under.as(email, addressOf(agreement, from, to));
  await page.locator('table.roster').waitFor();
  await settled(page);
  return page;
}

const row = (page: Page, part: number, name: string): Locator =>
  page.locator('table.roster tbody').nth(part).locator('tr', { hasText: name });
const figures = async (line: Locator): Promise<string[]> => line.locator('td').allInnerTexts();

test('it is the official form: who passes the examination on the way is counted in both parts', async () => {
  const page = await rosterOf(await staffed());
  expect(await figures(row(page, 0, '测试甲'))).toEqual('1|站长|√|√|×|√|||√|||√|||4|4'.split('|'));
  expect(await figures(row(page, 0, '测试乙'))).toEqual('2||【分段计算】非持证社工|√|||√|||2|0'.split('|'));
  expect(await figures(row(page, 1, '测试乙'))).toEqual(
    '同2||0.5|||√|||【分段计算】持证社工|1.5|0'.split('|'),
  );
  const sums = page.locator('table.roster tr.sum');
  expect(await figures(sums.nth(0))).toEqual('1|1|0|1|0|0|2|0|0|2|0|0|6|4'.split('|'));
  expect(await figures(sums.nth(3))).toEqual(['0.5', '1', '0', '0', '1.5', '—']);
  const totals = page.locator('table.roster tfoot tr');
  expect(await figures(totals.nth(0))).toEqual('2|1|0|2|0|0|2|0|0|2|0|0|—'.split('|'));
  expect(await figures(totals.nth(1))).toEqual(['1.5', '2', '2', '2', '7.5', '4']);
  expect(await figures(totals.nth(2))).toEqual(['66.67% 应到岗人次 12；应持证人次 7.2，实有 6']);
});

test('the months are in the address, and each figure says which months count for whom', async () => {
  const page = await rosterOf(await staffed());
  await page.getByRole('button', { name: '截止月：2024年8月' }).click();
  await page.getByRole('button', { name: '2024年6月', exact: true }).click();
  await page.waitForURL('**from=2024-05&to=2024-06**');
  await row(page, 0, '测试乙').waitFor({ state: 'detached' });
  await page.goBack();
  await row(page, 0, '测试乙').getByRole('button', { name: '测试乙' }).click();
  const drawer = page.getByRole('dialog');
  expect(await drawer.locator('tbody tr').allInnerTexts()).toEqual([
    '2024年5月\t0.5\t非持证社工\t—',
    '2024年6月\t1\t非持证社工\t—',
    '2024年7月\t1\t持证社工\t—',
    '2024年8月\t1\t持证社工\t—',
  ]);
  await drawer.getByText('当月首个在岗日在 15 日之后的，当月计 0.5').waitFor();
  await drawer.getByText('助理社会工作师（2024-06-16 通过）').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '24年5月', exact: true }).click();
  expect(await page.getByRole('dialog').locator('tbody tr').allInnerTexts()).toEqual([
    '测试甲\t1\t持证社工\t1\t√\t×',
    '测试乙\t0.5\t非持证社工\t—\t—\t—',
  ]);
  await page.getByText('比月初应配社工数少 1 人').waitFor();
});

test('a manager enrols people, and the figures of the months change; a mistake is named at its field, nothing is lost', async () => {
  const agreement = await staffed();
  const page = await rosterOf(agreement);
  await button(page, '登记人员').click();
  const first = page.getByRole('group', { name: '第 1 人' });
  await first.getByLabel('姓名').fill('测试丁');
  await first.getByLabel('到岗日期').fill('2024年7月8日');
  await button(page, '再加一人').click();
  const second = page.getByRole('group', { name: '第 2 人' });
  await second.getByLabel('姓名').fill('测试戊');
  await second.getByLabel('到岗日期').fill('2024-08-01');
  await second.getByLabel('离岗日期').fill('2024-07-01');
  await second.getByLabel('东片').check();
  await button(page, '登记 2 人').click();
  const wrong = second.locator('.field', { has: page.getByLabel('离岗日期') });
  await wrong.locator('.wrong').waitFor();
  expect(await wrong.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.reload();
  expect(await page.getByRole('group', { name: '第 1 人' }).getByLabel('姓名').inputValue()).toBe('测试丁');
  await second.getByLabel('离岗日期').fill('');
  await button(page, '登记 2 人').click();
  await page.locator('table.roster').waitFor();
  const totals = page.locator('table.roster tfoot tr').nth(1);
  expect(await figures(totals)).toEqual(['1.5', '2', '3', '4', '10.5', '4']);
  expect(await section(page, '人员名册').locator('tbody tr').count()).toBe(5);
});

describe('a person', () => {
  test('leaves, comes back, passes an examination, changes zones, each in the drawer', async () => {
    const page = await rosterOf(await staffed());
    await section(page, '人员名册').getByRole('button', { name: '测试甲' }).click();
    const drawer = page.getByRole('dialog');
    await button(drawer, '登记离岗或更正日期').click();
    await drawer.getByLabel('离岗日期').fill('2024-06-30');
    await button(drawer, '登记离岗或更正日期').click();
    await drawer.locator('.spells').getByText('2024-01-01 至 2024-06-30').waitFor();
    await button(drawer, '登记返岗').click();
    await drawer.getByLabel('到岗日期').fill('2024-08-16');
    await button(drawer, '登记返岗').click();
    await drawer.locator('.spells').getByText('2024-08-16 至 今').waitFor();
    await button(drawer, '设定证书').click();
    await drawer.getByLabel('高级社会工作师', { exact: true }).check();
    await drawer.getByLabel('高级社会工作师证书通过日期').fill('去年');
    await button(drawer, '设定证书').click();
    await drawer.locator('.wrong').waitFor();
    await drawer.getByLabel('高级社会工作师证书通过日期').fill('2024/3/1');
    await button(drawer, '设定证书').click();
    await drawer.getByText('高级社会工作师（2024-03-01 通过）').waitFor();
    await button(drawer, '设定片区').click();
    await drawer.getByLabel('东片').check();
    await button(drawer, '设定片区').click();
    await drawer.locator('.person-facts').getByText('东片').waitFor();
    await button(drawer, '关闭').click();
    expect(await figures(row(page, 0, '测试甲'))).toEqual('1|站长|√|√|×|√|||—|—|—|0.5|||2.5|2.5'.split('|'));
  });

  test('who was enrolled by mistake is voided with a reason, and counts nowhere', async () => {
    const page = await rosterOf(await staffed());
    await section(page, '人员名册').getByRole('button', { name: '测试乙' }).click();
    const drawer = page.getByRole('dialog').first();
    await button(drawer, '作废登记').click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByLabel('理由').fill('重复登记');
    await button(dialog, '作废登记').click();
    await drawer.getByText('原因：重复登记').waitFor();
    expect(await button(drawer, '登记返岗').count()).toBe(0);
    await button(drawer, '关闭').click();
    await row(page, 0, '测试乙').waitFor({ state: 'detached' });
    expect(await figures(page.locator('table.roster tfoot tr').nth(1))).toEqual([
      '1',
      '1',
      '1',
      '1',
      '4',
      '4',
    ]);
  });
});

test('pay is ticked for a month, for all at once', async () => {
  const page = await rosterOf(await staffed(), OPERATOR, '2024-07', '2024-07');
  await button(page, '登记社保和工资').click();
  await page.waitForURL('**pay=2024-07**');
  await button(page, '社保：全部设为已办').click();
  await page.getByLabel('测试乙：工资').selectOption('NO');
  await button(page, '保存 2 人').click();
  await page.locator('table.roster').waitFor();
  expect((await figures(row(page, 0, '测试甲'))).slice(2, 5)).toEqual(['√', '√', '']);
  expect((await figures(row(page, 0, '测试乙'))).slice(2, 5)).toEqual(['√', '√', '×']);
  expect((await figures(page.locator('table.roster tfoot tr').first())).slice(0, 3)).toEqual(['2', '2', '0']);
});

test('who may not read names sees codes, and no roster; who may not manage is offered nothing', async () => {
  const agreement = await staffed();
  const page = await rosterOf(agreement, MENTORING);
  const text = await page.locator('#main').innerText();
  expect(text).toContain('社工01');
  expect(text).not.toContain('测试');
  expect(await section(page, '人员名册').count()).toBe(0);
  const street = await rosterOf(agreement, STREET);
  await section(street, '人员名册').getByRole('button', { name: '测试甲' }).click();
  expect(await street.getByRole('dialog').getByRole('button').allInnerTexts()).toEqual(['关闭']);
  expect(await button(street, '登记人员').count()).toBe(0);
});

test('it prints on one A3 page, with a line for signatures', async () => {
  const page = await rosterOf(await staffed(), BUREAU, '2024-01', '2024-12');
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('承接机构（盖章）').isVisible()).toBe(true);
  expect(await section(page, '人员名册').isVisible()).toBe(false);
});

test.each(['zh', 'en'] as const)(
  'forms and drawers have no fault, in %s, on a phone either',
  async (language) => {
    const agreement = await staffed();
    const { page, problems } = await under.as(OPERATOR, addressOf(agreement), { language });
    await page.locator('table.roster').waitFor();
    const faults: string[] = [];
    for (const more of ['', '&enrol=1', '&pay=2024-07']) {
      await page.goto(addressOf(agreement) + more);
      await page.locator('#main h1').waitFor();
      for (const size of [DESKTOP, PHONE]) {
        await page.setViewportSize(size);
        await settled(page);
        faults.push(...(await axe(page)));
        if ((await page.evaluate(() => document.documentElement.scrollWidth)) > size.width)
          faults.push(`too wide ${more}`);
      }
    }
    await page.goto(addressOf(agreement));
    await page.locator('.roster-lists').getByRole('button', { name: '测试甲' }).click();
    faults.push(...(await axe(page)));
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
  },
);
