import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { parties, type Parties, pastTheServices } from './support/parties';
import {
  type Assessment,
  assessmentsOf,
  close,
  forgetScores,
  open,
  refusals,
  score,
  SCORE,
  scoreAll,
} from './support/questions';

/** Four parties score, each only its own row, until the assessment is closed. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
  agreement = await newStation(api);
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  await forgetScores(api);
});

/** What each party sees of its own. */
const given = async (): Promise<Record<string, string | null>> => {
  const scores = Object.entries(PARTY).map(async ([name, own]) => {
    const [now] = await assessmentsOf(who[name as keyof typeof PARTY], agreement.id);
    return [own, now!.scores.find(({ party }) => party === own)!.score] as const;
  });
  return Object.fromEntries(await Promise.all(scores));
};

const PARTY = {
  purchaser: 'PURCHASER',
  bureau: 'SUPERVISOR',
  mentors: 'MENTORING_CENTRE',
  assessor: 'THIRD_PARTY',
};

const NONE = { PURCHASER: null, SUPERVISOR: null, MENTORING_CENTRE: null, THIRD_PARTY: null };

test('each of the four gives its own score; total and grade exist after the last', async () => {
  expect((await score(who.purchaser, assessment.id, '20.00')).assessment).toMatchObject({ total: null });
  expect(await given()).toEqual({ ...NONE, PURCHASER: '20' });
  await score(who.bureau, assessment.id, '8.63');
  await score(who.mentors, assessment.id, '14.90');
  expect(await assessmentsOf(who.operator, agreement.id)).toMatchObject([{ total: null, grade: null }]);
  const { assessment: whole } = await score(who.assessor, assessment.id, '48.75');
  expect(whole).toMatchObject({ total: '92.28', grade: 'EXCELLENT', closedAt: null });
  expect(await given()).toEqual({
    PURCHASER: '20',
    SUPERVISOR: '8.63',
    MENTORING_CENTRE: '14.9',
    THIRD_PARTY: '48.75',
  });
});

test.each([
  ['59.99', 'UNQUALIFIED', ['4.99', '0', '0', '55']],
  ['60', 'QUALIFIED', ['5', '0', '0', '55']],
  ['79.99', 'QUALIFIED', ['20', '4.99', '0', '55']],
  ['80', 'GOOD', ['20', '5', '0', '55']],
  ['89.99', 'GOOD', ['20', '10', '4.99', '55']],
  ['90', 'EXCELLENT', ['20', '10', '5', '55']],
  ['0', 'UNQUALIFIED', ['0', '0', '0', '0']],
  ['100', 'EXCELLENT', ['20', '10', '15', '55']],
] as const)('%s is %s', async (total, grade, scores) => {
  expect(await scoreAll(who, assessment.id, scores)).toMatchObject({ total, grade });
});

test('a party may change its score any number of times, and total and grade follow', async () => {
  const reason = '复核';
  await scoreAll(who, assessment.id);
  const { assessment: less } = await score(who.assessor, assessment.id, '46.46', { reason });
  expect(less).toMatchObject({ total: '89.99' });
  const { assessment: changed } = await score(who.assessor, assessment.id, '46.47', { reason });
  expect(changed).toMatchObject({ total: '90', grade: 'EXCELLENT' });
  expect(await given()).toMatchObject({ THIRD_PARTY: '46.47' });
});

test.each<[keyof Parties, string | number, string[]]>([
  ['purchaser', '20.01', ['SCORE_ABOVE_MAXIMUM score']],
  ['bureau', 11, ['SCORE_ABOVE_MAXIMUM score']],
  ['mentors', '15.5', ['SCORE_ABOVE_MAXIMUM score']],
  ['assessor', '100', ['SCORE_ABOVE_MAXIMUM score']],
  ['assessor', '55.001', ['SCORE_ABOVE_MAXIMUM score', 'TOO_MANY_DECIMALS score']],
  ['purchaser', '19.999', ['TOO_MANY_DECIMALS score']],
  ['purchaser', '-0.01', ['NEGATIVE score']],
])('%s cannot give %s, and nothing is stored', async (party, value, expected) => {
  const { assessment: none, userErrors } = await score(who[party] as Client, assessment.id, value);
  expect([none, codesAndPaths(userErrors)]).toEqual([null, expected]);
  expect(await given()).toEqual(NONE);
});

