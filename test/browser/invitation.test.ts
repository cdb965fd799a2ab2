import { invite, NEW_PASSWORD } from '../membership/support';
import { axe, ConsoleUnderTest } from './browser';

/** How an invited person joins: without an account, from the link alone. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const ADMIN = 'admin@fengyuan.example';

async function linkFor(input: Record<string, unknown> = {}): Promise<string> {
  const { token } = await invite(await under.api.as(ADMIN), { displayName: '新来的社工', ...input });
  return `/console/invitation#token=${token}`;
}

test('an invited worker sees for whom the invitation is, chooses a password, and begins its day', async () => {
  const link = await linkFor({ role: 'WORKER' });
  const { page, context, problems } = await under.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(link);
  await page.getByText('广州市荔湾区逢源人家服务中心 邀请您').waitFor();
  await page.getByText('新来的社工').waitFor();
  const password = page.getByLabel('设置密码');
  await password.fill('short');
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.getByText('密码至少需要 12 个字符').waitFor();
  await page.getByLabel('显示密码').check();
  expect(await password.getAttribute('type')).toBe('text');
  await password.fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.waitForURL('**/console/entry**');
  await page.locator('.who').getByText('新来的社工').waitFor();
  expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict', expires: -1 }]);
  // No server, and so no log, gets the token in an address.
  expect(asked.filter((address) => address.includes('swi_'))).toEqual([]);
  expect(problems).toEqual([]);

  // The link works once.
  const other = await under.open();
  await other.page.goto(link);
  await other.page.getByText('邀请链接无效、已使用或已过期').waitFor();
  await other.page.getByRole('link', { name: '已有账号，去登录' }).click();
  await other.page.getByLabel('邮箱').waitFor();
  expect(other.problems).toEqual([]);
});

test('a person joins in a browser in which somebody else is signed in', async () => {
  const link = await linkFor({ role: 'VIEWER' });
  const { page } = await under.as(ADMIN, '/console/account');
  await page.goto(link);
  await page.getByLabel('设置密码').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.waitForURL('**/console/overview');
  await page.locator('.who').getByText('新来的社工').waitFor();
  await page.reload();
  await page.locator('.who').waitFor();
  expect(await page.locator('.who').innerText()).toContain('新来的社工');
});

test('a link that was not copied in full says so', async () => {
  const { page, problems } = await under.open();
  await page.goto('/console/invitation');
  await page.getByText('这个地址缺少邀请码').waitFor();
  expect(problems).toEqual([]);
});

test.each(['zh', 'en'] as const)('the page can be used by everybody (%s)', async (language) => {
  const { page, problems } = await under.open({ language });
  await page.goto(await linkFor());
  await page.locator('input[autocomplete=new-password]').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto('/console/invitation#token=swi_unknown');
  await page.reload();
  await page.locator('.notice').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('who changes employer gives the password of the former account, which ends', async () => {
  const email = 'mover@stations-move.example';
  const before = await linkFor({ email, role: 'WORKER' });
  const first = await under.open();
  await first.page.goto(before);
  await first.page.getByLabel('设置密码').fill(NEW_PASSWORD);
  await first.page.getByRole('button', { name: '设置密码并登录' }).click();
  await first.page.locator('.who').waitFor();
  const { token } = await invite(await under.api.as('admin@datong.example'), {
    email,
    displayName: '换了单位',
  });
  const { page, problems } = await under.open();
  await page.goto(`/console/invitation#token=${token}`);
  await page.getByLabel('设置密码').fill(`${NEW_PASSWORD} 2`);
  await page.getByText('我用这个邮箱在别的单位有账号').click();
  await page.getByLabel('原单位账号的密码').fill('not this one');
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.locator('.problem').waitFor();
  await page.getByLabel('原单位账号的密码').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: '设置密码并登录' }).click();
  await page.locator('.who').getByText('换了单位').waitFor();
  expect(problems).toEqual([]);
});
