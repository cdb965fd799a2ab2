import type { Session } from '../../../access';
import { type Fault, fault } from '../../../platform/faults';
import { AmendmentState } from '../agreement.enums';
import type { AmendmentRow } from './amendment.repository';

/** Amendments are not revised: whoever wants another proposes another. */
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