test('37.00 is a whole number, and 0 is a score', async () => {
  await score(who.purchaser, assessment.id, '0');
  await score(who.assessor, assessment.id, '37.000');
  expect(await given()).toEqual({ ...NONE, PURCHASER: '0', THIRD_PARTY: '37' });
});

test('the city bureau has no score: the supervisor’s is the district’s', async () => {
  const { assessment: none, userErrors } = await score(who.city, assessment.id, '8');
  expect([none, codesAndPaths(userErrors)]).toEqual([null, ['NOT_A_PARTY assessmentId']]);
  expect(await given()).toEqual(NONE);
});

test('the operator scores nothing; of purchaser and bureau only administrators do, of the others workers too', async () => {
  const value = { input: { assessmentId: assessment.id, score: '1' } };
  const more = async (name: string, role: MemberRole): Promise<Client> =>
    enrol(
      api,
      name,
      role,
      `${role.toLowerCase()}@${encodeURIComponent(name).slice(-12)}.example`.toLowerCase(),
    );
  for (const client of [
    who.operator,
    await more('广州市荔湾区逢源街道办事处', MemberRole.MANAGER),
    await more('广州市荔湾区民政局', MemberRole.MANAGER),
    await more('广州市社会工作督导中心', MemberRole.VIEWER),
    await more('广州市社会工作协会', MemberRole.VIEWER),
  ]) {
    expect(await refusals(client, SCORE, value)).toEqual(['FORBIDDEN']);
  }
  expect(await given()).toEqual(NONE);
  await score(await more('广州市社会工作督导中心', MemberRole.WORKER), assessment.id, '3');
  await score(await more('广州市社会工作协会', MemberRole.WORKER), assessment.id, '4');
  expect(await given()).toEqual({ ...NONE, MENTORING_CENTRE: '3', THIRD_PARTY: '4' });
});

