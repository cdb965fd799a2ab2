import { newId } from '../../src/platform/ids';
import { type Agreement, demoAgreement, newStation } from '../api/support/agreements';
import { COMPLETION, CORRECT, record, RECORD_SERVICES, VOID } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { change, join, type Joined, refresh, refusalsOf, VIEWER } from './support';

/** 逢源人家 runs two stations; a limited member is meant to know of one. */
let api: TestApi;
let admin: Client;
let own: Agreement;
let other: Agreement;
let ownRecord: string;
let otherRecord: string;

const RECORD = {
  indicator: 'HOTLINE',
  occurredOn: '2024-03-01',
  quantities: [{ measure: 'CALLS', value: '3' }],
};

beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  [own, other] = [await newStation(api), await newStation(api)];
  ownRecord = (await record(admin, own.id, [RECORD]))[0]!.id;
  otherRecord = (await record(admin, other.id, [RECORD]))[0]!.id;
});
afterAll(async () => {
  await api.close();
});

/** Members limited to one station, of every kind of organisation that can see more than one. */
const LIMITED: [account: string, role: string][] = [
  ['admin@fengyuan.example', 'MANAGER'],
  ['admin@fengyuan.example', 'WORKER'],
  ['admin@fengyuan.example', 'VIEWER'],
  ['admin@fengyuan-street.example', 'WORKER'],
  ['admin@liwan-bureau.example', 'VIEWER'],
  ['admin@guangzhou-bureau.example', 'MANAGER'],
  ['admin@mentoring-centre.example', 'VIEWER'],
];

const limitedTo = async (account: string, role: string, station: string): Promise<Joined> =>
  join(api, await api.as(account), { role, stationIds: [station] });

describe.each(LIMITED)('of the organisation of %s, a %s limited to one station', (account, role) => {
  let member: Client;
  const readsRecords = !account.includes('mentoring');
  beforeAll(async () => {
    member = (await limitedTo(account, role, own.station.id)).client;
  });

  it('finds it, and no other, in every list and count', async () => {
    const station = { id: own.station.id };
    const { viewer, stations, organisations } = await member.get<{
      viewer: unknown;
      stations: unknown;
      organisations: { nodes: { stations: { totalCount: number; nodes: { id: string }[] } }[] };
    }>(`{
      viewer { stations { id } }
      stations { totalCount nodes { id } edges { node { id } } }
      organisations(first: 50) { nodes { stations { totalCount nodes { id } } } }
    }`);
    expect(viewer).toEqual({ stations: [station] });
    expect(stations).toEqual({ totalCount: 1, nodes: [station], edges: [{ node: station }] });
    for (const { stations: of } of organisations.nodes) {
      expect(of.nodes).toHaveLength(of.totalCount);
      expect(of.nodes.filter(({ id }) => id !== station.id)).toEqual([]);
    }
    const found = await member.get<{ stations: unknown }>(
      'query($name: String!) { stations(filter: { nameContains: $name }) { totalCount nodes { id } } }',
      { name: other.station.name },
    );
    expect(found.stations).toEqual({ totalCount: 0, nodes: [] });
  });

  it('reads its agreement, its completion and its parts', async () => {
    const { agreement } = await member.get<{ agreement: { completion: { rows: unknown[] } } }>(COMPLETION, {
      id: own.id,
    });
    expect(agreement.completion.rows).toHaveLength(1);
    const { node } = await member.get<{ node: { id: string } }>('query($id: ID!) { node(id: $id) { id } }', {
      id: own.zones[0]!.id,
    });
    expect(node.id).toBe(own.zones[0]!.id);
  });

  it('gets the same answer for the other as for an unknown id', async () => {
    const unknown = newId();
    const queries: [string, string[]][] = [
      ['query($id: ID!) { station(id: $id) { id } }', [other.station.id]],
      ['query($id: ID!) { agreement(id: $id) { id } }', [other.id]],
      [COMPLETION, [other.id]],
      [
        'query($id: ID!) { node(id: $id) { id } }',
        [
          other.id,
          other.station.id,
          other.terms[0]!.id,
          other.zones[0]!.id,
          other.points[0]!.id,
          ...(readsRecords ? [other.projects[0]!.id, otherRecord] : []),
        ],
      ],
    ];
    for (const [query, ids] of queries) {
      const nothing = await member.ask(query, { id: unknown });
      expect(nothing.errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
      for (const id of ids) {
        expect((await member.ask(query, { id })).text.replaceAll(id, 'ID')).toBe(
          nothing.text.replaceAll(unknown, 'ID'),
        );
      }
    }
  });
});

describe('a limited worker', () => {
  const records = (agreementId: string): Record<string, unknown> => ({
    input: { agreementId, records: [RECORD] },
  });

  it('records only at its own station', async () => {
    const { client } = await limitedTo('admin@fengyuan.example', 'WORKER', own.station.id);
    expect(await refusalsOf(client, RECORD_SERVICES, records(own.id))).toEqual([]);
    expect(await refusalsOf(client, RECORD_SERVICES, records(other.id))).toEqual(['NOT_FOUND']);
  });

  it('or manager corrects and voids nothing at other stations', async () => {
    const { client } = await limitedTo('admin@fengyuan.example', 'MANAGER', own.station.id);
    const correction = (id: string): Record<string, unknown> => ({
      input: { id, expectedRevision: 1, note: '改', reason: '录入有误' },
    });
    expect(await refusalsOf(client, CORRECT, correction(otherRecord))).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(client, VOID, { id: otherRecord, reason: '重复' })).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(client, CORRECT, correction(ownRecord))).toEqual([]);
  });

  it('whose stations change sees the new ones after the next refresh, and nothing with the old token', async () => {
    const member = await limitedTo('admin@fengyuan.example', 'WORKER', own.station.id);
    await change(admin, { memberId: member.id, stationIds: [other.station.id] });
    expect(await refusalsOf(member.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
    const { accessToken } = await refresh(api, member.refreshToken);
    const client = api.withToken(accessToken!);
    expect(await refusalsOf(client, RECORD_SERVICES, records(own.id))).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(client, RECORD_SERVICES, records(other.id))).toEqual([]);
  });

  it('whose limit is taken away sees all stations of the organisation', async () => {
    const member = await limitedTo('admin@fengyuan.example', 'WORKER', own.station.id);
    await change(admin, { memberId: member.id, stationIds: null });
    const { accessToken } = await refresh(api, member.refreshToken);
    const { stations } = await api
      .withToken(accessToken!)
      .get<{ stations: { totalCount: number } }>('{ stations { totalCount } }');
    expect(stations.totalCount).toBe(3);
  });

  it('sees nothing of the demo station of its own operator either', async () => {
    const { client } = await limitedTo('admin@fengyuan.example', 'WORKER', own.station.id);
    const demo = await demoAgreement(api, '逢源街');
    expect(await refusalsOf(client, COMPLETION, { id: demo.id })).toEqual(['NOT_FOUND']);
  });
});
