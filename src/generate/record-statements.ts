import type { Write } from '../access';
import { statement } from '../platform/database/statement';
import type { Party } from './directory';
import type { PlannedAgreement } from './plan';
import type { Correction, RecordColumns } from './records';

const RECORD = statement(
  'generate.records',
  `insert into core.service_record (organisation_id, agreement_id, station_id, purchaser_id, district_code,
          id, revision, term_id, indicator_code, project_id, zone_id, point_id, occurred_on, quantities,
          recorded_at, recorded_by, recorded_by_name, revised_at, revised_by, revised_by_name,
          voided_at, voided_by, voided_by_name, void_reason)
   select $1, $2, $3, $4, $5, r.id, 1, r.term_id, r.indicator_code, r.project_id, r.zone_id, r.point_id, r.occurred_on,
          r.quantities, r.recorded_at, $6, $7, r.recorded_at, $6, $7,
          r.voided_at, case when r.voided_at is null then null else $6::uuid end,
          case when r.voided_at is null then null else $7 end,
          case when r.voided_at is null then null else '重复登记' end
     from unnest($8::uuid[], $9::uuid[], $10::text[], $11::uuid[], $12::uuid[], $13::uuid[], $14::date[], $15::jsonb[],
            $16::timestamptz[], $17::timestamptz[])
       as r(id, term_id, indicator_code, project_id, zone_id, point_id, occurred_on, quantities, recorded_at, voided_at)`,
);

/** Inserts the records of an agreement in one statement; the trigger updates the rollups. */
export async function insertRecords(
  transaction: Write,
  { operator, id, station, purchaser }: PlannedAgreement,
  columns: RecordColumns,
): Promise<void> {
  const { worker = operator.administrator } = operator;
  await transaction.query(RECORD, [
    operator.id,
    id,
    station.id,
    purchaser.id,
    station.districtCode,
    worker.id,
    worker.displayName,
    columns.ids,
    columns.termIds,
    columns.indicators,
    columns.projectIds,
    columns.zoneIds,
    columns.pointIds,
    columns.days,
    columns.quantities,
    columns.recordedAt,
    columns.voidedAt,
  ]);
}

const CORRECT = statement(
  'generate.corrections',
  `update core.service_record r
      set revision = r.revision + 1, quantities = c.quantities, revised_at = c."revisedAt", revised_by = $2,
          revised_by_name = $3, revision_reason = '数量更正'
     from json_to_recordset($4::json) as c(id uuid, quantities jsonb, "revisedAt" timestamptz)
    where r.organisation_id = $1 and r.id = c.id`,
);

/** Corrects records of an operator; triggers store the earlier version and update the rollups. */
export async function correctRecords(
  transaction: Write,
  operator: Party,
  corrections: readonly Correction[],
): Promise<void> {
  const { id, displayName } = operator.administrator;
  await transaction.query(CORRECT, [operator.id, id, displayName, JSON.stringify(corrections)]);
}
