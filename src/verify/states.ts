import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { readWholeCity } from '../platform/database/whole-city';
import { SNAPSHOT_FAULTS } from './snapshots';

/** What does not follow the state of an agreement. */
interface StateFault {
  fault: keyof typeof FAULTS;
  /** The id of the agreement, the station, the month or the snapshot. */
  id: string;
}

const COUNTED = `('CONFIRMED', 'VOID')`;
const SAME_PARTIES =
  'a.organisation_id = s.organisation_id and a.station_id = s.station_id and a.purchaser_id = s.purchaser_id';
/** What only an agreement that was confirmed once can have. */
const FIGURES = [
  'service_record',
  'receipt',
  'expenditure',
  'payment',
  'assessment',
  'evaluation',
  'satisfaction_survey',
];

const FAULTS = {
  ...SNAPSHOT_FAULTS,
  TERM: [
    'agreement % has a term that does not follow its state / 项目期与协议状态不符',
    `select a.id from core.agreement a
      where exists (select from core.term t where t.organisation_id = a.organisation_id and t.agreement_id = a.id
                       and t.confirmed <> (a.state = 'CONFIRMED'))`,
  ],
  FIGURES: [
    'agreement % has figures and was never confirmed / 未经确认的协议有数据',
    `select a.id from core.agreement a where a.state not in ${COUNTED} and (${FIGURES.map(
      (table) =>
        `exists (select from core.${table} f where f.organisation_id = a.organisation_id and f.agreement_id = a.id)`,
    ).join(' or ')})`,
  ],
  NOT_LISTED: [
    'station % has a confirmed agreement and is not in the directory / 社工站有已确认的协议却不在名录中',
    `select distinct s.station_id from core.station_access s
      where not s.listed and exists (select from core.agreement a where ${SAME_PARTIES} and a.state in ${COUNTED})`,
  ],
  LISTED: [
    'station % is in the directory without a confirmed agreement / 社工站没有已确认的协议却在名录中',
    `select distinct s.station_id from core.station_access s
      where s.listed and not exists (select from core.agreement a where ${SAME_PARTIES} and a.state in ${COUNTED})`,
  ],
  SAME_NAME: [
    'station % has the name of another in its district / 社工站与同区另一社工站重名',
    `select distinct s.station_id from core.station_access s join core.station_access o
         on o.district_code = s.district_code and o.name_key = s.name_key and o.station_id <> s.station_id
      where s.listed and o.listed`,
  ],
  VERSIONS: [
    'agreement % has versions of a target that overlap or leave days between them / 协议量版本重叠或有空档',
    `select distinct t.agreement_id from core.target t
      where t.until is distinct from (
        select min(n.since) from core.target n
         where n.organisation_id = t.organisation_id and n.agreement_id = t.agreement_id and n.term_id = t.term_id
           and n.indicator_code = t.indicator_code and n.measure_code = t.measure_code
           and n.zone_id is not distinct from t.zone_id and n.project_id is not distinct from t.project_id
           and n.since > t.since)`,
  ],
  AMENDED_ON: [
    'agreement % has a term that does not know its last amended target / 项目期未记下协议量最后变更日',
    `select distinct t.agreement_id from core.term t
      where t.amended_on is distinct from (
        select max(k.since) from core.target k where k.organisation_id = t.organisation_id and k.term_id = t.id
           and k.amendment_id is not null)`,
  ],
  PLACES: [
    'agreement % has records outside their term, or in a place that was not open / 服务记录不在其项目期或已停用的片区内',
    `select distinct r.agreement_id from core.service_record r
       join core.term t on t.organisation_id = r.organisation_id and t.id = r.term_id
      where r.voided_at is null and (t.dropped or r.occurred_on not between t.starts_on and t.ends_on ${[
        'zone',
        'project',
        'point',
      ]
        .map(
          (table) => `or exists (select from core.${table} p where p.organisation_id = r.organisation_id
             and p.id = r.${table}_id and (p.opens_on > r.occurred_on or p.closes_on <= r.occurred_on))`,
        )
        .join(' ')})`,
  ],
} as const;

const CHECK = statement<StateFault>(
  'verify.states',
  `${Object.entries(FAULTS)
    .map(([fault, [, ids]]) => `select '${fault}' as fault, f.id::text from (${ids}) f(id)`)
    .join(' union all ')} order by 1, 2`,
);

/** Compares in one snapshot what the database keeps by the states of agreements with the states themselves. */
export async function checkStates(database: Database): Promise<StateFault[]> {
  return readWholeCity(database, async (read) => read(CHECK, []));
}

/** A fault in one line. */
export function stateLineOf({ fault, id }: StateFault): string {
  return FAULTS[fault][0].replace('%', id);
}
