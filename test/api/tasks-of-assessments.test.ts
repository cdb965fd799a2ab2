import { MemberRole } from '../../src/access';
import { upcomingAssessments } from '../../src/modules/assessment';
import { expectedAssessments } from '../../src/modules/assessment/read.sql';
import { cancel, withdraw } from '../assessment/support/changes';
import { parties, type Parties } from '../assessment/support/parties';
import {
  addFinding,
  close,
  must,
  open,
  respond,
  review,
  score,
  scoreAll,
} from '../assessment/support/questions';
import { mutate } from '../funding/support/money';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from './support/agreements';
import { amend } from './support/amendments';
import { enrol } from './support/people';
import { calendarOf, during, tasksOf, waiting } from './support/tasks';

/** Assessments, their findings and what they release, as tasks of whoever has the next step. */
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
  ...[who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor, who.otherAssessor],
  ...[who.otherOperator, who.otherPurchaser, who.otherBureau],
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

describe('an instalment to pay', () => {
  const INSTALMENTS = {
    annualFee: '100.01',
    instalments: [
      { condition: 'SIGNING', share: '0.5' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.25' },
      { condition: 'FINAL_QUALIFIED', share: '0.25' },
    ],
  };
  const pay = async (agreement: Agreement, condition: string, amount: string): Promise<void> => {
    const input = { agreementId: agreement.id, condition, amount, receivedOn: calendar.today };
    await mutate(who.purchaser, 'recordReceipt', input);
  };

  test('waits for the street’s administrator from the day it is released until it is wholly received', async () => {
    const agreement = await station(-100, 100, INSTALMENTS);
    const signing = [`PAY_INSTALMENT Instalment at signing ${calendar.day(-100)}`];
    expect(await waiting(who.purchaser, agreement)).toEqual(signing);
    expect(await counted(agreement, 'PAY_INSTALMENT')).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    await pay(agreement, 'SIGNING', '50.00');
    // 50.005 are rounded half up.
    expect(await waiting(who.purchaser, agreement)).toEqual(signing);
    await pay(agreement, 'SIGNING', '0.01');
    expect(await waiting(who.purchaser, agreement)).toEqual([]);
  });

  /** Closes an assessment with enough points. */
  async function pass(agreement: Agreement, kind: string): Promise<void> {
    const days = { kind, from: calendar.day(-100), to: calendar.day(-1) };
    const { id } = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, ...days });
    await scoreAll(who, id);
    must(await close(who.bureau, id));
  }

  test('is released by the assessment that its condition names', async () => {
    const { agreement, id } = await assessment(INSTALMENTS);
    await pay(agreement, 'SIGNING', '50.01');
    await scoreAll(who, id, ['10', '5', '10', '15']);
    must(await close(who.bureau, id));
    // 40 points are not enough.
    expect(await waiting(who.purchaser, agreement, 'PAY_INSTALMENT')).toEqual([]);
    const passed = await station(-100, 100, INSTALMENTS);
    await pay(passed, 'SIGNING', '50.01');
    await pass(passed, 'MIDTERM');
    expect(await waiting(who.purchaser, passed, 'PAY_INSTALMENT')).toEqual([
      `PAY_INSTALMENT Instalment after the midterm assessment ${calendar.today}`,
    ]);
    await pay(passed, 'MIDTERM_QUALIFIED', '25.00');
    expect(await waiting(who.purchaser, passed, 'PAY_INSTALMENT')).toEqual([]);
  });

  /** What the funding report says that is due. */
  async function duesOf({ id }: Agreement): Promise<{ condition: string; due: string; received: string }[]> {
    const { agreement } = await who.purchaser.get<{
      agreement: { funding: { instalments: { condition: string; due: string; received: string }[] } };
    }>('query($id: ID!) { agreement(id: $id) { funding { instalments { condition due received } } } }', {
      id,
    });
    return agreement.funding.instalments;
  }

  test.each([
    ['1000.01', ['0.333333', '0.333333', '0.333334']],
    ['0.05', ['0.5', '0.3', '0.2']],
    ['999.99', ['0.7', '0.3', null]],
  ])(
    'of a fee of %s waits until the last fen that the funding report says is due',
    async (annualFee, shares) => {
      const instalments = INSTALMENTS.instalments.flatMap(({ condition }, at) => {
        const share = shares[at];
        return share == null ? [] : [{ condition, share }];
      });
      const agreement = await station(-100, 100, { annualFee, instalments });
      for (const kind of ['MIDTERM', 'FINAL']) await pass(agreement, kind);
      const tasks = async (): Promise<number> =>
        (await waiting(who.purchaser, agreement, 'PAY_INSTALMENT')).length;
      const settle = async (): Promise<void> => {
        const dues = (await duesOf(agreement)).filter(({ due, received }) => due !== received);
        expect(await tasks()).toBe(dues.length);
        for (const [at, { condition, due, received }] of dues.entries()) {
          const missing = Math.round((Number(due) - Number(received)) * 100);
          if (missing > 1) await pay(agreement, condition, ((missing - 1) / 100).toFixed(2));
          expect(await tasks()).toBe(dues.length - at);
          await pay(agreement, condition, '0.01');
          expect(await tasks()).toBe(dues.length - at - 1);
        }
      };
      await settle();
      // A higher fee from today on leaves something to pay of each.
      const more = { agreementId: agreement.id, effectiveOn: calendar.today, annualFee: '2000.03' };
      await amend({ proposer: who.operator, confirmer: who.purchaser }, more);
      expect(await tasks()).toBe(instalments.length);
      await settle();
    },
  );
});
