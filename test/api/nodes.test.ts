import { dayAt } from '../../src/platform/calendar';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  type Agreement,
  demoAgreement,
  newStation,
  registerConfirmed,
  type Registration,
  validRegistration,
} from './support/agreements';
import { nextMidnight, organisationId, signInAnew } from './support/people';

/** `node(id)` returns every object with an id to the viewers that may see it. */
let api: TestApi;
let worker: Client;
let agreement: Agreement;
let recordId: string;
beforeAll(async () => {
  api = await startApi();
  worker = await api.as('worker@fengyuan.example');
  agreement = await demoAgreement(api, '逢源街');
  const answer = await worker.get<{ agreement: { serviceRecords: { nodes: { id: string }[] } } }>(
    'query($id: ID!) { agreement(id: $id) { serviceRecords(first: 1, filter: { indicator: "TYPICAL_CASE" }) { nodes { id } } } }',
    { id: agreement.id },
  );
  recordId = answer.agreement.serviceRecords.nodes[0]!.id;
});
afterAll(async () => {
  await api.close();
});

const NODE = `query($id: ID!) { node(id: $id) { __typename id
  ... on Organisation { organisationKind: kind name shortName seat: district { name } stations { totalCount } }
  ... on Station { name street district { code name } agreements { totalCount } agreementOn(date: "2024-06-01") { id } }
  ... on Agreement { serviceModel station { id } terms { name } }
  ... on Term { name startsOn endsOn }
  ... on Project { name kind domain }
  ... on Zone { name points { name } }
  ... on Point { name zone { name points { name } } }
  ... on ServiceRecord { occurredOn agreement { id } indicator { code } quantities { value } versions { revision } zone { name } }
} }`;

test.each<[string, () => Promise<string> | string, Record<string, unknown>]>([
  [
    'Organisation',
    async () => organisationId(api, '逢源人家'),
    {
      organisationKind: 'OPERATOR',
      name: '广州市荔湾区逢源人家服务中心',
      shortName: '逢源人家',
      seat: { name: '荔湾区' },
      stations: { totalCount: 1 },
    },
  ],
  [
    'Station',
    () => agreement.station.id,
    {
      name: '广州市逢源街社工服务站',
      street: '逢源街',
      district: { code: '440103', name: '荔湾区' },
      agreements: { totalCount: 1 },
    },
  ],
  ['Agreement', () => agreement.id, { serviceModel: 'STATION_ZONE_POINT', terms: [{ name: '年度' }] }],
  ['Term', () => agreement.terms[0]!.id, { name: '年度', startsOn: '2024-05-01', endsOn: '2025-04-30' }],
  [
    'Zone',
    () => agreement.zones[1]!.id,
    {
      name: '片区二',
      points: ['富力东社区', '富力西社区', '耀华社区', '逢源北社区'].map((name) => ({ name })),
    },
  ],
  [
    'Point',
    () => agreement.zones[2]!.points[3]!.id,
    {
      name: '何家祠社区',
      zone: {
        name: '片区三',
        points: ['华贵社区', '源胜社区', '泰兴社区', '何家祠社区'].map((name) => ({ name })),
      },
    },
  ],
  [
    'ServiceRecord',
    () => recordId,
    {
      occurredOn: '2024-12-31',
      indicator: { code: 'TYPICAL_CASE' },
      quantities: [{ value: '5' }],
      versions: [],
      zone: null,
    },
  ],
])('a %s', async (type, find, fields) => {
  const id = await find();
  const { node } = await worker.get<{ node: Record<string, unknown> }>(NODE, { id });
  expect(node).toMatchObject({ __typename: type, id, ...fields });
});

test('a Project, and a Point of no zone', async () => {
  const { projects, points } = await demoAgreement(api, '中南街');
  const datong = await api.as('worker@datong.example');
  const read = async (id: string): Promise<unknown> =>
    (await datong.get<{ node: unknown }>(NODE, { id })).node;
  expect(await read(projects[2]!.id)).toEqual({
    __typename: 'Project',
    id: projects[2]!.id,
    name: '家庭服务',
    kind: 'BASIC',
    domain: 'FAMILY',
  });
  expect(await read(projects[5]!.id)).toMatchObject({
    name: '社区发展与治理服务',
    kind: 'SPECIAL',
    domain: null,
  });
  expect(await read(points[1]!.id)).toEqual({
    __typename: 'Point',
    id: points[1]!.id,
    name: '海中社区',
    zone: null,
  });
});

test('several in one operation are the same as one by one', async () => {
  const data = await worker.get(
    'query($a: ID!, $b: ID!, $c: ID!) { a: node(id: $a) { __typename } b: node(id: $b) { __typename } c: node(id: $c) { __typename } }',
    { a: agreement.id, b: agreement.zones[0]!.id, c: recordId },
  );
  expect(data).toEqual({
    a: { __typename: 'Agreement' },
    b: { __typename: 'Zone' },
    c: { __typename: 'ServiceRecord' },
  });
});

test('an unknown one leaves the others unchanged', async () => {
  const { data, errors } = await worker.ask(
    'query($a: ID!) { a: node(id: $a) { id } b: node(id: "x") { id } agreement(id: $a) { id } }',
    {
      a: agreement.id,
    },
  );
  expect(data).toEqual({ a: { id: agreement.id }, b: null, agreement: { id: agreement.id } });
  expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([[['b'], 'NOT_FOUND']]);
});

test('a station is read by its id, and the agreement of a day', async () => {
  const query = `query($id: ID!) { station(id: $id) { name before: agreementOn(date: "2024-04-30") { id }
    first: agreementOn(date: "2024-05-01") { id } last: agreementOn(date: "2025-04-30") { id } after: agreementOn(date: "2025-05-01") { id } } }`;
  const { id } = agreement;
  expect(await worker.get(query, { id: agreement.station.id })).toEqual({
    station: { name: '广州市逢源街社工服务站', before: null, first: { id }, last: { id }, after: null },
  });
});

test('the agreement of today is that of the day in Guangzhou, which begins at 16:00 UTC', async () => {
  const { inMs, ends, begins } = nextMidnight(api);
  const until = (startsOn: string, endsOn: string): Registration => ({
    startsOn,
    endsOn,
    terms: [{ name: '期', startsOn, endsOn }],
  });
  const first = await newStation(api, until(dayAt(ends, -400), ends));
  const next = await validRegistration(api, {
    ...until(begins, dayAt(begins, 400)),
    newStation: null,
    stationId: first.station.id,
  });
  const second = await registerConfirmed(api, await api.as('admin@fengyuan.example'), next);

  api.clock.advance(inMs - 1);
  const client = await signInAnew(api, 'worker@fengyuan.example');
  const today = async (): Promise<string> => {
    const query = 'query($id: ID!) { station(id: $id) { agreementOn { id } } }';
    const { station } = await client.get<{ station: { agreementOn: { id: string } } }>(query, {
      id: first.station.id,
    });
    return station.agreementOn.id;
  };
  expect(await today()).toBe(first.id);
  api.clock.advance(1);
  expect(await today()).toBe(second.id);
  api.clock.advance(-inMs);
});
