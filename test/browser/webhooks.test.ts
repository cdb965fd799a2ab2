import { handIn } from '../api/support/months';
import { newStation } from '../api/support/agreements';
import { type Receiver, startReceiver } from '../notice/support/receiver';
import { button, OPERATOR, section } from './agreement-pages';
import { axe, ConsoleUnderTest, settled } from './browser';

/** Administrators have their own systems notified of what happens. */
let under: ConsoleUnderTest;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  under = await ConsoleUnderTest.start({ WEBHOOK_ALLOW_PRIVATE: 'true' });
  // What happened before goes to nobody.
  await under.api.server.outbox.drive();
});
afterAll(async () => {
  await under.stop();
  await receiver.close();
});

test('an administrator registers an address, sees what arrived, sends it again, switches it off and on, and removes it', async () => {
  const { page, problems } = await under.as(OPERATOR, '/console/members');
  const webhooks = section(page, '事件推送');
  await webhooks.getByText('还没有推送地址').waitFor();
  await button(webhooks, '登记推送地址').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('地址').fill('nowhere');
  await button(dialog, '登记推送地址').click();
  await dialog.locator('.wrong').waitFor();
  await dialog.getByLabel('地址').fill(receiver.url);
  for (const event of ['协议已确认', '评估已定稿', '月报已接受', '月报已退回'])
    await dialog.getByLabel(event).uncheck();
  await button(dialog, '登记推送地址').click();
  await dialog.getByText('签名密钥只显示这一次').waitFor();
  expect(await dialog.locator('.copy-text textarea').inputValue()).toMatch(/^whsec_/);
  await button(dialog, '关闭').click();
  const line = webhooks.locator('tbody tr', { hasText: receiver.url });
  await line.getByText('启用', { exact: true }).waitFor();

  await happen();
  await page.reload();
  await button(line, `推送记录：${receiver.url}`).click();
  await dialog.getByRole('cell', { name: '已送达' }).waitFor();
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await button(dialog, '重新推送').click();
  await dialog.getByRole('cell', { name: '待推送' }).waitFor();
  await under.api.server.outbox.drive();
  expect(receiver.received).toHaveLength(2);
  await button(dialog, '关闭').click();

  // A drawer of fifty, and the way to those before.
  await addDeliveries(60);
  await page.reload();
  await button(line, `推送记录：${receiver.url}`).click();
  await dialog.getByText('已显示 50 条，共 61 条').waitFor();
  await button(dialog, '显示更多').click();
  await dialog.getByText('已显示 61 条，共 61 条').waitFor();
  await button(dialog, '关闭').click();

  await button(line, `修改：${receiver.url}`).click();
  await dialog.getByLabel('地址').fill('nowhere');
  await button(dialog, '保存').click();
  await dialog.locator('.wrong').waitFor();
  await dialog.getByLabel('地址').fill(`${receiver.url}/months`);
  await dialog.getByLabel('月报已退回').check();
  await button(dialog, '保存').click();
  await dialog.waitFor({ state: 'detached' });
  await line.getByText('月报已报送，月报已退回').waitFor();
  await page.goto('/console/audit?action=WEBHOOK_CHANGED');
  await page.getByRole('button', { name: /^详情: 更改事件推送/ }).click();
  await dialog.getByRole('row', { name: '事件 月报已报送 月报已报送, 月报已退回' }).waitFor();
  await dialog.getByRole('row', { name: `地址 ${receiver.url} ${receiver.url}/months` }).waitFor();
  await page.goto('/console/members');
  await button(line, `修改：${receiver.url}/months`).click();
  await dialog.getByLabel('地址').fill(receiver.url);
  await button(dialog, '保存').click();
  await dialog.waitFor({ state: 'detached' });

  await button(line, `停用：${receiver.url}`).click();
  await dialog.getByText('启用后再推送').waitFor();
  await button(dialog, `停用：${receiver.url}`).click();
  await line.getByText('已停用').waitFor();
  await button(line, `启用：${receiver.url}`).click();
  await button(dialog, `启用：${receiver.url}`).click();
  await line.getByText('启用', { exact: true }).waitFor();
  await button(line, `删除：${receiver.url}`).click();
  await button(dialog, `删除：${receiver.url}`).click();
  await webhooks.getByText('还没有推送地址').waitFor();
  expect(problems).toEqual([]);
});

/** A month is handed in, and its delivery arrives. */
async function happen(): Promise<void> {
  const operator = await under.api.as(OPERATOR);
  const { id } = await newStation(under.api);
  await handIn(operator, id, '2024-01');
  await under.api.server.outbox.drive();
  expect(receiver.received).toHaveLength(1);
}

/** Deliveries of the only webhook, as if there had been as many events. */
async function addDeliveries(count: number): Promise<void> {
  await under.api.world.ownerQuery(
    `insert into core.webhook_delivery (organisation_id, webhook_id, event_id, type, body, created_at, queued_at,
            next_attempt_at, delivered_at)
     select w.organisation_id, w.id, gen_random_uuid(), 'MONTH_ACCEPTED', '{}', d.at, d.at, d.at, d.at
       from core.webhook w, generate_series(1, $1::int) g(n),
            lateral (select now() - g.n * interval '1 hour' as at) d
      where w.removed_at is null`,
    [count],
  );
}
