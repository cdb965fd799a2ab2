import { ConsoleUnderTest } from './browser';

/** Service records: found, corrected and voided. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

test('a figure of 附件1 leads to its records, and the list says in its address what it is limited to', async () => {
  const { page, problems } = await under.as('admin@fengyuan.example', '/console/completion');
  await page.getByRole('button', { name: '2185' }).click();
  await page.getByRole('link', { name: '在服务记录中查看' }).click();
  await page.waitForURL('**/console/records?**indicator=CASE_FILE**');
  await page.getByText('已显示 3 条，共 3 条').waitFor();
  await page.getByRole('combobox', { name: '片区' }).selectOption({ label: '片区二' });
  await page.getByText('已显示 1 条，共 1 条').waitFor();
  expect(await page.locator('#main tbody td').allInnerTexts()).toContain('档案数 738 个');
  await page.goBack();
  await page.getByText('共 3 条').waitFor();
  expect(problems).toEqual([]);
});

test('a record is corrected and voided with a reason, and its versions are kept', async () => {
  const { page, problems } = await under.as('admin@fengyuan.example', '/console/records?indicator=HOTLINE');
  const open = async (): Promise<void> => {
    await page.locator('#main tbody tr').first().getByRole('button').click();
    await page.getByRole('dialog').locator('form').waitFor();
  };
  await page.locator('#main tbody tr').first().waitFor();
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.quantity input').first().fill('１２３');
  await dialog.getByLabel('更正或作废的原因').fill('多记一次');
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已更正 1 次').waitFor();
  await open();
  await dialog.getByText('第 1 版').waitFor();
  await dialog.getByLabel('更正或作废的原因').fill('重复登记');
  await dialog.getByRole('button', { name: '作废' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('tr.void').first().waitFor();
  expect(await page.locator('tr.void').first().innerText()).toContain('重复登记');
  expect(problems).toEqual([]);
});

test('who only reads is offered no change', async () => {
  const { page } = await under.as('admin@fengyuan-street.example', '/console/records');
  await page.locator('#main tbody tr').first().getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('tbody tr').waitFor();
  expect(await dialog.locator('form').count()).toBe(0);
});
