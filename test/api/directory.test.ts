import { MemberRole } from '../../src/access';
import { startApi, type TestApi } from '../kit/api';
import { register, type Registration, validRegistration, tryRegister } from './support/agreements';
import { ACCOUNTS, enrol, organisationId } from './support/people';
import { codesAndPaths } from './support/questions';
import { CATALOGUE } from './support/recount';

/** What every signed-in member may read: itself, the organisations, the districts, the catalogue. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

const DISTRICTS =
  '440103 荔湾区 440104 越秀区 440105 海珠区 440106 天河区 440111 白云区 440112 黄埔区 440113 番禺区 440114 花都区 440115 南沙区 440117 从化区 440118 增城区';

const DIRECTORY = `{ districts { code name }
  organisations(first: 100) { totalCount nodes { kind name shortName district { code } } }
  indicators { code measures { code unit } } }`;

interface Stations {
  nodes: { name: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

interface Directory {
  districts: { code: string; name: string }[];
  organisations: {
    totalCount: number;
    nodes: { kind: string; name: string; shortName: string | null; district: { code: string } | null }[];
  };
  indicators: { code: string; measures: { code: string; unit: string }[] }[];
}

test('the directory is the same to every signed-in member', async () => {
  const first = await (await api.as('worker@fengyuan.example')).ask(DIRECTORY);
  expect(first.errors).toEqual([]);
  for (const account of ACCOUNTS)
    expect([account, (await (await api.as(account)).ask(DIRECTORY)).text]).toEqual([account, first.text]);
});

test('it has Guangzhou’s 11 districts, the catalogue in the order of 附件1, and every organisation by name', async () => {
  const { districts, organisations, indicators } = await (
    await api.as('worker@fengyuan.example')
  ).get<Directory>(DIRECTORY);
  expect(districts.map(({ code, name }) => `${code} ${name}`).join(' ')).toBe(DISTRICTS);
  expect(
    indicators.flatMap(({ code, measures }) => measures.map((measure) => [code, measure.code, measure.unit])),
  ).toEqual(CATALOGUE);
  const kinds = organisations.nodes.map(({ kind }) => kind);
  const count = (kind: string): number => kinds.filter((other) => other === kind).length;
  expect(
    ['OPERATOR', 'PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'ASSESSOR', 'PLATFORM'].map(count),
  ).toEqual([5, 5, 4, 1, 1, 1]);
  expect(organisations.totalCount).toBe(17);
  expect(organisations.nodes).toContainEqual({
    kind: 'OPERATOR',
    name: '广州市荔湾区逢源人家服务中心',
    shortName: '逢源人家',
    district: { code: '440103' },
  });
  expect(organisations.nodes).toContainEqual({
    kind: 'SUPERVISOR',
    name: '广州市民政局',
    shortName: null,
    district: null,
  });
});

test('names are sorted by pinyin, and found by any part in any width and case', async () => {
  const bureau = await api.as('admin@guangzhou-bureau.example');
  const registered = ['东风Ａ站', '东风b站', '安宁站', '⽯井—西站', '李 明站'];
  for (const name of registered) {
    await register(bureau, await stationNamed(name));
  }
  const LIST = `query($part: String, $after: String) { stations(filter: { nameContains: $part }, first: 1, after: $after) {
    nodes { name } pageInfo { endCursor hasNextPage } } }`;
  const named = async (part: string): Promise<string[]> => {
    const names: string[] = [];
    for (let after: string | null = null; ;) {
      const { stations }: { stations: Stations } = await bureau.get(LIST, { part, after });
      names.push(...stations.nodes.map(({ name }) => name));
      if (!stations.pageInfo.hasNextPage) return names;
      after = stations.pageInfo.endCursor;
    }
  };
  const all = await named(' ');
  expect(all.filter((name) => registered.includes(name))).toEqual([
    '安宁站',
    '东风Ａ站',
    '东风b站',
    '李 明站',
    '⽯井—西站',
  ]);
  for (const [part, found] of [
    ['风a', ['东风Ａ站']],
    ['东\u200b风 ', ['东风Ａ站', '东风b站']],
    ['ｂ站', ['东风b站']],
    ['李明', ['李 明站']],
    ['石井-', ['⽯井—西站']],
    ['%', []],
    ['_', []],
  ] as const) {
    expect([part, await named(part)]).toEqual([part, found]);
  }
});

test.each(['OPERATOR', 'PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'ASSESSOR', 'PLATFORM'])(
  'organisations by kind: %s',
  async (kind) => {
    const client = await api.as('admin@platform.example');
    const query =
      'query($kind: OrganisationKind) { organisations(kind: $kind) { totalCount nodes { kind } } }';
    const { organisations } = await client.get<Directory>(query, { kind });
    expect(new Set(organisations.nodes.map((node) => node.kind))).toEqual(new Set([kind]));
    expect(organisations.totalCount).toBe(organisations.nodes.length);
  },
);

/** The rows of 附件1 as they are printed. */
const FORM =
  'CASE_FILE HOTLINE HOME_VISIT CASEWORK GROUPWORK LARGE_EVENT MEDIUM_EVENT POLICY_TALK SMALL_EVENT PARTY_CHARITY_EVENT COMMUNITY_ORG_INCUBATED FLAGSHIP_PROJECT COMMITTEE_MEETING BACKBONE_TRAINED VOLUNTEER_GROUP_DEVELOPED VOLUNTEER_RECRUITED ACTIVE_VOLUNTEER_TEAM NEEDS_SURVEY PUBLIC_ISSUE_RESOLVED TYPICAL_CASE PROFESSIONAL_TRAINING PROJECT_MEETING PROJECT_EVALUATION HALF_YEARLY_BULLETIN';

