import type { Write } from '../access';
import type { Party } from './directory';
import { type Money, moneyOf } from './money';
import { partsOf } from './parts';
import type { City, PlannedAgreement } from './plan';
import { propose, type Registered, rowsOf } from './fill-registrations';
import { type Correction, recordsOf } from './records';
import { correctRecords, insertRecords } from './record-statements';
import { type StaffPerson, staffOf } from './staff';
import * as tables from './tables';

/** An agreement with all that its operator writes under it, except the records. */
interface Drafted extends Registered {
  staff: StaffPerson[];
  money: Money;
}

/** Writes what an operator has under its agreements, as its administrator, in one transaction; and what it proposes. */
export async function fillAgreements(
  city: City,
  operator: Party,
  transaction: Write,
  { signal, recorded }: { signal: AbortSignal; recorded: (records: number) => void },
): Promise<void> {
  const own = city.agreements.filter((agreement) => agreement.operator === operator);
  const drafts = own.map((agreement) => {
    const parts = partsOf(city, agreement);
    return {
      agreement,
      parts,
      staff: staffOf(city, agreement, parts),
      money: moneyOf(city, agreement, parts),
    };
  });
  await insertStaff(transaction, drafts);
  await insertMoney(transaction, drafts);
  const corrected: Correction[] = [];
  for (const { agreement, parts } of drafts) {
    signal.throwIfAborted();
    const { columns, corrections } = recordsOf(city, agreement, parts);
    if (agreement.records > 0) await insertRecords(transaction, agreement, columns);
    corrected.push(...corrections);
    recorded(agreement.records);
  }
  // In one batch: before there are statistics, each such statement reads all records of the operator.
  if (corrected.length > 0) await correctRecords(transaction, operator, corrected);
  await propose(city, operator, transaction);
  transaction.log({
    action: 'AGREEMENT_REGISTERED',
    thing: 'Organisation',
    thingId: operator.id,
    agreementIds: own.map(({ id }) => id),
    after: { generated: city.options },
  });
}

/** When an agreement's own rows were set, and by which member. */
function setBy({ registeredAt, operator }: PlannedAgreement): [Date, string] {
  return [registeredAt, operator.administrator.id];
}

async function insertStaff(transaction: Write, drafts: readonly Drafted[]): Promise<void> {
  await tables.STAFF_MEMBER.insert(
    transaction,
    rowsOf(drafts, ({ agreement, staff }) =>
      staff.map(({ id, ordinal, code, kind, practisingSince, zoneIds: [zone, second] }) => [
        id,
        ordinal,
        code,
        kind,
        practisingSince,
        zone,
        second,
        ...setBy(agreement),
      ]),
    ),
  );
  await tables.STAFF_IDENTITY.insert(
    transaction,
    rowsOf(drafts, ({ staff }) => staff.map(({ id, name }) => [id, name])),
  );
  await tables.STAFF_SPELL.insert(
    transaction,
    rowsOf(drafts, ({ staff }) =>
      staff.flatMap(({ id, spells }) => spells.map((spell) => [spell.id, id, spell.from, spell.to])),
    ),
  );
  await tables.STAFF_CERTIFICATE.insert(
    transaction,
    rowsOf(drafts, ({ staff }) =>
      staff.flatMap(({ id, certificates }) =>
        certificates.map(({ level, passedOn }) => [id, level, passedOn]),
      ),
    ),
  );
}

async function insertMoney(transaction: Write, drafts: readonly Drafted[]): Promise<void> {
  await tables.BUDGET.insert(
    transaction,
    rowsOf(drafts, ({ agreement }) => [[1, ...setBy(agreement)]]),
  );
  await tables.BUDGET_LINE.insert(
    transaction,
    rowsOf(drafts, ({ money }) => money.lines.map(({ category, amount }, at) => [1, at, category, amount])),
  );
  await tables.FUNDING_SOURCE.insert(
    transaction,
    rowsOf(drafts, ({ agreement, money }) =>
      money.sources.map(({ level, amount }) => [1, level, amount, 'OPERATOR', ...setBy(agreement)]),
    ),
  );
  await tables.RECEIPT.insert(
    transaction,
    rowsOf(drafts, ({ agreement: { operator }, money }) =>
      money.receipts.map(({ id, condition, amount, paidOn, receivedOn }) => [
        id,
        'OPERATOR',
        amount,
        `${receivedOn} 10:00Z`,
        operator.administrator.id,
        condition,
        receivedOn,
        paidOn,
      ]),
    ),
  );
  await tables.EXPENDITURE.insert(
    transaction,
    rowsOf(drafts, ({ agreement: { operator }, money }) =>
      money.expenditures.map(({ id, category, amount, spentOn }) => [
        id,
        'OPERATOR',
        amount,
        `${spentOn} 10:00Z`,
        operator.administrator.id,
        category,
        spentOn,
      ]),
    ),
  );
}
