import { MemberRole, OrganisationKind } from '../../src/access';
import { upcomingAssessments } from '../../src/modules/assessment';
import { expectedAssessments } from '../../src/modules/assessment/read.sql';
import { cancel, withdraw } from '../assessment/support/changes';
import { addOrganisation, parties, type Parties } from '../assessment/support/parties';
import { addFinding, declareTie, must, open, respond, review, score } from '../assessment/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from './support/agreements';
import { propose } from './support/amendments';
import { handIn } from './support/months';
import { enrol, organisationId } from './support/people';
import { calendarOf, during, tasksOf, waiting } from './support/tasks';

/** Assessments and their findings, as tasks of the one who has the next step. */
let api: TestApi;
let who: Parties;
let calendar: ReturnType<typeof calendarOf>;
let officer: Client;
let manager: Client;
beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  calendar = calendarOf(api);
  const liwan = '广州市荔湾区民政局';
  officer = await enrol(api, liwan, MemberRole.MANAGER, 'officer@bureau-tasks.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager@fengyuan-tasks.example');
}, 60_000);
afterAll(async () => {
  await api.close();
});

/** A station whose agreement lasts from some days ago to some days from now. */
async function station(from: number, to: number, changes: Record<string, unknown> = {}): Promise<Agreement> {
  return newStation(api, { ...during(calendar.day(from), calendar.day(to)), ...changes });
}

/** An open midterm of a new station, of days that are over. */
async function assessment(
  changes: Record<string, unknown> = {},
): Promise<{ agreement: Agreement; id: string }> {
  const agreement = await station(-100, 100, changes);
  const days = { from: calendar.day(-100), to: calendar.day(-1) };
  const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, ...days });
  return { agreement, id };
}

const all = (): Client[] => [
  who.operator,
  who.purchaser,
  who.bureau,
  who.city,
  who.mentors,
  who.assessor,
  who.otherAssessor,
  who.otherOperator,
  who.otherPurchaser,
  who.otherBureau,
];
async function counted(agreement: Agreement, kind: string): Promise<number[]> {
  return Promise.all(all().map(async (client) => (await waiting(client, agreement, kind)).length));
}

describe('an assessment to open', () => {
  test('waits for the district’s bureau once half of the days are over, and after the last one', async () => {
    const agreement = await station(-100, 99);
    const half = calendar.day(-1);
    const midterm = `OPEN_ASSESSMENT Midterm assessment ${half}`;
    expect(await waiting(who.bureau, agreement)).toEqual([midterm]);
    expect(await counted(agreement, 'OPEN_ASSESSMENT')).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(await tasksOf(officer)).toEqual([]);
    const early = await station(-10, 30);
    expect(await waiting(who.bureau, early)).toEqual([]);
    const over = await station(-100, 0);
    expect(await waiting(who.bureau, over)).toEqual([
      `OPEN_ASSESSMENT Midterm assessment ${calendar.day(-50)}`,
      `OPEN_ASSESSMENT Final assessment ${calendar.today}`,
    ]);
    const days = { from: calendar.day(-100), to: calendar.day(-2) };
    const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, ...days });
    expect(await waiting(who.bureau, agreement, 'OPEN_ASSESSMENT')).toEqual([]);
    await cancel(who.bureau, id);
    expect(await waiting(who.bureau, agreement, 'OPEN_ASSESSMENT')).toEqual([midterm]);
  });

  test('of agreements that ended more than 120 days ago is no task', async () => {
    expect(await waiting(who.bureau, await station(-300, -120), 'OPEN_ASSESSMENT')).toHaveLength(2);
    expect(await waiting(who.bureau, await station(-300, -121), 'OPEN_ASSESSMENT')).toEqual([]);
  });

  test('is expected on the same days as the overview says', async () => {
    const ranges = Array.from({ length: 60 }, (_, at) => [
      '2024-01-30',
      `20${24 + (at % 3)}-12-${10 + (at % 20)}`,
    ]);
    const rows = await api.world.ownerQuery<{ starts_on: string; ends_on: string; days: string[] }>(
      `select a.starts_on::text, a.ends_on::text, array_agg(e.expected_on::text order by e.kind desc) as days
         from unnest($1::date[], $2::date[]) a(starts_on, ends_on) cross join ${expectedAssessments('e', 'a')}
        group by a.starts_on, a.ends_on`,
      [ranges.map(([first]) => first), ranges.map(([, last]) => last)],
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { starts_on: startsOn, ends_on: endsOn, days } of rows) {
      const expected = upcomingAssessments({ startsOn, endsOn }, [], endsOn).map((one) => one.expectedOn);
      expect(days).toEqual(expected);
    }
  });
});