describe('the database refuses', () => {
  const insert = `insert into core.assessment_score select organisation_id, agreement_id, station_id, purchaser_id,
    district_code, id, $2, 1, now(), opened_by from core.assessment where id = $1`;
  const names = Object.keys(PARTY) as (keyof typeof PARTY)[];

  test.each(names)('a row of another party: %s', async (name) => {
    const outcomes = await Promise.all(
      Object.values(PARTY).map(async (party) =>
        pastTheServices(api, who[name], insert, [assessment.id, party]).then(
          () => party,
          (error: unknown) => /row-level security/.exec(String(error))?.[0],
        ),
      ),
    );
    expect(outcomes.filter((answer) => answer !== 'row-level security')).toEqual([PARTY[name]]);
  });

  test.each(names)('a change of another party’s row: %s changes only its own', async (name) => {
    await scoreAll(who, assessment.id);
    const changed = await pastTheServices(
      api,
      who[name],
      `update core.assessment_score set score = 0, reason = '更正' where assessment_id = $1 returning party`,
      [assessment.id],
    );
    expect(changed).toEqual([{ party: PARTY[name] }]);
  });

  test('any row of the operator or the city bureau', async () => {
    for (const [client, refusal] of [
      [who.operator, /permission denied/],
      // The city bureau may enter what is on paper.
      [who.city, /row-level security/],
    ] as const) {
      await expect(pastTheServices(api, client, insert, [assessment.id, 'SUPERVISOR'])).rejects.toThrow(
        refusal,
      );
    }
  });

  test('a score above the maximum of its party', async () => {
    await expect(
      pastTheServices(api, who.mentors, insert.replace('$2, 1', '$2, 15.01'), [
        assessment.id,
        'MENTORING_CENTRE',
      ]),
    ).rejects.toThrow(/check constraint/);
  });

  test('a grade that does not match the total', async () => {
    await scoreAll(who, assessment.id, ['20', '10', '15', '44.99']);
    await expect(
      pastTheServices(
        api,
        who.bureau,
        `update core.assessment set closed_at = now(), closed_by = opened_by, total = 89.99, grade = 'EXCELLENT' where id = $1`,
        [assessment.id],
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

describe('of two assessments of one agreement', () => {
  let final: Assessment;
  beforeAll(async () => {
    final = await open(who.bureau, {
      agreementId: agreement.id,
      assessorId: who.otherAssessorId,
      kind: 'FINAL',
      from: '2024-07-01',
      to: '2024-12-31',
    });
  });

  test('each assessor sees both and scores only its own', async () => {
    const kinds = async (client: Client): Promise<string[]> =>
      (await assessmentsOf(client, agreement.id)).map(({ kind }) => kind);
    expect(await kinds(who.otherAssessor)).toEqual(['MIDTERM', 'FINAL']);
    expect(await kinds(who.assessor)).toEqual(['MIDTERM', 'FINAL']);
    for (const [client, own, other] of [
      [who.assessor, assessment, final],
      [who.otherAssessor, final, assessment],
    ] as const) {
      expect((await score(client, own.id, '50')).userErrors).toEqual([]);
      const { userErrors } = await score(client, other.id, '50');
      expect(codesAndPaths(userErrors)).toEqual(['NOT_A_PARTY assessmentId']);
      await expect(
        pastTheServices(
          api,
          client,
          `insert into core.assessment_score select organisation_id, agreement_id, station_id, purchaser_id,
             district_code, id, 'THIRD_PARTY', 1, now(), opened_by from core.assessment where id = $1`,
          [other.id],
        ),
      ).rejects.toThrow(/row-level security/);
    }
  });
});

test('concurrent scores are all counted', async () => {
  const answers = await Promise.all([
    score(who.purchaser, assessment.id, '19', { reason: '复核' }),
    score(who.bureau, assessment.id, '9'),
    score(who.mentors, assessment.id, '14'),
    score(who.assessor, assessment.id, '50'),
    score(who.purchaser, assessment.id, '18', { reason: '复核' }),
  ]);
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const [now] = await assessmentsOf(who.bureau, agreement.id);
  expect(['92', '91']).toContain(now!.total);
});

test('each change is in the audit log of its party, with the previous score', async () => {
  await api.world.ownerQuery(`delete from core.audit_entry where action = 'ASSESSMENT_SCORED'`);
  await score(who.mentors, assessment.id, '12.50');
  await score(who.mentors, assessment.id, '13');
  const rows = await api.world.ownerQuery(
    `select e.before, e.after, o.name from core.audit_entry e join core.organisation o on o.id = e.organisation_id
      where e.action = 'ASSESSMENT_SCORED' order by e.id`,
  );
  const name = '广州市社会工作督导中心';
  expect(rows).toEqual([
    {
      name,
      before: { party: 'MENTORING_CENTRE', score: null },
      after: { party: 'MENTORING_CENTRE', score: '12.5' },
    },
    {
      name,
      before: { party: 'MENTORING_CENTRE', score: '12.5' },
      after: { party: 'MENTORING_CENTRE', score: '13' },
    },
  ]);
});

test('after closing no one can score, not even directly in the database', async () => {
  const other = await newStation(api);
  const { id } = await open(who.bureau, { agreementId: other.id, assessorId: who.assessorId });
  await scoreAll(who, id);
  expect((await close(who.bureau, id)).userErrors).toEqual([]);
  for (const client of [who.purchaser, who.bureau, who.mentors, who.assessor]) {
    const { assessment: none, userErrors } = await score(client, id, '99.999');
    expect(none).toBeNull();
    expect(codesAndPaths(userErrors)).toContain('ASSESSMENT_CLOSED assessmentId');
    await expect(
      pastTheServices(api, client, 'update core.assessment_score set score = 0 where assessment_id = $1', [
        id,
      ]),
    ).rejects.toThrow(/the assessment is closed/);
  }
  const [now] = await assessmentsOf(who.operator, other.id);
  expect(now).toMatchObject({ total: '92.28', grade: 'EXCELLENT' });
});
