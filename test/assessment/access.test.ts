import { newId } from '../../src/platform/ids';
import { type Agreement, newStation } from '../api/support/agreements';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  CLOSE_EVALUATION,
  create,
  CREATE,
  EVALUATIONS,
  GROUPS,
  SCORE_ITEMS,
  VOID_EVALUATION,
} from './support/evaluations';
import { parties, type Parties } from './support/parties';
import {
  ADD,
  addFinding,
  CLOSE,
  LIST,
  must,
  open,
  OPEN,
  respond,
  RESPOND,
  REVIEW,
  SCORE,
} from './support/questions';
import { CORRECT_SURVEY, RECORD_SURVEY, recordSurvey, REPORT, SURVEYS, VOID_SURVEY } from './support/surveys';

/** A foreign id is answered like an unknown and a malformed one. */
let api: Api;
let who: Parties;
const ids = {} as Record<'agreement' | 'assessment' | 'finding' | 'evaluation' | 'survey', string>;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  const agreement: Agreement = await newStation(api);
  const assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
  const { findings } = must(await addFinding(who.purchaser, assessment.id, 'CONCERN', '意见'));
  await respond(who.operator, findings[0]!.id, '回应');
  Object.assign(ids, {
    agreement: agreement.id,
    assessment: assessment.id,
    finding: findings[0]!.id,
    evaluation: (await create(who.operator, agreement.id)).id,
    survey: (await recordSurvey(who.operator, agreement.id)).id,
  });
});

type EntryPoint = [
  thing: keyof typeof ids,
  query: string,
  variables: (id: string) => Record<string, unknown>,
];

const node = 'query($id: ID!) { node(id: $id) { __typename id } }';
const survey = { method: 'EVENT', surveyedOn: '2024-05-01', reportedPercent: '90' };
const days = { kind: 'FINAL', from: '2024-01-01', to: '2024-12-31' };

const ENTRY_POINTS: Record<string, EntryPoint> = {
  'Agreement.assessments': ['agreement', LIST, (id) => ({ id })],
  'Agreement.evaluations': ['agreement', EVALUATIONS, (id) => ({ id })],
  'Agreement.satisfaction': ['agreement', REPORT, (id) => ({ id })],
  'Agreement.satisfactionSurveys': ['agreement', SURVEYS, (id) => ({ id })],
  'node of an assessment': ['assessment', node, (id) => ({ id })],
  'node of a finding': ['finding', node, (id) => ({ id })],
  'node of an evaluation': ['evaluation', node, (id) => ({ id })],
  'node of a survey': ['survey', node, (id) => ({ id })],
  openAssessment: [
    'agreement',
    OPEN,
    (agreementId) => ({ input: { agreementId, assessorId: newId(), ...days } }),
  ],
  scoreAssessment: ['assessment', SCORE, (assessmentId) => ({ input: { assessmentId, score: '1' } })],
  closeAssessment: ['assessment', CLOSE, (id) => ({ id })],
  addFinding: [
    'assessment',
    ADD,
    (assessmentId) => ({ input: { assessmentId, kind: 'CONCERN', text: '意见' } }),
  ],
  respondToFinding: ['finding', RESPOND, (id) => ({ id, response: '回应' })],
  reviewResponse: ['finding', REVIEW, (findingId) => ({ input: { findingId, accepted: true } })],
  createEvaluation: [
    'agreement',
    CREATE,
    (agreementId) => ({ input: { agreementId, name: '自评', groups: GROUPS } }),
  ],
  scoreEvaluationItems: [
    'evaluation',
    SCORE_ITEMS,
    (evaluationId) => ({ input: { evaluationId, scores: [] } }),
  ],
  closeEvaluation: ['evaluation', CLOSE_EVALUATION, (id) => ({ id })],
  voidEvaluation: ['evaluation', VOID_EVALUATION, (id) => ({ id, reason: '作废' })],
  recordSatisfaction: ['agreement', RECORD_SURVEY, (agreementId) => ({ input: { agreementId, ...survey } })],
  correctSatisfaction: ['survey', CORRECT_SURVEY, (id) => ({ input: { id, reason: '更正', ...survey } })],
  voidSatisfaction: ['survey', VOID_SURVEY, (id) => ({ id, reason: '作废' })],
};

