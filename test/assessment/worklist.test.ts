import { newStation } from '../api/support/agreements';
import { type Client, startApi, type TestApi } from '../kit/api';
import { parties, type Parties } from './support/parties';
import { addFinding, close, must, open, refusals, respond, score, scoreAll } from './support/questions';
import { cancel, withdraw } from './support/changes';

/** What there is to do across agreements: for each kind of viewer its own, and one statement a list. */
let api: TestApi;
let who: Parties;
/** The assessments that this file opens, by what became of them. */
const ids = {} as Record<'open' | 'scored' | 'closed' | 'cancelled', string>;
const concerns = {} as Record<'open' | 'answered' | 'withdrawn' | 'cancelled', string>;

beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
  const opened = async (assessorId: string): Promise<string> =>
    (await open(who.bureau, { agreementId: (await newStation(api)).id, assessorId })).id;
  ids.open = await opened(who.assessorId);
  ids.scored = await opened(who.otherAssessorId);
  ids.closed = await opened(who.assessorId);
  ids.cancelled = await opened(who.assessorId);
  const concern = async (by: Client, id: string): Promise<string> =>
    must(await addFinding(by, id, 'CONCERN', '意见')).findings.at(-1)!.id;
  concerns.open = await concern(who.purchaser, ids.open);
  concerns.answered = await concern(who.assessor, ids.open);
  concerns.withdrawn = await concern(who.mentors, ids.open);
  concerns.cancelled = await concern(who.assessor, ids.cancelled);
  must(await addFinding(who.assessor, ids.open, 'STRENGTH', '优点'));
  must(await respond(who.operator, concerns.answered, '已整改'));
  must(await score(who.otherAssessor, ids.scored, '50'));
  await withdraw(who.mentors, concerns.withdrawn);
  await scoreAll(who, ids.closed);
  must(await close(who.bureau, ids.closed));
  await cancel(who.bureau, ids.cancelled);
});
afterAll(async () => {
  await api.close();
});

const ASSESSMENTS = `query($filter: AssessmentFilter, $first: Int, $after: String) {
  list: assessments(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id ownParty agreement { station { name } } } } }`;
const FINDINGS = `query($filter: FindingFilter, $first: Int, $after: String) {
  list: findings(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id assessment { id agreement { station { name } } } } } }`;

interface List {
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: { id: string; ownParty?: string | null }[];
}

async function listOf(
  client: Client,
  query: string,
  filter: object | null,
  page: object = { first: 100 },
): Promise<List> {
  return (await client.get<{ list: List }>(query, { filter, ...page })).list;
}

/** Which of those of this file are listed, the first one first. */
async function named(
  client: Client,
  query: string,
  names: Record<string, string>,
  filter: object | null = null,
): Promise<string[]> {
  const { nodes, totalCount } = await listOf(client, query, filter);
  expect(totalCount).toBe(nodes.length);
  const known = Object.entries(names);
  return nodes.flatMap(({ id }) => known.find(([, value]) => value === id)?.[0] ?? []);
}

test.each<[keyof Parties, string[]]>([
  ['bureau', ['cancelled', 'closed', 'scored', 'open']],
  ['city', ['cancelled', 'closed', 'scored', 'open']],
  ['purchaser', ['cancelled', 'closed', 'scored', 'open']],
  ['operator', ['cancelled', 'closed', 'scored', 'open']],
  ['mentors', ['cancelled', 'closed', 'scored', 'open']],
  ['assessor', ['cancelled', 'closed', 'open']],
  ['otherAssessor', ['scored']],
  ['otherOperator', []],
  ['otherPurchaser', []],
  ['otherBureau', []],
])('to %s the assessments within its scope are listed, the latest opened first', async (name, expected) => {
  expect(await named(who[name] as Client, ASSESSMENTS, ids)).toEqual(expected);
});

test.each<[keyof Parties, boolean, string[]]>([
  ['bureau', false, ['scored', 'open']],
  ['mentors', false, ['scored', 'open']],
  ['assessor', false, ['open']],
  ['otherAssessor', false, []],
  ['otherAssessor', true, ['scored']],
  // These score nothing.
  ['city', false, []],
  ['operator', false, []],
])('%s has (scored: %s) of the open ones', async (name, scored, expected) => {
  expect(await named(who[name] as Client, ASSESSMENTS, ids, { states: ['OPEN'], scored })).toEqual(expected);
});

test('a party finds which one it is', async () => {
  const partyIn = async (client: Client): Promise<string | null | undefined> =>
    (await listOf(client, ASSESSMENTS, null)).nodes.find(({ id }) => id === ids.open)?.ownParty;
  expect(await Promise.all([who.bureau, who.assessor, who.city, who.operator].map(partyIn))).toEqual([
    'SUPERVISOR',
    'THIRD_PARTY',
    null,
    null,
  ]);
});

test.each<[string, object, string[]]>([
  ['by state', { states: ['CLOSED', 'CANCELLED'] }, ['cancelled', 'closed']],
  ['by kind', { kind: 'FINAL' }, []],
  ['by district', { districtCode: '440103' }, ['cancelled', 'closed', 'scored', 'open']],
  ['of another district', { districtCode: '440111' }, []],
])('the city lists them %s', async (_, filter, expected) => {
  expect(await named(who.city, ASSESSMENTS, ids, filter)).toEqual(expected);
});

test.each<[keyof Parties, object, string[]]>([
  ['operator', { states: ['OPEN', 'SENT_BACK'] }, ['open']],
  ['assessor', { states: ['ANSWERED'], own: true }, ['answered']],
  ['assessor', { states: ['OPEN', 'ANSWERED'], own: false }, ['open']],
  ['mentors', { states: ['ANSWERED'], own: true }, []],
  ['city', { kind: 'CONCERN', districtCode: '440103' }, ['answered', 'open']],
  ['city', { kind: 'STRENGTH' }, []],
  ['otherAssessor', {}, []],
  ['otherBureau', {}, []],
])('to %s the concerns in force are listed by %j', async (name, filter, expected) => {
  expect(await named(who[name] as Client, FINDINGS, concerns, filter)).toEqual(expected);
});

test.each([
  ['assessments', ASSESSMENTS],
  ['findings', FINDINGS],
])('pages of %s go on where the last one ended', async (_, query) => {
  const all = (await listOf(who.city, query, null)).nodes.map(({ id }) => id);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: List = await listOf(who.city, query, null, { first: 2, after });
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(all.length).toBeGreaterThan(2);
  expect(seen).toEqual(all);
});

test('a page takes one statement, and one for each level below', async () => {
  const cost = async (query: string, first: number): Promise<Record<string, number>> => {
    const before = api.statements();
    await listOf(who.city, query, null, { first });
    const after = [...api.statements()].map(([name, n]) => [name, n - (before.get(name) ?? 0)] as const);
    return Object.fromEntries(after.filter(([name, n]) => n > 0 && !name.startsWith('audit')));
  };
  for (const query of [ASSESSMENTS, FINDINGS]) {
    const one = await cost(query, 1);
    expect(await cost(query, 3)).toEqual(one);
    expect(Object.values(one)).toEqual(Object.keys(one).map(() => 1));
  }
});

test('who is of the platform is refused', async () => {
  const platform = await api.as('admin@platform.example');
  expect(await refusals(platform, '{ assessments { totalCount } }', {})).toEqual(['FORBIDDEN']);
  expect(await refusals(platform, '{ findings { totalCount } }', {})).toEqual(['FORBIDDEN']);
});
