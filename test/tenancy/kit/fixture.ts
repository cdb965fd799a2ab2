import { testPoliciesAlone } from './beside-scope';
import type pg from 'pg';
import type { PoolClient } from 'pg';
import type { Principal } from '../../../src/platform/database/tenant-scope';
import { newId } from '../../../src/platform/ids';
import { asSuperuser, cluster } from '../../kit/templates';
import { startWorld, type World } from '../../kit/world';
import { addAgreement, type AgreementIds } from './agreement';
import {
  type AgreementName,
  AGREEMENTS,
  CLOSED,
  PROPOSED,
  PARTIES,
  type PartyName,
  SEALED,
  type StationName,
  STATIONS,
  type ViewerDescription,
  type ViewerName,
  VIEWERS,
} from './parties';
import { type RunAs, runThroughPools } from './run-as';
import { insert } from './insert';
import { addMember } from './member';
import { addPreparations, addReports } from './reports';

export interface Viewer {
  name: ViewerName;
  principal: Principal;
  administers: boolean;
  sees: readonly AgreementName[];
}

/** A database in which every tenant table has rows of two organisations at least. */
export interface Fixture {
  world: World;
  parties: Record<PartyName, string>;
  stations: Record<StationName, string>;
  agreements: Record<AgreementName, AgreementIds>;
  viewers: readonly Viewer[];
  viewer: (name: ViewerName) => Viewer;
  /** Through the pools of the server. */
  runAs: RunAs;
  /** Runs work as superuser, without row-level security, on one connection. */
  behind: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

type Filled = Pick<Fixture, 'parties' | 'stations' | 'agreements' | 'viewers'>;

/** Without what is beneath the policies of the scope, unless it is `guarded`. */
export async function startFixture(guarded = false): Promise<Fixture> {
  const world = await startWorld();
  const behind: Fixture['behind'] = async (work) => asSuperuser(cluster(), work, world.name);
  const filled = await behind(fill);
  if (!guarded) await behind(testPoliciesAlone);
  return {
    world,
    ...filled,
    viewer: (name) => filled.viewers.find((viewer) => viewer.name === name)!,
    runAs: runThroughPools(world.database),
    behind,
    close: async () => world.close(),
  };
}

/** Runs SQL through the server's pool as a viewer, in a transaction that is rolled back. */
export async function as<T>(
  { world: { database } }: Fixture,
  { principal }: Viewer,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const { role, organisationId, memberId, sessionId, accessVersion } = principal;
  const client = await database.connect(role);
  try {
    await client.query('begin');
    await client.query('select scope.enter($1, $2, $3, $4)', [
      organisationId,
      memberId,
      sessionId,
      accessVersion,
    ]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function fill(client: pg.Client): Promise<Filled> {
  const parties = mapped(PARTIES, () => newId());
  for (const [name, [kind, district_code]] of entries(PARTIES)) {
    const organisation = { id: parties[name], kind, name: `机构 ${name}`, district_code };
    await insert(client, 'core.organisation', organisation);
  }
  const stations = mapped(STATIONS, () => newId());
  for (const [name, district_code] of entries(STATIONS)) {
    const station = { id: stations[name], district_code, name: `社工站 ${name}`, street: `${name} 街` };
    await insert(client, 'core.station', station);
  }
  const agreements = {} as Record<AgreementName, AgreementIds>;
  for (const [name, { operator, station, purchaser, assessor, year }] of entries(AGREEMENTS)) {
    const between = {
      organisationId: parties[operator],
      purchaserId: parties[purchaser],
      stationId: stations[station],
      year,
    };
    if (name === PROPOSED) {
      agreements[name] = await addAgreement(client, between, 'PROPOSED');
      await addPreparations(client, agreements[name]);
      continue;
    }
    agreements[name] = await addAgreement(client, between);
    const stage = { closed: name === CLOSED, sealed: name === SEALED };
    await addReports(client, agreements[name], parties[assessor], stage);
  }
  for (const party of ['D1', 'D2', 'CITY'] as const) {
    await insert(client, 'core.assessment_scheme', {
      organisation_id: parties[party],
      district_code: PARTIES[party][1] ?? undefined,
      year: 2099,
      version: 1,
      parties: '[]',
      excellent_from: 90,
      good_from: 80,
      qualified_from: 60,
      set_at: 'now',
      set_by: newId(),
    });
  }
  const viewers: Viewer[] = [];
  for (const [name, given] of entries<ViewerName, ViewerDescription>(VIEWERS)) {
    const limits = given.stations?.map((station) => stations[station]);
    viewers.push({
      name,
      sees: given.sees,
      administers: limits === undefined,
      principal: await addMember(client, parties[given.of], given.role, limits),
    });
  }
  await client.query('analyze');
  return { parties, stations, agreements, viewers };
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}

function mapped<Key extends string, Value>(
  record: Readonly<Record<Key, unknown>>,
  value: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, value()])) as Record<Key, Value>;
}
