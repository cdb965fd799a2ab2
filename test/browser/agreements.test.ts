import type { Locator, Page } from 'playwright-core';
import { newProposal, newStation, register, soundRegistration } from '../api/support/agreements';
import { type AmendmentInput, propose } from '../api/support/amendments';
import { axe, ConsoleUnderTest, PHONE, settled } from './browser';

/** Agreements as both sides of them confirm and change them. */
let under: ConsoleUnderTest;
beforeAll(async () => {
  under = await ConsoleUnderTest.start();
});
afterAll(async () => under.stop());

const OPERATOR = 'admin@fengyuan.example';
const STREET = 'admin@fengyuan-street.example';
const BUREAU = 'admin@liwan-bureau.example';

const addressOf = ({ id }: { id: string }): string => `/console/agreements?agreement=${id}`;
const badge = (page: Page, state: string): Locator => page.locator('.page-head .badge', { hasText: state });
const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

/** An agreement in force, with a target in each of its zones. */
async function inForce(): Promise<Awaited<ReturnType<typeof newStation>>> {
  return newStation(under.api, { annualFee: '2000000', requiredPosts: '20' }, ({ terms, zones }) =>
    zones.map((zone) => ({
      termId: terms[0]!.id,
      zoneId: zone.id,
      indicator: 'CASE_FILE',
      measure: 'FILES',
      value: '600',
    })),
  );
}

async function proposed(by: string, input: AmendmentInput): Promise<void> {
  const { userErrors } = await propose(await under.api.as(by), input);
  expect(userErrors).toEqual([]);
}

test('what waits for a confirmation comes first, and is confirmed where it is read', async () => {
  const proposal = await newProposal(under.api, { annualFee: '2400000' });
  const { page, problems } = await under.as(STREET, '/console/agreements');
  const waiting = page.locator('section', { has: page.getByRole('heading', { name: '待确认' }) }).last();
  const row = waiting.locator('tbody tr', { hasText: proposal.station.name });
  expect((await row.locator('td').allInnerTexts()).slice(0, 5)).toEqual([
    '逢源人家',
    '广州市荔湾区逢源街道办事处',
    '2024-01-01 至 2024-12-31',
    '2400000.00',
    expect.stringContaining('逢源人家'),
  ]);
  await row.getByRole('link').click();
  await page.waitForURL(`**${addressOf(proposal)}`);
  await page.getByText('等待广州市荔湾区逢源街道办事处或民政部门确认').waitFor();
  await button(page, '确认协议').click();
  await button(page.getByRole('dialog'), '确认协议').click();
  await badge(page, '已确认').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await button(page, '确认协议').count()).toBe(0);
  const steps = page.getByRole('region', { name: '协议经过' }).locator('tbody th');
  expect(await steps.allInnerTexts()).toEqual(['登记', '确认']);
  expect(problems).toEqual([]);
});

test('a step that has been taken meanwhile is harmless, and another one is refused in the server’s words', async () => {
  const proposal = await newProposal(under.api);
  const { page, context } = await under.as(STREET, addressOf(proposal));
  const { page: other } = await under.tabOf(context);
  await other.goto(addressOf(proposal));
  await button(other, '确认协议').click();
  for (const tab of [page, other]) {
    if (tab === page) await button(page, '退回').click();
  }
  await button(other.getByRole('dialog'), '确认协议').click();
  await badge(other, '已确认').waitFor();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill('经费有误');
  await button(dialog, '退回').click();
  await dialog.getByRole('alert').getByText('该协议不在待确认状态（现为已确认）').waitFor();
  expect(await dialog.getByLabel('理由').inputValue()).toBe('经费有误');
  await badge(page, '已确认').waitFor();
});
