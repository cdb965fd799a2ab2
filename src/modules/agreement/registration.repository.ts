import { newId } from '../../platform/ids';
import type { Transaction } from '../../platform/database/tenant-scope';
import { breaksConstraint } from '../../platform/database/errors';
import { lockRow } from '../../platform/database/row-lock';
import { statement } from '../../platform/database/statement';
import { storedText } from '../../platform/text-forms';
import { StationEntity, type StationRow } from '../directory';
import {
  AgreementEntity,
  InstalmentEntity,
  PointEntity,
  ProjectEntity,
  type ScopedEntity,
  TermEntity,
  ZoneEntity,
} from './agreement.entity';
import type { RegisterAgreementInput } from './agreement.input';

type Scope = Omit<ScopedEntity, 'id'>;

/** Writes a station into the directory. */
export async function insertStation(transaction: Transaction, station: StationRow): Promise<void> {
  await transaction.manager.insert(StationEntity, station);
}

// A row that is there already, seen or not, is as good as a new one: the same parties have met before.
const UPSERT_STATION_ACCESS = statement(
  'station.meet',
  `insert into core.station_access (organisation_id, station_id, purchaser_id, district_code, name, street)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
);
const OCCUPY = statement(
  'station.occupy',
  `insert into core.station_days (station_id, days) values ($1, daterange($2::date, $3::date, '[]'))`,
);

/** Writes an agreement with all its parts; returns its id. */
export async function insertAgreement(
  transaction: Transaction,
  input: RegisterAgreementInput,
  station: StationRow,
  registeredBy: string,
): Promise<string> {
  const { manager } = transaction;
  const scope: Scope = {
    organisationId: input.operatorId,
    stationId: station.id,
    purchaserId: input.purchaserId,
    districtCode: station.districtCode,
  };
  await transaction.query(UPSERT_STATION_ACCESS, [
    scope.organisationId,
    scope.stationId,
    scope.purchaserId,
    scope.districtCode,
    station.name,
    station.street,
  ]);
  // The exclusion constraint alone decides, yet three who meet in it may deadlock: they wait in line instead.
  await lockRow(transaction, 'station', station.id);
  await transaction.query(OCCUPY, [station.id, input.startsOn, input.endsOn]);

  const agreementId = newId();
  await manager.insert(AgreementEntity, {
    ...scope,
    id: agreementId,
    serviceModel: input.serviceModel,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    annualFee: input.annualFee ?? null,
    requiredPosts: input.requiredPosts ?? null,
    requiredCertifiedShare: input.requiredCertifiedShare ?? null,
    registeredBy,
  });
  const part = (position: number): Scope & { id: string; agreementId: string; position: number } => ({
    ...scope,
    agreementId,
    id: newId(),
    position,
  });
  const zones = (input.zones ?? []).map((zone, at) => ({ ...part(at), name: storedText(zone.name) }));
  const placed = [
    ...(input.zones ?? []).flatMap((zone, at) =>
      zone.points.map((name) => ({ name: storedText(name), zoneId: zones[at]?.id ?? null })),
    ),
    ...(input.points ?? []).map((name) => ({ name: storedText(name), zoneId: null })),
  ];
  await manager.insert(
    TermEntity,
    input.terms.map((term, at) => ({
      ...part(at),
      name: storedText(term.name),
      startsOn: term.startsOn,
      endsOn: term.endsOn,
    })),
  );
  await insertAll(
    transaction,
    ProjectEntity,
    (input.projects ?? []).map((project, at) => ({
      ...part(at),
      kind: project.kind,
      domain: project.domain ?? null,
      name: storedText(project.name),
    })),
  );
  await insertAll(transaction, ZoneEntity, zones);
  await insertAll(
    transaction,
    PointEntity,
    placed.map((point, at) => ({ ...part(at), ...point })),
  );
  await insertAll(
    transaction,
    InstalmentEntity,
    (input.instalments ?? []).map((instalment, at) => ({
      ...part(at),
      condition: instalment.condition,
      share: instalment.share,
    })),
  );
  return agreementId;
}

async function insertAll<Entity extends ScopedEntity>(
  { manager }: Transaction,
  entity: new () => Entity,
  rows: Partial<Entity>[],
): Promise<void> {
  if (rows.length > 0) await manager.insert(entity, rows as Parameters<typeof manager.insert<Entity>>[1]);
}

/** True when the station is under another agreement on some of the days. */
export function daysAreTaken(error: unknown): boolean {
  return breaksConstraint(error, 'station_days_apart');
}

/** True when a station of this name, or one that looks like it, stands in the district already. */
export function stationNameIsTaken(error: unknown): boolean {
  return breaksConstraint(error, 'station_name_alike');
}
