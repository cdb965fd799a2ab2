import type { Member } from '../../../access';
import { Conditions } from '../../../platform/database/conditions';
import { selectList, type Shape } from '../../../platform/database/shape';
import { statement } from '../../../platform/database/statement';
import type { TenantScope, Transaction } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import { type Batch, grouped, matched } from '../../../platform/graphql/loaders';
import { agreementColumns, type AgreementRow } from '../read.sql';

export interface CycleRow {
  id: string;
  organisationId: string;
  purchaserId: string;
  procurementNumber: string;
  amount: string;
  startsOn: string;
  endsOn: string;
}

const CYCLE: Shape<CycleRow> = {
  id: 'id',
  organisationId: 'organisation_id',
  purchaserId: 'purchaser_id',
  procurementNumber: 'procurement_number',
  amount: 'amount',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
};
const COLUMNS = selectList(CYCLE, 'c');

const BY_IDS = statement<CycleRow>(
  'cycle.byIds',
  `select ${COLUMNS} from core.contract_cycle c where c.id = any ($1::uuid[])`,
);
/** Batch: one cycle within the scope, or null. */
export const cycleById: Batch<TenantScope, string, CycleRow | null> = {
  name: BY_IDS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(BY_IDS, [ids]), (row) => row.id),
};

/** Of an agreement: its cycle, and which year of it. */
export interface CycleYear extends CycleRow {
  agreementId: string;
  year: number;
}

const OF_AGREEMENTS = statement<CycleYear>(
  'cycle.ofAgreements',
  `select ${COLUMNS}, a.id as "agreementId", a.cycle_year as year from core.agreement a
     join core.contract_cycle c on c.organisation_id = a.organisation_id and c.id = a.cycle_id
    where a.id = any ($1::uuid[])`,
);
export const cycleOfAgreement: Batch<TenantScope, string, CycleYear | null> = {
  name: OF_AGREEMENTS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(OF_AGREEMENTS, [ids]), (row) => row.agreementId),
};

const AGREEMENTS = statement<AgreementRow & { cycleId: string }>(
  'cycle.agreements',
  `select ${agreementColumns('a')}, a.cycle_id as "cycleId" from core.agreement a
    where a.cycle_id = any ($1::uuid[]) order by a.starts_on, a.id`,
);
/** Batch: the agreements of a cycle within the scope, the earliest first. */
export const agreementsOfCycle: Batch<TenantScope, string, AgreementRow[]> = {
  name: AGREEMENTS.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => grouped(ids, await scope.read(AGREEMENTS, [ids]), (row) => row.cycleId),
};

/** One more than the page holds of the cycles within the scope, the earliest first. */
export async function readCycles(member: Member, page: Page): Promise<CycleRow[]> {
  const where = new Conditions([page.size + 1]).after(page.after, 'c.starts_on, c.id', ['date', 'uuid']);
  const sql = where.statement<CycleRow>(
    'cycle.list',
    `select ${COLUMNS} from core.contract_cycle c where ${where.sql} order by c.starts_on, c.id limit $1`,
  );
  return member.read(sql, where.values);
}

const COUNT = statement<{ count: number }>(
  'cycle.count',
  'select count(*)::int as count from core.contract_cycle',
);
export async function countCycles(member: Member): Promise<number> {
  const [row] = await member.read(COUNT, []);
  return row?.count ?? 0;
}

const LOCK = statement<CycleRow>(
  'cycle.lock',
  `select ${COLUMNS} from core.contract_cycle c where c.id = $1 for update`,
);
/** Row-locks a cycle; null outside the scope. */
export async function lockCycle(transaction: Transaction, id: string): Promise<CycleRow | null> {
  const [row] = await transaction.query(LOCK, [id]);
  return row ?? null;
}

const CORRECT = statement(
  'cycle.correct',
  `update core.contract_cycle set procurement_number = $3, amount = $4, starts_on = $5, ends_on = $6
    where organisation_id = $1 and id = $2`,
);
export async function updateCycle(transaction: Transaction, cycle: CycleRow): Promise<void> {
  const { organisationId, id, procurementNumber, amount, startsOn, endsOn } = cycle;
  await transaction.query(CORRECT, [organisationId, id, procurementNumber, amount, startsOn, endsOn]);
}

const INSERT = statement(
  'cycle.insert',
  `insert into core.contract_cycle (organisation_id, id, purchaser_id, district_code, procurement_number, amount,
          starts_on, ends_on, registered_by, registered_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export async function insertCycle(
  transaction: Transaction,
  cycle: CycleRow,
  districtCode: string,
  by: { organisationId: string; at: Date },
): Promise<void> {
  await transaction.query(INSERT, [
    cycle.organisationId,
    cycle.id,
    cycle.purchaserId,
    districtCode,
    cycle.procurementNumber,
    cycle.amount,
    cycle.startsOn,
    cycle.endsOn,
    by.organisationId,
    by.at,
  ]);
}
