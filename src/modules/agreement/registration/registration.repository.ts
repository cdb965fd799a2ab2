import { newId } from '../../../platform/ids';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { breaksConstraint } from '../../../platform/database/errors';
import { type Statement, statement } from '../../../platform/database/statement';
import { storedText } from '../../../platform/text-forms';
import { insertStationAccess, lockStation, type StationRow } from '../../directory';
import type { InstalmentCondition, ProjectKind, ServiceDomain, ServiceModel } from '../agreement.enums';

/** What the policies of a tenant row read. */
type Scope = readonly [organisationId: string, stationId: string, purchaserId: string, districtCode: string];

const SCOPE = 'organisation_id, station_id, purchaser_id, district_code';

const OCCUPY = statement(
  'station.occupy',
  `insert into core.station_days (station_id, days) values ($1, daterange($2::date, $3::date, '[]'))`,
);

const INSERT_AGREEMENT = statement(
  'agreement.insert',
  `insert into core.agreement (${SCOPE}, id, service_model, starts_on, ends_on, annual_fee, required_posts,
          required_certified_share, registered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** Inserts the parts of one kind, in the order in which they were given: $6 is a list of them. */
const insertPartsOf = (table: string, columns: Readonly<Record<string, string>>): Statement =>
  statement(
    `agreement.insert.${table}`,
    `insert into core.${table} (${SCOPE}, agreement_id, id, position, ${Object.keys(columns).join(', ')})
     select $1, $2, $3, $4, $5, t.id, t.position, ${Object.keys(columns)
       .map((column) => `t.${column}`)
       .join(', ')}
       from json_to_recordset($6::json) as t(id uuid, position int, ${Object.entries(columns)
         .map(([column, type]) => `${column} ${type}`)
         .join(', ')})`,
  );
const INSERT_TERMS = insertPartsOf('term', { name: 'text', starts_on: 'date', ends_on: 'date' });
const INSERT_PROJECTS = insertPartsOf('project', { kind: 'text', domain: 'text', name: 'text' });
const INSERT_ZONES = insertPartsOf('zone', { name: 'text' });
const INSERT_POINTS = insertPartsOf('point', { name: 'text', zone_id: 'uuid' });
const INSERT_INSTALMENTS = insertPartsOf('instalment', { condition: 'text', share: 'numeric' });

/** An agreement as it is registered, with all its parts. */
interface NewAgreement {
  operatorId: string;
  purchaserId: string;
  serviceModel: ServiceModel;
  startsOn: string;
  endsOn: string;
  annualFee?: string | null;
  requiredPosts?: string | null;
  requiredCertifiedShare?: string | null;
  terms: { name: string; startsOn: string; endsOn: string }[];
  projects?: { kind: ProjectKind; domain?: ServiceDomain | null; name: string }[] | null;
  zones?: { name: string; points: string[] }[] | null;
  points?: string[] | null;
  instalments?: { condition: InstalmentCondition; share: string }[] | null;
}

/** Writes an agreement with all its parts; returns its id. */
export async function insertAgreement(
  transaction: Transaction,
  input: NewAgreement,
  station: StationRow,
  registeredBy: string,
): Promise<string> {
  const scope: Scope = [input.operatorId, station.id, input.purchaserId, station.districtCode];
  await insertStationAccess(transaction, station, input);
  // The exclusion constraint alone decides, yet three who meet in it may deadlock: they wait in line instead.
  await lockStation(transaction, station.id);
  await transaction.query(OCCUPY, [station.id, input.startsOn, input.endsOn]);

  const agreementId = newId();
  await transaction.query(INSERT_AGREEMENT, [
    ...scope,
    agreementId,
    input.serviceModel,
    input.startsOn,
    input.endsOn,
    input.annualFee ?? null,
    input.requiredPosts ?? null,
    input.requiredCertifiedShare ?? null,
    registeredBy,
  ]);
  const insert = async (sql: Statement, parts: readonly object[]): Promise<void> => {
    if (parts.length === 0) return;
    const rows = parts.map((part, position) => ({ id: newId(), position, ...part }));
    await transaction.query(sql, [...scope, agreementId, JSON.stringify(rows)]);
  };
  const zones = (input.zones ?? []).map(({ name, points }) => ({
    id: newId(),
    name: storedText(name),
    points,
  }));
  const points = [
    ...zones.flatMap((zone) => zone.points.map((name) => ({ name: storedText(name), zone_id: zone.id }))),
    ...(input.points ?? []).map((name) => ({ name: storedText(name), zone_id: null })),
  ];
  await insert(
    INSERT_TERMS,
    input.terms.map((term) => ({
      name: storedText(term.name),
      starts_on: term.startsOn,
      ends_on: term.endsOn,
    })),
  );
  await insert(
    INSERT_PROJECTS,
    (input.projects ?? []).map(({ kind, domain, name }) => ({
      kind,
      domain: domain ?? null,
      name: storedText(name),
    })),
  );
  await insert(
    INSERT_ZONES,
    zones.map(({ id, name }) => ({ id, name })),
  );
  await insert(INSERT_POINTS, points);
  await insert(
    INSERT_INSTALMENTS,
    (input.instalments ?? []).map(({ condition, share }) => ({ condition, share })),
  );
  return agreementId;
}

/** True when the station is under another agreement on some of the days. */
export function daysAreTaken(error: unknown): boolean {
  return breaksConstraint(error, 'station_days_apart');
}
