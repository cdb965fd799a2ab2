import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import type { Batch } from '../../platform/graphql/loaders';
import { grouped } from '../../platform/graphql/loaders';

/** A target as it is in force on a day, with the day from which, and the amendment that brought it. */
interface TargetRow {
  agreementId: string;
  termId: string;
  zoneId: string | null;
  projectId: string | null;
  indicatorCode: string;
  measureCode: string;
  value: string;
  /** Null: since the first day of the agreement. */
  since: Day | null;
  amendmentId: string | null;
}

const TARGETS = statement<TargetRow>(
  'target.list',
  `select p.agreement_id as "agreementId", p.term_id as "termId", p.zone_id as "zoneId", p.project_id as "projectId",
          p.indicator_code as "indicatorCode", p.measure_code as "measureCode", p.value::text as value,
          nullif(p.since, '-infinity') as since, p.amendment_id as "amendmentId"
     from core.target p
     join core.indicator i on i.code = p.indicator_code
     join core.measure m on m.indicator_code = p.indicator_code and m.code = p.measure_code
    where p.agreement_id = any ($1::uuid[]) and p.since <= $2::date and (p.until is null or p.until > $2::date)
      and p.value is not null
    order by p.agreement_id, p.term_id, i.position, m.position, p.zone_id, p.project_id`,
);

/** Batch: the targets of agreements that are in force on a day. */
export function targetsOn(day: Day): Batch<TenantScope, string, TargetRow[]> {
  return {
    name: `${TARGETS.name} ${day}`,
    keyOf: (id) => id,
    fetch: async (scope, ids) =>
      grouped(ids, await scope.read(TARGETS, [ids, day]), (row) => row.agreementId),
  };
}
