import type { Page } from 'playwright-core';
import { ConsoleUnderTest } from './browser';
import { cell, openSheet, saved } from './entry-sheets';

/** What the entry leaves in a browser that others use too, and which keys it takes. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

/** How many things the databases of the page have, by their names. */
async function kept(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const counts: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(name));
        };
      });
      for (const store of database.objectStoreNames) {
        counts[`${name}.${store}`] = await new Promise<number>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).count();
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(new Error(store));
          };
        });
      }
      database.close();
    }
    return counts;
  });
}

const sumOf = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

test('signing out leaves nothing of the member in the browser: no answers, no entries, no drafts', async () => {
  const { page } = await openSheet(under, '2025-01-20');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(sumOf(await kept(page))).toBeGreaterThan(0);
  await page.evaluate(() => {
    sessionStorage.setItem('console:draft-of-somebody', '{}');
  });
  await page.locator('#navigation').getByRole('button', { name: '退出登录' }).click();
  await page.locator('input[name=password]').waitFor();
  await page.waitForFunction(() => sessionStorage.getItem('console:draft-of-somebody') === null);
  expect(sumOf(await kept(page))).toBe(0);
});

test('no bare letter is a shortcut in the grid: each is typed', async () => {
  const { page, problems } = await openSheet(under, '2025-01-21');
  for (const key of ['a', 'e', 'g', 'j', 'k', 'n', 's', 'x', '?', '/']) {
    await page.keyboard.press(key);
    expect(await page.locator('.editor').inputValue()).toBe(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
  }
  expect(await cell(page, 0, 0).innerText()).not.toMatch(/[a-z]/);
  expect(new URL(page.url()).pathname).toBe('/console/entry');
  expect(problems).toEqual([]);
});
