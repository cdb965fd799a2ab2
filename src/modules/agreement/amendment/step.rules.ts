import type { Session } from '../../../access';
import { type Fault, fault } from '../../../platform/faults';
import { AmendmentKind, AmendmentState } from '../agreement.enums';
import type { Amendable } from './amendable.repository';
import type { AmendmentRow } from './amendment.repository';
import type { Change } from './changes.rules';
import type { AmendmentContent } from './content';

/** Amendments are not revised: the one who wants another proposes another. */
const REVISION = 1;

/** Why the caller may not confirm or decline an amendment. */
export function stepFaults(
  { state, proposedBy }: AmendmentRow,
  { organisationId }: Session,
  expectedRevision: number | null = null,
): Fault[] {
  if (state !== AmendmentState.PROPOSED) return [fault('NOT_PROPOSED', ['id'], { state })];
  if (proposedBy === organisationId) return [fault('OWN_PROPOSAL', ['id'])];
  if (expectedRevision !== null && expectedRevision !== REVISION) {
    return [fault('STALE_PROPOSAL', ['expectedRevision'], { revision: REVISION })];
  }
  return [];
}

/** Why the caller may not decline or withdraw an amendment. */
export function endFaults(row: AmendmentRow, session: Session, state: 'DECLINED' | 'WITHDRAWN'): Fault[] {
  if (state === 'DECLINED') return stepFaults(row, session);
  if (row.state !== AmendmentState.PROPOSED) return [fault('NOT_PROPOSED', ['id'], { state: row.state })];
  return row.proposedBy === session.organisationId ? [] : [fault('NOT_YOUR_PROPOSAL', ['id'])];
}

export function kindOf({ endsOn }: AmendmentContent, before: Amendable): AmendmentKind {
  return (endsOn ?? before.endsOn) < before.endsOn ? AmendmentKind.EARLY_END : AmendmentKind.CHANGE;
}

/** Why an amendment cannot be confirmed: it would now change what it did not show, since another one has been. */
export function outdatedFaults(
  { kind }: AmendmentRow,
  kindNow: AmendmentKind,
  changes: readonly Change[],
  shown: readonly Change[],
): Fault[] {
  const idOf = ({ field, aspect, subjectId, subject, becomes }: Change): string =>
    JSON.stringify([field, aspect, subjectId ?? subject, becomes]);
  const known = new Set(shown.map(idOf));
  const isSame = kind === kindNow && changes.every((change) => known.has(idOf(change)));
  return isSame ? [] : [fault('AMENDMENT_OUTDATED', ['id'])];
}
