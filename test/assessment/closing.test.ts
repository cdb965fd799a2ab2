import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths, correct, record, setTargets, voidRecord } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { parties, type Parties, pastTheServices } from './support/parties';
import {
  type Assessment,
  assessmentsOf,
  close,
  CLOSE,
  open,
  refusals,
  score,
  scoreAll,
} from './support/questions';

/** Closing is for good: the total, the grade, and the reports that they were based on. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
let recordId: string;
let memberId: string;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
});
beforeEach(async () => {
  agreement = await newStation(api, {
    annualFee: '2400000',
    requiredPosts: '2',
    requiredCertifiedShare: '0.5',
    instalments: [
      { condition: 'SIGNING', share: '0.55' },
      { condition: 'MIDTERM_QUALIFIED', share: '0.40' },
      { condition: 'FINAL_QUALIFIED', share: '0.05' },
    ],
  });
  await fill();
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});
afterAll(async () => {
  await api.close();
});

/** Something in each of the three reports, in the first half of the year. */
async function fill(): Promise<void> {
  const { id, terms, zones } = agreement;
  const zoneId = zones[0]!.id;
  await setTargets(who.operator, id, [
    { termId: terms[0]!.id, zoneId, indicator: 'CASE_FILE', measure: 'FILES', value: '40' },
  ]);
  const [first] = await record(who.operator, id, [
    {
      indicator: 'CASE_FILE',
      occurredOn: '2024-03-01',
      quantities: [{ measure: 'FILES', value: '30' }],
      zoneId,
    },
  ]);
  recordId = first!.id;
  const { enrolStaff } = await who.operator.get<{ enrolStaff: { memberIds: string[] } }>(
    'mutation($input: EnrolStaffInput!) { enrolStaff(input: $input) { memberIds userErrors { code path } } }',
    {
      input: { agreementId: id, members: [{ name: '陈美玲', position: '站长', employedFrom: '2024-01-20' }] },
    },
  );
  memberId = enrolStaff.memberIds[0]!;
  await spend(who.operator, '人员', '100000', '2024-04-01');
}

async function spend(client: Client, category: string, amount: string, spentOn: string): Promise<void> {
  await client.get('mutation($input: SetBudgetInput!) { setBudget(input: $input) { userErrors { code } } }', {
    input: { agreementId: agreement.id, lines: [{ category, amount: '2000000' }] },
  });
  const { recordExpenditure } = await client.get<{ recordExpenditure: { userErrors: unknown[] } }>(
    'mutation($input: RecordExpenditureInput!) { recordExpenditure(input: $input) { userErrors { code path } } }',
    { input: { agreementId: agreement.id, category, amount, spentOn } },
  );
  expect(recordExpenditure.userErrors).toEqual([]);
}

interface Based {
  closedAt: string | null;
  basisCompletion: { term: { name: string }; from: string; to: string; rows: Row[] }[] | null;
  basisStaffing: {
    from: string;
    to: string;
    total: string;
    surplus: string;
    members: { code: string; name: string; position: string | null; months: string[] }[];
  } | null;
  basisFunding: {
    asOf: string;
    spent: string;
    instalments: { condition: string; released: boolean }[];
  } | null;
  changesSince: { report: string; path: string[]; was: string | null; is: string | null }[];
}
interface Row {
  indicator: { code: string; name: string };
  measure: { code: string };
  total: { target: string | null; completed: string; percent: string | null };
  byZone: { zone: { name: string; points: { name: string }[] }; completed: string }[];
}

const BASIS = `query($id: ID!) { node(id: $id) { ... on Assessment { closedAt
  basisCompletion { term { name } from to rows { indicator { code name } measure { code }
    total { target completed percent } byZone { zone { name points { name } } completed } } }
  basisStaffing { from to total surplus members { code name position months } }
  basisFunding { asOf spent instalments { condition released } }
  changesSince { report path was is } } } }`;

async function basis(client: Client, id = assessment.id): Promise<Based> {
  return (await client.get<{ node: Based }>(BASIS, { id })).node;
}

const changes = (based: Based): string[] =>
  based.changesSince.map(({ report, path, was, is }) => `${report} ${path.join('/')}: ${was} → ${is}`).sort();

