import { addressOf, badge, button, inForce, OPERATOR, section } from './agreement-pages';
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
    '年度经费（元）\t2,000,000.00\t2,200,000',
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
