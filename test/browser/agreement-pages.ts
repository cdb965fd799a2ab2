import type { Locator, Page } from 'playwright-core';
import { newStation } from '../api/support/agreements';
import { type AmendmentInput, propose } from '../api/support/amendments';
import type { ConsoleUnderTest } from './browser';

/** The pages of agreements, as tests find their way in them. */
export const OPERATOR = 'admin@fengyuan.example';
export const STREET = 'admin@fengyuan-street.example';
export const BUREAU = 'admin@liwan-bureau.example';

export const REGISTER = '/console/agreements?register=1';
export const addressOf = ({ id }: { id: string }): string => `/console/agreements?agreement=${id}`;
export const badge = (page: Page, state: string): Locator =>
  page.locator('.page-head .badge', { hasText: state });
export const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
export const section = (page: Page, heading: string): Locator =>
  page.locator('section.section', { has: page.getByRole('heading', { name: heading, exact: true }) });

type Agreement = Awaited<ReturnType<typeof newStation>>;

/** An agreement in force, with a target in each of its zones. */
export async function inForce(under: ConsoleUnderTest): Promise<Agreement> {
  return newStation(under.api, { annualFee: '2000000', requiredPosts: '20' }, ({ terms, zones }) =>
    zones.map(({ id: zoneId }) => ({
      termId: terms[0]!.id,
      zoneId,
      indicator: 'CASE_FILE',
      measure: 'FILES',
      value: '600',
    })),
  );
}

export async function proposedBy(
  under: ConsoleUnderTest,
  email: string,
  input: AmendmentInput,
): Promise<void> {
  const { userErrors } = await propose(await under.api.as(email), input);
  expect(userErrors).toEqual([]);
}

/** Opens the dialog of a step and takes it. */
export async function take(page: Page, step: string, reason?: string): Promise<Locator> {
  await button(page, step).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel('理由').fill(reason);
  await button(dialog, step).click();
  return dialog;
}
