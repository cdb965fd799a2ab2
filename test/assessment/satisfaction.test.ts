import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { refusals } from './support/questions';
import {
  correctSurvey,
  PERCENT_ALONE,
  recordSurvey,
  REPORT,
  reportOf,
  surveysOf,
  tryRecordSurvey,
  voidSurvey,
} from './support/surveys';

/** 服务对象满意度: counts by method, two figures of "85 %", and corrections that are kept. */
let api: Api;
let operator: Client;
let bureau: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  bureau = await api.as('admin@liwan-bureau.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

test('before any survey there is no figure', async () => {
  expect(await reportOf(bureau, agreement.id)).toMatchObject({
    threshold: '85.00',
    surveys: 0,
    answered: 0,
    percent: null,
    isReported: false,
    everyMethodReaches: null,
    clientsReach: null,
    methodsNotSurveyed: ['CASEWORK', 'GROUPWORK', 'EVENT'],
  });
});

test('surveys of a method add up; the percent of all is the ratio of the sums', async () => {
  await recordSurvey(operator, agreement.id, { asked: 12, answered: 5, satisfied: 1 });
  await recordSurvey(operator, agreement.id, {
    asked: 8,
    answered: 5,
    satisfied: 5,
    surveyedOn: '2024-09-01',
  });
  await recordSurvey(operator, agreement.id, { method: 'EVENT', asked: 300, answered: 200, satisfied: 190 });
  const report = await reportOf(bureau, agreement.id);
  expect(report).toMatchObject({ surveys: 3, asked: 320, answered: 210, satisfied: 196, percent: '93.33' });
  expect([report.everyMethodReaches, report.clientsReach, report.methodsNotSurveyed]).toEqual([
    false,
    true,
    ['GROUPWORK'],
  ]);
  expect(
    report.methods.map(({ method, percent, reachesThreshold }) => [method, percent, reachesThreshold]),
  ).toEqual([
    ['CASEWORK', '60.00', false],
    ['GROUPWORK', null, null],
    ['EVENT', '95.00', true],
    ['OVERALL', null, null],
  ]);
  const lower = await reportOf(bureau, agreement.id, { threshold: '60' });
  expect([lower.everyMethodReaches, lower.clientsReach, lower.threshold]).toEqual([true, true, '60.00']);
  const later = await reportOf(bureau, agreement.id, { from: '2024-09-01' });
  expect([later.surveys, later.percent]).toEqual([1, '100.00']);
  expect((await reportOf(bureau, agreement.id, { to: '2024-05-19' })).surveys).toBe(0);
});

test('a percent without counts is kept as reported, and replaced by counts', async () => {
  const overall = { ...PERCENT_ALONE, method: 'OVERALL', reportedPercent: '95' };
  const survey = await recordSurvey(operator, agreement.id, overall);
  expect(survey).toMatchObject({ reportedPercent: '95.00', asked: null, answered: null, satisfied: null });
  expect(await reportOf(bureau, agreement.id)).toMatchObject({
    surveys: 1,
    answered: 0,
    percent: '95.00',
    isReported: true,
    everyMethodReaches: null,
    clientsReach: true,
  });
  await recordSurvey(operator, agreement.id, { ...overall, reportedPercent: '80', surveyedOn: '2024-06-01' });
  expect(await reportOf(bureau, agreement.id)).toMatchObject({ percent: '80.00', clientsReach: false });
  await recordSurvey(operator, agreement.id, { answered: 10, satisfied: 10 });
  expect(await reportOf(bureau, agreement.id)).toMatchObject({
    percent: '100.00',
    isReported: false,
    everyMethodReaches: true,
    clientsReach: true,
  });
});

test('a correction replaces a survey; both stay readable, and link to each other', async () => {
  const first = await recordSurvey(operator, agreement.id, { satisfied: 5, note: ' 首次 ' });
  expect(first).toMatchObject({ note: '首次', voidedAt: null, replaces: null, replacedBy: null });
  const { survey: second } = await correctSurvey(operator, first.id, { satisfied: 9, reason: ' 漏录四份 ' });
  expect(second).toMatchObject({
    satisfied: 9,
    replaces: { id: first.id },
    replacedBy: null,
    voidedAt: null,
  });
  expect(await reportOf(bureau, agreement.id)).toMatchObject({ surveys: 1, satisfied: 9 });
  const { nodes } = await surveysOf(bureau, agreement.id);
  expect(nodes.find(({ id }) => id === first.id)).toMatchObject({
    satisfied: 5,
    voidedAt: api.clock.now().toISOString(),
    voidReason: '漏录四份',
    voidedBy: '逢源人家管理员',
    replacedBy: { id: second!.id },
  });
  const again = await correctSurvey(operator, first.id, { satisfied: 8 });
  expect(codesAndPaths(again.userErrors)).toEqual(['SURVEY_VOIDED id']);
  expect((await voidSurvey(operator, second!.id)).survey).toMatchObject({
    voidReason: '重复',
    replacedBy: null,
  });
  expect(await reportOf(bureau, agreement.id)).toMatchObject({ surveys: 0, percent: null });
  const log = await api.world.ownerQuery<{ action: string }>(
    `select action from core.audit_entry where $1 = any (agreement_ids) and action like 'SURVEY%' order by id`,
    [agreement.id],
  );
  expect(log.map(({ action }) => action)).toEqual(['SURVEY_RECORDED', 'SURVEY_CORRECTED', 'SURVEY_VOIDED']);
});

test('corrected and voided concurrently, one of the two is done', async () => {
  const { id } = await recordSurvey(operator, agreement.id);
  const answers = await Promise.all([
    correctSurvey(operator, id, { satisfied: 8 }),
    correctSurvey(operator, id, { satisfied: 7 }),
    voidSurvey(operator, id),
  ]);
  expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
    Array(2).fill('SURVEY_VOIDED id'),
  );
  expect((await reportOf(bureau, agreement.id)).surveys).toBeLessThanOrEqual(1);
});

