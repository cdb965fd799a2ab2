import type { Caller } from '../../access';
import { checkAskedDays } from '../../platform/asked-days';
import type { Day } from '../../platform/calendar';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/app-error';
import { agreementCount, agreementPage } from './agreement-list.repository';
import type { AgreementState } from './agreement.enums';
import {
  agreementById,
  agreementCountOfStation,
  agreementOnDay,
  agreementsOfStation,
} from './agreement.repository';
import { type FormerPart, formerPartsOfAgreement } from './parts/former.repository';
import {
  pointsOfAgreement,
  projectById,
  projectsOfAgreement,
  termsOfAgreement,
  zoneById,
  zonesAndPoints,
  zonesOfAgreement,
} from './parts/parts.repository';
import {
  type AgreementEvent,
  type AgreementRecord,
  eventsOfAgreement,
  recordOfAgreement,
} from './proposal/record.repository';
import type {
  AgreementKey,
  AgreementRow,
  PointRow,
  ProjectRow,
  TermRow,
  ZoneRow,
  ZonesAndPoints,
} from './read.sql';

/** Reads agreements within the viewer's scope, and their parts. */
export class AgreementService {
  /** One agreement; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<AgreementRow> {
    const member = caller.assert('agreement.read');
    const row = isId(id) ? await member.load(agreementById, id) : null;
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(id);
    return row;
  }

  /** How an agreement within the scope came about. */
  async record(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<AgreementRecord> {
    const record = await caller.assert('agreement.read').load(recordOfAgreement, id);
    if (!record) throw notFound(id);
    return record;
  }

  async events(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<AgreementEvent[]> {
    const member = caller.assert('agreement.read');
    return member.may('agreement.events') ? member.load(eventsOfAgreement, id) : [];
  }

  /** Agreements within the scope in any of the states, or in all; the latest proposed first. */
  async list(
    caller: Caller,
    states: readonly AgreementState[] | null,
    args: PageArgs,
  ): Promise<Connection<AgreementRow>> {
    const member = caller.assert('agreement.read');
    const page = toPage(args, ['uuid']);
    const rows = await agreementPage(member, states, page);
    for (const { id } of rows.slice(0, page.size)) member.viewedAgreementIds.add(id);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      async () => agreementCount(member, states),
    );
  }

  /** `withParts` also loads the zones and their points. */
  async listOfStation(
    caller: Caller,
    stationId: string,
    args: PageArgs,
    withParts = false,
  ): Promise<Connection<AgreementRow>> {
    const member = caller.assert('agreement.read');
    const page = toPage(args, ['date', 'uuid']);
    const rows = await member.load(agreementsOfStation(page, withParts), stationId);
    for (const { id } of rows.slice(0, page.size)) member.viewedAgreementIds.add(id);
    return toConnection(
      rows,
      page,
      (row) => [row.startsOn, row.id],
      async () => member.load(agreementCountOfStation, stationId),
    );
  }

  /** The agreement in force at a station on a day, today by default; null when there is none in scope. */
  async onDay(caller: Caller, stationId: string, day: Day | null): Promise<AgreementRow | null> {
    const member = caller.assert('agreement.read');
    checkAskedDays({ date: day });
    const row = await member.load(agreementOnDay(day ?? member.today()), stationId);
    if (row) member.viewedAgreementIds.add(row.id);
    return row;
  }

  async terms(caller: Caller, key: AgreementKey): Promise<TermRow[]> {
    return caller.assert('agreement.read').load(termsOfAgreement, key);
  }

  async projects(caller: Caller, key: AgreementKey): Promise<ProjectRow[]> {
    return caller.assert('agreement.read').load(projectsOfAgreement, key);
  }

  /** One zone or project by its id, referenced by a row within the scope. */
  async zone(caller: Caller, id: string): Promise<ZoneRow | null> {
    return caller.assert('agreement.read').load(zoneById, id);
  }

  async project(caller: Caller, id: string): Promise<ProjectRow | null> {
    return caller.assert('agreement.read').load(projectById, id);
  }

  async zones(caller: Caller, key: AgreementKey): Promise<ZoneRow[]> {
    return caller.assert('agreement.read').load(zonesOfAgreement, key);
  }

  /** Zones with their points, and points with their zone, in one statement. */
  async zonesAndPoints(caller: Caller, key: AgreementKey): Promise<ZonesAndPoints> {
    return caller.assert('agreement.read').load(zonesAndPoints, key);
  }

  /** All points, including those in zones. */
  async points(caller: Caller, key: AgreementKey): Promise<PointRow[]> {
    return caller.assert('agreement.read').load(pointsOfAgreement, key);
  }

  /** The places that amendments have renamed or moved, with what they were before. */
  async formerParts(caller: Caller, key: AgreementKey): Promise<FormerPart[]> {
    return caller.assert('agreement.read').load(formerPartsOfAgreement, key);
  }
}

/** The batch key of an agreement's parts. */
export function keyOf({ organisationId, id }: AgreementRow): AgreementKey {
  return { organisationId, agreementId: id };
}