test('it needs all four scores, and closes once', async () => {
  expect(codesAndPaths((await close(who.bureau, assessment.id)).userErrors)).toEqual([
    'SCORES_MISSING assessmentId',
  ]);
  await score(who.purchaser, assessment.id, '20');
  await score(who.bureau, assessment.id, '10');
  await score(who.mentors, assessment.id, '15');
  expect(codesAndPaths((await close(who.bureau, assessment.id)).userErrors)).toEqual([
    'SCORES_MISSING assessmentId',
  ]);
  expect((await basis(who.bureau)).closedAt).toBeNull();
  await score(who.assessor, assessment.id, '45');
  const { assessment: closed } = await close(who.bureau, assessment.id);
  expect(closed).toMatchObject({ total: '90', grade: 'EXCELLENT', closedAt: api.clock.now().toISOString() });
  expect(codesAndPaths((await close(who.city, assessment.id)).userErrors)).toEqual([
    'ASSESSMENT_CLOSED assessmentId',
  ]);
});

test('nobody but an administrator of a bureau closes', async () => {
  const manager = await enrol(api, '广州市荔湾区民政局', MemberRole.MANAGER, 'ke@liwan-more.example');
  for (const client of [who.operator, who.purchaser, who.mentors, who.assessor, manager]) {
    expect(await refusals(client, CLOSE, { id: assessment.id })).toEqual(['FORBIDDEN']);
  }
  expect(await refusals(who.otherBureau, CLOSE, { id: assessment.id })).toEqual(['NOT_FOUND']);
});

test('while it is open there is no basis and nothing has changed since', async () => {
  expect(await basis(who.operator)).toEqual({
    closedAt: null,
    basisCompletion: null,
    basisStaffing: null,
    basisFunding: null,
    changesSince: [],
  });
});

