import type { Day } from '../../platform/calendar';
import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import { ASSESSMENT_COLUMNS, type AssessmentRow } from './assessment.repository';

/** Stations that are read together: a single one, or those of a district. */
interface StationGroup {
  id: string;
  stationIds: readonly string[];
}

const LAST = statement<AssessmentRow & { g: string }>(
  'assessment.lastOfStations',
  `select k.g, a.* from unnest($1::text[], $2::uuid[]) k(g, station_id) cross join lateral (
     select ${ASSESSMENT_COLUMNS} from core.assessment a
      where a.station_id = k.station_id and (a.closed_at at time zone 'Asia/Shanghai')::date <= $3::date
      order by a.closed_at desc, a.id desc limit 1) a`,
);

/** The last assessment that was closed by a day, per station within the scope; stations without one are omitted. */
export function lastAssessmentsOf(day: Day): Batch<TenantScope, StationGroup, AssessmentRow[]> {
  return {
    name: `${LAST.name} ${day}`,
    keyOf: ({ id }) => id,
    fetch: async (scope, groups) => {
      const keys = groups.flatMap(({ id, stationIds }) =>
        stationIds.map((station) => [id, station] as const),
      );
      const values = [keys.map(([id]) => id), keys.map(([, station]) => station), day];
      const rows = await scope.read(LAST, values);
      return grouped(
        groups.map(({ id }) => id),
        rows,
        (row) => row.g,
      );
    },
  };
}
