import type { Day } from '../../../platform/calendar';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import { type AgreementKey, agreements, instalments, valueOn } from '../../agreement';
import type { FundingFacts } from './funding.facts';

/**
 * The day from which an instalment `i` of an agreement `a` may be paid; null while its condition is not met. Defined
 * only here: at signing, or when an assessment of that kind was closed with QUALIFIED or better.
 */
export const RELEASED_ON = `case i.condition
    when 'SIGNING' then least(a.starts_on, (a.registered_at at time zone 'Asia/Shanghai')::date)
    else (select (s.closed_at at time zone 'Asia/Shanghai')::date from core.assessment s
           where s.organisation_id = a.organisation_id and s.agreement_id = a.id
             and s.kind = case i.condition when 'MIDTERM_QUALIFIED' then 'MIDTERM' else 'FINAL' end
             and s.grade in ('EXCELLENT', 'GOOD', 'QUALIFIED')) end`;

const of = (table: string, alias: string): string =>
  `core.${table} ${alias} where ${alias}.organisation_id = a.organisation_id and ${alias}.agreement_id = a.id`;
const list = (sql: string): string => `(select coalesce(json_agg(l), '[]') from (${sql}) l)`;
const sum = (amount: string, filter = ''): string =>
  `coalesce(sum(${amount})${filter && ` filter (where ${filter})`}, 0)::text`;

/** Paid by the street up to a day: the receipts, and the payments without a receipt. */
const paidInYear = (year: string, day: string): string => `
  (select ${sum('amount')} from (
     select r.amount from ${of('receipt', 'r')} and extract(year from r.paid_on) = ${year} and r.paid_on <= ${day}
     union all
     select p.amount from ${of('payment', 'p')} and p.fiscal_year = ${year} and p.known_by <= ${day}) paid)`;
/** A receipt of which only the month is known, and that began by a day which does not reach its end. */
const mayBePaidBy = (day: string): string =>
  `r.paid_by_month and r.paid_on > ${day} and date_trunc('month', r.paid_on::timestamp) <= ${day}`;
/** Paid on an unknown day of the year, or of the month, possibly after that day. */
const undatedInYear = (year: string, day: string): string => `
  (select ${sum('amount')} from (
     select r.amount from ${of('receipt', 'r')} and extract(year from r.paid_on) = ${year} and ${mayBePaidBy(day)}
     union all
     select p.amount from ${of('payment', 'p')} and p.fiscal_year = ${year} and p.paid_on is null
        and p.known_by > ${day}) undated)`;

const AS_OF = '$3::date';

const INSTALMENTS = `
  select i.condition, trim_scale(v.share)::text as share, d.released as "releasedOn",
         r.received, r.early, r.late
    from ${instalments('i')}
   cross join lateral (select ${valueOn.share('i', AS_OF)} as share) v
   cross join lateral (select ${RELEASED_ON} as released) d
   cross join lateral (
     select ${sum('r.amount')} as received,
            ${sum('r.amount', 'd.released is null or r.received_on < d.released')} as early,
            ${sum(
              'r.amount',
              `r.received_on > a.ends_on
              and (not r.received_by_month or date_trunc('month', r.received_on::timestamp) > a.ends_on)`,
            )} as late
       from ${of('receipt', 'r')} and r.condition = i.condition and r.received_on <= ${AS_OF}) r
   where i.organisation_id = a.organisation_id and i.agreement_id = a.id
     and (not i.amended or v.share > 0 or r.received::numeric <> 0) order by i.position`;

const SPENDING = `
  select e.category, ${sum('e.amount')} as spent,
         ${sum('e.amount', 'e.spent_on not between a.starts_on and a.ends_on')} as outside
    from ${of('expenditure', 'e')} and e.spent_on <= ${AS_OF} group by e.category`;

const YEARS = `
  select m."fiscalYear", ${sum('m.received')} as received, ${sum('m.spent')} as spent, ${sum('m.paid')} as paid,
         ${sum('m.undated')} as undated
    from (
      select extract(year from r.received_on)::int as "fiscalYear", r.amount as received, 0 as spent, 0 as paid,
             0 as undated from ${of('receipt', 'r')} and r.received_on <= ${AS_OF}
      union all
      select extract(year from r.paid_on)::int, 0, 0, r.amount, 0 from ${of('receipt', 'r')} and r.paid_on <= ${AS_OF}
      union all
      select extract(year from r.paid_on)::int, 0, 0, 0, r.amount from ${of('receipt', 'r')} and ${mayBePaidBy(AS_OF)}
      union all
      select extract(year from e.spent_on)::int, 0, e.amount, 0, 0 from ${of('expenditure', 'e')} and e.spent_on <= ${AS_OF}
      union all
      select p.fiscal_year, 0, 0, case when p.known_by <= ${AS_OF} then p.amount else 0 end,
             case when p.paid_on is null and p.known_by > ${AS_OF} then p.amount else 0 end from ${of('payment', 'p')}
    ) m group by 1`;

