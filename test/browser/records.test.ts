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
    await page.getByRole('dialog').locator('form.correction').waitFor();
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
  expect(await dialog.locator('form.correction').count()).toBe(0);
});

test('both parties remark on a record, with evidence, and see each other’s', async () => {
  const address = '/console/records?indicator=HOME_VISIT';
  const street = await under.as('admin@fengyuan-street.example', address);
  const open = async ({ page }: typeof street): Promise<ReturnType<typeof page.getByRole>> => {
    await page.locator('#main tbody tr').first().getByRole('button').click();
    return page.getByRole('dialog');
  };
  const asked = await open(street);
  await asked.getByLabel('补充备注').fill('请附签到表');
  await asked.getByRole('button', { name: '添加' }).click();
  await asked.locator('.remarks li').getByText('请附签到表').waitFor();
  expect(await asked.getByLabel('补充备注').inputValue()).toBe('');
  const station = await under.as('worker@fengyuan.example', address);
  const answered = await open(station);
  await answered.getByText('请附签到表').waitFor();
  await answered.getByLabel('佐证').fill('https://archive.example/2024/7');
  await answered.getByRole('button', { name: '添加' }).click();
  await answered.getByRole('link', { name: 'https://archive.example/2024/7' }).waitFor();
  expect(await answered.locator('.remarks li').count()).toBe(2);
  expect([...street.problems, ...station.problems]).toEqual([]);
});

test('a bureau finds records of all its stations, by a part of their notes too', async () => {
  const { page, problems } = await under.as('admin@liwan-bureau.example', '/console/records');
  await page.locator('#main tbody tr').first().waitFor();
  await page.getByRole('combobox', { name: '范围' }).selectOption({ label: '全部站点' });
  await page.getByRole('columnheader', { name: '社工站' }).waitFor();
  await page.waitForURL('**stations=all**');
  await page.getByLabel('备注含').fill('没有这样的备注');
  await page.getByLabel('备注含').press('Enter');
  await page.getByText('没有符合条件的记录').waitFor();
  await page.goBack();
  await page.locator('#main tbody tr').first().waitFor();
  expect(problems).toEqual([]);
});
