import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, demoAgreement, newStation } from './support/agreements';
import { organisationId } from './support/people';
import { type NewRecord, record } from './support/questions';

/** The conditions of a filter are combined with AND; an id outside the scope matches nothing, like an unknown one. */
let api: TestApi;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await newStation(api);
  await record(admin, agreement.id, RECORDS.map(asInput));
});
afterAll(async () => {
  await api.close();
});

/** [indicator, day, zone, point of the zone, project] by position */
type Made = [
  indicator: 'HOTLINE' | 'CASE_FILE',
  day: string,
  zone: number | null,
  point: number | null,
  project: number | null,
];

const RECORDS: Made[] = (['HOTLINE', 'CASE_FILE'] as const).flatMap((indicator) =>
  ['2024-01-31', '2024-02-01', '2024-02-29'].flatMap((day) => [
    [indicator, day, null, null, null] satisfies Made,
    [indicator, day, 0, null, 1] satisfies Made,
    [indicator, day, 0, 1, null] satisfies Made,
    [indicator, day, 1, 0, 1] satisfies Made,
  ]),
);

function asInput([indicator, occurredOn, zone, point, project]: Made): NewRecord {
  return {
    indicator,
    occurredOn,
    quantities: [{ measure: indicator === 'HOTLINE' ? 'CALLS' : 'FILES', value: '1' }],
    zoneId: zone === null ? null : agreement.zones[zone]!.id,
    pointId: zone === null || point === null ? null : agreement.zones[zone]!.points[point]!.id,
    projectId: project === null ? null : agreement.projects[project]!.id,
  };
}

async function found(client: Client, filter: Record<string, unknown>, id = agreement.id): Promise<string[]> {
  const { agreement: answer } = await client.get<{
    agreement: {
      serviceRecords: {
        totalCount: number;
        nodes: {
          occurredOn: string;
          indicator: { code: string };
          zone: { name: string } | null;
          point: { name: string } | null;
          project: { name: string } | null;
        }[];
      };
    };
  }>(
    `query($id: ID!, $filter: ServiceRecordFilter) { agreement(id: $id) { serviceRecords(filter: $filter, first: 1000) {
       totalCount nodes { occurredOn indicator { code } zone { name } point { name } project { name } } } } }`,
    { id, filter },
  );
  const { totalCount, nodes } = answer.serviceRecords;
  expect(totalCount).toBe(nodes.length);
  return nodes
    .map(({ occurredOn, indicator, zone, point, project }) =>
      [indicator.code, occurredOn, zone?.name, point?.name, project?.name].join(' '),
    )
    .sort();
}

const named = ([indicator, day, zone, point, project]: Made): string =>
  [
    indicator,
    day,
    zone === null ? undefined : agreement.zones[zone]!.name,
    zone === null || point === null ? undefined : agreement.zones[zone]!.points[point]!.name,
    project === null ? undefined : agreement.projects[project]!.name,
  ].join(' ');