/** Viewers outside the scope, and the actions that each may perform at all; all others are FORBIDDEN for any id. */
const reading = ['Agreement.assessments', 'node'];
const SCORING = ['scoreAssessment', 'addFinding', 'reviewResponse'];
const CONTRACTING = ['Agreement.evaluations', 'Agreement.satisfaction', 'Agreement.satisfactionSurveys'];
const EVALUATING = ['createEvaluation', 'scoreEvaluationItems', 'closeEvaluation', 'voidEvaluation'];
const SURVEYING = ['recordSatisfaction', 'correctSatisfaction', 'voidSatisfaction'];

test.each<[keyof Parties, string[]]>([
  ['otherOperator', [...CONTRACTING, 'respondToFinding', ...EVALUATING, ...SURVEYING]],
  ['otherPurchaser', [...CONTRACTING, ...SCORING, ...EVALUATING]],
  ['otherBureau', [...CONTRACTING, ...SCORING, 'openAssessment', 'closeAssessment']],
  ['otherAssessor', SCORING],
])('to %s', async (name, more) => {
  const client = who[name] as Client;
  for (const [entryPoint, [thing, query, variables]] of Object.entries(ENTRY_POINTS)) {
    const answer = async (id: string): Promise<string> => {
      const { status, text } = await client.ask(query, variables(id));
      return `${status} ${text.replaceAll(id, '<id>')}`;
    };
    const unknown = await answer(newId());
    const may = [...reading, ...more].some((allowed) => entryPoint.startsWith(allowed));
    // The agreement is looked up first: fields that may not be read are not resolved.
    const isAgreement = query.includes('agreement(id: $id)');
    expect([entryPoint, /"code":"(\w+)"/.exec(unknown)?.[1]]).toEqual([
      entryPoint,
      may || isAgreement ? 'NOT_FOUND' : 'FORBIDDEN',
    ]);
    expect([entryPoint, await answer(ids[thing])]).toEqual([entryPoint, unknown]);
    if (name !== 'otherOperator' && name !== 'otherBureau') continue;
    expect([entryPoint, await answer('no-such-id')]).toEqual([entryPoint, unknown]);
  }
});

test('none of that wrote anything', async () => {
  const [row] = await api.world.ownerQuery(
    `select (select count(*)::int from core.assessment where agreement_id = $1) as assessments,
            (select count(*)::int from core.assessment_score where agreement_id = $1) as scores,
            (select string_agg(state || ' ' || response, ',') from core.assessment_finding where agreement_id = $1) as findings,
            (select count(*)::int from core.evaluation where agreement_id = $1 and voided_at is null) as evaluations,
            (select count(*)::int from core.satisfaction_survey where agreement_id = $1 and voided_at is null) as surveys`,
    [ids.agreement],
  );
  expect(row).toEqual({ assessments: 1, scores: 0, findings: 'ANSWERED 回应', evaluations: 1, surveys: 1 });
});

test('a client that is not signed in gets UNAUTHENTICATED', async () => {
  for (const [thing, query, variables] of Object.values(ENTRY_POINTS)) {
    const { errors } = await api.anonymous.ask(query, variables(ids[thing]));
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
  }
});

test('the platform may query none of it', async () => {
  const platform = await api.as('admin@platform.example');
  for (const [thing, query, variables] of Object.values(ENTRY_POINTS)) {
    const { errors } = await platform.ask(query, variables(ids[thing]));
    const expected = query === node ? 'NOT_FOUND' : 'FORBIDDEN';
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([expected]);
  }
});

describe('reads by bureaus are logged with the agreement', () => {
  test.each([
    ['node', node, 'assessment'],
    ['list', LIST, 'agreement'],
    ['evaluations', EVALUATIONS, 'agreement'],
    ['satisfaction', REPORT, 'agreement'],
  ] as const)('by its %s', async (name, query, thing) => {
    const named = query.replace(/^query/, `query Look${name}`);
    await who.bureau.get(named, { id: ids[thing] });
    await api.server.trail.settled();
    const rows = await api.world.ownerQuery<{ agreement_ids: string[] }>(
      `select agreement_ids from core.audit_entry where action = 'READ' and operation = $1`,
      [`Look${name}`],
    );
    expect(rows).toEqual([{ agreement_ids: [ids.agreement] }]);
  });
});
