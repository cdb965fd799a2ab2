import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { BANDS, enterPaper, scoresSeenBy, seenBy, setScheme, STANDARD } from './support/changes';
import { parties, type Parties, pastTheServices } from './support/parties';
import { type Assessment, close, must, open, score, scoreAll } from './support/questions';

/** Who scores, of how many points, and the grade bands are parameters of the district and the year of the last day. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  await api.world.ownerQuery('delete from core.assessment_scheme');
  agreement = await newStation(api);
});

const opened = async (changes: object = {}): Promise<Assessment> =>
  open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, ...changes });
const maxima = async (id: string, client: Client = who.operator): Promise<string[]> =>
  (await seenBy(client, id)).scores.map(({ party, name, maximum }) => `${name ?? party} ${maximum}`);

interface Scheme {
  version: number;
  districtCode: string | null;
  parties: { maximum: string }[];
  bands: object;
}
const inForce = async (client: Client, year: number, districtCode?: string): Promise<Scheme> => {
  const { assessmentScheme } = await client.get<{ assessmentScheme: Scheme }>(
    `query($year: Int!, $districtCode: String) { assessmentScheme(year: $year, districtCode: $districtCode) {
       version districtCode parties { maximum } bands { excellentFrom goodFrom qualifiedFrom } } }`,
    { year, districtCode: districtCode ?? null },
  );
  return assessmentScheme;
};

/** One district has its village committees score too. */
const WITH_COMMITTEES = [
  { party: 'PURCHASER', maximum: '15' },
  { party: 'SUPERVISOR', maximum: '10' },
  { party: 'MENTORING_CENTRE', maximum: '15' },
  { party: 'THIRD_PARTY', maximum: '50' },
  { party: 'OTHER', name: '村（居）委会', maximum: '10' },
];

test('by default they are 20, 10, 15 and 55, and 90, 80 and 60', async () => {
  const { id } = await opened();
  expect(await maxima(id)).toEqual([
    'PURCHASER 20',
    'SUPERVISOR 10',
    'MENTORING_CENTRE 15',
    'THIRD_PARTY 55',
  ]);
  expect((await seenBy(who.operator, id)).bands).toEqual(BANDS);
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
    expect(await inForce(client, 2024, '440103')).toEqual({
      version: 0,
      districtCode: null,
      bands: BANDS,
      parties: STANDARD.map(({ maximum }) => ({ maximum })),
    });
  }
});

test('the city sets them for all districts, a district for its own, which comes first', async () => {
  const cityBands = { excellentFrom: '85', goodFrom: '75', qualifiedFrom: '60' };
  expect((await setScheme(who.city, { year: 2024, bands: cityBands })).scheme).toMatchObject({
    year: 2024,
    districtCode: null,
    version: 1,
    bands: cityBands,
  });
  expect((await setScheme(who.otherBureau, { year: 2024, parties: WITH_COMMITTEES })).scheme).toMatchObject({
    districtCode: '440111',
  });
  expect((await seenBy(who.operator, (await opened()).id)).bands).toEqual(cityBands);
  await setScheme(who.bureau, { year: 2024, parties: WITH_COMMITTEES, bands: BANDS });
  const final = await opened({ kind: 'FINAL' });
  expect((await seenBy(who.operator, final.id)).bands).toEqual(BANDS);
  expect(await maxima(final.id)).toHaveLength(5);
  expect((await inForce(who.operator, 2024, '440106')).bands).toEqual(cityBands);
});

test('they are those of the year of the last day', async () => {
  const spanning = await newStation(api, {
    startsOn: '2024-07-01',
    endsOn: '2025-06-30',
    terms: [{ name: '年度', startsOn: '2024-07-01', endsOn: '2025-06-30' }],
  });
  await setScheme(who.bureau, { year: 2025, parties: WITH_COMMITTEES });
  const days = { agreementId: spanning.id, from: '2024-07-01' };
  expect(await maxima((await opened({ ...days, to: '2024-12-31' })).id)).toHaveLength(4);
  const final = await opened({ ...days, kind: 'FINAL', to: '2025-06-30' });
  expect(await maxima(final.id)).toHaveLength(5);
});

