import type { AuditAction, Caller, Member, Write } from '../../../access';
import { assertNoFaults } from '../../../platform/faults';
import { isId, newId } from '../../../platform/ids';
import type { InputRules } from '../../../platform/input-rules';
import { notFound } from '../../../platform/app-error';
import { type AgreementKey, type AgreementRow, answeredBefore, keyOf, lockAgreement } from '../../agreement';
import {
  type EntryRow,
  expenditures,
  type Ledger,
  payments,
  readSpentCategories,
  receipts,
} from './entry.repository';
import { mostDue } from './dues.rules';
import { readDues } from './dues.repository';
import {
  checkExpenditure,
  checkPayment,
  checkReceipt,
  checkReversal,
  contentOf,
  receivedBy,
  type ValidEntry,
} from './entry.rules';
import type {
  RecordExpenditureInput,
  RecordPaymentInput,
  RecordReceiptInput,
  ReverseEntryInput,
} from '../funding.input';
import { lockAgreementForWrite } from '../lock-agreement';
import { readBudget } from '../plans/plan.repository';

/** The added entry, or the one that an earlier attempt added. */
export interface Recorded {
  id: string;
  key: AgreementKey;
}

type Checked = ValidEntry & { rules: InputRules };

/** The append-only ledgers: entries are added and reversed, never changed. */
export class LedgerService {
  async recordReceipt(caller: Caller, input: RecordReceiptInput): Promise<Recorded> {
    const member = caller.assert('receipt.record');
    return record(member, receipts, 'RECEIPT_RECORDED', input.agreementId, async (transaction, agreement) => {
      const { startsOn, endsOn } = agreement;
      const today = member.today();
      const dues = await readDues(transaction, keyOf(agreement), receivedBy(input, today));
      const most = mostDue(dues, input.condition);
      return checkReceipt({ ...most, startsOn, endsOn }, input, today);
    });
  }

  async recordExpenditure(caller: Caller, input: RecordExpenditureInput): Promise<Recorded> {
    const member = caller.assert('expenditure.record');
    const { agreementId } = input;
    return record(
      member,
      expenditures,
      'EXPENDITURE_RECORDED',
      agreementId,
      async (transaction, agreement) => {
        const { rows } = await readBudget(transaction, agreement);
        const budgeted = rows.map(({ category }) => category);
        const used = budgeted.length > 0 ? [] : await readSpentCategories(transaction, agreement);
        return checkExpenditure(agreement, { budgeted, used }, input, member.today());
      },
    );
  }

  async recordPayment(caller: Caller, input: RecordPaymentInput): Promise<Recorded> {
    const member = caller.assert('payment.record');
    return record(member, payments, 'PAYMENT_RECORDED', input.agreementId, async (_, agreement) =>
      Promise.resolve(checkPayment(agreement, input, member.today())),
    );
  }

  async reverseReceipt(caller: Caller, input: ReverseEntryInput): Promise<Recorded> {
    return reverse(caller.assert('receipt.reverse'), receipts, 'RECEIPT_REVERSED', input);
  }

  async reverseExpenditure(caller: Caller, input: ReverseEntryInput): Promise<Recorded> {
    return reverse(caller.assert('expenditure.reverse'), expenditures, 'EXPENDITURE_REVERSED', input);
  }

  async reversePayment(caller: Caller, input: ReverseEntryInput): Promise<Recorded> {
    return reverse(caller.assert('payment.reverse'), payments, 'PAYMENT_REVERSED', input);
  }
}

/** Adds an entry, unless one with the same idempotency key exists. */
async function record<Row>(
  member: Member,
  ledger: Ledger<Row>,
  action: AuditAction,
  agreementId: string,
  check: (transaction: Write, agreement: AgreementRow) => Promise<Checked>,
): Promise<Recorded> {
  return member.write(async (transaction) => {
    const agreement = await lockAgreementForWrite(transaction, agreementId);
    const key = keyOf(agreement);
    const { rules, idempotencyKey, ...entry } = await check(transaction, agreement);
    const id = newId();
    const call = {
      action,
      thing: ledger.thing,
      key: idempotencyKey,
      content: contentOf(entry),
      thingIds: [id],
    };
    // A retry is recognised by its key alone: its amount may exceed what is due by now.
    const [before] = (await answeredBefore(member, transaction, key, call)) ?? [];
    if (before !== undefined) return { id: before, key };
    assertNoFaults(rules.faults);
    const { kind } = member.session;
    await ledger.insert(transaction, agreement, id, kind, entry, authorOf(member));
    log(transaction, ledger, action, { id, ...key }, { after: entry });
    return { id, key };
  });
}

/** Reverses an entry recorded by the caller's organisation; an entry can be reversed once. */
async function reverse<Row>(
  member: Member,
  ledger: Ledger<Row>,
  action: AuditAction,
  input: ReverseEntryInput,
): Promise<Recorded> {
  return member.write(async (transaction) => {
    const { rules, note, idempotencyKey } = checkReversal(input);
    const found = isId(input.id) ? await ledger.find(transaction, input.id) : null;
    if (!found) throw notFound(input.id);
    await lockAgreement(transaction, found.agreementId);
    const entry = (await ledger.find(transaction, input.id)) ?? found;
    const key = keyOfEntry(entry);
    const id = newId();
    const content = { id: entry.id, reason: note };
    const call = { action, thing: ledger.thing, key: idempotencyKey, content, thingIds: [id] };
    const [before] = (await answeredBefore(member, transaction, key, call)) ?? [];
    if (before !== undefined) return { id: before, key };
    refuseIrreversible(rules, member, entry);
    assertNoFaults(rules.faults);
    await ledger.reverse(transaction, entry, id, note, authorOf(member));
    const after = { reverses: entry.id, note };
    log(transaction, ledger, action, { ...entry, id }, { before: entry, after });
    return { id, key };
  });
}

function refuseIrreversible(rules: InputRules, { session }: Member, entry: EntryRow): void {
  if (entry.party !== session.kind) {
    rules.add('RECORDED_BY_OTHER_PARTY', ['id']);
  }
  if (entry.reverses !== null) {
    rules.add('IS_A_REVERSAL', ['id']);
  }
  if (entry.reversedBy !== null) {
    rules.add('ALREADY_REVERSED', ['id']);
  }
}

function log<Row>(
  transaction: Write,
  { thing }: Ledger<Row>,
  action: AuditAction,
  { id, agreementId }: AgreementKey & { id: string },
  values: { before?: unknown; after: unknown },
): void {
  transaction.log({ action, thing, thingId: id, agreementIds: [agreementId], ...values });
}

function keyOfEntry({ organisationId, agreementId }: AgreementKey): AgreementKey {
  return { organisationId, agreementId };
}

function authorOf(member: Member): { memberId: string; at: Date } {
  return { memberId: member.session.memberId, at: member.now() };
}
