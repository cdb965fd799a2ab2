import { loadRealStations } from '../../src/demo';
import { STATIONS } from '../../src/demo/stations';
import { startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import { demoAgreement } from '../api/support/agreements';
import { basisOf } from './support/basis';
import { evaluationsOf } from './support/evaluations';
import { assessmentsOf } from './support/questions';
import { reportOf, surveysOf } from './support/surveys';

const FENGYUAN = STATIONS.find(({ street }) => street === '逢源街')!;

/** The demo has what the sources have: a midterm assessment, an evaluation tree, a self-evaluation and a percent. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

async function everything(): Promise<object> {
  const city = await api.as('admin@guangzhou-bureau.example');
  const of = async (street: string): Promise<object> => {
    const { id } = await demoAgreement(api, street);
    const assessments = await assessmentsOf(city, id);
    return {
      assessments,
      bases: await Promise.all(assessments.map(async (assessment) => basisOf(city, assessment.id))),
      evaluations: await evaluationsOf(city, id),
      report: await reportOf(city, id),
      surveys: (await surveysOf(city, id)).nodes,
    };
  };
  return Object.fromEntries(
    await Promise.all(
      ['中南街', '云城街', '元岗街', '钟落潭镇', '逢源街'].map(
        async (street) => [street, await of(street)] as const,
      ),
    ),
  );
}

test('逢源街: four scores by the four parties, 92.28, EXCELLENT, closed with its basis', async () => {
  const city = await api.as('admin@guangzhou-bureau.example');
  const [assessment, another] = await assessmentsOf(city, (await demoAgreement(api, '逢源街')).id);
  expect(another).toBeUndefined();
  expect(assessment).toMatchObject({
    kind: 'MIDTERM',
    from: '2024-05-01',
    to: '2024-12-31',
    total: '92.28',
    grade: 'EXCELLENT',
    assessor: { name: '广州市社会工作协会' },
    closedAt: expect.any(String) as string,
    scores: [
      { party: 'PURCHASER', maximum: '20', score: '20' },
      { party: 'SUPERVISOR', maximum: '10', score: '8.63' },
      { party: 'MENTORING_CENTRE', maximum: '15', score: '14.9' },
      { party: 'THIRD_PARTY', maximum: '55', score: '48.75' },
    ],
  });
  const { findings } = FENGYUAN.assessment!;
  const wordsOf = (party: string, all: readonly { party: string; kind: string; text: string }[]): string[] =>
    all.filter((one) => one.party === party).map(({ kind, text }) => `${kind} ${text}`);
  expect(assessment!.findings).toHaveLength(findings.length);
  for (const { party } of assessment!.scores) {
    expect(wordsOf(party, assessment!.findings)).toEqual(wordsOf(party, findings));
  }
  const { basisCompletion, changesSince } = await basisOf(city, assessment!.id);
  expect(basisCompletion).toMatchObject([{ from: '2024-05-01', to: '2024-12-31' }]);
  expect(basisCompletion![0]!.rows.length).toBeGreaterThan(20);
  expect(changesSince).toEqual([]);
  const hands = await api.world.ownerQuery<{ party: string; kind: string; name: string }>(
    `select s.party, o.kind, o.name from core.assessment_score s join core.member m on m.id = s.scored_by
       join core.organisation o on o.id = m.organisation_id order by 1`,
  );
  expect(hands.map(({ party, name }) => [party, name])).toEqual([
    ['MENTORING_CENTRE', '广州市社会工作督导中心'],
    ['PURCHASER', '广州市荔湾区逢源街道办事处'],
    ['SUPERVISOR', '广州市荔湾区民政局'],
    ['THIRD_PARTY', '广州市社会工作协会'],
  ]);
});

test('云城街: the street’s tree of weights, of which nothing is scored', async () => {
  const street = await api.as('admin@yuncheng-street.example');
  const [evaluation, another] = await evaluationsOf(street, (await demoAgreement(api, '云城街')).id);
  expect(another).toBeUndefined();
  expect(evaluation).toMatchObject({
    party: 'PURCHASER',
    fiscalYear: 2023,
    total: null,
    grade: null,
    closedAt: null,
  });
  expect(
    evaluation!.groups.map(({ name, weight, score, items }) => [
      name,
      weight,
      score,
      items.map((item) => item.weight),
    ]),
  ).toEqual([
    ['资金使用完成情况', '10', null, []],
    ['产出指标', '40', null, ['11', '11', '9', '9']],
    ['效益指标', '40', null, ['11', '10', '9', '10']],
    ['满意度指标', '10', null, ['10']],
  ]);
});

test('元岗街: its own evaluation of 95, and 95 % without counts', async () => {
  const operator = await api.as('admin@beidouxing.example');
  const { id } = await demoAgreement(api, '元岗街');
  expect(await evaluationsOf(operator, id)).toMatchObject([
    {
      party: 'OPERATOR',
      total: '95',
      grade: 'EXCELLENT',
      groups: [{ weight: '100', score: '95', items: [] }],
    },
  ]);
  expect(await reportOf(operator, id)).toMatchObject({
    surveys: 1,
    answered: 0,
    percent: '95.00',
    isReported: true,
    clientsReach: true,
    everyMethodReaches: null,
  });
  expect((await surveysOf(operator, id)).nodes).toMatchObject([
    { method: 'OVERALL', surveyedOn: '2022-12-31' },
  ]);
});

test('the other stations have none', async () => {
  const city = await api.as('admin@guangzhou-bureau.example');
  for (const street of ['中南街', '钟落潭镇']) {
    const { id } = await demoAgreement(api, street);
    expect([await assessmentsOf(city, id), await evaluationsOf(city, id)]).toEqual([[], []]);
  }
});

test.each([
  ['after all of it', []],
  [
    'before the last score, and before the self-evaluation was scored',
    [
      `update core.assessment set closed_at = null, closed_by = null, total = null, grade = null, sealed = true,
              unsealed_at = null`,
      'delete from core.snapshot_figure',
      'delete from core.snapshot_part',
      'delete from core.snapshot',
      `delete from core.assessment_score where party = 'THIRD_PARTY'`,
      `update core.assessment_part set scored_at = null where party = 'THIRD_PARTY'`,
      'update core.evaluation set closed_at = null, closed_by = null',
      'delete from core.evaluation_score',
      'delete from core.satisfaction_survey',
    ],
  ],
])('loaded again after a stop %s, it is the same', async (_, interruption) => {
  const withoutMoments = (text: string): unknown =>
    JSON.parse(
      text
        .replace(/"(closedAt|openedAt)":"[^"]*"/g, '"$1":"some"')
        .replace(/("surveys":\[\{)"id":"[^"]*"/g, '$1"id":"some"'),
    );
  const before = JSON.stringify(await everything());
  for (const sql of [...interruption, `delete from auth.credential where email = 'admin@platform.example'`]) {
    await api.world.ownerQuery(sql);
  }
  await loadRealStations({
    ...api.server,
    clock: api.clock.now,
    password: TEST_PASSWORD,
    progress: () => undefined,
  });
  expect(withoutMoments(JSON.stringify(await everything()))).toEqual(withoutMoments(before));
});
