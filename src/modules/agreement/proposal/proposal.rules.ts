import type { Fault } from '../../../platform/faults';
import { fault } from '../../../platform/faults';
import { OrganisationKind, type Session } from '../../../access';
import { AgreementState } from '../agreement.enums';
import type { StepRow } from './step.repository';

/** How a proposal becomes confirmed by the one who takes the step. */
type Confirmation = 'taken' | 'party' | 'final';

/** Why the caller may not change or withdraw this proposal. */
export function ownProposalFaults(row: StepRow, { organisationId }: Session): Fault[] {
  if (row.state !== AgreementState.PROPOSED) return [fault('NOT_PROPOSED', ['id'], { state: row.state })];
  return row.proposedBy === organisationId ? [] : [fault('NOT_YOUR_PROPOSAL', ['id'])];
}

/** Why the caller may not prepare what only the proposer sets: targets and posts. */
export function preparationFaults(
  { state, proposedBy }: Pick<StepRow, 'state' | 'proposedBy'>,
  { organisationId }: Session,
): Fault[] {
  if (state === AgreementState.CONFIRMED) return [fault('AGREEMENT_CONFIRMED', ['agreementId'])];
  if (state !== AgreementState.PROPOSED) return [fault('NOT_CONFIRMED', ['agreementId'])];
  return proposedBy === organisationId ? [] : [fault('NOT_YOUR_PROPOSAL', ['agreementId'])];
}

/** Why the caller may not answer this proposal: confirm or decline it. */
export function answerFaults(
  row: StepRow,
  { organisationId }: Session,
  expectedRevision: number | null = null,
): Fault[] {
  if (row.state !== AgreementState.PROPOSED) return [fault('NOT_PROPOSED', ['id'], { state: row.state })];
  if (row.proposedBy === organisationId) return [fault('OWN_PROPOSAL', ['id'])];
  if (expectedRevision !== null && expectedRevision !== row.revision) {
    return [fault('STALE_PROPOSAL', ['expectedRevision'], { revision: row.revision })];
  }
  return [];
}

/**
 * What the confirmation of the caller makes of a proposal without faults. One party's proposal needs the other, a
 * bureau's needs both; another bureau confirms either alone.
 */
export function confirmationBy(row: StepRow, { kind, organisationId }: Session): Confirmation {
  const isParty = row.proposedBy === row.organisationId || row.proposedBy === row.purchaserId;
  if (kind === OrganisationKind.SUPERVISOR || isParty) return 'final';
  const [own, other] =
    organisationId === row.organisationId
      ? [row.operatorConfirmedAt, row.purchaserConfirmedAt]
      : [row.purchaserConfirmedAt, row.operatorConfirmedAt];
  if (own !== null) return 'taken';
  return other === null ? 'party' : 'final';
}
