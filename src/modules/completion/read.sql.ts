import { readable } from '../../platform/database/shape';

/**
 * SQL of completion, for all who sum it. A statement makes a relation `t` of terms with the columns of a range, and reads
 * the rows `p` of a source: `select … from terms t, ${MONTH_ROLLUP} and …`.
 */

export const indicators = readable('core.indicator', 'code, position, name_zh');
export const measures = readable('core.measure', 'indicator_code, code, position, name, unit');

const OF_TERM =
  'p.organisation_id = t.organisation_id and p.agreement_id = t.agreement_id and p.term_id = t.id';

/**
 * Columns of the range from d.first to d.last, which lies in the term `t`: whether it is the whole term, the first of the
 * months that lie entirely in it, and the first day after the last. A month that the term itself cuts lies in it entirely.
 */
export const RANGE_OF_DAYS = `d.first, d.last, d.first = t.starts_on and d.last = t.ends_on as whole,
  case when d.first = t.starts_on then date_trunc('month', d.first::timestamp)
       else date_trunc('month', d.first + interval '1 month' - interval '1 day') end::date as first_month,
  (case when d.last = t.ends_on then date_trunc('month', d.last::timestamp) + interval '1 month'
        else date_trunc('month', d.last + interval '1 day') end)::date as after_months`;

/** Columns of the term `t` by which its targets are those in force on a day, or on the last day of the term. */
export const targetsAsOf = (day: string): string =>
  `greatest(t.starts_on, least(t.ends_on, ${day})) as as_of, t.amended_on`;

/** The same columns for the part of whole months, from a first day to the day after, that lies in the term `t`; targets as of
 * its last day, or today. */
export const rangeOfMonths = (first: string, after: string): string =>
  `greatest(t.starts_on, ${first}) as first, least(t.ends_on, ${after} - 1) as last,
  t.starts_on >= ${first} and t.ends_on < ${after} as whole, ${first} as first_month, ${after} as after_months,
  ${targetsAsOf(`${after} - 1, core.today()`)}`;

/** Rollup of whole terms, whatever the range: completed, records. */
export const TERM_ROLLUP = `core.completion_term p where ${OF_TERM}`;

/** Rollup of the months that lie entirely in the range: completed, records. */
export const MONTH_ROLLUP = `core.completion_month p where ${OF_TERM}
  and p.month >= t.first_month and p.month < t.after_months`;

/** The quantities of the records before and after those months: completed, records. */
export const BOTH_ENDS = `lateral (values (t.first, least(t.first_month - 1, t.last)),
      (greatest(t.first_month, t.after_months), t.last)) e(first, last),
    core.service_record r, lateral jsonb_each_text(r.quantities) q,
    lateral (select r.organisation_id, r.agreement_id, r.term_id, r.zone_id, r.project_id, r.indicator_code,
      q.key as measure_code, q.value::numeric as completed, 1 as records) p
  where ${OF_TERM} and e.first <= e.last and r.occurred_on between e.first and e.last and r.voided_at is null`;

/** The targets of terms that are in force as of its day: value. */
export const TARGETS = `core.target p where ${OF_TERM} and p.since <= t.as_of and (p.until is null or p.until > t.as_of)`;

/** Rollup of whole terms over all zones and projects: completed, records, and as TOTAL_TARGET the target. */
export const TOTAL_ROLLUP = `core.completion_total p where ${OF_TERM}`;
/** The last target of all: of terms that no later amendment changes. */
export const LAST_TOTAL_TARGET = 'case when p.targets > 0 then p.target end';
/** The target as of the day of the term `t`. */
export const TOTAL_TARGET = `case when t.amended_on > t.as_of then (
    select sum(k.value) from core.target k
     where k.organisation_id = t.organisation_id and k.agreement_id = t.agreement_id and k.term_id = t.id
       and k.indicator_code = p.indicator_code and k.measure_code = p.measure_code
       and k.since <= t.as_of and (k.until is null or k.until > t.as_of))
  else ${LAST_TOTAL_TARGET} end`;

/**
 * The same of all terms in the viewer's scope but some: without joining the terms, of which a city has thousands. They are
 * excluded by NOT IN, which PostgreSQL hashes; a comparison with each element of an array took 11 s for one year of two.
 */
export const totalsExcept = (termIds: string): string =>
  `core.completion_total p where p.term_id not in (${termIds})`;

const CELL =
  'p.organisation_id, p.agreement_id, p.term_id, p.indicator_code, p.measure_code, p.zone_id, p.project_id';

/**
 * The completion of the range of each term: cells with completed, records, target, to be summed as wanted, and shown where
 * HAS_FIGURES. Lateral, so that a term is read from the tables that it needs, and its sums need no sort.
 */
export const COMPLETION_OF_RANGE = `lateral (
  select ${CELL}, p.completed, p.records, null::numeric as target from ${TERM_ROLLUP} and t.whole
  union all
  select ${CELL}, p.completed, p.records, null from ${MONTH_ROLLUP} and not t.whole
  union all
  select ${CELL}, p.completed, p.records, null from ${BOTH_ENDS} and not t.whole
  union all
  select ${CELL}, 0, 0, p.value from ${TARGETS}) p`;

/** Whether a sum of cells has a record that counts, or a target. */
export const HAS_FIGURES = 'sum(p.records) > 0 or sum(p.target) is not null';

/** Whether any row that the completion of the term `t` rests on fulfils a condition. */
export function anyRowBehind(condition: (alias: string) => string): string {
  const anyOf = (source: string): string => `exists (select from ${source} and ${condition('p')})`;
  // A record moved within its month changes no rollup, but it matters where the range cuts that month.
  const inMonthsOfRange = `core.service_record p where ${OF_TERM} and p.occurred_on >= date_trunc('month', t.first)
    and p.occurred_on < date_trunc('month', t.last) + interval '1 month'`;
  return [
    anyOf(TERM_ROLLUP),
    anyOf(TARGETS),
    `not t.whole and ${anyOf(`core.completion_month p where ${OF_TERM}`)}`,
    `not t.whole and ${anyOf(inMonthsOfRange)}`,
  ].join(' or ');
}
