import type { Page } from 'playwright-core';
import { ConsoleUnderTest, type Tab, workOf } from './browser';
import { cell, openSheet, reopened, saved } from './entry-sheets';

/** The grid as a social worker uses it. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const sheet = async (day: string): Promise<Tab> => openSheet(under, day);

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.editor').evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('what is typed saves itself, and is there when the sheet is opened again', async () => {
  const { page, problems } = await sheet('2025-01-02');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('ArrowLeft');
  await cell(page, 1, 1).and(page.locator('.saved')).waitFor();
  await saved(page);
  expect(
    await reopened(page, [
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
  ).toEqual(['12', '3', '4']);
  expect(problems).toEqual([]);
});

test('one’s own record is corrected, F2 edits it, Esc leaves it, Delete voids it', async () => {
  const { page } = await sheet('2025-01-03');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await saved(page);
  await cell(page, 0, 0).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(await cell(page, 0, 0).innerText()).toMatch(/^75/);
  await cell(page, 0, 0).click();
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  expect(await reopened(page, [[0, 0]])).toEqual(['75']);
  await page.keyboard.press('Delete');
  await saved(page);
  expect(await reopened(page, [[0, 0]])).toEqual(['']);
});

test('a block of Excel is pasted as it is written there; mistakes stay in their cells', async () => {
  const { page } = await sheet('2025-01-06');
  await paste(page, '１，３００\t2\t3\r\n/\t4.5\tabc\r\n7\t8\t9\r\n');
  await page.getByText('2 格请改正').waitFor();
  await page.locator('td.saved').nth(5).waitFor();
  expect(await page.locator('td.mistake').count()).toBe(2);
  expect(await page.locator('td.mistake').first().getAttribute('title')).toBe('此项按个数计，请填整数。');
  const cells: [number, number][] = [
    [0, 0],
    [0, 2],
    [1, 0],
    [1, 1],
    [2, 2],
  ];
  expect(await reopened(page, cells)).toEqual(['1300', '3', '', '', '9']);
});

test('a selection is copied as a block, and pasting is undone in one step', async () => {
  const { page } = await sheet('2025-01-07');
  await paste(page, '1\t2\r\n3\t4');
  await saved(page);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const copied = await page.locator('.editor').evaluate((input) => {
    const clipboardData = new DataTransfer();
    input.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('1\t2\r\n3\t4');
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(
    await reopened(page, [
      [0, 0],
      [1, 1],
    ]),
  ).toEqual(['', '']);
});

test('an input method composes from its first key on, and its Enter is its own', async () => {
  const { page } = await sheet('2025-01-08');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: '１２', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '１２' });
  await page.keyboard.press('Enter');
  await saved(page);
  expect(await reopened(page, [[0, 0]])).toEqual(['12']);
});

test('without network figures wait in the browser, and go out when it is back', async () => {
  const { page, context } = await sheet('2025-01-09');
  await context.setOffline(true);
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await page.getByText('1 项待保存').waitFor();
  await page.getByText('已离线').waitFor();
  await context.setOffline(false);
  await saved(page);
  expect(await reopened(page, [[0, 0]])).toEqual(['21']);
});

test('without network the sheet opens again with what was typed, which goes out when it is back', async () => {
  const { page, context } = await openSheet(under, '2025-01-15', { serviceWorkers: 'allow' });
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await page.reload();
  await page.locator('table.grid').waitFor();
  await context.setOffline(true);
  await page.keyboard.type('33');
  await page.keyboard.press('Enter');
  await page.getByText('1 项待保存').waitFor();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.locator('table.grid').waitFor();
  expect(await cell(page, 0, 0).innerText()).toMatch(/^33/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('44');
  await page.keyboard.press('Enter');
  await page.getByText('2 项待保存').waitFor();
  await context.setOffline(false);
  await saved(page);
  expect(
    await reopened(page, [
      [0, 0],
      [1, 0],
    ]),
  ).toEqual(['33', '44']);
});

test('a figure far above a usual month is marked, and saved all the same', async () => {
  const { page } = await sheet('2025-01-16');
  await page.keyboard.type('2400');
  await page.keyboard.press('Enter');
  await page.locator('td.unusual').waitFor();
  expect(await page.locator('td.unusual').getAttribute('title')).toContain('超过平常一个月的三倍');
  await saved(page);
  expect(await reopened(page, [[0, 0]])).toEqual(['2400']);
  await page.keyboard.press('Delete');
  await saved(page);
});

test('a month at one site is entered day by day', async () => {
  const { page } = await sheet('2025-02-20');
  await page.getByLabel('表样').selectOption({ label: '按月逐日：片区二' });
  await page.locator('table.of-days').waitFor();
  expect(await page.locator('thead th.entered').count()).toBe(28);
  await cell(page, 0, 2).click();
  await paste(page, '1\t2\t3');
  await saved(page);
  expect(
    await reopened(page, [
      [0, 2],
      [0, 3],
      [0, 4],
    ]),
  ).toEqual(['1', '2', '3']);
  await page.getByLabel('表样').selectOption({ label: '按日填报（按片区）' });
  await page.getByLabel('服务日期').fill('2025-02-04');
  await page.keyboard.press('Enter');
  await page.waitForURL('**day=2025-02-04**');
  await page.locator('[data-cell="0,1"]', { hasText: '2' }).waitFor();
  expect(await cell(page, 0, 0).innerText()).toBe('');
});

test('a record that two browsers correct at once is a conflict that the member decides', async () => {
  const first = await sheet('2025-01-10');
  await first.page.keyboard.type('1');
  await first.page.keyboard.press('Enter');
  await saved(first.page);
  // Typed over what is shown then, whatever comes before Enter.
  await cell(first.page, 0, 0).click();
  await first.page.keyboard.type('3');
  const second = await sheet('2025-01-10');
  await second.page.keyboard.type('2');
  await second.page.keyboard.press('Enter');
  await saved(second.page);
  await first.page.bringToFront();
  await first.page.keyboard.press('Enter');
  await first.page.getByRole('button', { name: '1 项与他人冲突' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByText('已被更新为第 2 版').waitFor();
  await dialog.getByText('档案数 2').waitFor();
  await dialog.getByRole('button', { name: '用我的覆盖' }).click();
  await first.page.keyboard.press('Escape');
  await saved(first.page);
  expect(await reopened(second.page, [[0, 0]])).toEqual(['3']);
});

test('Tab and Esc lead out of the grid: nobody is caught in it', async () => {
  const { page } = await sheet('2025-01-17');
  const isIn = async (): Promise<boolean> =>
    page.locator('.editor').evaluate((input) => input === document.activeElement);
  expect(await isIn()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  expect(await isIn()).toBe(false);
  await cell(page, 0, 0).click();
  await page.keyboard.press('Tab');
  expect(await isIn()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await isIn()).toBe(false);
});

test('several records of a cell are shown as their sum, and Enter opens them', async () => {
  const { page } = await sheet('2024-12-31');
  const filled = page.locator('td.fixed').first();
  await filled.click();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('tbody tr').first().waitFor();
  expect(await page.getByRole('dialog').locator('tbody tr').count()).toBeGreaterThan(0);
});

test('signing out with something unsent asks first', async () => {
  const { page, context } = await sheet('2025-01-13');
  await context.setOffline(true);
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.getByText('1 项待保存').waitFor();
  await page.locator('#navigation').getByRole('button', { name: '退出登录' }).click();
  await page.getByText('您有 1 项尚未提交').waitFor();
  await page.getByRole('button', { name: '留下' }).click();
  await context.setOffline(false);
  await saved(page);
  expect(await cell(page, 0, 0).innerText()).toMatch(/^5/);
});

test('a keystroke costs less than 16 ms of script, style and layout, at a quarter of the speed', async () => {
  const { page } = await sheet('2025-01-14');
  await page.getByRole('button', { name: '没有协议量' }).click();
  const spent = await workOf(page, 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration');
  const before = await spent();
  const keys = 60;
  for (let row = 0; row < keys / 3; row += 1) {
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await page.keyboard.press('ArrowDown');
  }
  const aKey = (1000 * ((await spent()) - before)) / keys;
  expect(aKey * 4).toBeLessThan(16);
  await saved(page);
});
