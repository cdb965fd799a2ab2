import { statement } from '../../platform/database/statement';
import type { TenantScope, Transaction } from '../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../platform/graphql/loaders';
import { type AgreementKey, agreements } from '../agreement';
import { figureRows, type SnapshotPart } from './figure-rows.rules';
import type { SnapshotPurpose } from './snapshot.enums';

type PartRow = SnapshotPart & { snapshotId: string };

/** The days that a snapshot is of, and when and what for it is taken. */
export interface NewSnapshot {
  id: string;
  purpose: SnapshotPurpose;
  from: string;
  to: string;
  at: Date;
}

const SCOPE = 's.organisation_id, s.agreement_id, s.station_id, s.purchaser_id, s.district_code, s.id';
const KEEP = statement(
  'snapshot.keep',
  `with s as (
     insert into core.snapshot (organisation_id, agreement_id, station_id, purchaser_id, district_code, id, purpose,
            from_day, to_day, taken_at)
     select a.organisation_id, a.id, a.station_id, a.purchaser_id, a.district_code, $3, $4, $5, $6, $7
       from ${agreements('a')} where a.organisation_id = $1 and a.id = $2 returning *
   ), parts as (
     insert into core.snapshot_part (organisation_id, agreement_id, station_id, purchaser_id, district_code, snapshot_id,
            report, position, content)
     select ${SCOPE}, p.report, p.position, p.content
       from s cross join json_to_recordset($8::json) as p(report text, position int, content json)
   )
   insert into core.snapshot_figure (organisation_id, agreement_id, station_id, purchaser_id, district_code, snapshot_id,
          report, position, path, value, zone_id, project_id)
   select ${SCOPE}, f.report, f.position, f.path, f.value, f."zoneId", f."projectId"
     from s cross join json_to_recordset($9::json)
       as f(report text, position int, path text[], value numeric, "zoneId" uuid, "projectId" uuid)`,
);

/** Keeps reports as they are, and each of their figures as a row; neither is ever changed. */
export async function insertSnapshot(
  transaction: Transaction,
  { organisationId, agreementId }: AgreementKey,
  { id, purpose, from, to, at }: NewSnapshot,
  parts: readonly SnapshotPart[],
): Promise<void> {
  const rows = parts.map((part, position) => ({ ...part, position }));
  const figures = figureRows(parts);
  await transaction.query(KEEP, [
    organisationId,
    agreementId,
    id,
    purpose,
    from,
    to,
    at,
    JSON.stringify(rows),
    JSON.stringify(figures),
  ]);
}

const READ = statement<PartRow>(
  'snapshot.parts',
  `select p.snapshot_id as "snapshotId", p.report, p.content
     from unnest($1::uuid[], $2::uuid[]) k(organisation_id, snapshot_id)
     join core.snapshot_part p using (organisation_id, snapshot_id) order by p.position`,
);

/** A snapshot, by its operator and its id. */
export interface SnapshotKey extends Pick<AgreementKey, 'organisationId'> {
  id: string;
}

/** Batch: the reports of snapshots, in the order in which they were gathered. */
export const partsOfSnapshot: Batch<TenantScope, SnapshotKey, SnapshotPart[]> = {
  name: READ.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, snapshots) => {
    const ids = snapshots.map(({ id }) => id);
    const operators = snapshots.map(({ organisationId }) => organisationId);
    return grouped(ids, await scope.read(READ, [operators, ids]), (row) => row.snapshotId);
  },
};
