import type { Transaction } from '../../platform/database/tenant-scope';
import { statement } from '../../platform/database/statement';
import type { AgreementKey, PartIds, Structure } from '../agreement';
import type { GivenTarget, StoredTarget } from './target.rules';

const TARGETS = statement<StoredTarget>(
  'target.standing',
  `select term_id as "termId", zone_id as "zoneId", project_id as "projectId",
          indicator_code as indicator, measure_code as measure,
          trim_scale(value)::text as value
     from core.target where organisation_id = $1 and agreement_id = $2`,
);

export async function readTargets(transaction: Transaction, structure: Structure): Promise<StoredTarget[]> {
  return transaction.query(TARGETS, [structure.organisationId, structure.agreementId]);
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
    where core.target.value <> excluded.value`,
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
