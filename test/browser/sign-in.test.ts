import { TEST_PASSWORD } from '../kit/settings';
import { ConsoleUnderTest, signIn } from './browser';

/** Sessions as a browser has them. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const WORKER = 'worker@fengyuan.example';
const ADMIN = 'admin@fengyuan.example';
/** Its password is changed. */
const CHANGING = 'admin@beidouxing.example';

test('one signs in with 邮箱, 密码 and 登录, and begins at the page of one’s day', async () => {
  const { page, problems } = await under.open();
  await page.goto('/console');
  await page.getByLabel('邮箱').fill(ADMIN);
  await page.getByLabel('密码').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL('**/console/overview');
  expect(await page.locator('#main h1').innerText()).toBe('概览');
  expect(await page.title()).toBe('概览 · 社工服务站平台');
  expect(problems).toEqual([]);
});

test('a wrong password is answered in the server’s words', async () => {
  const { page, problems } = await under.open();
  await page.goto('/console');
  await signIn(page, ADMIN, 'not the password');
  expect(await page.getByRole('alert').innerText()).toBe('电子邮箱或密码不正确。请检查后重试。');
  expect(problems).toEqual([]);
});

test('without e-mails, who has forgotten the password is sent to the administrator', async () => {
  const { page, problems } = await under.open();
  await page.goto('/console');
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByLabel('邮箱').fill(WORKER);
  await page.getByRole('button', { name: '发送重置链接' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('请联系本单位管理员重置密码');
  expect(problems).toEqual([]);
});

test('a link to a page is followed after signing in', async () => {
  const { page } = await under.open();
  await page.goto('/console/account');
  await signIn(page, ADMIN);
  await page.locator('#main h1').waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/account');
});

test('the session outlives a reload and reaches other tabs, but no script reads its token', async () => {
  const { page, context } = await under.as(WORKER, '/console/account');
  await page.reload();
  await page.getByText('修改密码').first().waitFor();
  const other = await under.tabOf(context);
  await Promise.all([page.reload(), other.page.goto('/console/account')]);
  await other.page.getByText('修改密码').first().waitFor();
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toMatch(
    /ey|[\w-]{43}/,
  );
});

test('it ends with the browser, unless one chooses to stay', async () => {
  const { page, context } = await under.as(WORKER);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 });
  await page.locator('#navigation').getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('在这台电脑上保持登录').check();
  await signIn(page, WORKER);
  await page.locator('#main h1').waitFor();
  expect((await context.cookies())[0]?.expires).toBeGreaterThan(Date.now() / 1000 + 600_000);
});

test('signing out leaves nothing, in other tabs either', async () => {
  const { page, context } = await under.as(WORKER, '/console/account');
  const other = await under.tabOf(context);
  await other.page.goto('/console/account');
  await other.page.locator('#main h1').waitFor();
  await Promise.all([
    page.waitForResponse('**/session'),
    page.locator('#navigation').getByRole('button', { name: '退出登录' }).click(),
  ]);
  await page.getByLabel('邮箱').waitFor();
  expect(await context.cookies()).toEqual([]);
  await other.page.reload();
  await other.page.getByLabel('邮箱').waitFor();
});

