import type { Member } from '../../../access';
import { Conditions } from '../../../platform/database/conditions';
import { statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import type { Page } from '../../../platform/graphql/connection';
import { type AgreementKey, type AgreementRow, SCOPE } from '../../agreement';
import type { FundingLevel } from '../funding.enums';
import type { RecallRule } from './recall.rules';

/** The author and time of a write. */
export interface Author {
  memberId: string;
  at: Date;
}

/** The scope columns that policies read, as $1 to $5 of a statement. */
export function scopeOf({ organisationId, id, ...agreement }: AgreementRow): string[] {
  return [organisationId, id, agreement.stationId, agreement.purchaserId, agreement.districtCode];
}

const OF_AGREEMENT = 'organisation_id = $1 and agreement_id = $2';

interface Plan<Row> {
  version: number;
  rows: Row[];
}

export interface Line {
  category: string;
  amount: string;
}

const BUDGET = statement<Plan<Line>>(
  'budget.inForce',
  `select b.version, (select json_agg(json_build_object('category', l.category, 'amount', l.amount::text)
                                      order by l.position)
            from core.budget_line l where l.organisation_id = $1 and l.agreement_id = $2 and l.version = b.version) as rows
     from core.budget b where b.organisation_id = $1 and b.agreement_id = $2 order by b.version desc limit 1`,
);

/** The current budget; version 0 without lines if none is set. */
export async function readBudget(transaction: Transaction, agreement: AgreementRow): Promise<Plan<Line>> {
  const [row] = await transaction.query(BUDGET, scopeOf(agreement).slice(0, 2));
  return row ?? { version: 0, rows: [] };
}

const CATEGORIES = statement<{ category: string }>(
  'budget.categories',
  `select category from core.budget_line where ${OF_AGREEMENT} group by category order by max(version) desc, category`,
);

/** The categories of all versions of the budget, as spelled. */
export async function readCategories(transaction: Transaction, agreement: AgreementRow): Promise<string[]> {
  const rows = await transaction.query(CATEGORIES, scopeOf(agreement).slice(0, 2));
  return rows.map(({ category }) => category);
}

const ADD_BUDGET = statement(
  'budget.insert',
  `insert into core.budget (${SCOPE}, version, set_at, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const ADD_LINES = statement(
  'budget.insertLines',
  `insert into core.budget_line (${SCOPE}, version, position, category, amount)
   select $1, $2, $3, $4, $5, $6, l.position, l.category, l.amount
     from json_to_recordset($7::json) as l(position int, category text, amount numeric)`,
);

export async function insertBudget(
  transaction: Transaction,
  agreement: AgreementRow,
  version: number,
  lines: readonly Line[],
  { memberId, at }: Author,
): Promise<void> {
  const scope = scopeOf(agreement);
  await transaction.query(ADD_BUDGET, [...scope, version, at, memberId]);
  const rows = lines.map((line, position) => ({ ...line, position }));
  await transaction.query(ADD_LINES, [...scope, version, JSON.stringify(rows)]);
}

/** A version of a budget. */
export interface BudgetVersionRow {
  version: number;
  setAt: Date;
  total: string;
  lines: Line[];
}

/** A page of the versions of a budget, the current one first. */
export async function budgetPage(
  member: Member,
  { organisationId, agreementId }: AgreementKey,
  page: Page,
): Promise<BudgetVersionRow[]> {
  const where = new Conditions([organisationId, agreementId, page.size + 1]).after(
    page.after,
    'b.version',
    ['integer'],
    '<',
  );
  return member.read(
    where.statement<BudgetVersionRow>(
      'budget.page',
      `select b.version, b.set_at as "setAt", l.total, l.lines from core.budget b
        cross join lateral (
          select sum(n.amount)::text as total,
                 json_agg(json_build_object('category', n.category, 'amount', n.amount::text) order by n.position) as lines
            from core.budget_line n
           where n.organisation_id = $1 and n.agreement_id = $2 and n.version = b.version) l
       where b.organisation_id = $1 and b.agreement_id = $2 and ${where.sql} order by b.version desc limit $3`,
    ),
    where.values,
  );
}

const COUNT = statement<{ count: number }>(
  'budget.count',
  `select count(*)::int as count from core.budget where ${OF_AGREEMENT}`,
);

export async function budgetCount(
  member: Member,
  { organisationId, agreementId }: AgreementKey,
): Promise<number> {
  const rows = await member.read(COUNT, [organisationId, agreementId]);
  return rows[0]?.count ?? 0;
}

export interface Source {
  level: FundingLevel;
  amount: string;
}

const SOURCES = statement<Plan<Source>>(
  'fundingSource.inForce',
  `select version, json_agg(json_build_object('level', level, 'amount', amount::text) order by level) as rows
     from core.funding_source where ${OF_AGREEMENT} group by version order by version desc limit 1`,
);
const ADD_SOURCES = statement(
  'fundingSource.insert',
  `insert into core.funding_source (${SCOPE}, version, level, amount, party, set_at, set_by)
   select $1, $2, $3, $4, $5, $6, s.level, s.amount, $8, $9, $10
     from json_to_recordset($7::json) as s(level text, amount numeric)`,
);

export async function readSources(transaction: Transaction, agreement: AgreementRow): Promise<Plan<Source>> {
  const [row] = await transaction.query(SOURCES, scopeOf(agreement).slice(0, 2));
  return row ?? { version: 0, rows: [] };
}

export async function insertSources(
  transaction: Transaction,
  agreement: AgreementRow,
  version: number,
  sources: readonly Source[],
  party: string,
  { memberId, at }: Author,
): Promise<void> {
  const rows = JSON.stringify(sources);
  await transaction.query(ADD_SOURCES, [...scopeOf(agreement), version, rows, party, at, memberId]);
}

interface FiscalBudgetRow {
  version: number;
  amount: string;
  share: string | null;
  by: string | null;
}

const FISCAL = statement<FiscalBudgetRow>(
  'fiscalBudget.inForce',
  `select version, amount, trim_scale(recall_share)::text as share, recall_by as by from core.fiscal_budget
    where ${OF_AGREEMENT} and fiscal_year = $3 order by version desc limit 1`,
);
const ADD_FISCAL = statement(
  'fiscalBudget.insert',
  `insert into core.fiscal_budget (${SCOPE}, fiscal_year, version, amount, recall_share, recall_by, set_at, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export async function readFiscalBudget(
  transaction: Transaction,
  agreement: AgreementRow,
  fiscalYear: number,
): Promise<FiscalBudgetRow | null> {
  const [organisationId, agreementId] = scopeOf(agreement);
  const [row] = await transaction.query(FISCAL, [organisationId, agreementId, fiscalYear]);
  return row ?? null;
}

export async function insertFiscalBudget(
  transaction: Transaction,
  agreement: AgreementRow,
  budget: { fiscalYear: number; version: number; amount: string; recall: RecallRule | null },
  { memberId, at }: Author,
): Promise<void> {
  const { fiscalYear, version, amount, recall } = budget;
  const rule = [recall?.share ?? null, recall?.by ?? null];
  await transaction.query(ADD_FISCAL, [
    ...scopeOf(agreement),
    fiscalYear,
    version,
    amount,
    ...rule,
    at,
    memberId,
  ]);
}