test('an open assessment waits for each party that has not scored, until the bureau may from paper', async () => {
  const { agreement, id } = await assessment();
  const task = `SCORE_ASSESSMENT Midterm assessment ${calendar.day(29)}`;
  // The city’s bureau scores nothing.
  expect(await counted(agreement, 'SCORE_ASSESSMENT')).toEqual([0, 1, 1, 0, 1, 1, 0, 0, 0, 0]);
  for (const client of [who.purchaser, who.mentors, who.assessor]) {
    expect(await waiting(client, agreement)).toEqual([task]);
  }
  const [first] = (await tasksOf(who.assessor)).filter((one) => one.agreement.id === agreement.id);
  expect(first!.subjectId).toBe(id);
  // Who works for an assessor scores; for a bureau or a street the administrator does.
  const scorer = await enrol(api, '广州市社会工作协会', MemberRole.WORKER, 'worker@assessor-tasks.example');
  const reader = await enrol(api, '广州市社会工作协会', MemberRole.VIEWER, 'viewer@assessor-tasks.example');
  expect(await waiting(scorer, agreement)).toEqual([task]);
  for (const client of [officer, reader]) expect(await waiting(client, agreement)).toEqual([]);

  must(await score(who.assessor, id, '50'));
  expect(await counted(agreement, 'SCORE_ASSESSMENT')).toEqual([0, 1, 1, 0, 1, 0, 0, 0, 0, 0]);
  await cancel(who.bureau, id);
  expect(await counted(agreement, 'SCORE_ASSESSMENT')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('an assessor that declares a tie after the opening has nothing to score, and can no more', async () => {
  const { id: assessorId, client } = await addOrganisation(api, OrganisationKind.ASSESSOR, '稍后回避的机构');
  const agreement = await station(-100, 100);
  const days = { from: calendar.day(-100), to: calendar.day(-1) };
  const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId, ...days });
  expect(await waiting(client, agreement)).toHaveLength(1);
  const operatorId = await organisationId(api, '逢源人家');
  expect((await declareTie(client, operatorId, '负责人为近亲属')).userErrors).toEqual([]);
  expect(await waiting(client, agreement)).toEqual([]);
  expect((await score(client, id, '50')).userErrors).toMatchObject([{ code: 'ASSESSOR_TIED' }]);
  // The other parties go on, and the bureau appoints another assessor.
  expect(await waiting(who.mentors, agreement)).toHaveLength(1);
});

test('a concern waits for the operator, its response for the party that raised it', async () => {
  const { agreement, id } = await assessment();
  const text = `建档不全：${'长'.repeat(80)}`;
  const { findings } = must(await addFinding(who.assessor, id, 'CONCERN', text));
  must(await addFinding(who.assessor, id, 'STRENGTH', '优点'));
  const concern = findings[0]!.id;
  const answering = [`ANSWER_FINDING ${text.slice(0, 60)} -`];
  const reviewing = [`REVIEW_RESPONSE ${text.slice(0, 60)} -`];
  const kinds = ['ANSWER_FINDING', 'REVIEW_RESPONSE'];
  const worker = await api.as('worker@fengyuan.example');
  for (const client of [who.operator, manager])
    expect(await waiting(client, agreement, ...kinds)).toEqual(answering);
  const [task] = await tasksOf(manager, { kinds: ['ANSWER_FINDING'] });
  expect(task!.subjectId).toBe(concern);
  expect(await waiting(worker, agreement)).toEqual([]);
  expect(await counted(agreement, 'REVIEW_RESPONSE')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

  must(await respond(manager, concern, '已补齐'));
  expect(await waiting(manager, agreement, ...kinds)).toEqual([]);
  expect(await counted(agreement, 'REVIEW_RESPONSE')).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect(await waiting(who.assessor, agreement, ...kinds)).toEqual(reviewing);
  must(await review(who.assessor, concern, false, '仍缺两份'));
  expect(await waiting(manager, agreement, ...kinds)).toEqual(answering);
  expect(await waiting(who.assessor, agreement, ...kinds)).toEqual([]);
  must(await respond(manager, concern, '已补齐两份'));
  must(await review(who.assessor, concern, true));
  for (const client of [manager, who.assessor])
    expect(await waiting(client, agreement, ...kinds)).toEqual([]);
});

test('each party has its own concerns to review; one withdrawn, or of a cancelled assessment, waits for nobody', async () => {
  const { agreement, id } = await assessment();
  const raised = async (client: Client): Promise<string> =>
    must(await addFinding(client, id, 'CONCERN', '意见')).findings.at(-1)!.id;
  const concerns = [await raised(who.purchaser), await raised(who.bureau), await raised(who.mentors)];
  for (const concern of concerns) must(await respond(who.operator, concern, '已整改'));
  expect(await counted(agreement, 'REVIEW_RESPONSE')).toEqual([0, 1, 1, 0, 1, 0, 0, 0, 0, 0]);
  await withdraw(who.mentors, concerns[2]!);
  expect(await counted(agreement, 'REVIEW_RESPONSE')).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  await raised(who.purchaser);
  expect(await counted(agreement, 'ANSWER_FINDING')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  await cancel(who.bureau, id);
  for (const kind of ['ANSWER_FINDING', 'REVIEW_RESPONSE']) {
    expect(await counted(agreement, kind)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  }
});

test('a concern is due by the day that it was given, and before those without one', async () => {
  const { agreement, id } = await assessment();
  const concern = async (text: string, dueOn: string | null): Promise<void> => {
    await who.purchaser.get(
      'mutation($input: AddFindingInput!) { addFinding(input: $input) { userErrors { code } } }',
      { input: { assessmentId: id, kind: 'CONCERN', text, dueOn } },
    );
  };
  await concern('无期限', null);
  await concern('有期限', calendar.day(20));
  await concern('先办', calendar.day(10));
  expect(await waiting(who.operator, agreement, 'ANSWER_FINDING')).toEqual([
    `ANSWER_FINDING 先办 ${calendar.day(10)}`,
    `ANSWER_FINDING 有期限 ${calendar.day(20)}`,
    'ANSWER_FINDING 无期限 -',
  ]);
});

test('a member with a task can read what it names', async () => {
  // Of each kind one at least, whichever tests ran before.
  const { agreement, id } = await assessment({
    annualFee: '100',
    instalments: [{ condition: 'SIGNING', share: '1' }],
  });
  const raised = must(await addFinding(who.purchaser, id, 'CONCERN', '意见')).findings[0]!.id;
  must(await addFinding(who.mentors, id, 'CONCERN', '意见'));
  must(await respond(who.operator, raised, '已整改'));
  await handIn(who.operator, agreement.id, calendar.month(2));
  await propose(who.operator, { agreementId: agreement.id, effectiveOn: calendar.today, annualFee: '90' });
  const named = new Map<string, Set<string>>();
  for (const client of all()) {
    for (const { kind, subjectId } of await tasksOf(client)) {
      const { node } = await client.get<{ node: { __typename: string; id: string } | null }>(
        'query($id: ID!) { node(id: $id) { __typename id } }',
        { id: subjectId },
      );
      expect(node?.id).toBe(subjectId);
      named.set(kind, (named.get(kind) ?? new Set()).add(node!.__typename));
    }
  }
  expect([...named].map(([kind, types]) => `${kind} ${[...types].join()}`).sort()).toEqual([
    'ACCEPT_MONTH ReportMonth',
    'ANSWER_FINDING AssessmentFinding',
    'CONFIRM_AMENDMENT Amendment',
    'HAND_IN_MONTH ReportMonth',
    'OPEN_ASSESSMENT Agreement',
    'PAY_INSTALMENT Agreement',
    'REVIEW_RESPONSE AssessmentFinding',
    'SCORE_ASSESSMENT Assessment',
  ]);
});
