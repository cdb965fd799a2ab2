import { newId } from '../../src/platform/ids';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  type Agreement,
  PROJECTS,
  register,
  type Registration,
  REGISTER,
  validRegistration,
  tryRegister,
  ZONES,
} from './support/agreements';
import { organisationId } from './support/people';
import { codesAndPaths } from './support/questions';

/** The validation of a registration: each rule by its code and path, and nothing stored after a refusal. */
let api: Api;
beforeAll(async () => {
  api = await sharedApi();
});

/** Counts the rows of all tables that a registration writes. */
async function rows(): Promise<Record<string, number>> {
  const tables = [
    'station',
    'station_access',
    'station_name',
    'agreement',
    'term',
    'project',
    'zone',
    'point',
    'instalment',
    'target',
    'agreement_event',
  ];
  const counts = tables.map((table) => `(select count(*)::int from core.${table}) as ${table}`);
  const [row] = await api.world.ownerQuery<Record<string, number>>(`select ${counts.join(', ')}`);
  return row!;
}

const basic = (domain: string | null, name: string): Registration => ({ kind: 'BASIC', domain, name });
const x113 = (projects: Registration[]): Registration => ({
  serviceModel: 'PROJECT_113X',
  zones: null,
  projects,
});
const station = (changes: Registration): Registration => ({
  newStation: { name: '拒绝站', street: '某街', districtCode: '440103', ...changes },
});
const term = (name: string, startsOn: string, endsOn: string): Registration => ({ name, startsOn, endsOn });
const shares = (...given: [string, string][]): Registration => ({
  instalments: given.map(([condition, share]) => ({ condition, share })),
});

