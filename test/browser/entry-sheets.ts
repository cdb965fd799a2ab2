import type { Page } from 'playwright-core';
import { type ConsoleUnderTest, type OpenOptions, settled, type Tab } from './browser';

/** A sheet of a day of its own for each test. */
export async function openSheet(
  under: ConsoleUnderTest,
  day: string,
  options: OpenOptions = {},
): Promise<Tab> {
  const tab = await under.as('worker@fengyuan.example', '/console/entry', options);
  await tab.page.getByLabel('服务日期').fill(day);
  await tab.page.keyboard.press('Enter');
  await tab.page.waitForURL(`**day=${day}**`);
  await tab.page.locator('table.grid').waitFor();
  await settled(tab.page);
  return tab;
}

export const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-cell="${row},${column}"]`);
export const saved = (page: Page) => page.getByText('全部已保存').waitFor();

/** What the page's figures are after it is opened anew. */
export async function reopened(page: Page, cells: [number, number][]): Promise<string[]> {
  await page.reload();
  await page.locator('table.grid').waitFor();
  await settled(page);
  return Promise.all(cells.map(async ([row, column]) => cell(page, row, column).innerText()));
}
