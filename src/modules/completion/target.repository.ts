import type { Day } from '../../platform/calendar';
import type { Transaction } from '../../platform/database/tenant-scope';
import { statement } from '../../platform/database/statement';
import {
  type AgreementKey,
  type PartIds,
  projects,
  type Structure,
  terms,
  valueOn,
  zones,
} from '../agreement';
import type { GivenTarget, StoredTarget } from './target.rules';

const TARGETS = statement<StoredTarget>(
  'target.standing',
  `select term_id as "termId", zone_id as "zoneId", project_id as "projectId",
          indicator_code as indicator, measure_code as measure,
          trim_scale(value)::text as value
     from core.target where organisation_id = $1 and agreement_id = $2 and value is not null
      and since <= coalesce($3::date, 'infinity') and (until is null or until > coalesce($3::date, 'infinity'))`,
);

/** The targets of an agreement that are in force on a day, or else the last ones. */
export async function readTargets(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: Day | null = null,
): Promise<StoredTarget[]> {
  return transaction.query(TARGETS, [organisationId, agreementId, day]);
}

const BASIS = statement<{ basis: string }>(
  'target.basis',
  `select md5(coalesce(string_agg(k::text, ' ' order by k::text), '')) as basis
     from core.target k where k.organisation_id = $1 and k.agreement_id = $2`,
);

/** A text that changes with any version of any target of an agreement. */
export async function readTargetsBasis(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
): Promise<string> {
  const [row] = await transaction.query(BASIS, [organisationId, agreementId]);
  return row?.basis ?? '';
}

/** A version of a target from a later day on; its value is empty where it is removed. */
export type LaterTarget = StoredTarget & { since: Day };
const LATER = statement<LaterTarget>(
  'target.later',
  `select term_id as "termId", zone_id as "zoneId", project_id as "projectId",
          indicator_code as indicator, measure_code as measure, since, coalesce(value::text, '') as value
     from core.target where organisation_id = $1 and agreement_id = $2 and since > $3::date order by since`,
);

/** The versions of targets from later days, the earliest first. */
export async function readLaterTargets(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: Day,
): Promise<LaterTarget[]> {
  return transaction.query(LATER, [organisationId, agreementId, day]);
}

const GIVEN = `json_to_recordset($3::json)
  as t("termId" uuid, "zoneId" uuid, "projectId" uuid, indicator text, measure text, value numeric)`;
const SET = statement(
  'target.set',
  `insert into core.target (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          term_id, zone_id, project_id, indicator_code, measure_code, value, set_by)
   select $1, $2, $4, $5, $6, t."termId", t."zoneId", t."projectId", t.indicator, t.measure, t.value, $7
     from ${GIVEN} where t.value is not null
   on conflict on constraint target_cell do update set value = excluded.value, set_at = now(), set_by = excluded.set_by
    where core.target.value is distinct from excluded.value`,
);
const REMOVE = statement(
  'target.remove',
  `delete from core.target k using ${GIVEN}
    where k.organisation_id = $1 and k.agreement_id = $2 and t.value is null
      and k.term_id = t."termId" and k.indicator_code = t.indicator and k.measure_code = t.measure
      and k.zone_id is not distinct from t."zoneId" and k.project_id is not distinct from t."projectId"`,
);

/** Sets and removes targets of one agreement. */
export async function writeTargets(
  transaction: Transaction,
  agreement: Pick<Structure, 'organisationId' | 'agreementId' | 'stationId' | 'purchaserId' | 'districtCode'>,
  targets: readonly GivenTarget[],
  setBy: string,
): Promise<void> {
  const { organisationId, agreementId, stationId, purchaserId, districtCode } = agreement;
  const given = JSON.stringify(targets);
  await transaction.query(REMOVE, [organisationId, agreementId, given]);
  await transaction.query(SET, [
    organisationId,
    agreementId,
    given,
    stationId,
    purchaserId,
    districtCode,
    setBy,
  ]);
}

const REMOVE_OTHERS = statement(
  'target.removeOthers',
  `delete from core.target where organisation_id = $1 and agreement_id = $2
      and not (term_id = any ($3::uuid[]) and (zone_id is null or zone_id = any ($4::uuid[]))
        and (project_id is null or project_id = any ($5::uuid[])))`,
);

/** Removes the targets of an agreement, but those whose term, zone and project are kept. */
export async function removeTargets(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  kept: PartIds | null,
): Promise<void> {
  const ids = (parts?: ReadonlyMap<string, string>): string[] => [...(parts?.values() ?? [])];
  await transaction.query(REMOVE_OTHERS, [
    organisationId,
    agreementId,
    ids(kept?.terms),
    ids(kept?.zones),
    ids(kept?.projects),
  ]);
}

const SAME_CELL = `k.organisation_id = $1 and k.agreement_id = $2 and k.term_id = t."termId"
      and k.indicator_code = t.indicator and k.measure_code = t.measure
      and k.zone_id is not distinct from t."zoneId" and k.project_id is not distinct from t."projectId"`;
const END_VERSIONS = statement(
  'target.endVersions',
  `update core.target k set until = $4 from ${GIVEN}
    where ${SAME_CELL} and k.since < $4::date and (k.until is null or k.until > $4::date)`,
);
const ADD_VERSIONS = statement(
  'target.addVersions',
  `insert into core.target (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          term_id, zone_id, project_id, indicator_code, measure_code, value, set_by, amendment_id, since, until)
   select $1, $2, $5, $6, $7, t."termId", t."zoneId", t."projectId", t.indicator, t.measure, t.value, $8, $9, $4,
          (select min(k.since) from core.target k where ${SAME_CELL} and k.since > $4::date)
     from ${GIVEN}
   on conflict on constraint target_cell do update
      set value = excluded.value, set_at = now(), set_by = excluded.set_by, amendment_id = excluded.amendment_id`,
);

/** Changes targets from a day on, until the next day on which an amendment has changed them. */
export async function amendTargets(
  transaction: Transaction,
  structure: Structure,
  targets: readonly GivenTarget[],
  { amendmentId, day, setBy }: { amendmentId: string; day: Day; setBy: string },
): Promise<void> {
  const { organisationId, agreementId, stationId, purchaserId, districtCode } = structure;
  const given = JSON.stringify(targets);
  // What is in force from the first day on has always been.
  const since = day <= structure.startsOn ? '-infinity' : day;
  await transaction.query(END_VERSIONS, [organisationId, agreementId, given, since]);
  await transaction.query(ADD_VERSIONS, [
    organisationId,
    agreementId,
    given,
    since,
    stationId,
    purchaserId,
    districtCode,
    setBy,
    amendmentId,
  ]);
}

const NAMES = statement<{ id: string; name: string }>(
  'target.partNames',
  `select p.id, p.name from ${terms('p')} where p.organisation_id = $1 and p.agreement_id = $2
   union all select p.id, ${valueOn.name('zone', 'p', '$3::date')} from ${zones('p')}
     where p.organisation_id = $1 and p.agreement_id = $2
   union all select p.id, ${valueOn.name('project', 'p', '$3::date')} from ${projects('p')}
     where p.organisation_id = $1 and p.agreement_id = $2`,
);

/** What terms, zones and projects of an agreement are called on a day. */
export async function readNames(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  day: Day,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.query(NAMES, [organisationId, agreementId, day]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