const REFUSALS: [string, Registration, string[]][] = [
  ['no station', { newStation: null }, ['STATION_MISSING stationId']],
  ['two stations', { stationId: newId() }, ['STATION_AMBIGUOUS newStation']],
  ['a station of no name', station({ name: ' ' }), ['EMPTY_TEXT newStation.name']],
  ['a street too long', station({ street: '街'.repeat(101) }), ['TEXT_TOO_LONG newStation.street']],
  [
    'a district that Guangzhou has not',
    station({ districtCode: '110101' }),
    ['PURCHASER_OF_OTHER_DISTRICT purchaserId', 'UNKNOWN_DISTRICT newStation.districtCode'],
  ],
  [
    'a district of another form',
    station({ districtCode: '\0' }),
    ['PURCHASER_OF_OTHER_DISTRICT purchaserId', 'UNKNOWN_DISTRICT newStation.districtCode'],
  ],
  [
    'a purchaser of another district',
    station({ districtCode: '440106' }),
    ['PURCHASER_OF_OTHER_DISTRICT purchaserId'],
  ],
  ['an operator that is none', { operatorId: newId() }, ['NOT_AN_OPERATOR operatorId']],
  ['an operator of no form', { operatorId: 'x' }, ['NOT_AN_OPERATOR operatorId']],
  ['a purchaser that is none', { purchaserId: newId() }, ['NOT_A_PURCHASER purchaserId']],
  ['113X without its core', x113(PROJECTS.slice(1)), ['ONE_CORE_PROJECT projects']],
  ['113X without its key', x113([PROJECTS[0]!, ...PROJECTS.slice(2)]), ['ONE_KEY_PROJECT projects']],
  ['113X of two cores', x113([...PROJECTS, { kind: 'CORE', name: '又一' }]), ['ONE_CORE_PROJECT projects']],
  ['113X of two basic projects', x113(PROJECTS.slice(0, 4)), ['THREE_BASIC_PROJECTS projects']],
  [
    '113X of four basic projects',
    x113([...PROJECTS, basic('YOUTH', '又一')]),
    ['THREE_BASIC_PROJECTS projects'],
  ],
  [
    '113X with a domain twice',
    x113([...PROJECTS.slice(0, 4), basic('FAMILY', '又一')]),
    ['THREE_BASIC_PROJECTS projects'],
  ],
  ['a basic project without domain', { projects: [basic(null, '无')] }, ['DOMAIN_MISSING projects.0.domain']],
  [
    'a special project with one',
    { projects: [{ kind: 'SPECIAL', domain: 'YOUTH', name: '特' }] },
    ['DOMAIN_NOT_ALLOWED projects.0.domain'],
  ],
  [
    'a project name twice',
    {
      projects: [
        { kind: 'SPECIAL', name: '特' },
        { kind: 'SPECIAL', name: ' 特 ' },
      ],
    },
    ['DUPLICATE_NAME projects.1.name'],
  ],
  ['no zone', { zones: [] }, ['ZONE_MISSING zones']],
  [
    'a zone without points',
    { zones: [...ZONES, { name: '北片', points: [] }] },
    ['POINT_MISSING zones.3.points'],
  ],
  [
    'a zone name twice',
    { zones: [...ZONES, { name: '东片', points: ['北一'] }] },
    ['DUPLICATE_NAME zones.3.name'],
  ],
  [
    'a point name twice, in two zones',
    { zones: [...ZONES, { name: '北片', points: ['东一'] }] },
    ['DUPLICATE_NAME zones.3.points.0'],
  ],
  ['points beside zones', { points: ['散点'] }, ['POINTS_BELONG_TO_ZONES points']],
  ['no term', { terms: [] }, ['TOO_FEW terms']],
  [
    'terms that share a day',
    { terms: [term('一', '2024-01-01', '2024-06-30'), term('二', '2024-06-30', '2024-12-31')] },
    ['TERMS_OVERLAP terms.1.startsOn'],
  ],
  [
    'terms out of order',
    { terms: [term('二', '2024-07-01', '2024-12-31'), term('一', '2024-01-01', '2024-06-30')] },
    ['TERMS_OVERLAP terms.1.startsOn'],
  ],
  [
    'a term outside the agreement',
    { terms: [term('一', '2024-01-01', '2025-01-01')] },
    ['TERM_OUTSIDE_AGREEMENT terms.0'],
  ],
  [
    'a term that ends before it starts',
    { terms: [term('一', '2024-02-02', '2024-02-01')] },
    ['ENDS_BEFORE_START terms.0.endsOn'],
  ],
  [
    'two terms of one name',
    { terms: [term('一', '2024-01-01', '2024-01-31'), term('一', '2024-02-01', '2024-02-29')] },
    ['DUPLICATE_NAME terms.1.name'],
  ],
  [
    'an end before the start',
    { endsOn: '2023-12-31' },
    ['ENDS_BEFORE_START endsOn', 'TERM_OUTSIDE_AGREEMENT terms.0'],
  ],
  ['a negative fee', { annualFee: '-0.01' }, ['NEGATIVE annualFee']],
  ['a fee with half a cent', { annualFee: '1.005' }, ['TOO_MANY_DECIMALS annualFee']],
  [
    'shares that are no whole',
    shares(['SIGNING', '0.55'], ['FINAL_QUALIFIED', '0.4']),
    ['SHARES_NOT_WHOLE instalments'],
  ],
  [
    'a condition twice',
    shares(['SIGNING', '0.5'], ['SIGNING', '0.5']),
    ['DUPLICATE_INSTALMENT instalments.1.condition'],
  ],
  ['a certified share above all', { requiredCertifiedShare: '1.1' }, ['TOO_LARGE requiredCertifiedShare']],
  ['negative posts', { requiredPosts: -1 }, ['NEGATIVE requiredPosts']],
];

test.each(REFUSALS)('%s is refused, and nothing is stored', async (_, changes, expected) => {
  const before = await rows();
  const { agreement, userErrors } = await tryRegister(
    await api.as('admin@fengyuan.example'),
    await validRegistration(api, changes),
  );
  expect(agreement).toBeNull();
  expect(codesAndPaths(userErrors).sort()).toEqual(expected);
  expect(await rows()).toEqual(before);
});

test('the same registration without the error is accepted: the rules above refuse nothing else', async () => {
  const { agreement, userErrors } = await tryRegister(
    await api.as('admin@fengyuan.example'),
    await validRegistration(api),
  );
  expect([agreement === null, userErrors]).toEqual([false, []]);
});

test('every error is reported at once', async () => {
  const input = await validRegistration(api, {
    operatorId: newId(),
    purchaserId: newId(),
    annualFee: '-1',
    terms: [],
    zones: [{ name: '', points: [] }],
  });
  const { userErrors } = await tryRegister(await api.as('admin@guangzhou-bureau.example'), input);
  expect(codesAndPaths(userErrors)).toEqual([
    'NEGATIVE annualFee',
    'EMPTY_TEXT zones.0.name',
    'POINT_MISSING zones.0.points',
    'TOO_FEW terms',
    'NOT_AN_OPERATOR operatorId',
    'NOT_A_PURCHASER purchaserId',
  ]);
});

