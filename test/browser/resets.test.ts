import type { Locator, Page } from 'playwright-core';
import { signInAnew } from '../api/support/people';
import { join, NEW_PASSWORD } from '../membership/support';
import { button, section } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** The platform helps the sole administrator of an organisation, in sight of all its members. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const MEMBERS = '/console/members';
const TITLE = '平台协助管理员重置密码';
const SOLE = 'admin@datong.example';
const helped = (page: Page): Locator => section(page, TITLE).locator('tbody tr', { hasText: '大同管理员' });

test('one administrator of the platform asks, another confirms, members see it, and the link is taken after a day', async () => {
  const { page, problems } = await under.as('admin@platform.example', MEMBERS);
  await button(section(page, TITLE), '申请协助').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('管理员邮箱').fill('worker@datong.example');
  await dialog.getByLabel('理由').fill('忘记密码，单位来函');
  await button(dialog, '申请协助').click();
  await dialog.locator('.field .wrong').waitFor();
  await dialog.getByLabel('管理员邮箱').fill(SOLE);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await button(dialog, '申请协助').click();
  await helped(page).getByText('待另一位平台管理员确认').waitFor();
  await button(helped(page), '确认协助：大同管理员').click();
  await button(dialog, '确认协助：大同管理员').click();
  await dialog.getByText('另一位').first().waitFor();
  await button(dialog, '关闭').click();

  // Every member of the organisation sees it on its first page, and reads the reason.
  const theirs = await under.as('worker@datong.example');
  const notice = theirs.page.getByText('平台正在协助本单位管理员“大同管理员”重置密码');
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/待另一位平台管理员确认。理由：忘记密码，单位来函 若非其本人申请/);
  const others = await under.as('admin@fengyuan.example', '/console/members');
  await others.page.getByRole('cell', { name: 'worker@fengyuan.example' }).waitFor();
  expect(await others.page.getByText('平台正在协助').count()).toBe(0);

  const { id, client } = await second();
  await client.get('mutation($id: ID!) { confirmAdministratorReset(id: $id) { userErrors { code } } }', {
    id,
  });
  await page.reload();
  await helped(page).getByText('起可领取链接').waitFor();
  expect(await helped(page).getByRole('button').count()).toBe(0);
  await wait(id);
  await page.reload();
  await button(helped(page), '领取链接：大同管理员').click();
  await button(dialog, '领取链接').click();
  await dialog.getByText('链接只显示这一次').waitFor();
  const link = await dialog.locator('.copy-text textarea').inputValue();
  await button(dialog, '关闭').click();
  await helped(page).getByText('已领取链接').waitFor();

  const forgetful = await under.open();
  await forgetful.page.goto(link);
  await forgetful.page.getByLabel('新密码').fill(NEW_PASSWORD);
  await button(forgetful.page, '设置新密码并登录').click();
  await forgetful.page.locator('.who').waitFor();
  expect([...problems, ...theirs.problems, ...forgetful.problems]).toEqual([]);
});

test('an administrator of the organisation stops what nobody of it has asked for', async () => {
  const platform = await signInAnew(under.api, 'admin@platform.example');
  await platform.get(
    'mutation($email: String!) { requestAdministratorReset(email: $email, reason: "来函") { userErrors { code } } }',
    { email: 'admin@liwan-bureau.example' },
  );
  const { page, problems } = await under.as('admin@liwan-bureau.example', '/console');
  await page.getByRole('link', { name: '查看详情' }).click();
  const line = section(page, TITLE).locator('tbody tr');
  await button(line, '中止协助：广州市荔湾区民政局管理员').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '中止协助：广州市荔湾区民政局管理员').click();
  await line.getByText('已中止').waitFor();
  expect(await line.getByRole('button').count()).toBe(0);
  await page.goto('/console');
  await page.getByText('待办').first().waitFor();
  expect(await page.getByText('平台正在协助').count()).toBe(0);
  expect(problems).toEqual([]);
});

/** Another administrator of the platform, and the help that is under way. */
async function second() {
  const platform = await signInAnew(under.api, 'admin@platform.example');
  const { client } = await join(under.api, platform, { role: 'ADMIN' });
  const { administratorResets } = await client.get<{ administratorResets: { id: string }[] }>(
    '{ administratorResets { id } }',
  );
  return { id: administratorResets[0]!.id, client };
}

/** As if it had been confirmed a day ago: browsers have the clock of the machine. */
async function wait(id: string): Promise<void> {
  await under.api.world.ownerQuery('alter table core.administrator_reset disable trigger user');
  await under.api.world.ownerQuery(
    `update core.administrator_reset
        set asked_at = asked_at - interval '25 hours', confirmed_at = confirmed_at - interval '25 hours' where id = $1`,
    [id],
  );
  await under.api.world.ownerQuery('alter table core.administrator_reset enable trigger user');
}
