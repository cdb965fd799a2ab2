import type { AuditFilter, AuditOutcome } from '../../generated/graphql';
import { parseDay } from '../../ui/days';
import { ACTIONS } from './action-groups';

export const OUTCOMES: readonly AuditOutcome[] = ['DONE', 'REFUSED'];

/** What an address limits the log to; what it says wrongly does not limit it. */
export function filterOf(address: URLSearchParams): AuditFilter {
  return {
    memberId: address.get('member'),
    action: ACTIONS.find((it) => it === address.get('action')) ?? null,
    outcome: OUTCOMES.find((it) => it === address.get('outcome')) ?? null,
    thingId: address.get('thing'),
    from: parseDay(address.get('from') ?? '') ?? null,
    to: parseDay(address.get('to') ?? '') ?? null,
  };
}
