import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { readWholeCity } from '../platform/database/whole-city';

/** The rollups: sums of a month, of a term, of a term over all zones and projects, and the targets of the latter. */
export type Rollup = 'month' | 'term' | 'total' | 'target';

/** A cell of a rollup that differs from the sum of its records, or of its targets. */
interface RollupDifference {
  rollup: Rollup;
  agreementId: string;
  termId: string;
  /** YYYY-MM; null in the rollups of whole terms. */
  month: string | null;
  zoneId: string | null;
  projectId: string | null;
  indicator: string;
  measure: string;
  /** The value in the rollup; null where it has no such cell. */
  kept: string | null;
  keptRecords: string | null;
  /** The sum of the records; null where there are none. */
  counted: string | null;
  countedRecords: string | null;
}

interface RollupCheck {
  records: number;
  cells: number;
  /** The first differences, in the order of agreements, terms and months. */
  differences: RollupDifference[];
  /** The number of all differences. */
  count: number;
}

/** Differences that are reported at most. */
export const MAX_SHOWN = 1000;

const CELL = 'organisation_id, agreement_id, term_id, zone_id, project_id, indicator_code, measure_code';

const MEASURE = 'organisation_id, agreement_id, term_id, indicator_code, measure_code';
const TOTAL = 'organisation_id, agreement_id, term_id, null::uuid, null::uuid, indicator_code, measure_code';

/**
 * Sums the records once, by month and from that by term, and compares the sums with the rollups: a cell that one
 * side lacks has null for its figure. A cell whose records were all voided is kept as zero.
 */
const DIFFERENCES = statement<RollupDifference & { count: number }>(
  'verify.rollups',
  `with counted as materialized (
     select r.organisation_id, r.agreement_id, r.term_id, r.zone_id, r.project_id, r.indicator_code, q.key as measure_code,
            date_trunc('month', r.occurred_on)::date as month, sum(q.value::numeric) as completed, count(*) as records
       from core.service_record r cross join lateral jsonb_each_text(r.quantities) q
      where r.voided_at is null group by 1, 2, 3, 4, 5, 6, 7, 8
   ), sides as (
     select 'month' as rollup, ${CELL}, month, completed as kept, records as kept_records,
            null::numeric as counted, null::numeric as counted_records from core.completion_month
     union all
     select 'month', ${CELL}, month, null, null, completed, records from counted
     union all
     select 'term', ${CELL}, null, completed, records, null, null from core.completion_term
     union all
     select 'term', ${CELL}, null, null, null, sum(completed), sum(records) from counted group by ${CELL}
     union all
     select 'total', ${TOTAL}, null, completed, records, null, null from core.completion_total
     union all
     select 'total', ${TOTAL}, null, null, null, sum(completed), sum(records) from counted group by ${MEASURE}
     union all
     select 'target', ${TOTAL}, null, target, targets, null, null from core.completion_total
     union all
     select 'target', ${TOTAL}, null, null, null, sum(value), count(*) from core.target
      where until is null and value is not null group by ${MEASURE}
   ), cells as (
     select rollup, ${CELL}, month, sum(kept) as kept, sum(kept_records) as kept_records, sum(counted) as counted,
            sum(counted_records) as counted_records
       from sides group by rollup, ${CELL}, month
     having coalesce(sum(kept), 0) <> coalesce(sum(counted), 0)
         or coalesce(sum(kept_records), 0) <> coalesce(sum(counted_records), 0)
   )
   select rollup, agreement_id as "agreementId", term_id as "termId", to_char(month, 'YYYY-MM') as month, zone_id as "zoneId",
          project_id as "projectId", indicator_code as indicator, measure_code as measure,
          kept::text, kept_records::text as "keptRecords", counted::text, counted_records::text as "countedRecords",
          (count(*) over ())::int as count
     from cells
    order by agreement_id, term_id, cells.month nulls first, indicator_code, measure_code, zone_id, project_id, rollup
    limit $1`,
);

const SIZE = statement<{ records: number; cells: number }>(
  'verify.size',
  `select (select count(*) from core.service_record)::int as records,
          ((select count(*) from core.completion_term) + (select count(*) from core.completion_month)
            + (select count(*) from core.completion_total))::int as cells`,
);

/** Recounts all rollups from the records and the targets in one snapshot: writers need not stop. */
export async function checkRollups(database: Database): Promise<RollupCheck> {
  return readWholeCity(database, async (read) => {
    const found = await read(DIFFERENCES, [MAX_SHOWN]);
    const [size] = await read(SIZE, []);
    const { records = 0, cells = 0 } = size ?? {};
    const differences = found.map(({ count: _, ...difference }) => difference);
    return { records, cells, differences, count: found[0]?.count ?? 0 };
  });
}

/** A difference in one line. */
export function lineOf(difference: RollupDifference): string {
  const { rollup, agreementId, termId, month, zoneId, projectId, indicator, measure } = difference;
  const side = (value: string | null, records: string | null): string =>
    value === null ? 'none' : `${value} (${records ?? '0'} ${rollup === 'target' ? 'targets' : 'records'})`;
  return [
    `agreement ${agreementId}`,
    month === null ? `term ${termId}` : `term ${termId} month ${month}`,
    ...(rollup === 'total' || rollup === 'target' ? [rollup] : []),
    ...(zoneId === null ? [] : [`zone ${zoneId}`]),
    ...(projectId === null ? [] : [`project ${projectId}`]),
    `${indicator} ${measure}:`,
    `rollup ${side(difference.kept, difference.keptRecords)},`,
    `recount ${side(difference.counted, difference.countedRecords)}`,
  ].join(' ');
}
