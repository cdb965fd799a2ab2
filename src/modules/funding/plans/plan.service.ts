import type { Caller, Member, Write } from '../../../access';
import { exact } from '../../../platform/decimal';
import { assertNoFaults } from '../../../platform/faults';
import { type AgreementKey, type AgreementRow, keyOf } from '../../agreement';
import type { SetBudgetInput, SetFiscalBudgetInput, SetFundingSourcesInput } from '../funding.input';
import { readSpentCategories } from '../ledger/entry.repository';
import { lockAgreementForWrite } from '../lock-agreement';
import {
  insertBudget,
  insertFiscalBudget,
  insertSources,
  readBudget,
  readCategories,
  readFiscalBudget,
  readSources,
} from './plan.repository';
import { checkBudget, checkFiscalBudget, checkSources } from './plan.rules';

/**
 * Sets plans: the budget, the funding sources, the street's fiscal year. Each plan is complete and becomes a new version;
 * setting an identical plan is idempotent. Returns the agreement's key.
 */
export class PlanService {
  async setBudget(caller: Caller, input: SetBudgetInput): Promise<AgreementKey> {
    const member = caller.assert('budget.set');
    return member.write(async (transaction) => {
      const agreement = await lockAgreementForWrite(transaction, input.agreementId);
      const planned = await readCategories(transaction, agreement);
      const spent = await readSpentCategories(transaction, agreement);
      const { rules, lines } = checkBudget(input.lines, [...planned, ...spent]);
      const before = await readBudget(transaction, agreement);
      const isSame = sameRows(before.rows, lines);
      if (input.expectedVersion != null && input.expectedVersion !== before.version && !isSame) {
        rules.add('STALE_BUDGET', ['expectedVersion'], { version: before.version });
      }
      assertNoFaults(rules.faults);
      const version = isSame ? before.version : before.version + 1;
      if (!isSame) await insertBudget(transaction, agreement, version, lines, authorOf(member));
      log(transaction, 'BUDGET_SET', agreement, before, { version, rows: lines });
      return keyOf(agreement);
    });
  }

  async setSources(caller: Caller, { agreementId, sources }: SetFundingSourcesInput): Promise<AgreementKey> {
    const member = caller.assert('fundingSource.set');
    return member.write(async (transaction) => {
      const agreement = await lockAgreementForWrite(transaction, agreementId);
      assertNoFaults(checkSources(sources).faults);
      const before = await readSources(transaction, agreement);
      const given = sources
        .map(({ level, amount }) => ({ level, amount }))
        .sort((a, b) => (a.level < b.level ? -1 : 1));
      const isSame = sameRows(before.rows, given);
      const version = isSame ? before.version : before.version + 1;
      const party = member.session.kind;
      if (!isSame) await insertSources(transaction, agreement, version, given, party, authorOf(member));
      log(transaction, 'FUNDING_SOURCES_SET', agreement, before, { version, rows: given });
      return keyOf(agreement);
    });
  }

  async setFiscalBudget(caller: Caller, input: SetFiscalBudgetInput): Promise<AgreementKey> {
    const member = caller.assert('fiscalBudget.set');
    const { fiscalYear, amount } = input;
    const recall = input.recall ?? null;
    return member.write(async (transaction) => {
      const agreement = await lockAgreementForWrite(transaction, input.agreementId);
      assertNoFaults(checkFiscalBudget(agreement, input).faults);
      const before = await readFiscalBudget(transaction, agreement, fiscalYear);
      const isSame =
        before !== null &&
        exact(before.amount).eq(amount) &&
        before.by === (recall?.by ?? null) &&
        (recall === null || exact(before.share ?? '0').eq(recall.share));
      const version = (before?.version ?? 0) + (isSame ? 0 : 1);
      const budget = { fiscalYear, version, amount, recall };
      if (!isSame) await insertFiscalBudget(transaction, agreement, budget, authorOf(member));
      log(transaction, 'FISCAL_BUDGET_SET', agreement, before && { fiscalYear, ...before }, budget);
      return keyOf(agreement);
    });
  }
}

function log(
  transaction: Write,
  action: 'BUDGET_SET' | 'FUNDING_SOURCES_SET' | 'FISCAL_BUDGET_SET',
  { id }: AgreementRow,
  before: unknown,
  after: unknown,
): void {
  transaction.log({ action, thing: 'Agreement', thingId: id, agreementIds: [id], before, after });
}

function authorOf(member: Member): { memberId: string; at: Date } {
  return { memberId: member.session.memberId, at: member.now() };
}

/** Whether two plans have the same content in the same order. */
function sameRows<Row extends { amount: string }>(before: readonly Row[], after: readonly Row[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ amount, ...name }, index) => {
      const { amount: amountBefore = '0', ...nameBefore } = before[index] ?? {};
      return JSON.stringify(name) === JSON.stringify(nameBefore) && exact(amountBefore).eq(amount);
    })
  );
}
