import { MemberRole } from '../../src/access';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from './support/agreements';
import { enrol } from './support/people';
import { type NewRecord, record, type ServiceRecord, voidRecord } from './support/questions';

/** Query.serviceRecords: the records of all stations within the scope, page by page, by filters. */
let api: Api;
let worker: Client;
let colleague: Client;
let stations: Agreement[];
let mine: ServiceRecord[];
let theirs: ServiceRecord[];
beforeAll(async () => {
  api = await sharedApi();
  worker = await enrol(api, '逢源人家', MemberRole.WORKER, 'lie-biao@fengyuan-more.example');
  colleague = await enrol(api, '逢源人家', MemberRole.WORKER, 'tongshi@fengyuan-more.example');
  stations = [await newStation(api), await newStation(api)];
  const given = (day: string, note: string | null, zone = 0, value = '1'): NewRecord => ({
    indicator: 'HOTLINE',
    occurredOn: day,
    note,
    quantities: [{ measure: 'CALLS', value }],
    zoneId: stations[0]!.zones[zone]!.id,
  });
  const [a, b] = stations as [Agreement, Agreement];
  mine = [
    ...(await record(worker, a.id, [
      given('2024-03-01', 'Visit 长者'),
      given('2024-03-05', null),
      given('2024-03-03', '家庭%', 1),
    ])),
    ...(await record(worker, b.id, [{ ...given('2024-03-04', '长者_饭堂'), zoneId: b.zones[0]!.id }])),
  ];
  theirs = await record(colleague, a.id, [given('2024-03-02', 'VISIT 青年')]);
  await voidRecord(worker, mine[2]!.id);
});

interface Page {
  nodes: { id: string; agreement: { id: string; station: { id: string } }; zone: { id: string } | null }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

const LIST = `query($station: ID, $filter: ServiceRecordFilter, $first: Int, $after: String) {
  serviceRecords(stationId: $station, filter: $filter, first: $first, after: $after) {
    nodes { id zone { id } agreement { id station { id } } } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }`;

async function list(variables: Record<string, unknown> = {}, client = worker): Promise<Page> {
  return (await client.get<{ serviceRecords: Page }>(LIST, variables)).serviceRecords;
}

/** Positions in `mine`, or 'theirs', in the order of the answer. */
async function found(filter: Record<string, unknown>, station?: Agreement): Promise<(number | string)[]> {
  const variables = {
    filter: { from: '2024-03-01', to: '2024-03-05', ...filter },
    station: station?.station.id,
  };
  const { nodes, totalCount } = await list(variables);
  expect(totalCount).toBe(nodes.length);
  const ours = [...mine, ...theirs].map(({ id }) => id);
  return nodes
    .filter(({ id, agreement }) => ours.includes(id) || stations.some((of) => of.id === agreement.id))
    .map(({ id }) => (ours.indexOf(id) === mine.length ? 'theirs' : ours.indexOf(id)));
}

test('are those of all stations, latest day first', async () => {
  expect(await found({ mine: true })).toEqual([1, 3, 2, 0]);
  const { nodes } = await list({ filter: { mine: true } });
  expect(nodes.map(({ agreement }) => agreement.id)).toEqual(
    [0, 1, 0, 0].map((station) => stations[station]!.id),
  );
});

test('go by pages without a gap or a repetition', async () => {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await list({ filter: { mine: true }, first: 1, after });
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(ids).toEqual([1, 3, 2, 0].map((at) => mine[at]!.id));
});

test.each<[string, () => Promise<(number | string)[]>, (number | string)[]]>([
  ['of one station', async () => found({}, stations[0]), [1, 2, 'theirs', 0]],
  ['that I recorded', async () => found({ mine: true }, stations[0]), [1, 2, 0]],
  ['voided', async () => found({ voided: true }, stations[0]), [2]],
  ['not voided', async () => found({ voided: false }, stations[0]), [1, 'theirs', 0]],
  [
    'with a part of the note, whatever its case',
    async () => found({ noteContains: 'vIsIt' }, stations[0]),
    ['theirs', 0],
  ],
  [
    'with a part of the note of several stations',
    async () => found({ noteContains: ' 长者 ', mine: true }),
    [3, 0],
  ],
  ['with a sign that would be a wildcard in SQL', async () => found({ noteContains: '%', mine: true }), [2]],
  ['of a zone', async () => found({ zoneId: stations[0]!.zones[1]!.id }), [2]],
  ['of an indicator', async () => found({ indicator: 'GROUPWORK' }, stations[0]), []],
  ['of days', async () => found({ from: '2024-03-02', to: '2024-03-03' }, stations[0]), [2, 'theirs']],
])('those %s', async (_, answer, expected) => {
  expect(await answer()).toEqual(expected);
});

test('an agreement’s own list takes the same filters', async () => {
  const { agreement } = await worker.get<{ agreement: { serviceRecords: { nodes: { id: string }[] } } }>(
    'query($id: ID!, $filter: ServiceRecordFilter) { agreement(id: $id) { serviceRecords(filter: $filter) { nodes { id } } } }',
    { id: stations[0]!.id, filter: { mine: true, voided: false, noteContains: 'visit' } },
  );
  expect(agreement.serviceRecords.nodes).toEqual([{ id: mine[0]!.id }]);
});

test('are those within the tenant scope: notes of others are not found', async () => {
  const filter = { noteContains: '长者_饭堂' };
  for (const [account, expected] of [
    ['admin@fengyuan.example', 1],
    ['admin@fengyuan-street.example', 1],
    ['admin@liwan-bureau.example', 1],
    ['admin@guangzhou-bureau.example', 1],
    ['admin@datong.example', 0],
    ['admin@zhongnan-street.example', 0],
    ['admin@baiyun-bureau.example', 0],
  ] as const) {
    const { nodes, totalCount } = await list({ filter }, await api.as(account));
    expect([account, nodes.length, totalCount]).toEqual([account, expected, expected]);
  }
});

test('the reading of a bureau is logged with the agreements read', async () => {
  const bureau = await api.as('admin@liwan-bureau.example');
  const answer = await bureau.ask(LIST, { station: stations[1]!.station.id });
  await api.server.trail.settled();
  const entries = await api.world.ownerQuery<{ agreement_ids: string[] }>(
    `select agreement_ids from core.audit_entry where request_id = $1 and action = 'READ'`,
    [answer.headers.get('x-request-id')],
  );
  expect(entries).toEqual([{ agreement_ids: [stations[1]!.id] }]);
});

test('a text that is too long or unprintable is refused', async () => {
  for (const noteContains of ['长'.repeat(201), 'a\0']) {
    const { errors } = await worker.ask(LIST, { filter: { noteContains } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  }
});
