import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import { type AgreementKey, terms } from '../agreement';
import { HAS_FIGURES, MONTH_ROLLUP, TARGETS, targetsAsOf } from './read.sql';

/** A term, or one of its zones, over months. */
interface MonthlyKey extends AgreementKey {
  termId: string;
  /** Null: all zones, and what is in none. */
  zoneId: string | null;
  /** First day of the first month, and of the month after the last. */
  firstMonth: Day;
  afterMonths: Day;
  /** The day by which targets are in force. */
  asOf: Day;
}

/** What was completed of a measure in a month, or where month is null, its target. */
export interface MonthlyCell {
  indicator: string;
  measure: string;
  /** YYYY-MM */
  month: string | null;
  completed: string;
  target: string | null;
}

/** One statement for any number of tables. The rollup of a month has the days of the term alone. */
const MONTHLY = statement<MonthlyCell & { place: string }>(
  'completion.monthly',
  `select q.place::text, p.indicator_code as indicator, p.measure_code as measure, to_char(p.month, 'YYYY-MM') as month,
          sum(p.completed)::text as completed, sum(p.target)::text as target
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::date[], $7::date[])
       with ordinality q(organisation_id, agreement_id, term_id, zone_id, first_month, after_months, as_of, place)
    cross join lateral (
      select t.organisation_id, t.agreement_id, t.id, q.first_month, q.after_months, ${targetsAsOf('q.as_of')}
        from ${terms('t')}
       where t.organisation_id = q.organisation_id and t.agreement_id = q.agreement_id and t.id = q.term_id) t
    cross join lateral (
      select p.indicator_code, p.measure_code, p.zone_id, p.month, p.completed, p.records, null::numeric as target
        from ${MONTH_ROLLUP}
      union all
      select p.indicator_code, p.measure_code, p.zone_id, null, 0, 0, p.value from ${TARGETS}) p
    where q.zone_id is null or p.zone_id = q.zone_id
    group by q.place, 2, 3, p.month having ${HAS_FIGURES}`,
);

/** Batch: the cells of monthly tables. */
export const monthlyCells: Batch<TenantScope, MonthlyKey, MonthlyCell[]> = {
  name: MONTHLY.name,
  keyOf: ({ termId, zoneId, firstMonth, afterMonths, asOf }) =>
    [termId, zoneId, firstMonth, afterMonths, asOf].join(' '),
  fetch: async (scope, keys) => {
    const column = (name: keyof MonthlyKey): (string | null)[] => keys.map((key) => key[name]);
    const rows = await scope.read(MONTHLY, [
      column('organisationId'),
      column('agreementId'),
      column('termId'),
      column('zoneId'),
      column('firstMonth'),
      column('afterMonths'),
      column('asOf'),
    ]);
    const places = keys.map((_, index) => String(index + 1));
    return grouped(places, rows, ({ place }) => place);
  },
};
