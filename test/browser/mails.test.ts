import { type Mailbox, startMailbox } from '../notice/support/mailbox';
import { axe, ConsoleUnderTest, settled } from './browser';

/** What the pages have where the platform sends e-mails. */
let under: ConsoleUnderTest;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
  under = await ConsoleUnderTest.start(mailbox.settings);
});
afterAll(async () => {
  await under.stop();
  await mailbox.close();
});

test('who has forgotten the password asks for a link, and gets the same answer, no matter whose the e-mail is', async () => {
  const said: string[] = [];
  for (const email of ['nobody@fengyuan.example', 'worker@fengyuan.example']) {
    const { page, problems } = await under.open();
    await page.goto('/console');
    await page.getByRole('link', { name: '忘记密码？' }).click();
    await page.waitForURL('**/console/forgotten');
    await page.getByLabel('邮箱').fill(email);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '发送重置链接' }).click();
    await page.getByText('已收到申请').waitFor();
    said.push(await page.locator('main').innerText());
    await page.getByRole('link', { name: '返回登录' }).click();
    await page.getByLabel('密码').waitFor();
    expect(problems).toEqual([]);
  }
  expect(new Set(said).size).toBe(1);
  await under.api.server.mailedResets.settled();
  const queued = await under.api.world.ownerQuery(`select 1 from core.mail where kind = 'PASSWORD_RESET'`);
  expect(queued).toHaveLength(1);
});

test('a member chooses on the page of the account which e-mails it wants', async () => {
  const { page, problems } = await under.as('worker@fengyuan.example', '/console/account');
  const [atOnce, digest] = [page.getByLabel('即时提醒'), page.getByLabel('每日汇总')];
  await digest.waitFor();
  expect([await atOnce.isChecked(), await digest.isChecked()]).toEqual([false, false]);
  await digest.check();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').waitFor();
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await page.reload();
  await digest.waitFor();
  expect([await atOnce.isChecked(), await digest.isChecked()]).toEqual([false, true]);
  expect(problems).toEqual([]);
});
