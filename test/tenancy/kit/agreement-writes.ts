import type { Attempt } from './attempts';
import type { AgreementIds } from './agreement';
import type { ViewerName } from './parties';

/** An attempt with the outcome that it must have. */
export type ExpectedAttempt = Attempt & { is: string };

export const change = ({ agreementId }: AgreementIds, what: string): string =>
  `update core.agreement set ${what} where id = '${agreementId}'`;
export const confirmed = (by: string): string =>
  `state = 'CONFIRMED', confirmed_by = '${by}', confirmed_at = now()`;
export const ended = (state: string, by: string): string =>
  `state = '${state}', ended_by = '${by}', state_reason = '重复'`;

export function write(by: ViewerName, sql: string[], is: string, given = ''): ExpectedAttempt {
  return { by, sql, is, given };
}

export function verdictsOf(attempts: Readonly<Record<string, ExpectedAttempt>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attempts).map(([name, { is }]) => [name, is]));
}