describe('what it was based on', () => {
  beforeEach(async () => {
    await scoreAll(who, assessment.id);
    await close(who.bureau, assessment.id);
  });

  test('is kept as it stood, for all who see the agreement, and every correction is listed figure by figure', async () => {
    const before = await basis(who.operator);
    expect(before.changesSince).toEqual([]);
    expect(before.basisCompletion).toMatchObject([
      {
        term: { name: '年度' },
        from: '2024-01-01',
        to: '2024-06-30',
        rows: [{ total: { target: '40', completed: '30', percent: '75.00' } }],
      },
    ]);
    expect(before.basisCompletion![0]!.rows[0]!.byZone[0]).toEqual({
      zone: { name: '东片', points: [{ name: '东一' }, { name: '东二' }] },
      completed: '30',
    });
    expect(before.basisStaffing).toMatchObject({
      from: '2024-01',
      to: '2024-06',
      total: '5.5',
      surplus: '-6.5',
    });
    expect(before.basisFunding).toMatchObject({ asOf: '2024-06-30', spent: '100000.00' });

    await correct(who.operator, {
      id: recordId,
      expectedRevision: 1,
      quantities: [{ measure: 'FILES', value: '31' }],
    });
    await record(who.operator, agreement.id, [
      { indicator: 'HOTLINE', occurredOn: '2024-06-30', quantities: [{ measure: 'CALLS', value: '7' }] },
      { indicator: 'HOTLINE', occurredOn: '2024-07-01', quantities: [{ measure: 'CALLS', value: '99' }] },
    ]);
    await who.operator.get(
      'mutation($input: SetStaffCertificatesInput!) { setStaffCertificates(input: $input) { userErrors { code } } }',
      { input: { memberId, certificates: [{ level: 'ASSISTANT', passedOn: '2024-05-18' }] } },
    );
    await spend(who.operator, '人员', '50.50', '2024-06-30');
    await spend(who.operator, '人员', '999', '2024-07-01');

    const row = '年度/CASE_FILE/FILES';
    const hotline = '年度/HOTLINE/CALLS';
    const expected = [
      `COMPLETION ${row}/total/completed: 30 → 31`,
      `COMPLETION ${row}/total/percent: 75.00 → 77.50`,
      `COMPLETION ${row}/byZone/东片/completed: 30 → 31`,
      `COMPLETION ${row}/byZone/东片/percent: 75.00 → 77.50`,
      `COMPLETION ${hotline}/total/completed: null → 7`,
      ...['东片', '西片', '南片'].map((zone) => `COMPLETION ${hotline}/byZone/${zone}/completed: null → 0`),
      ...['核心', '重点', '家庭', '长者', '青少年'].map(
        (project) => `COMPLETION ${hotline}/byProject/${project}/completed: null → 0`,
      ),
      'STAFFING certified: 0 → 1',
      'STAFFING uncertified: 5.5 → 4.5',
      'STAFFING certifiedSurplus: -6 → -5',
      'STAFFING months/2024-06/certified: 0 → 1',
      'STAFFING months/2024-06/uncertified: 1 → 0',
      'STAFFING members/社工01/certified: 0 → 1',
      'STAFFING members/社工01/uncertified: 5.5 → 4.5',
      'STAFFING certifiedAtEnd/ASSISTANT/headCount: 0 → 1',
      'FUNDING spent: 100000.00 → 100050.50',
      'FUNDING balance: -100000.00 → -100050.50',
      'FUNDING budgetLines/人员/spent: 100000.00 → 100050.50',
      'FUNDING budgetLines/人员/executionPercent: 5.00 → 5.00',
      'FUNDING fiscalYears/2024/spent: 100000.00 → 100050.50',
      'FUNDING fiscalYears/2024/balanceAtEnd: -100000.00 → -100050.50',
    ].filter((line) => !line.includes('5.00 → 5.00'));
    for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      const after = await basis(client);
      expect({ ...after, changesSince: [] }).toEqual(before);
      expect(changes(after)).toEqual(expected.sort());
    }
  });

  test('has codes in place of the names of staff, whoever reads it', async () => {
    for (const client of [who.operator, who.purchaser, who.bureau, who.mentors, who.assessor]) {
      expect((await basis(client)).basisStaffing!.members).toEqual([
        { code: '社工01', name: '社工01', position: null, months: ['0.5', '1', '1', '1', '1', '1'] },
      ]);
    }
    const [kept] = await api.world.ownerQuery<{ names: number }>(
      `select count(*)::int as names from core.assessment_basis where content::text ~ '陈美玲|站长'`,
    );
    expect(kept).toEqual({ names: 0 });
  });

  test('a correction that is taken back is no change', async () => {
    const change = async (revision: number, value: string): Promise<unknown> =>
      correct(who.operator, {
        id: recordId,
        expectedRevision: revision,
        quantities: [{ measure: 'FILES', value }],
      });
    await change(1, '5');
    expect(changes(await basis(who.bureau))).toHaveLength(4);
    await change(2, '30');
    expect(changes(await basis(who.bureau))).toEqual([]);
  });

  test('a record that is voided leaves a row that is no more', async () => {
    await setTargets(who.operator, agreement.id, [
      {
        ...{ termId: agreement.terms[0]!.id, zoneId: agreement.zones[0]!.id, value: null },
        indicator: 'CASE_FILE',
        measure: 'FILES',
      },
    ]);
    await voidRecord(who.operator, recordId);
    expect(changes(await basis(who.bureau))).toEqual(
      expect.arrayContaining([
        'COMPLETION 年度/CASE_FILE/FILES/total/completed: 30 → null',
        'COMPLETION 年度/CASE_FILE/FILES/total/target: 40 → null',
      ]),
    );
  });

  test('is changed by nobody, past the services neither', async () => {
    const refused = /permission denied|row-level security|the assessment is closed/;
    for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      for (const sql of [
        `update core.assessment_basis set content = '{}'`,
        'delete from core.assessment_basis',
        `insert into core.assessment_basis select organisation_id, agreement_id, station_id, purchaser_id, district_code,
           assessment_id, report, position + 10, content from core.assessment_basis where assessment_id = '${assessment.id}'`,
      ]) {
        await expect(pastTheServices(api, client, sql)).rejects.toThrow(refused);
      }
    }
    const reopened = await pastTheServices(
      api,
      who.bureau,
      'update core.assessment set closed_at = null, closed_by = null, total = null, grade = null where id = $1 returning id',
      [assessment.id],
    );
    expect(reopened).toEqual([]);
  });

  test('of a closed assessment the assessor sees no names of staff any more', async () => {
    const names = async (client: Client): Promise<string[]> => {
      const { agreement: seen } = await client.get<{
        agreement: { staffing: { members: { name: string }[] } };
      }>(
        'query($id: ID!) { agreement(id: $id) { staffing(from: "2024-01", to: "2024-06") { members { name } } } }',
        { id: agreement.id },
      );
      return seen.staffing.members.map(({ name }) => name);
    };
    expect(await names(who.assessor)).toEqual(['社工01']);
    expect(await names(who.bureau)).toEqual(['陈美玲']);
    await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, kind: 'FINAL' });
    expect(await names(who.assessor)).toEqual(['陈美玲']);
  });
});

