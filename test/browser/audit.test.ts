import { button } from './agreement-pages';
import { ConsoleUnderTest } from './browser';

/** Administrators read who did what. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const ADMIN = 'admin@fengyuan.example';

test('the log says in words who did what, shows what was changed, and its address says what it is limited to', async () => {
  const admin = await under.api.as(ADMIN);
  const { members } = await admin.get<{ members: { nodes: { id: string; email: string }[] } }>(
    '{ members { nodes { id email } } }',
  );
  const { id } = members.nodes.find(({ email }) => email.startsWith('worker'))!;
  await admin.get(
    'mutation($input: ChangeMemberInput!) { changeMember(input: $input) { userErrors { code } } }',
    { input: { memberId: id, displayName: '逢源人家社工甲', role: 'MANAGER' } },
  );
  const worker = await under.api.as('worker@fengyuan.example');
  await worker.ask('{ auditLog { totalCount } }');
  await under.api.server.trail.settled();

  const { page, problems } = await under.as(ADMIN, '/console/audit');
  const rows = page.locator('tbody tr');
  await rows.filter({ hasText: '修改成员' }).first().waitFor();
  await page.getByRole('combobox', { name: '结果', exact: true }).selectOption('被拒绝');
  await page.waitForURL('**outcome=REFUSED**');
  await rows.filter({ hasText: '请求被拒绝' }).first().waitFor();
  expect(await rows.filter({ hasText: '修改成员' }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('combobox', { name: '操作', exact: true }).selectOption('修改成员');
  await page.waitForURL('**action=MEMBER_CHANGED**');
  await page.getByText('共 1 条').waitFor();
  await rows.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('tbody tr').allInnerTexts()).toEqual([
    '角色\t社工\t主管',
    '姓名\t逢源人家社工\t逢源人家社工甲',
  ]);
  await dialog.getByRole('link', { name: '这个对象的全部操作' }).click();
  await page.waitForURL(`**thing=${id}`);
  await button(page, '清除条件').click();
  await page.waitForURL('**/console/audit');
  expect(problems).toEqual([]);
});

test('it is read page by page, within days, of one member', async () => {
  const { page, problems } = await under.as(
    'admin@liwan-bureau.example',
    '/console/audit?from=2024-01-01&to=2024-01-02',
  );
  await page.getByText('没有符合条件的记录').waitFor();
  await page.goto('/console/audit');
  await page.getByRole('combobox', { name: '人员', exact: true }).selectOption('广州市荔湾区民政局管理员');
  await page.waitForURL('**member=**');
  await page.locator('tbody tr').first().waitFor();
  expect(problems).toEqual([]);
});