test('a session that ends at work is taken up over the page, and nothing is lost', async () => {
  const { page, problems } = await under.as(CHANGING, '/console/account');
  await page.getByLabel('原密码').fill(TEST_PASSWORD);
  await page.getByLabel('新密码').fill('a new password of sixteen');
  await under.api.world.ownerQuery('update core.session set ended_at = now()');
  await page.getByRole('button', { name: '修改密码' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('登录已过期').waitFor();
  await dialog.getByLabel('邮箱').fill(CHANGING);
  await dialog.getByLabel('密码').fill(TEST_PASSWORD);
  await dialog.getByRole('button', { name: '登录' }).click();
  await page.getByText('密码已修改').waitFor();
  expect(problems).toEqual([]);
});

test('who signs out without network is not signed in again when it is back', async () => {
  const { page, context } = await under.as(WORKER, '/console/account', { serviceWorkers: 'allow' });
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await page.reload();
  await page.locator('#main h1').waitFor();
  await context.setOffline(true);
  await page.locator('#navigation').getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('邮箱').waitFor();
  await context.setOffline(false);
  await Promise.all([page.waitForResponse('**/session'), page.reload()]);
  await page.getByLabel('邮箱').waitFor();
  expect(await context.cookies()).toEqual([]);
});

test('the explorer signs in the same way, and shares the session', async () => {
  const { page, context, problems } = await under.open();
  await page.goto('/explorer');
  await page.locator('#email').fill(WORKER);
  await page.locator('#password').fill(TEST_PASSWORD);
  await page.locator('#sign-in button').click();
  await page.locator('#signed-in').waitFor();
  expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
  await page.reload();
  await page.locator('#who').getByText('逢源人家社工').waitFor();
  await page.goto('/console/account');
  await page.getByText('逢源人家社工').first().waitFor();
  expect(problems).toEqual([]);
});

test('a busy server is waited for, and the page then goes on by itself', async () => {
  const { page } = await under.as(ADMIN, '/console/account');
  let refusals = 2;
  await page.route('**/graphql', async (route) => {
    refusals -= 1;
    if (refusals < 0) return route.continue();
    const body = JSON.stringify({
      errors: [{ message: '服务正忙', extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    return route.fulfill({
      status: 503,
      headers: { 'retry-after': '1' },
      contentType: 'application/json',
      body,
    });
  });
  await page.getByRole('link', { name: '概览' }).click();
  await page.getByText('服务正忙').waitFor();
  await page.getByText('各站情况').waitFor();
  expect(refusals).toBeLessThan(0);
});

test('what fails says why, under which number, and can be tried again', async () => {
  const { page } = await under.as(ADMIN, '/console/account');
  await page.route('**/graphql', async (route) => {
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: 'a-request-id' };
    const body = JSON.stringify({ errors: [{ message: '出错了', extensions }] });
    return route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  await page.getByRole('link', { name: '概览' }).click();
  await page.getByText('请求编号 a-request-id').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('出错了');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByText('各站情况').waitFor();
});

test('"/" finds a station, Ctrl+/ shows the keys, Esc closes', async () => {
  const { page } = await under.as('admin@guangzhou-bureau.example', '/console/completion');
  await page.locator('table.sheet').waitFor();
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill('元岗');
  await page.getByRole('dialog').getByRole('button', { name: '广州市元岗街社工服务站' }).click();
  await page.getByRole('button', { name: '广州市元岗街社工服务站' }).waitFor();
  await page.keyboard.press('Control+/');
  await page.getByText('查找社工站').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/console/completion');
});

test('over plain HTTP from elsewhere the session lives in the page alone, which says so, and figures are entered', async () => {
  const { page, context, problems } = await under.open();
  await page.goto(`http://stations.test:${new URL(under.api.url).port}/console`);
  await signIn(page, WORKER);
  await page.locator('table.grid').waitFor();
  await page.getByText('此连接没有加密').waitFor();
  expect(await context.cookies()).toEqual([]);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.locator('td.saved').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.getByText('全部已保存').waitFor();
  await page.reload();
  await page.getByLabel('邮箱').waitFor();
  // The browser itself says that it ignores a header without TLS.
  expect(problems.filter((text) => !text.includes('Cross-Origin-Opener-Policy'))).toEqual([]);
});

test('the language is switched on every page, the server’s words too', async () => {
  const { page } = await under.open();
  await page.goto('/console');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await signIn(page, WORKER, 'not the password');
  expect(await page.getByRole('alert').innerText()).toBe(
    'The e-mail or the password is wrong. Please check both and try again.',
  );
});