describe('the instalment of an assessment', () => {
  const released = async (client: Client = who.operator): Promise<string[]> => {
    const { agreement: seen } = await client.get<{
      agreement: { funding: { instalments: { condition: string; released: boolean }[] } };
    }>('query($id: ID!) { agreement(id: $id) { funding { instalments { condition released } } } }', {
      id: agreement.id,
    });
    return seen.funding.instalments.filter((one) => one.released).map(({ condition }) => condition);
  };

  test('is released by closing with QUALIFIED or better, and not before', async () => {
    await scoreAll(who, assessment.id, ['5', '0', '0', '55']);
    expect(await released()).toEqual(['SIGNING']);
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ grade: 'QUALIFIED' });
    for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      expect(await released(client)).toEqual(['SIGNING', 'MIDTERM_QUALIFIED']);
    }
    const final = await open(who.bureau, {
      ...{ agreementId: agreement.id, assessorId: who.otherAssessorId },
      ...{ kind: 'FINAL', to: '2024-12-31' },
    });
    // The next assessor sees the release too, though another assessed the midterm.
    expect(await released(who.otherAssessor)).toEqual(['SIGNING', 'MIDTERM_QUALIFIED']);
    await scoreAll({ ...who, assessor: who.otherAssessor }, final.id);
    await close(who.city, final.id);
    expect(await released()).toEqual(['SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED']);
    expect(changes(await basis(who.operator))).toEqual([]);
    expect(changes(await basis(who.operator, final.id))).toEqual([]);
  });

  test('is not released by closing below', async () => {
    await scoreAll(who, assessment.id, ['4.99', '0', '0', '55']);
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ grade: 'UNQUALIFIED' });
    expect(await released()).toEqual(['SIGNING']);
  });
});

describe('at the same moment', () => {
  test('of several closings one closes', async () => {
    await scoreAll(who, assessment.id);
    const answers = await Promise.all(
      [who.bureau, who.city, who.bureau].map(async (client) => close(client, assessment.id)),
    );
    expect(answers.filter(({ assessment: closed }) => closed !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
      Array(2).fill('ASSESSMENT_CLOSED assessmentId'),
    );
    expect((await basis(who.bureau)).basisCompletion).toHaveLength(1);
    const [row] = await api.world.ownerQuery<{ closings: number }>(
      `select count(*)::int as closings from core.audit_entry where action = 'ASSESSMENT_CLOSED' and thing_id = $1`,
      [assessment.id],
    );
    expect(row).toEqual({ closings: 1 });
  });

  test('a score and the closing agree: it is in the total, or it is refused', async () => {
    await scoreAll(who, assessment.id, ['20', '10', '15', '55']);
    const [closed, scored] = await Promise.all([
      close(who.bureau, assessment.id),
      score(who.assessor, assessment.id, '1'),
    ]);
    expect(closed.userErrors).toEqual([]);
    const [now] = await assessmentsOf(who.operator, agreement.id);
    const third = now!.scores[3]!.score;
    if (scored.assessment) expect([now!.total, now!.grade, third]).toEqual(['46', 'UNQUALIFIED', '1']);
    else expect([now!.total, now!.grade, third]).toEqual(['100', 'EXCELLENT', '55']);
  });

  test('a correction and the closing: it is in the basis, or among the changes', async () => {
    await scoreAll(who, assessment.id);
    await Promise.all([
      close(who.bureau, assessment.id),
      correct(who.operator, {
        id: recordId,
        expectedRevision: 1,
        quantities: [{ measure: 'FILES', value: '31' }],
      }),
    ]);
    const { basisCompletion, changesSince } = await basis(who.bureau);
    const kept = basisCompletion![0]!.rows[0]!.total.completed;
    const change = changesSince.find(({ path }) => path.join('/') === '年度/CASE_FILE/FILES/total/completed');
    expect(change?.is ?? kept).toBe('31');
    if (kept === '30') expect(change).toMatchObject({ was: '30', is: '31' });
  });
});

test('over several terms the basis has a table each, over the days that they share', async () => {
  const terms = [
    { name: '上期', startsOn: '2024-01-01', endsOn: '2024-04-15' },
    { name: '下期', startsOn: '2024-04-16', endsOn: '2024-12-31' },
  ];
  const two = await newStation(api, { terms });
  const { id } = await open(who.bureau, { agreementId: two.id, assessorId: who.assessorId });
  await scoreAll(who, id);
  await close(who.bureau, id);
  const { basisCompletion } = await basis(who.purchaser, id);
  expect(basisCompletion!.map(({ term, from, to }) => [term.name, from, to])).toEqual([
    ['上期', '2024-01-01', '2024-04-15'],
    ['下期', '2024-04-16', '2024-06-30'],
  ]);
});
