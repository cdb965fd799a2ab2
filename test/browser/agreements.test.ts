import type { Page } from 'playwright-core';
import { newProposal, newStation, register, REVISE, validRegistration } from '../api/support/agreements';
import {
  addressOf,
  badge,
  BUREAU,
  button,
  inForce,
  OPERATOR,
  proposedBy,
  REGISTER,
  section,
  STREET,
  take,
} from './agreement-pages';
import { axe, ConsoleUnderTest, PHONE, settled } from './browser';

/** Agreements as both sides confirm and change them. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

describe('a proposal', () => {
  test('comes first in the list, and is confirmed where it is read', async () => {
    const proposal = await newProposal(under.api, { annualFee: '2400000' });
    const { page, problems } = await under.as(STREET, '/console/agreements');
    const row = section(page, '待确认').locator('tbody tr', { hasText: proposal.station.name });
    await row.waitFor();
    expect((await row.locator('td').allInnerTexts()).slice(0, 5)).toEqual([
      '逢源人家',
      '广州市荔湾区逢源街道办事处',
      '2024-01-01 至 2024-12-31',
      '2,400,000.00',
      '广州市荔湾区逢源人家服务中心',
    ]);
    await row.getByRole('link').click();
    await page.waitForURL(`**${addressOf(proposal)}`);
    await page.getByText('等待广州市荔湾区逢源街道办事处或民政部门确认').waitFor();
    const dialog = await take(page, '确认协议');
    await dialog.waitFor({ state: 'detached' });
    expect(await badge(page, '已确认').count()).toBe(1);
    expect(await button(page, '确认协议').count()).toBe(0);
    expect(await section(page, '协议经过').locator('tbody th').allInnerTexts()).toEqual(['登记', '确认']);
    expect(problems).toEqual([]);
  });

  test('is withdrawn by who registered it, with a reason for all to read', async () => {
    const proposal = await newProposal(under.api);
    const { page } = await under.as(OPERATOR, addressOf(proposal));
    await button(page, '撤回').waitFor();
    expect(await button(page, '确认协议').count()).toBe(0);
    await take(page, '撤回', '日期有误');
    await badge(page, '已撤回').waitFor();
    await page.getByText('原因：日期有误').waitFor();
    await page.getByRole('link', { name: '全部协议' }).click();
    await page.getByLabel('状态').selectOption('WITHDRAWN');
    await page.waitForURL('**state=WITHDRAWN**');
    await page.getByRole('link', { name: proposal.station.name }).waitFor();
  });

  test('that was changed meanwhile is read again before it is confirmed', async () => {
    const registration = await validRegistration(under.api);
    const operator = await under.api.as(OPERATOR);
    const proposal = await register(operator, registration);
    const { page } = await under.as(STREET, addressOf(proposal));
    await button(page, '确认协议').waitFor();
    await operator.get(REVISE, { id: proposal.id, input: { ...registration, annualFee: '2500000' } });
    const dialog = await take(page, '确认协议');
    await dialog.getByText('对方已修改登记内容（现为第 2 版）').waitFor();
    await button(dialog, '确认协议').click();
    await dialog.getByText('对方已修改登记内容（现为第 2 版）').waitFor();
    await button(dialog, '关闭').click();
    await page.getByText('2,500,000.00').waitFor();
    await take(page, '确认协议');
    await badge(page, '已确认').waitFor();
    expect(await section(page, '协议经过').locator('tbody th').allInnerTexts()).toEqual([
      '登记',
      '修改登记',
      '确认',
    ]);
  });

  test('confirmed twice stays confirmed; another step is refused in the server’s words, and what was typed stays', async () => {
    const proposal = await newProposal(under.api);
    const tabs = await Promise.all([1, 2, 3].map(async () => under.as(STREET, addressOf(proposal))));
    const [first, second, third] = tabs.map(({ page }) => page) as [Page, Page, Page];
    for (const page of [first, second]) await button(page, '确认协议').click();
    await button(third, '退回').click();
    for (const page of [first, second]) {
      await button(page.getByRole('dialog'), '确认协议').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await badge(page, '已确认').waitFor();
    }
    expect(await section(second, '协议经过').locator('tbody th').allInnerTexts()).toEqual(['登记', '确认']);
    const dialog = third.getByRole('dialog');
    await dialog.getByLabel('理由').fill('经费有误');
    await button(dialog, '退回').click();
    await dialog.getByText('该协议不在待确认状态（现为已确认）').waitFor();
    expect(await dialog.getByLabel('理由').inputValue()).toBe('经费有误');
  });
});

test('a bureau voids an agreement, with a reason', async () => {
  const agreement = await inForce(under);
  const { page } = await under.as(BUREAU, addressOf(agreement));
  await take(page, '作废协议', '重复登记');
  await badge(page, '已作废').waitFor();
  await page.getByText('原因：重复登记').waitFor();
  expect(await button(page, '作废协议').count()).toBe(0);
});

describe('an amendment', () => {
  test('is confirmed by the other side; from its day on the targets are others', async () => {
    const agreement = await inForce(under);
    const [term] = agreement.terms;
    const [zone] = agreement.zones;
    const value = {
      termId: term!.id,
      zoneId: zone!.id,
      indicator: 'CASE_FILE',
      measure: 'FILES',
      value: '700',
    };
    await proposedBy(under, OPERATOR, {
      agreementId: agreement.id,
      effectiveOn: '2024-07-01',
      targets: [value],
    });
    const { page } = await under.as(STREET, '/console/agreements');
    const line = section(page, '其他协议').locator('tbody tr', { hasText: agreement.station.name });
    expect(await line.locator('.badge').innerText()).toBe('1 项变更待确认');
    await line.getByRole('link').click();
    const dialog = await take(page, '确认变更');
    await dialog.waitFor({ state: 'detached' });
    const row = section(page, '协议量').locator('tbody tr', { hasText: '东片' });
    await row.getByText('700').waitFor();
    expect(await row.locator('td').last().innerText()).toBe('2024-07-01');
    await page.getByLabel('截至日期').fill('2024/6/30');
    await page.keyboard.press('Enter');
    await page.waitForURL('**on=2024-06-30**');
    await row.getByText('600').waitFor();
  });

  test('of many targets shows the first ones, and the others when asked', async () => {
    const agreement = await inForce(under);
    const { indicators } = await (
      await under.api.as(OPERATOR)
    ).get<{ indicators: { code: string; measures: { code: string }[] }[] }>(
      '{ indicators { code measures { code } } }',
    );
    const targets = indicators.flatMap(({ code, measures: [measure] }) => ({
      termId: agreement.terms[0]!.id,
      zoneId: agreement.zones[0]!.id,
      indicator: code,
      measure: measure!.code,
      value: '7',
    }));
    await proposedBy(under, OPERATOR, { agreementId: agreement.id, effectiveOn: '2024-07-01', targets });
    const { page } = await under.as(STREET, addressOf(agreement));
    const rows = page.locator('.amendment tbody tr');
    await page.getByText(`已显示 30 条，共 ${targets.length} 条`).waitFor();
    expect(await rows.count()).toBe(30);
    await button(page, '显示更多').click();
    await rows.nth(targets.length - 1).waitFor();
    expect(await rows.count()).toBe(targets.length);
  });

  test('of a bureau is in force at once, and a party objects to it for all to see', async () => {
    const agreement = await inForce(under);
    const { page: bureau } = await under.as(BUREAU, addressOf(agreement));
    await button(bureau, '提出协议变更').click();
    await bureau.getByLabel('生效日期').fill('2024-12-01');
    await bureau.getByLabel('最后服务日').fill('2024-11-30');
    await bureau.getByLabel('理由').fill('街道合并');
    await button(bureau, '提交变更').click();
    const number = bureau.locator('.field', { has: bureau.getByLabel('文号') });
    await number.locator('.wrong').waitFor();
    await number.getByLabel('文号').fill('荔民〔2024〕12 号');
    await button(bureau, '提交变更').click();
    await bureau.getByText('提前终止').first().waitFor();
    const { page } = await under.as(STREET, addressOf(agreement));
    const dialog = await take(page, '提出异议', '合并日期有误');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('原因：合并日期有误').waitFor();
    expect(await button(page, '提出异议').count()).toBe(0);
    await bureau.reload();
    await bureau.getByText('原因：合并日期有误').waitFor();
  });
});

test.each([
  [STREET, 'zh'],
  [STREET, 'en'],
  ['admin@mentoring-centre.example', 'zh'],
  ['admin@assessor.example', 'en'],
] as const)(
  'one agreement and its forms have no fault for %s, in %s, on a phone either',
  async (email, language) => {
    const { page, problems } = await under.as(email, '/console/agreements', { language });
    await page.getByRole('link', { name: '逢源街社工服务站' }).click();
    await page.waitForURL('**agreement=**');
    const faults: string[] = [];
    for (const address of [page.url(), `${page.url()}&amend=1`, `${page.url()}&renew=1`, REGISTER]) {
      await page.goto(address);
      await page.locator('#main h1').waitFor();
      await settled(page);
      await page.setViewportSize(PHONE);
      faults.push(...(await axe(page)));
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > PHONE.width)
        faults.push('too wide');
    }
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test('the street registers a contract cycle, and corrects it; the operator reads it', async () => {
  const { page, problems } = await under.as(STREET, '/console/agreements');
  const cycles = section(page, '承接周期');
  await button(cycles, '登记承接周期').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '登记承接周期').click();
  await dialog.getByText('请填写').first().waitFor();
  await dialog.getByLabel('承接机构').selectOption('广州市荔湾区逢源人家服务中心');
  await dialog.getByLabel('购买方').selectOption('广州市荔湾区逢源街道办事处');
  await dialog.getByLabel('采购编号').fill('GZ-2031-001');
  await dialog.getByLabel('首日').fill('2031-05-01');
  await dialog.getByLabel('末日').fill('2034年4月30日');
  await dialog.getByLabel('总金额').fill('7200000');
  await button(dialog, '登记承接周期').click();
  await dialog.waitFor({ state: 'detached' });
  const row = cycles.locator('tbody tr', { hasText: 'GZ-2031-001' });
  await row.getByText('7,200,000').waitFor();
  await row.getByRole('button', { name: '更正' }).click();
  await dialog.getByLabel('总金额').fill('7500000');
  await button(dialog, '更正').click();
  await row.getByText('7,500,000').waitFor();
  expect(problems).toEqual([]);
  const operator = await under.as(OPERATOR, '/console/agreements');
  await section(operator.page, '承接周期').getByText('GZ-2031-001').waitFor();
  expect(await button(operator.page, '登记承接周期').count()).toBe(0);
});

test('the bureau renames a station from a day on', async () => {
  const agreement = await newStation(under.api);
  const { page, problems } = await under.as(BUREAU, `/console/agreements?agreement=${agreement.id}`);
  await button(page, '社工站更名').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('新名称').fill(`${agreement.station.name}（更名）`);
  await dialog.getByLabel('理由').fill('街道合并');
  await button(dialog, '社工站更名').click();
  await page.getByRole('heading', { name: `${agreement.station.name}（更名）` }).waitFor();
  expect(problems).toEqual([]);
});
