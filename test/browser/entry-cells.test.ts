import { newStation } from '../api/support/agreements';
import { accept, handIn, monthOf, recall } from '../api/support/months';
import { ConsoleUnderTest, PHONE, settled, type Tab } from './browser';
import { cell, openSheet, reopened, saved } from './entry-sheets';

/** What becomes of figures that are not simply saved, and where they can be entered. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const sheet = async (day: string): Promise<Tab> => openSheet(under, day);

test('typing over several records opens them: nothing typed is lost unseen', async () => {
  const { page } = await sheet('2024-12-31');
  await page.locator('td.fixed').first().click();
  await page.keyboard.press('7');
  await page.getByRole('dialog').locator('tbody tr').first().waitFor();
  expect(await page.locator('.editor').inputValue()).toBe('');
});

test('what is refused says why at its cell, and is edited or thrown away', async () => {
  const { page } = await sheet('2025-01-20');
  for (const column of [0, 1]) {
    await cell(page, 0, column).click();
    await page.keyboard.type('99999999999');
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: '2 项未通过' }).waitFor();
  expect(await cell(page, 0, 0).getAttribute('title')).toContain('10 亿');
  await cell(page, 0, 0).click();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '1 项未通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await page.keyboard.press('Escape');
  await saved(page);
  expect(
    await reopened(page, [
      [0, 0],
      [0, 1],
    ]),
  ).toEqual(['3', '']);
});

test('columns can be points, whose records are in the sums of their zones', async () => {
  const { page } = await sheet('2025-01-21');
  await page.getByLabel('表样').selectOption({ label: '按日填报（按社工点）' });
  await page.waitForURL('**by=point**');
  await page.locator('table.grid').waitFor();
  await settled(page);
  await cell(page, 0, 0).click();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByLabel('表样').selectOption({ label: '按日填报（按片区）' });
  await page.locator('[data-cell="0,0"]', { hasText: '6' }).waitFor();
  expect(await cell(page, 0, 0).innerText()).toBe('6');
});

test('a month that was handed in is read alone, says why, and is typed in again once it is recalled', async () => {
  const agreement = await newStation(under.api);
  const [operator, street] = await Promise.all(
    ['admin@fengyuan.example', 'admin@fengyuan-street.example'].map(async (email) => under.api.as(email)),
  );
  await handIn(operator!, agreement.id, '2024-02');
  const address = `/console/entry?agreement=${agreement.id}&term=${agreement.terms[0]!.id}&day=2024-02-05`;
  const { page, problems } = await under.as('worker@fengyuan.example', address);
  await page.getByText('2024年2月的月报已报送，本月的服务只能查看；如须修改，请先撤回该月').waitFor();
  await page.getByRole('button', { name: '没有协议量' }).click();
  await cell(page, 0, 0).click();
  await page.keyboard.press('7');
  await page.getByRole('dialog').getByText('2024年2月的月报已报送').waitFor();
  await page.keyboard.press('Escape');
  expect(await cell(page, 0, 0).getAttribute('title')).toBe('本月的月报已报送，只能查看。');
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: '没有协议量' }).click();
  await page.locator('.entry-list li').first().waitFor();
  expect(await page.locator('.entry-list input').count()).toBe(0);
  const { id } = await monthOf(operator!, agreement.id, '2024-02');
  await accept(street!, id);
  await page.reload();
  await page.getByText('2024年2月的月报已被接受').waitFor();
  await handIn(operator!, agreement.id, '2024-03');
  await recall(operator!, (await monthOf(operator!, agreement.id, '2024-03')).id, '漏报');
  await page.goto(address.replace('2024-02-05', '2024-03-05'));
  await page.getByRole('button', { name: '没有协议量' }).click();
  await page.locator('.entry-list input').first().waitFor();
  expect(await page.getByText('只能查看').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('indicator, target and what is left stay in sight beside as many points as there are', async () => {
  const { page } = await sheet('2025-01-22');
  await page.getByLabel('表样').selectOption({ label: '按日填报（按社工点）' });
  await page.waitForURL('**by=point**');
  await page.locator('table.grid').waitFor();
  await settled(page);
  const frame = page.locator('.grid-frame');
  expect(await frame.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
  const last = (await page.locator('thead th.entered').count()) - 1;
  await cell(page, 0, last).click();
  const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
  const [around, name, target, entered] = await Promise.all(
    ['.grid-frame', '.grid tbody th', '.grid td.beside', `[data-cell="0,${String(last)}"]`].map(box),
  );
  expect(name!.x).toBeCloseTo(around!.x, 0);
  expect(target!.x + 3 * target!.width).toBeLessThanOrEqual(around!.x + around!.width + 1);
  // The cell that is typed in is under none of them.
  expect(entered!.x).toBeGreaterThanOrEqual(name!.x + name!.width - 1);
  expect(entered!.x + entered!.width).toBeLessThanOrEqual(target!.x + 1);
});
