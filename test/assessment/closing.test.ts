import { MemberRole } from '../../src/access';
import type { Agreement } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths, correct } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { basisOf, changesOf, type Kept, stationWithBasis } from './support/basis';
import { parties, type Parties } from './support/parties';
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

/** Closing is final: the total, the grade, and the reports that they were based on. */
let api: Api;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
let recordId: string;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});
beforeEach(async () => {
  ({ agreement, assessment, recordId } = await stationWithBasis(api, who));
});

const basis = async (client: Client, id = assessment.id): Promise<Kept> => basisOf(client, id);

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

test('only an administrator of a bureau closes', async () => {
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
      agreementId: agreement.id,
      assessorId: who.otherAssessorId,
      kind: 'FINAL',
      to: '2024-12-31',
    });
    // The next assessor sees the release too, though another assessed the midterm.
    expect(await released(who.otherAssessor)).toEqual(['SIGNING', 'MIDTERM_QUALIFIED']);
    await scoreAll({ ...who, assessor: who.otherAssessor }, final.id);
    await close(who.city, final.id);
    expect(await released()).toEqual(['SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED']);
    expect(changesOf(await basis(who.operator))).toEqual([]);
    expect(changesOf(await basis(who.operator, final.id))).toEqual([]);
  });

  test('is not released by closing below', async () => {
    await scoreAll(who, assessment.id, ['4.99', '0', '0', '55']);
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ grade: 'UNQUALIFIED' });
    expect(await released()).toEqual(['SIGNING']);
  });
});

describe('concurrently', () => {
  test('of several closings one succeeds', async () => {
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

  test('a score is in the total of the closing, or refused', async () => {
    await scoreAll(who, assessment.id, ['20', '10', '15', '55']);
    const [closed, scored] = await Promise.all([
      close(who.bureau, assessment.id),
      score(who.assessor, assessment.id, '1'),
    ]);
    expect(closed.userErrors).toEqual([]);
    const [now] = await assessmentsOf(who.operator, agreement.id);
    expect([
      { accepted: true, total: '46', grade: 'UNQUALIFIED', third: '1' },
      { accepted: false, total: '100', grade: 'EXCELLENT', third: '55' },
    ]).toContainEqual({
      accepted: scored.assessment !== null,
      total: now!.total,
      grade: now!.grade,
      third: now!.scores[3]!.score,
    });
  });

  test('a correction is in the basis of the closing, or among its changes', async () => {
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
    const [change] = changesSince.filter(
      ({ path }) => path.join('/') === '年度/CASE_FILE/FILES/total/completed',
    );
    expect([
      { kept: '31', was: undefined, is: undefined },
      { kept: '30', was: '30', is: '31' },
    ]).toContainEqual({
      kept: basisCompletion![0]!.rows[0]!.total.completed,
      was: change?.was,
      is: change?.is,
    });
  });
});
