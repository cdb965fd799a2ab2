import { newProposal, validRegistration } from '../api/support/agreements';
import { registerCycle } from '../api/support/cycles';
import { addressOf, badge, button, inForce, OPERATOR, section, STREET } from './agreement-pages';
import { ConsoleUnderTest } from './browser';

/** The forms that register, amend and renew: what was typed stays, mistakes are named at their fields. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

test('a proposal is registered in a form that keeps what was typed, and names mistakes at their fields', async () => {
  const { page, problems } = await under.as(OPERATOR, '/console/agreements');
  await button(page, '登记协议').click();
  await page.getByLabel('新设社工站').check();
  await page.getByLabel('新社工站名称').fill('桥头社工服务站');
  await page.getByLabel('街道或镇').fill('桥头街');
  await page.getByLabel('行政区').selectOption('荔湾区');
  await page.getByLabel('购买方').selectOption('广州市荔湾区逢源街道办事处');
  await page.getByLabel('开始日期').fill('2025-01-01');
  await page.getByLabel('最后服务日').fill('2025-12-31');
  await page.getByLabel('片区', { exact: true }).fill('东片：东一，东二\n西片：东一');
  await page.getByLabel('签订协议').fill('0.5');
  await page.reload();
  await button(page, '提交登记').click();
  await page.getByText('各期付款比例之和须为 1，现为 0.5。').waitFor();
  await page.getByText('第 2 行：').waitFor();
  await page.getByLabel('片区', { exact: true }).fill('东片：东一，东二\n西片：西一');
  await page.getByLabel('签订协议').fill('1');
  await button(page, '提交登记').click();
  await badge(page, '待确认').waitFor();
  await page.getByText('东一，东二').waitFor();
  expect(await page.locator('#main h1').innerText()).toBe('桥头社工服务站');
  expect(problems).toEqual([]);
});

test('an amendment is proposed in a form that keeps what was typed, and names mistakes at their fields', async () => {
  const agreement = await inForce(under);
  const { page, problems } = await under.as(OPERATOR, addressOf(agreement));
  await button(page, '提出协议变更').click();
  await page.getByLabel('生效日期').fill('2023-07-01');
  await page.getByLabel('年度经费（元）').fill('２，２００，０００');
  await page.getByLabel('理由').fill('经双方协商一致');
  await button(page, '调整一项协议量').click();
  const target = page.getByLabel('项目期 / 片区 / 指标');
  await target.selectOption({ label: '年度 / 西片 / 建档 档案数（个）' });
  await page.getByLabel('新的协议量').fill('七百');
  await button(page, '提交变更').click();
  await page.locator('.target-line .wrong', { hasText: '请填数字' }).waitFor();
  await page.reload();
  await page.getByLabel('新的协议量').fill('700');
  expect(await page.getByLabel('年度经费（元）').inputValue()).toBe('２，２００，０００');
  await button(page, '提交变更').click();
  const day = page.locator('.field', { has: page.getByLabel('生效日期') });
  await day.locator('.wrong').waitFor();
  expect(await day.getByLabel('生效日期').getAttribute('aria-invalid')).toBe('true');
  await day.getByLabel('生效日期').fill('2024-07-01');
  await button(page, '提交变更').click();
  await page.waitForURL(`**${addressOf(agreement)}`);
  const rows = section(page, '协议变更').locator('tbody tr');
  expect(await rows.allInnerTexts()).toEqual([
    '年度经费（元）\t2,000,000.00\t2,200,000.00',
    expect.stringMatching(/^协议量：.*西片.*\t600\t700$/),
  ]);
  expect(await button(page, '撤回变更').count()).toBe(1);
  // Sent, it is not offered again.
  await button(page, '提出协议变更').click();
  expect(await page.getByLabel('理由').inputValue()).toBe('');
  expect(problems).toEqual([]);
});

test('an agreement is renewed for the days after it, with what it says on its last day', async () => {
  const agreement = await inForce(under);
  const { page, problems } = await under.as(OPERATOR, addressOf(agreement));
  await button(page, '续签').click();
  expect(await page.getByLabel('开始日期').inputValue()).toBe('2025-01-01');
  await page.getByLabel('开始日期').fill('2024-12-01');
  await page.getByLabel('最后服务日').fill('2025年12月31日');
  await page.getByLabel('年度经费（元）').fill('2100000');
  await page.reload();
  await button(page, '提交续签').click();
  const day = page.locator('.field', { has: page.getByLabel('开始日期') });
  await day.getByText('续签须从原协议结束（2024-12-31）之后开始').waitFor();
  await day.getByLabel('开始日期').fill('2025-01-01');
  await button(page, '提交续签').click();
  await badge(page, '待确认').waitFor();
  await page.getByText('2025-01-01 至 2025-12-31').first().waitFor();
  expect(await section(page, '协议量').locator('tbody tr').count()).toBe(3);
  await page.getByRole('link', { name: '2024-01-01 至 2024-12-31' }).click();
  await page.waitForURL(`**${addressOf(agreement)}`);
  await page.getByText('续签为').waitFor();
  expect(problems).toEqual([]);
});

test('nothing typed stays in the tab of who signs out', async () => {
  const agreement = await inForce(under);
  const { page } = await under.as(OPERATOR, `${addressOf(agreement)}&amend=1`);
  await page.getByLabel('理由').fill('尚未商定');
  await button(page, '退出登录').click();
  await page.getByLabel('邮箱').waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a proposal is revised in the form that registered it, filled with what it says; the street confirms that revision', async () => {
  const operator = await under.as(OPERATOR, '/console/agreements');
  const proposal = await newProposal(under.api);
  await operator.page.goto(addressOf(proposal));
  await button(operator.page, '修改登记').click();
  const { page } = operator;
  expect(await page.getByLabel('片区', { exact: true }).inputValue()).toContain('东片：东一，东二');
  expect(await page.getByLabel('项目期', { exact: true }).inputValue()).toBe(
    '年度：2024-01-01 至 2024-12-31',
  );
  await page.getByLabel('年度经费（元）').fill('2400000');
  await button(page, '提交修改').click();
  await page.getByText('2,400,000.00').waitFor();
  const street = await under.as(STREET, addressOf(proposal));
  await button(street.page, '确认协议').click();
  await street.page.getByRole('dialog').getByText('第 2 版').waitFor();
  await button(street.page.getByRole('dialog'), '确认协议').click();
  await badge(street.page, '已确认').waitFor();
  await button(street.page, '登记合同').click();
  const dialog = street.page.getByRole('dialog');
  await dialog.getByLabel('合同编号').fill('荔合〔2024〕3 号');
  await dialog.getByLabel('签订日期').fill('2023年12月20日');
  await button(dialog, '保存').click();
  await section(street.page, '合同与备案').getByText('2023-12-20').waitFor();
  expect([...operator.problems, ...street.problems]).toEqual([]);
});

test('an amendment adds, renames, moves and closes parts, and asks for a new target', async () => {
  const agreement = await inForce(under);
  const { page, problems } = await under.as(OPERATOR, addressOf(agreement));
  await button(page, '提出协议变更').click();
  await page.getByLabel('生效日期').fill('2024-07-01');
  await page.getByLabel('理由').fill('经双方协商一致');
  const change = page.getByLabel('要变更的内容');
  await change.selectOption({ label: '东片' });
  await page.getByRole('group', { name: '片区：东片' }).getByLabel('改名为').fill('一片');
  await change.selectOption({ label: '新增社工点' });
  const point = page.getByRole('group', { name: '新增社工点' });
  await point.getByLabel('所属片区').selectOption({ label: '西片' });
  await change.selectOption({ label: '西一' });
  await page.getByRole('group', { name: '社工点：西一' }).getByLabel('自生效日期起停用').check();
  await button(page, '新增一项协议量').click();
  await page.getByLabel('项目期', { exact: true }).selectOption({ label: '年度' });
  await page.getByLabel('度量（单位）').selectOption({ label: '居家探访/家庭探视 探访数（户）' });
  await page.getByLabel('新的协议量').fill('12');
  await button(page, '提交变更').click();
  // A new part needs its name.
  expect(await point.getByLabel('名称').getAttribute('aria-invalid')).toBe('true');
  await point.getByLabel('名称').fill('西九');
  await button(page, '提交变更').click();
  await page.waitForURL(`**${addressOf(agreement)}`);
  const rows = section(page, '协议变更').locator('tbody tr');
  await rows.nth(3).waitFor();
  const shown = (await rows.allInnerTexts()).join('\n');
  for (const part of ['一片', '西九', '西一', '12']) expect(shown).toContain(part);
  expect(problems).toEqual([]);
});

test('an agreement is registered as a year of the contract cycle of its parties', async () => {
  const { operatorId, purchaserId } = await validRegistration(under.api);
  await registerCycle(await under.api.as(STREET), {
    operatorId,
    purchaserId,
    procurementNumber: 'GZ-2025-007',
    amount: '7200000',
    startsOn: '2025-01-01',
    endsOn: '2027-12-31',
  });
  const { page, problems } = await under.as(OPERATOR, '/console/agreements?register=1');
  await page.getByLabel('新设社工站').check();
  await page.getByLabel('新社工站名称').fill('周期社工服务站');
  await page.getByLabel('街道或镇').fill('周期街');
  await page.getByLabel('行政区').selectOption('荔湾区');
  // Of other parties it is not offered.
  expect(await page.getByLabel('承接周期').count()).toBe(0);
  await page.getByLabel('购买方').selectOption('广州市荔湾区逢源街道办事处');
  await page.getByLabel('开始日期').fill('2026-01-01');
  await page.getByLabel('最后服务日').fill('2026-12-31');
  await page.getByLabel('片区', { exact: true }).fill('东片：东一');
  await page.getByLabel('承接周期').selectOption({ label: 'GZ-2025-007 2025-01-01 至 2027-12-31' });
  await button(page, '提交登记').click();
  const year = page.locator('.field', { has: page.getByLabel('第几年') });
  await year.locator('.wrong').waitFor();
  await year.getByLabel('第几年').fill('2');
  await button(page, '提交登记').click();
  await badge(page, '待确认').waitFor();
  await section(page, '合同与备案').getByText('GZ-2025-007，2025-01-01 至 2027-12-31，第 2 年').waitFor();
  expect(problems).toEqual([]);
});