test('an open assessment keeps those with which it was opened', async () => {
  const { id } = await opened();
  await setScheme(who.bureau, {
    year: 2024,
    bands: { excellentFrom: '99', goodFrom: '98', qualifiedFrom: '97' },
  });
  await scoreAll(who, id);
  expect((await close(who.bureau, id)).assessment).toMatchObject({ total: '92.28', grade: 'EXCELLENT' });
  await expect(
    pastTheServices(api, who.bureau, 'update core.assessment set excellent_from = 95'),
  ).rejects.toThrow(/permission denied/);
});

test('village committees score too, from paper, and the total is of all five', async () => {
  await setScheme(who.bureau, { year: 2024, parties: WITH_COMMITTEES });
  const { id } = await opened();
  expect(codesAndPaths((await score(who.assessor, id, '50.01')).userErrors)).toEqual([
    'SCORE_ABOVE_MAXIMUM score',
  ]);
  await scoreAll(who, id, ['15', '10', '15', '44.99']);
  expect(await seenBy(who.bureau, id)).toMatchObject({ sealed: true, total: null });
  const paper = { assessmentId: id, party: 'OTHER', score: '5', reason: '村委会评分表' };
  expect(codesAndPaths((await enterPaper(who.bureau, { ...paper, score: '10.5' })).userErrors)).toEqual([
    'SCORE_ABOVE_MAXIMUM score',
  ]);
  expect((await enterPaper(who.bureau, paper)).userErrors).toEqual([]);
  const seen = await seenBy(who.operator, id);
  expect(seen).toMatchObject({ total: '89.99', grade: 'GOOD', sealed: false });
  expect(seen.scores[4]).toMatchObject({ name: '村（居）委会', score: '5', onPaper: true });
  expect((await close(who.bureau, id)).assessment).toMatchObject({ total: '89.99', grade: 'GOOD' });
});

test('sub-scores add up to the score of their party', async () => {
  const items = [
    { name: '管理', maximum: '25' },
    { name: '服务', maximum: '30' },
  ];
  const parts = STANDARD.map((part) => (part.party === 'THIRD_PARTY' ? { ...part, items } : part));
  await setScheme(who.bureau, { year: 2024, parties: parts });
  const { id } = await opened();
  const give = async (value: string, ...given: [string, string][]): Promise<string[]> => {
    const more = { items: given.map(([name, one]) => ({ name, score: one })) };
    return codesAndPaths((await score(who.assessor, id, value, more)).userErrors);
  };
  expect(await give('50')).toEqual(['SUB_SCORES_MISSING items']);
  expect(await give('50', ['管理', '20'], ['服务', '29'])).toEqual(['SUB_SCORES_DO_NOT_ADD_UP items']);
  expect(await give('51', ['管理', '26'], ['服务', '25'])).toEqual(['SCORE_ABOVE_MAXIMUM items.0.score']);
  expect(await give('50', ['管理', '25'], ['活动', '25'])).toEqual([
    'SUB_SCORE_UNKNOWN items.1.name',
    'SUB_SCORES_MISSING items',
  ]);
  expect(await give('50', ['服务', '29.5'], ['管理', '20.5'])).toEqual([]);
  expect((await seenBy(who.assessor, id)).scores[3]!.items).toEqual([
    { name: '管理', maximum: '25', score: '20.5' },
    { name: '服务', maximum: '30', score: '29.5' },
  ]);
  expect((await seenBy(who.operator, id)).scores[3]!.items.map((item) => item.score)).toEqual([null, null]);
  await expect(
    pastTheServices(
      api,
      who.assessor,
      `update core.assessment_score set items = '{1,1}' where assessment_id = $1`,
      [id],
    ),
  ).rejects.toThrow(/items are not those/);
  // Where the scheme lists none there are none.
  const more = { items: [{ name: '管理', score: '5' }] };
  expect(codesAndPaths((await score(who.purchaser, id, '5', more)).userErrors)).toEqual([
    'SUB_SCORE_UNKNOWN items.0.name',
  ]);
});

