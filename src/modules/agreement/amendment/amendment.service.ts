import { type Caller, type Member, OrganisationKind, type Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { assertNoFaults, type Fault, fault } from '../../../platform/faults';
import { newId } from '../../../platform/ids';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';
import { AmendmentAnswer, AmendmentState } from '../agreement.enums';
import { answeredBefore, comparedContent, type KeyedCall } from '../idempotency';
import { readStructure } from '../parts/structure.repository';
import { scopeOf, type StepRow } from '../proposal/step.repository';
import { MAX_TARGETS } from '../registration/agreement.rules';
import type { AmendedTargets, NamedTargets } from '../registration/named-targets';
import { type Amendable, readAmendable } from './amendable.repository';
import { type Change, changesOf } from './changes.rules';
import { type AmendmentContent, type KeyedAmendment, storedForm } from './content';
import {
  confirmRow,
  insertAmendment,
  insertAnswer,
  openChanges,
  shownChanges,
  writeChanges,
} from './amendment.repository';
import { amendmentRules } from './amendment.rules';
import { AmendmentStore } from './amendment.store';
import { kindOf, outdatedFaults, stepFaults } from './step.rules';
import { end, lockedAgreement, logAmendment, step, stepWithin, unconfirmedFaults, written } from './steps';

/** An amendment as it would be applied to its agreement today. */
interface Draft {
  agreement: StepRow;
  content: AmendmentContent;
  before: Amendable;
  changes: Change[];
  targets: AmendedTargets;
}

/** Checks that concern other modules' figures, in the transaction that applies an amendment: what it must not undo. */
export type AmendmentCheck = (
  transaction: Write,
  agreement: StepRow,
  input: AmendmentContent,
  before: Amendable,
) => Promise<Fault[]>;

/** 协议变更: amendments of confirmed agreements, from a day on. */
export class AmendmentService {
  constructor(
    private readonly targets: NamedTargets,
    private readonly checks: readonly AmendmentCheck[],
  ) {}

  /** Proposes an amendment; one of a bureau is in force at once. Returns its id. */
  async propose(caller: Caller, input: KeyedAmendment): Promise<string> {
    const member = caller.assert('amendment.propose');
    const rules = new InputRules();
    rules.count(input.targets?.length ?? 0, ['targets'], 0, MAX_TARGETS);
    assertNoFaults(rules.faults);
    return written(member, async (transaction) => this.proposeWithin(member, transaction, input));
  }

  /** The same as part of a larger write. */
  async proposeWithin(
    member: Member,
    transaction: Write,
    { idempotencyKey, ...input }: KeyedAmendment,
  ): Promise<string> {
    const isBureau = member.session.kind === OrganisationKind.SUPERVISOR;
    const rules = new InputRules();
    const id = newId();
    const call: KeyedCall = {
      action: 'AMENDMENT_PROPOSED',
      thing: 'Amendment',
      key: rules.key(idempotencyKey),
      content: comparedContent(input),
      thingIds: [id],
    };
    const agreement = await lockedAgreement(transaction, input.agreementId);
    const key = { organisationId: agreement.organisationId, agreementId: agreement.id };
    const [before] = (await answeredBefore(member, transaction, key, call)) ?? [];
    if (before !== undefined) return before;
    assertNoFaults([...rules.faults, ...unconfirmedFaults(agreement)]);
    const draft = await this.draft(transaction, agreement, storedForm(input), isBureau, id);
    const state = isBureau ? AmendmentState.CONFIRMED : AmendmentState.PROPOSED;
    await insertAmendment(transaction, scopeOf(agreement), {
      id,
      kind: kindOf(draft.content, draft.before),
      state,
      content: draft.content,
      by: member.session,
      at: member.now(),
    });
    if (isBureau) await this.apply(member, transaction, draft, id);
    else await this.note(transaction, draft, id, draft.changes, null);
    logAmendment(transaction, 'AMENDMENT_PROPOSED', id, agreement, { after: { state, input } });
    return id;
  }

  /** Confirms an amendment of another: it is in force from its day on. */
  async confirm(caller: Caller, id: string, expectedRevision: number | null): Promise<void> {
    const member = caller.assert('amendment.confirm');
    const { organisationId } = member.session;
    await step(member, id, 'AMENDMENT_CONFIRMED', async (row, transaction, agreement) => {
      if (row.state === AmendmentState.CONFIRMED && row.confirmedBy === organisationId) return row;
      assertNoFaults(stepFaults(row, member.session, expectedRevision));
      const draft = await this.draft(transaction, agreement, row.content, false, id);
      const shown = await shownChanges(transaction, row);
      assertNoFaults(outdatedFaults(row, kindOf(draft.content, draft.before), draft.changes, shown));
      await confirmRow(transaction, row, organisationId, member.now());
      await this.apply(member, transaction, draft, id);
      return { state: AmendmentState.CONFIRMED, changes: draft.changes };
    });
  }

  async decline(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('amendment.confirm');
    await step(member, id, 'AMENDMENT_DECLINED', end(member, 'DECLINED', reason));
  }

  async withdraw(caller: Caller, id: string, reason: string): Promise<void> {
    const member = caller.assert('amendment.withdraw');
    await step(member, id, 'AMENDMENT_WITHDRAWN', end(member, 'WITHDRAWN', reason));
  }

  /** The same as part of a larger write. */
  async withdrawWithin(member: Member, transaction: Write, id: string, reason: string): Promise<void> {
    await stepWithin(member, transaction, id, 'AMENDMENT_WITHDRAWN', end(member, 'WITHDRAWN', reason));
  }

  /** What a party says to an amendment of a bureau: acknowledged, or with a reason objected to. */
  async answer(caller: Caller, id: string, objection: string | null): Promise<void> {
    const member = caller.assert('amendment.answer');
    const rules = new InputRules();
    const reason = objection === null ? null : rules.prose(objection, ['reason'], MAX_REASON);
    const answer = reason === null ? AmendmentAnswer.ACKNOWLEDGED : AmendmentAnswer.OBJECTED;
    await step(member, id, `AMENDMENT_${answer}`, async (row, transaction, agreement) => {
      const isBureaus =
        row.proposedBy !== agreement.organisationId && row.proposedBy !== agreement.purchaserId;
      if (!isBureaus || row.state !== AmendmentState.CONFIRMED) rules.add('NOTHING_TO_ANSWER', ['id']);
      assertNoFaults(rules.faults);
      const given = { by: member.session, answer, reason, at: member.now() };
      const isNew = await insertAnswer(transaction, scopeOf(agreement), row, given);
      if (!isNew && answer === AmendmentAnswer.OBJECTED) assertNoFaults([fault('ANSWERED_ALREADY', ['id'])]);
      return { answer, reason };
    });
  }

  /** Validates an amendment against its agreement as it is now; throws the faults. */
  private async draft(
    transaction: Write,
    agreement: StepRow,
    content: AmendmentContent,
    isBureau: boolean,
    id: string,
  ): Promise<Draft> {
    const key = { organisationId: agreement.organisationId, agreementId: agreement.id };
    const before = await readAmendable(transaction, key, content.effectiveOn);
    const { faults } = amendmentRules(content, before, isBureau);
    const structure = await readStructure(transaction, key.organisationId, key.agreementId);
    if (!structure) throw notFound(agreement.id);
    const targets = await this.targets.amend(transaction, structure, content);
    assertNoFaults([...faults, ...targets.faults]);
    const changes = [...changesOf(content, before), ...targets.changes];
    if (changes.length === 0) assertNoFaults([fault('NOTHING_CHANGES', ['agreementId'])]);
    const open = await openChanges(transaction, key, content.effectiveOn, id);
    const twice = changes.find((change) =>
      open.some(
        ({ field, aspect, subject }) =>
          field === change.field && aspect === change.aspect && subject === change.subject,
      ),
    );
    if (twice) {
      const { field, subject } = twice;
      assertNoFaults([fault('SAME_VALUE_AND_DAY', ['effectiveOn'], { field, subject })]);
    }
    return { agreement, content, before, changes, targets };
  }

  private async apply(member: Member, transaction: Write, draft: Draft, id: string): Promise<void> {
    const { agreement, content, before, changes, targets } = draft;
    const store = new AmendmentStore(transaction, scopeOf(agreement));
    const applied = await store.apply(content, before, changes);
    await targets.apply(id, member.session.memberId);
    await this.note(transaction, draft, id, applied, member.now());
    for (const check of this.checks) assertNoFaults(await check(transaction, agreement, content, before));
  }

  private async note(
    transaction: Write,
    { agreement, content, before }: Draft,
    id: string,
    changes: readonly Change[],
    appliedAt: Date | null,
  ): Promise<void> {
    // What is in force from the first day on has always been.
    const since = content.effectiveOn <= before.startsOn ? '-infinity' : content.effectiveOn;
    const of = { agreementId: agreement.id, id, since, appliedAt };
    await writeChanges(transaction, scopeOf(agreement), of, changes);
  }
}