test('the catalogue has the sections and the order of 附件1, and no name twice', async () => {
  interface Row {
    code: string;
    name: string;
    section: string;
    formPosition: number | null;
    aliases: string[];
  }
  const worker = await api.as('worker@fengyuan.example');
  const { indicators } = await worker.get<{ indicators: Row[] }>(
    '{ indicators { code name section formPosition aliases } }',
  );
  const ofTheForm = indicators
    .filter(({ formPosition }) => formPosition !== null)
    .sort((a, b) => a.formPosition! - b.formPosition!);
  expect(ofTheForm.map(({ code }) => code).join(' ')).toBe(FORM);
  expect(ofTheForm.map(({ formPosition }) => formPosition)).toEqual(ofTheForm.map((_, at) => at + 1));
  expect(indicators.find(({ code }) => code === 'FLAGSHIP_PROJECT')?.section).toBe('LINKAGE');
  expect(indicators.find(({ code }) => code === 'CASE_FILE')?.aliases).toContain('困难群众和特殊群体建档');
  const names = indicators.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(names).toEqual([...new Set(names)]);
});

test.each([
  '{ districts { code } }',
  '{ organisations { totalCount } }',
  '{ indicators { code } }',
  '{ viewer { id } }',
  '{ stations { totalCount } }',
])('no one reads it without signing in: %s', async (query) => {
  const { data, errors } = await api.anonymous.ask(query);
  expect(data).toBeNull();
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
});

describe('the viewer', () => {
  const VIEWER = '{ viewer { displayName email role organisation { kind name } stations { name } } }';

  it.each([
    ['admin@fengyuan.example', 'ADMIN', 'OPERATOR', '广州市荔湾区逢源人家服务中心'],
    ['worker@fengyuan.example', 'WORKER', 'OPERATOR', '广州市荔湾区逢源人家服务中心'],
    ['admin@fengyuan-street.example', 'ADMIN', 'PURCHASER', '广州市荔湾区逢源街道办事处'],
    ['admin@liwan-bureau.example', 'ADMIN', 'SUPERVISOR', '广州市荔湾区民政局'],
    ['admin@guangzhou-bureau.example', 'ADMIN', 'SUPERVISOR', '广州市民政局'],
    ['admin@mentoring-centre.example', 'ADMIN', 'MENTORING_CENTRE', '广州市社会工作督导中心'],
    ['admin@assessor.example', 'ADMIN', 'ASSESSOR', '广州市社会工作协会'],
    ['admin@platform.example', 'ADMIN', 'PLATFORM', '社工服务站平台'],
  ])('%s is itself', async (account, role, kind, name) => {
    const { viewer } = await (await api.as(account)).get<{ viewer: Record<string, unknown> }>(VIEWER);
    expect(viewer).toMatchObject({ email: account, role, organisation: { kind, name }, stations: null });
  });

  test('a worker who is limited to stations sees which, and no other', async () => {
    await enrol(api, '逢源人家', MemberRole.WORKER, 'limited@fengyuan-more.example');
    await api.world.ownerQuery(
      `with who as (update core.member set station_limited = true where email = 'limited@fengyuan-more.example' returning organisation_id, id)
       insert into core.member_station (organisation_id, member_id, station_id)
       select w.organisation_id, w.id, a.station_id from who w join core.station_access a using (organisation_id)`,
    );
    const limited = await api.as('limited@fengyuan-more.example');
    const { viewer } = await limited.get<{ viewer: Record<string, unknown> }>(VIEWER);
    expect(viewer).toMatchObject({ role: 'WORKER', stations: [{ name: '广州市逢源街社工服务站' }] });
    await api.world.ownerQuery('delete from core.member_station');
    expect(await limited.get('{ viewer { stations { name } } stations { totalCount } }')).toEqual({
      viewer: { stations: [] },
      stations: { totalCount: 0 },
    });
  });
});

