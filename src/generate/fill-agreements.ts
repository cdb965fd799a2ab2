import type { Write } from '../access';
import type { Party } from './directory';
import { type Money, moneyOf } from './money';
import { type Parts, partsOf } from './parts';
import type { City, PlannedAgreement } from './plan';
import { type Correction, recordsOf } from './records';
import { correctRecords, insertRecords } from './record-statements';
import { type StaffPerson, staffOf } from './staff';
import * as tables from './tables';

/** An agreement with all that its operator writes under it, except the records. */
interface Drafted {
  agreement: PlannedAgreement;
  parts: Parts;
  staff: StaffPerson[];
  money: Money;
}

/** The scope columns of every row of an agreement. */
export function scopeOf({ operator, id, station, purchaser }: PlannedAgreement): string[] {
  return [operator.id, id, station.id, purchaser.id, station.districtCode];
}

/** Writes all agreements of an operator with their rows, as its administrator, in one transaction. */
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
  await insertAgreements(transaction, drafts);
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
  transaction.log({
    action: 'AGREEMENT_REGISTERED',
    thing: 'Organisation',
    thingId: operator.id,
    agreementIds: own.map(({ id }) => id),
    after: { generated: city.options },
  });
}

/** The rows of each agreement in a table, with the scope columns before each. */
function rowsOf(
  drafts: readonly Drafted[],
  rows: (draft: Drafted) => readonly (readonly unknown[])[],
): unknown[][] {
  return drafts.flatMap((draft) => {
    const scope = scopeOf(draft.agreement);
    return rows(draft).map((row) => [...scope, ...row]);
  });
}

/** When an agreement's own rows were set, and by which member. */
function setBy({ registeredAt, operator }: PlannedAgreement): [Date, string] {
  return [registeredAt, operator.administrator.id];
}

async function insertAgreements(transaction: Write, drafts: readonly Drafted[]): Promise<void> {
  const met = new Map(
    drafts.map(({ agreement: { operator, station, purchaser } }) => [
      station.id,
      [operator.id, station.id, purchaser.id, station.districtCode, station.name, station.street],
    ]),
  );
  await tables.STATION_ACCESS.insert(transaction, [...met.values()]);
  await tables.AGREEMENT.insert(
    transaction,
    drafts.map(({ agreement }) => [
      ...scopeOf(agreement),
      agreement.model,
      agreement.startsOn,
      agreement.endsOn,
      agreement.annualFee,
      agreement.posts,
      '0.6',
      ...setBy(agreement),
    ]),
  );
  await tables.TERM.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.terms.map(({ id, name, startsOn, endsOn }, at) => [id, at, name, startsOn, endsOn]),
    ),
  );
  await tables.PROJECT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.projects.map(({ id, kind, domain, name }, at) => [id, at, kind, domain, name]),
    ),
  );
  await tables.ZONE.insert(
    transaction,
    rowsOf(drafts, ({ parts }) => parts.zones.map(({ id, name }, at) => [id, at, name])),
  );
  await tables.POINT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.zones
        .flatMap((zone) => zone.points.map((point) => ({ ...point, zoneId: zone.id })))
        .map(({ id, name, zoneId }, at) => [id, at, name, zoneId]),
    ),
  );
  await tables.INSTALMENT.insert(
    transaction,
    rowsOf(drafts, ({ parts }) =>
      parts.instalments.map(({ id, condition, hundredths }, at) => [id, at, condition, hundredths / 100]),
    ),
  );
  await tables.TARGET.insert(
    transaction,
    rowsOf(drafts, ({ agreement, parts }) =>
      parts.targets.map(({ termId, zoneId, projectId, indicator, measure, value }) => [
        termId,
        zoneId,
        projectId,
        indicator,
        measure,
        value,
        ...setBy(agreement),
      ]),
    ),
  );
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
