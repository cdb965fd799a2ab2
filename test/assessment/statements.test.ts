import { newStation } from '../api/support/agreements';
import { type Client, startApi, type TestApi } from '../kit/api';
import { create, EVALUATION, leavesOf, scoreItems } from './support/evaluations';
import { parties, type Parties } from './support/parties';
import { addFinding, ASSESSMENT, close, open, scoreAll } from './support/questions';
import { recordSurvey } from './support/surveys';

/** A list takes one statement per level, for any number of agreements. */
let api: TestApi;
let who: Parties;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});

const ALL = `query($name: String!) { stations(filter: { nameContains: $name }, first: 100) { nodes { agreements(first: 2) { nodes {
  assessments { ${ASSESSMENT}
    basisCompletion { rows { total { completed } } } basisStaffing { total } basisFunding { spent }
    changesSince { path } }
  evaluations { ${EVALUATION} }
  satisfaction { percent }
  satisfactionSurveys { totalCount nodes { id replaces { id } replacedBy { id } } } } } } } }`;

async function fill(): Promise<void> {
  const { id } = await newStation(api);
  const midterm = await open(who.bureau, { agreementId: id, assessorId: who.assessorId });
  await addFinding(who.mentors, midterm.id, 'CONCERN', '意见');
  await scoreAll(who, midterm.id);
  await close(who.bureau, midterm.id);
  await open(who.bureau, { agreementId: id, assessorId: who.assessorId, kind: 'FINAL' });
  const evaluation = await create(who.operator, id);
  const [leaf] = leavesOf(evaluation);
  await scoreItems(who.operator, evaluation.id, [{ itemId: leaf!.id, score: '1' }]);
  await recordSurvey(who.operator, id);
}

async function cost(client: Client): Promise<Record<string, number>> {
  const before = api.statements();
  const { stations } = await client.get<{ stations: { nodes: unknown[] } }>(ALL, { name: '新站' });
  const after = [...api.statements()].map(
    ([name, count]) => [name, count - (before.get(name) ?? 0)] as const,
  );
  expect(stations.nodes.length).toBeGreaterThan(0);
  return Object.fromEntries(after.filter(([name, count]) => count > 0 && !name.startsWith('audit')));
}

test('three agreements cost as many statements as one', async () => {
  await fill();
  const one = await cost(who.city);
  await fill();
  await fill();
  const three = await cost(who.city);
  expect(three).toEqual(one);
  expect(three).toMatchObject({
    'assessment.ofAgreement': 1,
    'assessment.scores': 1,
    'assessment.previous': 1,
    'snapshot.parts': 1,
    'completion.table': 1,
    'staffing.coded': 1,
    'funding.report': 1,
    'evaluation.ofAgreement': 1,
    'evaluation.tree': 1,
    'evaluation.history': 1,
    'satisfaction.sums': 1,
    'satisfaction.ofAgreement': 1,
    'satisfaction.countOfAgreement': 1,
  });
  // The findings of an assessment, and of the one before it: that is a level of its own.
  expect(three['finding.ofAssessment']).toBeLessThanOrEqual(2);
  expect(three['agreement.byId'] ?? three['agreement.byIds']).toBeLessThanOrEqual(1);
});
