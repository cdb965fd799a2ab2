import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import type { PointType, ProjectType, TermType, ZoneType } from '../agreement.type';

export type TermRow = TermType;
export type ProjectRow = ProjectType;
/** A zone, with its points if they were loaded together. */
export type ZoneRow = ZoneType & { points?: PointRow[] };
/** A point, with its zone if they were loaded together. */
export type PointRow = PointType & { zone?: ZoneRow };

/** Key of an agreement's parts. The operator comes first, as in every index. */
export interface AgreementKey {
  organisationId: string;
  agreementId: string;
}

interface Part extends AgreementKey {
  id: string;
}

const KEY_COLUMNS = 'p.id, p.organisation_id as "organisationId", p.agreement_id as "agreementId", p.name';

/** SQL of the parts of the agreement "a", in their order, as JSON. */
const partsAsJson = (table: string, columns: string): string => `(select coalesce(json_agg(r), '[]') from (
              select p.id, p.name${columns} from core.${table} p
               where p.organisation_id = a.organisation_id and p.agreement_id = a.id order by p.position) r)`;

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

function ofAgreement<Row extends Part>(
  table: string,
  columns: string,
): Batch<TenantScope, AgreementKey, Row[]> {
  return readParts<Row[]>(`${table}.ofAgreement`, partsAsJson(table, columns), withKeys);
}

function byId<Row extends Part>(table: string, columns: string): Batch<TenantScope, string, Row | null> {
  const sql = statement<Row>(
    `${table}.byIds`,
    `select ${KEY_COLUMNS}${columns} from core.${table} p where p.id = any ($1::uuid[])`,
  );
  return {
    name: sql.name,
    keyOf: (id) => id,
    fetch: async (scope, ids) => matched(ids, await scope.read(sql, [ids]), (row) => row.id),
  };
}

const TERM = ', p.starts_on as "startsOn", p.ends_on as "endsOn"';
const PROJECT = ', p.kind, p.domain';
const POINT = ', p.zone_id as "zoneId"';

/** Batch: the parts of agreements, in their order. */
export const termsOfAgreement = ofAgreement<TermRow>('term', TERM);
export const projectsOfAgreement = ofAgreement<ProjectRow>('project', PROJECT);
export const zonesOfAgreement = ofAgreement<ZoneRow>('zone', '');
export const pointsOfAgreement = ofAgreement<PointRow>('point', POINT);

/** Zones and points that refer to each other. */
export interface ZonesAndPoints {
  zones: ZoneRow[];
  points: PointRow[];
}

const ZONES = partsAsJson('zone', '');
const POINTS = partsAsJson('point', POINT);

/** SQL columns of the agreement "a" that `joined` turns into linked zones and points. */
export const ZONES_AND_POINTS = `${ZONES} as zones, ${POINTS} as points`;

/** Batch: zones and points of agreements, linked to each other, when both are selected. */
export const zonesAndPoints = readParts<ZonesAndPoints>(
  'zone.andPoints',
  `json_build_object('zones', ${ZONES}, 'points', ${POINTS})`,
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
export const termById = byId<TermRow>('term', TERM);
export const projectById = byId<ProjectRow>('project', PROJECT);
export const zoneById = byId<ZoneRow>('zone', '');
export const pointById = byId<PointRow>('point', POINT);
