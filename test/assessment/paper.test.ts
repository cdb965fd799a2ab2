import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { enterPaper, move, PAPER, seenBy } from './support/changes';
import { parties, type Parties, pastTheServices } from './support/parties';
import { type Assessment, close, must, open, refusals, score } from './support/questions';
import { dayOf } from '../../src/platform/calendar';

/** 30 days after the last day the bureau enters a missing score from paper. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  agreement = await newStation(api);
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});

const paper = (more: object = {}): object => ({
  assessmentId: assessment.id,
  party: 'MENTORING_CENTRE',
  score: '12.5',
  ...more,
});
const dayBefore = (days: number): string => dayOf(new Date(api.clock.now().getTime() - days * 86_400_000));

test('marked as such, with the reason, and counted like any other', async () => {
  must(await score(who.purchaser, assessment.id, '18'));
  must(await score(who.bureau, assessment.id, '9'));
  must(await score(who.assessor, assessment.id, '50'));
  const { assessment: entered } = await enterPaper(who.bureau, paper({ reason: '督导中心 8 月 5 日评分表' }));
  expect(entered).toMatchObject({ total: '89.5', sealed: false });
  expect((await seenBy(who.operator, assessment.id)).scores[2]).toMatchObject({
    score: '12.5',
    onPaper: true,
    reason: '督导中心 8 月 5 日评分表',
  });
  expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ total: '89.5', grade: 'GOOD' });
});

test('from the thirtieth day after the last day on, also in the database', async () => {
  await api.world.ownerQuery('update core.agreement set ends_on = $2 where id = $1', [
    agreement.id,
    dayBefore(-1),
  ]);
  await move(who.bureau, { assessmentId: assessment.id, to: dayBefore(29) });
  expect(codesAndPaths((await enterPaper(who.bureau, paper())).userErrors)).toEqual([
    'PAPER_TOO_EARLY assessmentId',
  ]);
  const insert = `insert into core.assessment_score (organisation_id, agreement_id, station_id, purchaser_id, district_code,
      assessment_id, party, score, scored_at, scored_by, on_paper, reason)
    select organisation_id, agreement_id, station_id, purchaser_id, district_code, id, 'MENTORING_CENTRE', 1, $2, opened_by,
           true, '表' from core.assessment where id = $1`;
  await expect(pastTheServices(api, who.bureau, insert, [assessment.id, api.clock.now()])).rejects.toThrow(
    /not entered from paper now/,
  );
  await move(who.bureau, { assessmentId: assessment.id, to: dayBefore(30) });
  expect((await enterPaper(who.bureau, paper())).userErrors).toEqual([]);
});

test('only of a party that is missing, with a reason, and by a bureau', async () => {
  must(await score(who.mentors, assessment.id, '12'));
  expect(codesAndPaths((await enterPaper(who.city, paper({ reason: '' }))).userErrors)).toEqual([
    'EMPTY_TEXT reason',
    'SCORE_GIVEN party',
  ]);
  expect(codesAndPaths((await enterPaper(who.city, paper({ party: 'OTHER' }))).userErrors)).toEqual([
    'PARTY_NOT_SCORING party',
  ]);
  for (const client of [who.operator, who.purchaser, who.mentors, who.assessor]) {
    expect(await refusals(client, PAPER, { input: paper({ reason: '表' }) })).toEqual(['FORBIDDEN']);
  }
  const own = `update core.assessment_score set on_paper = true, reason = '表' where assessment_id = $1`;
  await expect(pastTheServices(api, who.mentors, own, [assessment.id])).rejects.toThrow(/row-level security/);
});

test('the bureau may correct what it entered; the party itself may still score, and the earlier one is kept', async () => {
  await enterPaper(who.bureau, paper());
  await enterPaper(who.bureau, paper({ score: '13' }));
  must(await score(who.purchaser, assessment.id, '18'));
  must(await score(who.bureau, assessment.id, '9'));
  must(await score(who.assessor, assessment.id, '50'));
  must(await score(who.mentors, assessment.id, '14', { reason: '本中心补评' }));
  expect((await seenBy(who.operator, assessment.id)).scores[2]).toMatchObject({
    score: '14',
    onPaper: false,
    reason: '本中心补评',
    earlier: [{ score: '13', onPaper: true, reason: '纸质评分表' }],
  });
});

test('of the party itself and the bureau at once one wins or both are kept in order', async () => {
  const [own, entered] = await Promise.all([
    score(who.mentors, assessment.id, '14'),
    enterPaper(who.bureau, paper()),
  ]);
  expect(own.userErrors).toEqual([]);
  expect([[], ['SCORE_GIVEN party']]).toContainEqual(codesAndPaths(entered.userErrors));
  expect((await seenBy(who.mentors, assessment.id)).scores[2]).toMatchObject({ score: '14', onPaper: false });
});
