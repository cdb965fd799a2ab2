import { ConsoleUnderTest, settled, type Tab } from './browser';
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