const FISCAL_BUDGETS = `
  select f."fiscalYear", f.amount::text as amount, trim_scale(f.recall_share)::text as "recallShare",
         f.recall_by as "recallBy",
         ${paidInYear('f."fiscalYear"', `least(f.recall_by, ${AS_OF})`)} as executed,
         ${undatedInYear('f."fiscalYear"', `least(f.recall_by, ${AS_OF})`)} as undated
    from (select distinct on (b.fiscal_year) b.fiscal_year as "fiscalYear", b.amount, b.recall_share, b.recall_by
            from ${of('fiscal_budget', 'b')} order by b.fiscal_year, b.version desc) f`;

const KEYS = `unnest($1::uuid[], $2::uuid[]) k(organisation_id, agreement_id)
  join ${agreements('a')} on a.organisation_id = k.organisation_id and a.id = k.agreement_id`;

/** One statement for the reports of any number of agreements: sums up to a day, $3, and what is in force on it. */
const REPORT = statement<FundingFacts>(
  'funding.report',
  `select a.organisation_id as "organisationId", a.id as "agreementId", a.starts_on as "startsOn",
          a.ends_on as "endsOn", ${valueOn.number('annual_fee', 'a', AS_OF)} as "annualFee", b.version as "budgetVersion",
          ${list(INSTALMENTS)} as instalments,
          ${list(`select n.category, n.amount::text as amount from ${of('budget_line', 'n')}
                     and n.version = b.version order by n.position`)} as lines,
          ${list(SPENDING)} as spending,
          ${list(`select s.level, s.amount::text as amount from ${of('funding_source', 's')}
                     and s.version = (select max(v.version) from ${of('funding_source', 'v')}) order by s.level`)} as sources,
          ${list(YEARS)} as years,
          ${list(FISCAL_BUDGETS)} as "fiscalBudgets"
     from ${KEYS}
    cross join lateral (select coalesce(max(v.version), 0) as version from ${of('budget', 'v')}) b`,
);

/** The sums behind an agreement's report as of a day; null outside the scope. */
export function fundingFacts(asOf: Day): Batch<TenantScope, AgreementKey, FundingFacts | null> {
  return {
    name: `${REPORT.name} ${asOf}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, keys) => {
      const rows = await scope.read(REPORT, [...columnsOf(keys), asOf]);
      return byAgreement(keys, rows);
    },
  };
}

/** The amount executed by a day; `undated`: on an unknown day of the year, possibly after that day. */
interface ExecutedRow {
  agreementId: string;
  executed: string;
  undated: string;
}
export type Executed = Omit<ExecutedRow, 'agreementId'>;

const SPENT = statement<ExecutedRow>(
  'funding.spentBy',
  `select a.id as "agreementId", '0' as undated,
          (select ${sum('e.amount')} from ${of('expenditure', 'e')} and e.spent_on <= $3::date) as executed
     from ${KEYS}`,
);

/** The amount spent by the operator by a day. */
export function spentBy(day: Day): Batch<TenantScope, AgreementKey, Executed> {
  return {
    name: `${SPENT.name} ${day}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, keys) => found(keys, await scope.read(SPENT, [...columnsOf(keys), day])),
  };
}

const SPENDING_BETWEEN = statement<SpendingRow>(
  'funding.spendingBetween',
  `select a.id as "agreementId", ${list(`select e.category, sum(e.amount)::text as spent from ${of('expenditure', 'e')}
            and e.spent_on between $3::date and $4::date group by e.category order by e.category`)} as categories
     from ${KEYS}`,
);

interface SpendingRow {
  agreementId: string;
  categories: { category: string; spent: string }[];
}

/** What the operator spent from a day to another, by category. */
export function spendingBetween(
  from: Day,
  to: Day,
): Batch<TenantScope, AgreementKey, SpendingRow['categories']> {
  return {
    name: `${SPENDING_BETWEEN.name} ${from} ${to}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, keys) => {
      const rows = await scope.read(SPENDING_BETWEEN, [...columnsOf(keys), from, to]);
      return byAgreement(keys, rows).map((row) => row?.categories ?? []);
    },
  };
}

const PAID = statement<ExecutedRow>(
  'funding.paidBy',
  `select a.id as "agreementId", ${paidInYear('$4::int', '$3::date')} as executed,
          ${undatedInYear('$4::int', '$3::date')} as undated
     from ${KEYS}`,
);

/** The amount paid by the street from the budget of a year by a day. */
export function paidBy(fiscalYear: number, day: Day): Batch<TenantScope, AgreementKey, Executed> {
  return {
    name: `${PAID.name} ${fiscalYear} ${day}`,
    keyOf: ({ agreementId }) => agreementId,
    fetch: async (scope, keys) => found(keys, await scope.read(PAID, [...columnsOf(keys), day, fiscalYear])),
  };
}

function columnsOf(keys: readonly AgreementKey[]): string[][] {
  return [keys.map(({ organisationId }) => organisationId), keys.map(({ agreementId }) => agreementId)];
}

function byAgreement<Row extends { agreementId: string }>(
  keys: readonly AgreementKey[],
  rows: readonly Row[],
): (Row | null)[] {
  return matched(
    keys.map(({ agreementId }) => agreementId),
    rows,
    (row) => row.agreementId,
  );
}

function found(keys: readonly AgreementKey[], rows: readonly ExecutedRow[]): Executed[] {
  return byAgreement(keys, rows).map((row) => row ?? { executed: '0', undated: '0' });
}