const REUSED = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];

test('a retry with the same key, also a concurrent one, returns the survey as it is now, counted once', async () => {
  const call = { idempotencyKey: '五月', note: '五月' };
  const all = await Promise.all([1, 2, 3].map(async () => recordSurvey(operator, agreement.id, call)));
  const { id } = all[0]!;
  expect(all.map((survey) => survey.id)).toEqual([id, id, id]);
  expect((await reportOf(bureau, agreement.id)).surveys).toBe(1);
  await correctSurvey(operator, id, { satisfied: 8 });
  expect(await recordSurvey(operator, agreement.id, call)).toMatchObject({ id, voidReason: '漏录' });
  for (const changes of [{ satisfied: 8 }, { note: '六月' }, { note: null }, { method: 'EVENT' }]) {
    const { userErrors } = await tryRecordSurvey(operator, agreement.id, { ...call, ...changes });
    expect(codesAndPaths(userErrors)).toEqual(REUSED);
  }
});

test('a correction and a void are repeated with their keys', async () => {
  const { id } = await recordSurvey(operator, agreement.id, { idempotencyKey: 'first' });
  const fix = { satisfied: 8, idempotencyKey: 'fix' };
  const { survey: second } = await correctSurvey(operator, id, fix);
  expect((await correctSurvey(operator, id, fix)).survey).toEqual(second);
  for (const changes of [{ satisfied: 7 }, { reason: '别的' }, { idempotencyKey: 'first' }]) {
    const { userErrors } = await correctSurvey(operator, id, { ...fix, ...changes });
    expect(codesAndPaths(userErrors)).toEqual(REUSED);
  }
  const { survey: voided } = await voidSurvey(operator, second!.id, '重复', 'void');
  expect(await voidSurvey(operator, second!.id, '重复', 'void')).toEqual({ survey: voided, userErrors: [] });
  expect(codesAndPaths((await voidSurvey(operator, second!.id, '别的', 'void')).userErrors)).toEqual(REUSED);
  expect(codesAndPaths((await voidSurvey(operator, id, '重复', 'void')).userErrors)).toEqual(REUSED);
  expect((await correctSurvey(operator, id, fix)).survey).toMatchObject({
    id: second!.id,
    voidReason: '重复',
  });
  expect((await surveysOf(bureau, agreement.id)).totalCount).toBe(2);
});

test('bad input is refused with all its errors, and stores nothing', async () => {
  const { survey, userErrors } = await tryRecordSurvey(operator, agreement.id, {
    surveyedOn: '2023-12-31',
    asked: 5,
    answered: 10,
    satisfied: 11,
    reportedPercent: '95.123',
    note: '',
    idempotencyKey: 'k'.repeat(201),
  });
  expect([survey, codesAndPaths(userErrors).sort()]).toEqual([
    null,
    [
      'ANSWERED_ABOVE_ASKED answered',
      'COUNTS_OR_PERCENT reportedPercent',
      'DAY_TOO_EARLY surveyedOn',
      'EMPTY_TEXT note',
      'SATISFIED_ABOVE_ANSWERED satisfied',
      'TEXT_TOO_LONG idempotencyKey',
      'TOO_MANY_DECIMALS reportedPercent',
    ],
  ]);
  const unkept = await tryRecordSurvey(operator, agreement.id, { idempotencyKey: 'a\0b' });
  expect(codesAndPaths(unkept.userErrors)).toEqual(['UNPRINTABLE_TEXT idempotencyKey']);
  const first = await recordSurvey(operator, agreement.id);
  const corrected = await correctSurvey(operator, first.id, { satisfied: -1, reason: ' ' });
  expect(codesAndPaths(corrected.userErrors).sort()).toEqual(['EMPTY_TEXT reason', 'NEGATIVE satisfied']);
  expect(codesAndPaths((await voidSurvey(operator, first.id, '由'.repeat(501))).userErrors)).toEqual([
    'TEXT_TOO_LONG reason',
  ]);
  expect((await surveysOf(bureau, agreement.id)).totalCount).toBe(1);
});

test.each([[{ threshold: '-1' }], [{ threshold: '100.5' }], [{ from: '2024-06-01', to: '2024-05-31' }]])(
  'an invalid argument is refused: %j',
  async (question) => {
    expect(await refusals(bureau, REPORT, { id: agreement.id, ...question })).toEqual(['BAD_USER_INPUT']);
  },
);

test('the list is paginated, the latest day first', async () => {
  const days = ['2024-03-01', '2024-01-01', '2024-02-01', '2024-03-01'];
  for (const surveyedOn of days) await recordSurvey(operator, agreement.id, { surveyedOn });
  const first = await surveysOf(bureau, agreement.id, { first: 3 });
  expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([4, true]);
  const rest = await surveysOf(bureau, agreement.id, { first: 3, after: first.pageInfo.endCursor });
  const all = [...first.nodes, ...rest.nodes];
  expect(all.map(({ surveyedOn }) => surveyedOn)).toEqual([...days].sort().reverse());
  expect(new Set(all.map(({ id }) => id)).size).toBe(4);
});
