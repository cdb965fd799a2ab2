import type { Locator, Page } from 'playwright-core';
import { NEW_PASSWORD } from '../membership/support';
import { button, section } from './agreement-pages';
import { axe, ConsoleUnderTest } from './browser';

/** Administrators: they invite, change and remove members, and make and revoke keys. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const MEMBERS = '/console/members';
const row = (page: Page, name: string): Locator => page.locator('tbody tr', { hasText: name });
/** The link or key that a dialog shows once. */
const shownOnce = async (page: Page): Promise<string> =>
  page.getByRole('dialog').locator('.copy-text textarea').inputValue();
const close = async (page: Page): Promise<void> => {
  await button(page.getByRole('dialog'), '关闭').click();
};

test('an administrator invites a manager, who joins by the link; is changed; and is removed', async () => {
  const { page, problems } = await under.as('admin@fengyuan.example', MEMBERS);
  await button(page, '邀请成员').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('试用主管');
  await dialog.getByLabel('邮箱').fill('nobody');
  await dialog.getByLabel('角色').selectOption('主管');
  await dialog.getByLabel('可登记经费').check();
  await dialog.getByLabel('只限下列社工站').check();
  await dialog.getByLabel('广州市逢源街社工服务站').check();
  await button(dialog, '邀请成员').click();
  await dialog.locator('.field .wrong', { hasText: '电子邮箱格式不正确' }).waitFor();
  // What was typed stays when the window is closed, and when the page is loaded anew.
  await page.reload();
  await button(page, '邀请成员').click();
  expect(await dialog.getByLabel('姓名').inputValue()).toBe('试用主管');
  await dialog.getByLabel('邮箱').fill('manager@fengyuan-joins.example');
  await button(dialog, '邀请成员').click();
  await dialog.getByText('链接只显示这一次').waitFor();
  const link = await shownOnce(page);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/invitation#token=swi_[\w-]+$/);
  expect(await axe(page)).toEqual([]);
  await close(page);
  await row(page, '试用主管').getByText('待接受邀请').waitFor();

  const joining = await under.open();
  await joining.page.goto(link);
  await joining.page.getByLabel('设置密码').fill(NEW_PASSWORD);
  await joining.page.getByRole('button', { name: '设置密码并登录' }).click();
  await joining.page.waitForURL('**/console/completion**');

  await page.reload();
  expect(await row(page, '试用主管').innerText()).toMatch(/可登记经费.*广州市逢源街社工服务站.*加入/s);
  await row(page, '试用主管').getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('角色').selectOption('社工');
  await dialog.getByLabel('全部社工站').check();
  await button(dialog, '保存').click();
  await dialog.waitFor({ state: 'detached' });
  expect(await row(page, '试用主管').innerText()).toMatch(/社工\s+全部社工站/);
  await row(page, '试用主管').getByRole('button', { name: '移除' }).click();
  await button(dialog, '移除成员：试用主管').click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, '试用主管').getByText('离开').waitFor();
  expect(await row(page, '试用主管').getByRole('button').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('an invitation is renewed; the last administrator stays', async () => {
  const { page, problems } = await under.as('admin@datong.example', MEMBERS);
  await button(page, '邀请成员').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('迟到的社工');
  await dialog.getByLabel('邮箱').fill('late@datong-joins.example');
  await button(dialog, '邀请成员').click();
  await dialog.locator('.copy-text').waitFor();
  const first = await shownOnce(page);
  await close(page);
  await row(page, '迟到的社工').getByRole('button', { name: '重新邀请' }).click();
  await button(dialog, '生成新的邀请链接').click();
  await dialog.locator('.copy-text').waitFor();
  expect(await shownOnce(page)).not.toBe(first);
  await close(page);
  await row(page, '大同管理员').getByRole('button', { name: '移除' }).click();
  await button(dialog, '移除成员：大同管理员').click();
  await dialog.getByText('这是本单位最后一位管理员').waitFor();
  expect(problems).toEqual([]);
});

test('an administrator issues a link by which a member sets another password; the member stays the same', async () => {
  const email = 'worker@fengyuan.example';
  const former = await under.as(email);
  const { page, problems } = await under.as('admin@fengyuan.example', MEMBERS);
  const worker = row(page, email);
  await worker.getByRole('button', { name: '重置密码' }).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '签发重置链接').click();
  await dialog.getByText('链接只显示这一次').waitFor();
  const link = await shownOnce(page);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/reset#token=swr_[\w-]+$/);
  expect(await axe(page)).toEqual([]);
  await close(page);
  // One’s own password is changed on the page of the account.
  expect(await row(page, 'admin@fengyuan.example').getByRole('button', { name: '重置密码' }).count()).toBe(0);

  const forgetful = await under.open();
  await forgetful.page.goto(link);
  await forgetful.page.getByLabel('新密码').fill('short');
  await button(forgetful.page, '设置新密码并登录').click();
  await forgetful.page.getByText('密码至少需要 12 个字符').waitFor();
  expect(await axe(forgetful.page)).toEqual([]);
  await forgetful.page.getByLabel('新密码').fill(NEW_PASSWORD);
  await button(forgetful.page, '设置新密码并登录').click();
  await forgetful.page.waitForURL('**/console/entry**');
  await forgetful.page.locator('.who').waitFor();

  // The sessions of before have ended, and the link works once.
  await former.page.goto('/console/account');
  await former.page.locator('input[name=password]').waitFor();
  const again = await under.open();
  await again.page.goto(link);
  await again.page.getByLabel('新密码').fill(NEW_PASSWORD);
  await button(again.page, '设置新密码并登录').click();
  await again.page.getByText('重置链接无效、已使用或已过期').waitFor();
  await again.page.goto('/console/reset');
  await again.page.getByText('这个地址缺少重置码').waitFor();
  expect([...problems, ...forgetful.problems, ...again.problems]).toEqual([]);
});

test('a key is shown once, copied, and revoked', async () => {
  const { page, context, problems } = await under.as('admin@liwan-bureau.example', MEMBERS);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, '新建密钥').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('用途').fill('夜间同步');
  await dialog.getByLabel('到期日').fill('明天');
  await button(dialog, '新建密钥').click();
  await dialog.getByText('请填日期').waitFor();
  await dialog.getByLabel('到期日').fill('2099年12月31日');
  await button(dialog, '新建密钥').click();
  await dialog.getByText('密钥只显示这一次').waitFor();
  const secret = await shownOnce(page);
  await button(dialog, '复制').click();
  await dialog.getByText('已复制').waitFor();
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(secret);
  const asKey = under.api.withToken(secret);
  expect((await asKey.ask('{ viewer { displayName } }')).data).toEqual({
    viewer: { displayName: '夜间同步' },
  });
  await close(page);
  expect(await page.content()).not.toContain(secret);
  const keys = section(page, 'API 密钥');
  await keys.getByText('2099-12-31').waitFor();
  await keys.getByRole('button', { name: '撤销密钥：夜间同步' }).click();
  await button(dialog, '撤销密钥：夜间同步').click();
  await dialog.waitFor({ state: 'detached' });
  expect((await asKey.ask('{ viewer { displayName } }')).data).toBeNull();
  expect(problems).toEqual([]);
});

