import type { AuditAction, Member, Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { assertNoFaults, type Fault, fault } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';
import { AgreementState, AmendmentState } from '../agreement.enums';
import { lockStep, type StepRow } from '../proposal/step.repository';
import { refusalOf } from '../registration/refusals';
import { amendmentById, type AmendmentRow, endRow, lockAmendment } from './amendment.repository';
import type { AmendmentContent } from './content';
import { endFaults } from './step.rules';

/** What a step does with an amendment; it answers what the audit log says of it. */
type StepWork = (
  row: AmendmentRow & { content: AmendmentContent },
  transaction: Write,
  agreement: StepRow,
) => Promise<object>;

/** A step with an amendment, under the locks of its agreement and of itself. */
export async function step(member: Member, id: string, action: AuditAction, work: StepWork): Promise<void> {
  await written(member, async (transaction) => stepWithin(member, transaction, id, action, work));
}

export async function stepWithin(
  member: Member,
  transaction: Write,
  id: string,
  action: AuditAction,
  work: StepWork,
): Promise<void> {
  const seen = isId(id) ? await member.load(amendmentById, id) : null;
  if (!seen) throw notFound(id);
  const agreement = await lockedAgreement(transaction, seen.agreementId);
  assertNoFaults(unconfirmedFaults(agreement));
  const row = await lockAmendment(transaction, id);
  const after = await work(row, transaction, agreement);
  logAmendment(transaction, action, id, agreement, { before: { state: row.state }, after });
}

/** The step that declines or withdraws an amendment. */
export function end(member: Member, state: 'DECLINED' | 'WITHDRAWN', given: string): StepWork {
  const { organisationId: by } = member.session;
  return async (row, transaction) => {
    const rules = new InputRules();
    const reason = rules.prose(given, ['reason'], MAX_REASON);
    if (row.state === AmendmentState[state] && row.endedBy === by) return row;
    assertNoFaults([...rules.faults, ...endFaults(row, member.session, state)]);
    await endRow(transaction, row, { state: AmendmentState[state], reason, by });
    return { state, reason };
  };
}

/** A write of an agreement's amendments, whose refusals by the database are rules. */
export async function written<Result>(
  member: Member,
  work: (transaction: Write) => Promise<Result>,
): Promise<Result> {
  try {
    return await member.write(work);
  } catch (error) {
    throw refusalOf(error, ['endsOn'], ['agreementId']);
  }
}

/** Row-locks the agreement of an amendment before anything of it is written. */
export async function lockedAgreement(transaction: Write, agreementId: string): Promise<StepRow> {
  const agreement = isId(agreementId) ? await lockStep(transaction, agreementId) : null;
  if (!agreement) throw notFound(agreementId);
  return agreement;
}

export function logAmendment(
  transaction: Write,
  action: AuditAction,
  id: string,
  { id: agreementId }: StepRow,
  values: { before?: object; after: object },
): void {
  transaction.log({ action, thing: 'Amendment', thingId: id, agreementIds: [agreementId], ...values });
}

export function unconfirmedFaults({ state }: StepRow): Fault[] {
  return state === AgreementState.CONFIRMED ? [] : [fault('NOT_CONFIRMED', ['agreementId'])];
}