test('the parties must be of the right kind: swapped, both are refused', async () => {
  const input = await validRegistration(api);
  const swapped = { ...input, operatorId: input.purchaserId, purchaserId: input.operatorId };
  const { userErrors } = await tryRegister(await api.as('admin@liwan-bureau.example'), swapped);
  expect(codesAndPaths(userErrors)).toEqual(['NOT_AN_OPERATOR operatorId', 'NOT_A_PURCHASER purchaserId']);
});

test('the name of a station is unique within a district, not across districts', async () => {
  const city = await api.as('admin@guangzhou-bureau.example');
  const here = station({ name: '同名站' });
  await register(city, await validRegistration(api, here));
  const again = await tryRegister(city, await validRegistration(api, station({ name: ' 同名站 ' })));
  expect(codesAndPaths(again.userErrors)).toEqual(['STATION_NAME_TAKEN newStation.name']);
  const elsewhere = {
    ...station({ name: '同名站', districtCode: '440106' }),
    purchaserId: await organisationId(api, '广州市天河区人民政府元岗街道办事处'),
  };
  await register(city, await validRegistration(api, elsewhere));
});

test('an agreement is returned with all its input, in the given order', async () => {
  const client = await api.as('admin@fengyuan.example');
  const input = await validRegistration(api, {
    annualFee: 2400000,
    requiredPosts: '20.50',
    requiredCertifiedShare: '0.600000',
    startsOn: '2024-02-29',
    terms: [term(' 一 ', '2024-02-29', '2024-02-29'), term('二', '2024-03-01', '2024-12-31')],
    zones: [
      { name: ' 乙片 ', points: [' 丙 ', '甲'] },
      { name: '甲片', points: ['乙'] },
    ],
    ...shares(['MIDTERM_QUALIFIED', '0.4'], ['SIGNING', '0.55'], ['FINAL_QUALIFIED', '0.05']),
  });
  const { id } = await register(client, input);
  const { agreement } = await client.get<{ agreement: Agreement }>(
    `query($id: ID!) { agreement(id: $id) { serviceModel startsOn endsOn annualFee requiredPosts requiredCertifiedShare
       terms { name startsOn endsOn } zones { name points { name zone { name } } } points { name } projects { kind domain name } } }`,
    { id },
  );
  expect(agreement).toEqual({
    serviceModel: 'STATION_ZONE_POINT',
    startsOn: '2024-02-29',
    endsOn: '2024-12-31',
    annualFee: '2400000.00',
    requiredPosts: '20.5',
    requiredCertifiedShare: '0.6',
    terms: [term('一', '2024-02-29', '2024-02-29'), term('二', '2024-03-01', '2024-12-31')],
    zones: [
      {
        name: '乙片',
        points: [
          { name: '丙', zone: { name: '乙片' } },
          { name: '甲', zone: { name: '乙片' } },
        ],
      },
      { name: '甲片', points: [{ name: '乙', zone: { name: '甲片' } }] },
    ],
    points: [{ name: '丙' }, { name: '甲' }, { name: '乙' }],
    projects: PROJECTS.map(({ kind, name, domain }) => ({ kind, name, domain: domain ?? null })),
  });
  expect(
    await api.world.ownerQuery(
      'select condition, share::text from core.instalment where agreement_id = $1 order by position',
      [id],
    ),
  ).toEqual([
    { condition: 'MIDTERM_QUALIFIED', share: '0.400000' },
    { condition: 'SIGNING', share: '0.550000' },
    { condition: 'FINAL_QUALIFIED', share: '0.050000' },
  ]);
});

test.each([
  ['a day that no calendar has', { startsOn: '2023-02-29' }],
  ['a model that there is not', { serviceModel: 'FREESTYLE' }],
  ['a fee through a float', { annualFee: 2400000.5 }],
  ['no terms at all', { terms: null }],
])('%s is refused before the rules: BAD_USER_INPUT that names the field', async (_, changes) => {
  const client = await api.as('admin@fengyuan.example');
  const { data, errors } = await client.ask(REGISTER, { input: await validRegistration(api, changes) });
  expect(data).toBeNull();
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]!.message).toContain(Object.keys(changes)[0]);
});