test('the platform adds an organisation, invites again, and renames it', async () => {
  const { page, problems } = await under.as('admin@platform.example', MEMBERS);
  await button(page, '新增机构').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('类别').selectOption('购买方');
  await dialog.getByLabel('名称', { exact: true }).fill('广州市荔湾区桥头街道办事处');
  await dialog.getByLabel('首位管理员姓名').fill('桥头管理员');
  await dialog.getByLabel('首位管理员邮箱').fill('admin@qiaotou-street.example');
  await button(dialog, '新增机构').click();
  await dialog.locator('.field .wrong', { hasText: '购买方须填写所在区' }).waitFor();
  await dialog.getByLabel('区', { exact: true }).selectOption('荔湾区');
  await button(dialog, '新增机构').click();
  await dialog.locator('.copy-text').waitFor();
  await close(page);
  const added = row(page, '桥头街道办事处');
  await added.getByText('尚无').waitFor();
  await button(added, '邀请首位管理员').click();
  await dialog.getByLabel('姓名').fill('桥头另一位');
  await dialog.getByLabel('邮箱').fill('other@qiaotou-street.example');
  await button(dialog, '邀请成员').click();
  await dialog.locator('.copy-text').waitFor();
  await close(page);
  await added.getByRole('button', { name: '更名' }).click();
  await dialog.getByLabel('新名称').fill('广州市荔湾区新桥街道办事处');
  await dialog.getByLabel('理由').fill('街道更名');
  await button(dialog, '更名').click();
  await dialog.waitFor({ state: 'detached' });
  await row(page, '新桥街道办事处').waitFor();
  expect(problems).toEqual([]);
});

test('the platform names an administrator, which the organisation sees with the reason', async () => {
  const { page } = await under.as('admin@platform.example', `${MEMBERS}?kind=ASSESSOR`);
  await row(page, '广州市社会工作协会').getByRole('button', { name: '指定管理员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('接任管理员');
  await dialog.getByLabel('邮箱').fill('next@assessor-joins.example');
  await dialog.getByLabel('理由').fill('原管理员已离职，来函申请');
  await button(dialog, '邀请成员').click();
  await dialog.locator('.copy-text').waitFor();
  const theirs = await under.as('admin@assessor.example', MEMBERS);
  const named = row(theirs.page, '接任管理员').locator('.badge', { hasText: '平台指定' });
  expect(await named.getAttribute('title')).toContain('原管理员已离职');
});
