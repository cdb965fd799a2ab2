import { selectList } from '../../../platform/database/shape';
import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import {
  type AgreementKey,
  POINT,
  type PointRow,
  PROJECT,
  type ProjectRow,
  TERM,
  type TermRow,
  ZONE,
  type ZoneRow,
  type ZonesAndPoints,
} from '../read.sql';

interface Part extends AgreementKey {
  id: string;
}

/** A kind of part: its table, and its columns without the key of the agreement. */
interface Kind {
  table: string;
  columns: string;
  /** A further condition of those that are listed. */
  only?: string;
}

const TERMS = { table: 'term', columns: selectList(TERM, 'p'), only: ' and not p.dropped' };
const PROJECTS = { table: 'project', columns: selectList(PROJECT, 'p') };
const ZONES = { table: 'zone', columns: selectList(ZONE, 'p') };
const POINTS = { table: 'point', columns: selectList(POINT, 'p') };

/** SQL of the parts of the agreement "a", in their order, as JSON. */
const partsAsJson = ({
  table,
  columns,
  only = '',
}: Kind): string => `(select coalesce(json_agg(r), '[]') from (
              select ${columns} from core.${table} p
               where p.organisation_id = a.organisation_id and p.agreement_id = a.id${only} order by p.position) r)`;

/**
 * One row per agreement, its parts as JSON: a tenth of the values to parse when a page of stations has thousands of
 * parts.
 */
function readParts<Parts>(
  name: string,
  json: string,
  finished: (parts: Parts, key: AgreementKey) => Parts,
): Batch<TenantScope, AgreementKey, Parts> {
  const sql = statement<{ parts: Parts }>(
    name,
    `select ${json} as parts
       from unnest($1::uuid[], $2::uuid[]) with ordinality a(organisation_id, id, place) order by a.place`,
  );
  return {
    name,
    keyOf: (key) => key.agreementId,
    fetch: async (scope, keys) => {
      const operators = keys.map(({ organisationId }) => organisationId);
      const agreements = keys.map(({ agreementId }) => agreementId);
      const rows = await scope.read(sql, [operators, agreements]);
      return keys.map((key, at) => {
        const row = rows[at];
        if (!row) throw new Error('the parts of an agreement came without their row');
        return finished(row.parts, key);
      });
    },
  };
}

/** Adds the keys of the agreement to its parts; their JSON does not repeat them. */
function withKeys<Row extends Part>(parts: Row[], { organisationId, agreementId }: AgreementKey): Row[] {
  for (const part of parts) {
    part.organisationId = organisationId;
    part.agreementId = agreementId;
  }
  return parts;
}

function ofAgreement<Row extends Part>(kind: Kind): Batch<TenantScope, AgreementKey, Row[]> {
  return readParts<Row[]>(`${kind.table}.ofAgreement`, partsAsJson(kind), withKeys);
}

function byId<Row extends Part>({ table, columns }: Kind): Batch<TenantScope, string, Row | null> {
  const sql = statement<Row>(
    `${table}.byIds`,
    `select p.organisation_id as "organisationId", p.agreement_id as "agreementId", ${columns}
       from core.${table} p where p.id = any ($1::uuid[])`,
  );
  return {
    name: sql.name,
    keyOf: (id) => id,
    fetch: async (scope, ids) => matched(ids, await scope.read(sql, [ids]), (row) => row.id),
  };
}

/** Batch: the parts of agreements, in their order. */
export const termsOfAgreement = ofAgreement<TermRow>(TERMS);
export const projectsOfAgreement = ofAgreement<ProjectRow>(PROJECTS);
export const zonesOfAgreement = ofAgreement<ZoneRow>(ZONES);
export const pointsOfAgreement = ofAgreement<PointRow>(POINTS);

/** SQL columns of the agreement "a" that `joined` turns into linked zones and points. */
export const ZONES_AND_POINTS = `${partsAsJson(ZONES)} as zones, ${partsAsJson(POINTS)} as points`;

/** Batch: zones and points of agreements, linked to each other, when both are selected. */
export const zonesAndPoints = readParts<ZonesAndPoints>(
  'zone.andPoints',
  `json_build_object('zones', ${partsAsJson(ZONES)}, 'points', ${partsAsJson(POINTS)})`,
  joined,
);

/** Links zones to their points and points to their zone. */
export function joined({ zones, points }: ZonesAndPoints, key: AgreementKey): ZonesAndPoints {
  const byId = new Map<string | null, ZoneRow>();
  for (const zone of withKeys(zones, key)) {
    zone.points = [];
    byId.set(zone.id, zone);
  }
  for (const point of withKeys(points, key)) {
    const zone = byId.get(point.zoneId);
    if (!zone) continue;
    point.zone = zone;
    zone.points?.push(point);
  }
  return { zones, points };
}

/** One part within the scope, or null. */
export const termById = byId<TermRow>(TERMS);
export const projectById = byId<ProjectRow>(PROJECTS);
export const zoneById = byId<ZoneRow>(ZONES);
export const pointById = byId<PointRow>(POINTS);