describe('Accept-Language', () => {
  const NAME = '{ indicators { name } }';
  const first = async (language: string): Promise<string> => {
    const client = await api.as('worker@fengyuan.example');
    const { data } = await client.ask<{ indicators: { name: string }[] }>(
      NAME,
      {},
      { 'accept-language': language },
    );
    return data!.indicators[0]!.name;
  };

  it.each([
    ['', '建档'],
    ['zh-CN', '建档'],
    ['fr', '建档'],
    ['en', 'Case files opened'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'Case files opened'],
    ['zh;q=0.9, en ; q=0.95', 'Case files opened'],
    ['en;q=0.3,zh;q=0.9', '建档'],
  ])('%j: %s', async (language, name) => {
    expect(await first(language)).toBe(name);
  });

  it.each([
    ['zh-CN', '找不到编号为“x”的内容，或您无权查看。请核对编号。'],
    ['en', 'Nothing with the id "x" exists, or you may not see it. Please check the id.'],
  ])('refusals are in %s too', async (language, message) => {
    const client = await api.as('worker@fengyuan.example');
    const { errors } = await client.ask('{ agreement(id: "x") { id } }', {}, { 'accept-language': language });
    expect(errors.map((error) => error.message)).toEqual([message]);
  });
});

/** A registration of 大同 for a new station of 荔湾区, under its name. */
async function stationNamed(name: string, changes: Registration = {}): Promise<Registration> {
  return validRegistration(api, {
    newStation: { name, street: '新街', districtCode: '440103' },
    operatorId: await organisationId(api, '大同'),
    ...changes,
  });
}

test.each(['同 石Ａ站', '同石a站', '同石\u200bA站', '同⽯A站'])(
  'a station whose name looks like another of its district is refused: %j',
  async (name) => {
    const city = await api.as('admin@guangzhou-bureau.example');
    await tryRegister(city, await stationNamed('同石A站'));
    const again = await tryRegister(city, await stationNamed(name));
    expect(codesAndPaths(again.userErrors)).toEqual(['STATION_NAME_TAKEN newStation.name']);
  },
);

test('names are stored as typed, without invisible characters', async () => {
  const { id, zones } = await register(
    await api.as('admin@guangzhou-bureau.example'),
    await stationNamed(' 净\u200b化（一）\u3000站\u202e ', {
      zones: [{ name: '\ufeff东\u00a0\u3000区', points: ['ｅ\u00ad点'] }],
      terms: [{ name: '全\u2060年', startsOn: '2024-01-01', endsOn: '2024-12-31' }],
    }),
  );
  expect(zones).toMatchObject([{ name: '东 区', points: [{ name: 'ｅ点' }] }]);
  const stored = await api.world.ownerQuery(
    `select s.name, t.name as term from core.agreement a join core.station s on s.id = a.station_id
       join core.term t on t.agreement_id = a.id where a.id = $1`,
    [id],
  );
  expect(stored).toEqual([{ name: '净化（一） 站', term: '全年' }]);
});

test.each([
  ['zone', '', ''],
  ['point', ', zone_id', ', zone_id'],
  ['project', ', kind, domain', ', kind, domain'],
  ['term', ', starts_on, ends_on, confirmed', ', starts_on + 3660, ends_on + 3660, true'],
])('the database refuses two of an agreement whose names look alike: %s', async (table, columns, values) => {
  const city = await api.as('admin@guangzhou-bureau.example');
  const { id } = await register(city, await stationNamed(`${table}站`));
  const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
  const copy = api.world.ownerQuery(
    `insert into core.${table} (${scope}, id, position, name${columns})
     select ${scope}, gen_random_uuid(), 99, ' ' || name || U&'\\200B'${values}
       from core.${table} where agreement_id = $1 limit 1`,
    [id],
  );
  await expect(copy).rejects.toThrow(`${table}_name_alike`);
});