describe('service records', () => {
  it.each<[string, () => Record<string, unknown>, (made: Made) => boolean]>([
    ['an empty filter', () => ({}), () => true],
    ['a filter of nulls', () => ({ indicator: null, zoneId: null, from: null }), () => true],
    ['by indicator', () => ({ indicator: 'HOTLINE' }), ([indicator]) => indicator === 'HOTLINE'],
    ['by zone', () => ({ zoneId: agreement.zones[0]!.id }), ([, , zone]) => zone === 0],
    [
      'by point',
      () => ({ pointId: agreement.zones[0]!.points[1]!.id }),
      ([, , zone, point]) => zone === 0 && point === 1,
    ],
    ['by project', () => ({ projectId: agreement.projects[1]!.id }), ([, , , , project]) => project === 1],
    ['from a day on', () => ({ from: '2024-02-01' }), ([, day]) => day >= '2024-02-01'],
    ['up to a day', () => ({ to: '2024-02-01' }), ([, day]) => day <= '2024-02-01'],
    ['on the leap day', () => ({ from: '2024-02-29', to: '2024-02-29' }), ([, day]) => day === '2024-02-29'],
    ['upside down', () => ({ from: '2024-02-29', to: '2024-02-28' }), () => false],
    [
      'all at once',
      () => ({
        indicator: 'CASE_FILE',
        zoneId: agreement.zones[1]!.id,
        pointId: agreement.zones[1]!.points[0]!.id,
        projectId: agreement.projects[1]!.id,
        from: '2024-02-01',
        to: '2024-02-28',
      }),
      ([indicator, day, zone, , project]) =>
        indicator === 'CASE_FILE' && zone === 1 && project === 1 && day === '2024-02-01',
    ],
    [
      'a point that is not in the zone',
      () => ({ zoneId: agreement.zones[1]!.id, pointId: agreement.zones[0]!.points[1]!.id }),
      () => false,
    ],
  ])('%s', async (_, filter, holds) => {
    expect(await found(admin, filter())).toEqual(RECORDS.filter(holds).map(named).sort());
  });

  it.each(['zoneId', 'pointId', 'projectId'])(
    'a foreign, an unknown and a malformed %s match nothing',
    async (field) => {
      const foreign = await demoAgreement(api, '中南街');
      const own = await demoAgreement(api, '逢源街');
      for (const id of [own.zones[0]!.id, own.points[0]!.id, foreign.projects[0]!.id, newId(), 'x', '']) {
        expect(await found(admin, { [field]: id })).toEqual([]);
      }
    },
  );

  test('an indicator outside the catalogue is refused', async () => {
    const query =
      'query($id: ID!, $filter: ServiceRecordFilter) { agreement(id: $id) { serviceRecords(filter: $filter) { totalCount } } }';
    const { errors } = await admin.ask(query, { id: agreement.id, filter: { indicator: 'TEA' } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('the mentoring centre reads completion, but no single record', async () => {
    const centre = await api.as('admin@mentoring-centre.example');
    const { errors } = await centre.ask(
      'query($id: ID!) { agreement(id: $id) { serviceRecords { totalCount } } }',
      { id: agreement.id },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});

describe('stations', () => {
  const ALL = ['中南街', '云城街', '元岗街', '钟落潭镇', '逢源街'];
  async function streets(client: Client, filter: Record<string, unknown>): Promise<string[]> {
    const { stations } = await client.get<{ stations: { totalCount: number; nodes: { street: string }[] } }>(
      'query($filter: StationFilter) { stations(filter: $filter) { totalCount nodes { street } } }',
      { filter },
    );
    expect(stations.totalCount).toBe(stations.nodes.length);
    return stations.nodes
      .map(({ street }) => street)
      .filter((street) => street !== '某街')
      .sort();
  }

  it.each<[string, () => Promise<Record<string, unknown>> | Record<string, unknown>, string[]]>([
    ['an empty filter', () => ({}), ALL],
    ['by district', () => ({ districtCode: '440111' }), ['云城街', '钟落潭镇']],
    ['by a district that there is not', () => ({ districtCode: '110101' }), []],
    ['by operator', async () => ({ operatorId: await organisationId(api, '北斗星') }), ['元岗街']],
    [
      'by purchaser',
      async () => ({ purchaserId: await organisationId(api, '广州市白云区钟落潭镇人民政府') }),
      ['钟落潭镇'],
    ],
    [
      'by an operator named as purchaser',
      async () => ({ purchaserId: await organisationId(api, '北斗星') }),
      [],
    ],
    ['by an unknown operator', () => ({ operatorId: newId() }), []],
    ['by a malformed one', () => ({ operatorId: 'x' }), []],
    ['by part of the name', () => ({ nameContains: '街社工' }), ['中南街', '云城街', '元岗街', '逢源街']],
    ['by a name with signs of LIKE', () => ({ nameContains: '%' }), []],
    ['by another', () => ({ nameContains: '广州_' }), []],
    ['by a backslash', () => ({ nameContains: '\\' }), []],
    ['by an empty name', () => ({ nameContains: '' }), ALL],
    [
      'by all',
      async () => ({
        districtCode: '440103',
        operatorId: await organisationId(api, '大同'),
        nameContains: '中南',
      }),
      ['中南街'],
    ],
  ])('%s', async (_, filter, expected) => {
    expect(await streets(await api.as('admin@guangzhou-bureau.example'), await filter())).toEqual(
      [...expected].sort(),
    );
  });

  test('a filter by an id outside the scope matches nothing', async () => {
    const datong = await organisationId(api, '大同');
    expect(await streets(admin, { operatorId: datong })).toEqual([]);
    expect(await streets(admin, { districtCode: '440111' })).toEqual([]);
    expect(await streets(admin, { nameContains: '中南' })).toEqual([]);
    expect(await streets(admin, {})).toEqual(['逢源街']);
  });

  it.each([
    ['too long', { nameContains: '名'.repeat(201) }],
    ['not to be shown', { nameContains: 'a\0' }],
    ['no code', { districtCode: '\0' }],
  ])('a filter that is %s is refused', async (_, filter) => {
    const { errors } = await admin.ask(
      'query($filter: StationFilter) { stations(filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
