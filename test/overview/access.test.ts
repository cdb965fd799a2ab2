import { MemberRole } from '../../src/access';
import { READY_QUERIES } from '../../src/explorer/ready-queries';
import { enrol, organisationId } from '../api/support/people';
import { newStation } from '../api/support/agreements';
import { type Client, startApi, type TestApi } from '../kit/api';
import { keyOf } from '../staffing/support';
import {
  DISTRICT,
  districtOverview,
  OPERATOR,
  operatorOverview,
  PURCHASER,
  purchaserOverview,
  type Question,
} from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const OVERVIEWS = { OPERATOR, PURCHASER, DISTRICT };
type Kind = keyof typeof OVERVIEWS;

async function codes(client: Client, kind: Kind, question: Question = {}): Promise<unknown[]> {
  const { errors } = await client.ask(OVERVIEWS[kind], question);
  return errors.map(({ extensions }) => extensions?.code);
}

test.each([
  ['admin@datong.example', 'OPERATOR'],
  ['worker@datong.example', 'OPERATOR'],
  ['admin@zhongnan-street.example', 'PURCHASER'],
  ['admin@liwan-bureau.example', 'DISTRICT'],
  ['admin@guangzhou-bureau.example', 'DISTRICT'],
  ['admin@mentoring-centre.example', null],
  ['admin@assessor.example', null],
  ['admin@platform.example', null],
])('%s has only the overview of its own kind', async (email, own) => {
  const client = await api.as(email);
  for (const kind of Object.keys(OVERVIEWS) as Kind[]) {
    expect([kind, await codes(client, kind)]).toEqual([kind, kind === own ? [] : ['FORBIDDEN']]);
  }
});

test('a client that is not signed in has none', async () => {
  for (const kind of Object.keys(OVERVIEWS) as Kind[]) {
    expect(await codes(api.anonymous, kind)).toEqual(['UNAUTHENTICATED']);
  }
});

test('each viewer sees only its own: no other operator’s station, no other street’s, no other district’s', async () => {
  const names = async (page: Promise<{ nodes: { station: { name: string } }[] }>): Promise<string[]> =>
    (await page).nodes.map(({ station: { name } }) => name);
  expect(await names(operatorOverview(await api.as('worker@datong.example')))).toEqual([
    '广州市中南街社工服务站',
  ]);
  expect(await names(purchaserOverview(await api.as('admin@yuncheng-street.example')))).toEqual([
    '广州市云城街社工服务站',
  ]);
  const tianhe = await districtOverview(await api.as('admin@tianhe-bureau.example'));
  expect(tianhe.stations.nodes.map(({ station: { name } }) => name)).toEqual(['广州市元岗街社工服务站']);
  expect(tianhe.districts.map(({ district: { code } }) => code)).toEqual(['440106']);
});

test('an API key sees what its organisation sees; a member limited to a station sees only that', async () => {
  const admin = await api.as('admin@fengyuan.example');
  const second = await newStation(api);
  expect((await operatorOverview(await keyOf(api, admin))).nodes).toHaveLength(2);
  const email = 'viewer@fengyuan-limited.example';
  const limited = await enrol(api, '逢源人家', MemberRole.VIEWER, email);
  await api.world.ownerQuery(
    `with who as (update core.member set station_limited = true where email = $1 returning organisation_id, id)
     insert into core.member_station (organisation_id, member_id, station_id) select organisation_id, id, $2 from who`,
    [email, second.station.id],
  );
  const { nodes, totalCount } = await operatorOverview(limited);
  expect([nodes.map(({ agreement }) => agreement.id), totalCount]).toEqual([[second.id], 1]);
});

test('reads by a bureau are audited', async () => {
  const bureau = await api.as('admin@baiyun-bureau.example');
  await bureau.get('query Districts { districtOverview { districts { stations } } }');
  await bureau.get('query Stations { districtOverview { stations { nodes { isInForce } } } }');
  await api.server.trail.settled();
  const id = await organisationId(api, '广州市白云区民政局');
  const kept = await api.world.ownerQuery<{ operation: string; count: number }>(
    `select operation, cardinality(agreement_ids) as count from core.audit_entry
      where organisation_id = $1 and action = 'READ' order by at`,
    [id],
  );
  expect(kept).toEqual([
    { operation: 'Districts', count: 0 },
    { operation: 'Stations', count: 2 },
  ]);
});

const tomorrow = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    new Date(api.clock.now().getTime() + 86_400_000),
  );

const BAD: [what: string, question: () => Question][] = [
  ['a day that is still to come', () => ({ on: tomorrow() })],
  ['an empty page', () => ({ first: 0 })],
  ['a page beyond the limit', () => ({ first: 1001 })],
  ['a broken cursor', () => ({ after: 'nonsense' })],
  ['a cursor of another list', () => ({ after: Buffer.from('["a","b"]').toString('base64url') })],
];
test.each(BAD)('%s is refused', async (_what, question) => {
  expect(await codes(await api.as('admin@datong.example'), 'OPERATOR', question())).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(await codes(await api.as('admin@zhongnan-street.example'), 'PURCHASER', question())).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(await codes(await api.as('admin@liwan-bureau.example'), 'DISTRICT', question())).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('an unknown district is refused', async () => {
  const bureau = await api.as('admin@liwan-bureau.example');
  expect(await codes(bureau, 'DISTRICT', { districtCode: '999999' })).toEqual(['BAD_USER_INPUT']);
});

test('a malformed day is refused', async () => {
  expect(await codes(await api.as('admin@datong.example'), 'OPERATOR', { on: '2024-02-30' })).toEqual([
    'BAD_USER_INPUT',
  ]);
});

describe('the ready query of each kind', () => {
  test.each([
    ['operator', 'admin@fengyuan.example', '逢源街'],
    ['purchaser', 'admin@zhongnan-street.example', '中南街'],
    ['district', 'admin@baiyun-bureau.example', '云城街'],
    ['city', 'admin@guangzhou-bureau.example', '荔湾区'],
  ])('%s has rows in the demo', async (id, email, name) => {
    const query = READY_QUERIES.find((one) => one.id === id)!.documents[0]!;
    const text = JSON.stringify(await (await api.as(email)).get(query));
    expect(text).toContain(name);
    expect(text).toMatch(/"weakest":\[\{/);
  });
});