test('a party that the scheme does not list does not score', async () => {
  await setScheme(who.bureau, {
    year: 2024,
    parties: [
      { party: 'PURCHASER', maximum: '40' },
      { party: 'THIRD_PARTY', maximum: '60' },
    ],
  });
  const { id } = await opened();
  expect(codesAndPaths((await score(who.mentors, id, '1')).userErrors)).toEqual(['NOT_A_PARTY assessmentId']);
  must(await score(who.purchaser, id, '40'));
  must(await score(who.assessor, id, '50'));
  expect(await scoresSeenBy(who.operator, id)).toEqual(['40', '50']);
  expect((await close(who.bureau, id)).assessment).toMatchObject({ total: '90', grade: 'EXCELLENT' });
});

describe('setting a scheme', () => {
  test.each([
    [{ parties: [] }, ['TOO_FEW parties']],
    [{ year: 1999 }, ['YEAR_OUT_OF_RANGE year']],
    [{ parties: [{ party: 'PURCHASER', maximum: '99' }] }, ['MAXIMA_NOT_WHOLE parties']],
    [
      { parties: [...STANDARD, { party: 'PURCHASER', maximum: '0' }] },
      ['MAXIMUM_MISSING parties.4.maximum', 'PARTY_TWICE parties.4.party'],
    ],
    [
      {
        parties: [
          { party: 'OTHER', maximum: '50' },
          { party: 'PURCHASER', name: '街道', maximum: '50' },
        ],
      },
      ['EMPTY_TEXT parties.0.name', 'NAME_OF_OTHER_PARTY parties.1.name'],
    ],
    [
      {
        parties: [
          { party: 'OTHER', name: '村委会', maximum: '50' },
          { party: 'OTHER', name: '村 委会', maximum: '50' },
        ],
      },
      ['DUPLICATE_NAME parties.1.name'],
    ],
    [
      { parties: [{ party: 'PURCHASER', maximum: '100', items: [{ name: '管理', maximum: '99.5' }] }] },
      ['ITEMS_NOT_MAXIMUM parties.0.items'],
    ],
    [{ bands: { ...BANDS, goodFrom: '90' } }, ['BANDS_OUT_OF_ORDER bands']],
    [
      { bands: { excellentFrom: '100.01', goodFrom: '80.001', qualifiedFrom: '60' } },
      ['TOO_LARGE bands.excellentFrom', 'TOO_MANY_DECIMALS bands.goodFrom'],
    ],
  ])('%j is refused, and nothing is stored', async (input, expected) => {
    const { scheme, userErrors } = await setScheme(who.bureau, { year: 2024, ...input });
    expect([scheme, codesAndPaths(userErrors)]).toEqual([null, expected]);
    expect(await api.world.ownerQuery('select 1 from core.assessment_scheme')).toEqual([]);
  });

  test('the same again changes nothing, another becomes a new version, what is stale is refused', async () => {
    const version = async (input: object): Promise<number | undefined> =>
      (await setScheme(who.bureau, { year: 2024, ...input })).scheme?.version;
    expect(await version({})).toBe(1);
    expect(await version({})).toBe(1);
    expect(await version({ parties: WITH_COMMITTEES, expectedVersion: 1 })).toBe(2);
    const { userErrors } = await setScheme(who.bureau, { year: 2024, expectedVersion: 1 });
    expect(codesAndPaths(userErrors)).toEqual(['STALE_SCHEME expectedVersion']);
    expect(await inForce(who.operator, 2024, '440103')).toMatchObject({ version: 2 });
  });

  test('of two at once that saw the same one wins, the other gets an error', async () => {
    const answers = await Promise.all([
      setScheme(who.bureau, { year: 2024, expectedVersion: 0 }),
      setScheme(who.bureau, { year: 2024, parties: WITH_COMMITTEES, expectedVersion: 0 }),
    ]);
    expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual([
      'STALE_SCHEME expectedVersion',
    ]);
  });

  test('is for the bureaus, each in its own name, also in the database', async () => {
    for (const client of [who.operator, who.purchaser, who.mentors, who.assessor]) {
      await expect(setScheme(client, { year: 2024 })).rejects.toThrow();
    }
    await expect(
      pastTheServices(
        api,
        who.bureau,
        `insert into core.assessment_scheme values (scope.organisation_id(), null, 2024, 1, '[]', 90, 80, 60, now(), scope.member_id())`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
