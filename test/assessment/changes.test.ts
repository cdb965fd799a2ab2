import { MemberRole } from '../../src/access';
import { dayOf } from '../../src/platform/calendar';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { basisOf } from './support/basis';
import { CANCEL, cancel, move, seenBy } from './support/changes';
import { parties, type Parties, pastTheServices } from './support/parties';
import {
  addFinding,
  type Assessment,
  assessmentsOf,
  close,
  must,
  open,
  refusals,
  respond,
  score,
  scoreAll,
  tryOpen,
} from './support/questions';

/** The bureau cancels and moves an open assessment, and closes it from its last day on. */
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

describe('cancelling', () => {
  test('needs a reason, happens once, and only while it is open', async () => {
    const { userErrors } = await cancel(who.bureau, assessment.id, ' ');
    expect(codesAndPaths(userErrors)).toEqual(['EMPTY_TEXT reason']);
    const { assessment: cancelled } = await cancel(who.bureau, assessment.id, ' 重复启动 ');
    expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelReason: '重复启动' });
    expect(codesAndPaths((await cancel(who.city, assessment.id)).userErrors)).toEqual([
      'ASSESSMENT_CANCELLED id',
    ]);
    const closed = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
    await scoreAll(who, closed.id);
    must(await close(who.bureau, closed.id));
    expect(codesAndPaths((await cancel(who.bureau, closed.id)).userErrors)).toEqual(['ASSESSMENT_CLOSED id']);
  });

  test('is for administrators of the bureaus', async () => {
    const manager = await enrol(api, '广州市荔湾区民政局', MemberRole.MANAGER, 'cancels@liwan-more.example');
    for (const client of [who.operator, who.purchaser, who.mentors, who.assessor, manager]) {
      expect(await refusals(client, CANCEL, { id: assessment.id, reason: '误' })).toEqual(['FORBIDDEN']);
    }
    expect(await refusals(who.otherBureau, CANCEL, { id: assessment.id, reason: '误' })).toEqual([
      'NOT_FOUND',
    ]);
  });

  test('leaves it readable to all, and frees its kind', async () => {
    await cancel(who.bureau, assessment.id);
    for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      expect((await seenBy(client, assessment.id)).state).toBe('CANCELLED');
    }
    const again = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
    expect((await assessmentsOf(who.operator, agreement.id)).map(({ id }) => id)).toEqual([
      assessment.id,
      again.id,
    ]);
    const { userErrors } = await tryOpen(who.bureau, {
      agreementId: agreement.id,
      assessorId: who.assessorId,
    });
    expect(codesAndPaths(userErrors)).toEqual(['ASSESSMENT_EXISTS kind']);
  });

  test('ends scores, findings, responses and closing', async () => {
    const { findings } = must(await addFinding(who.mentors, assessment.id, 'CONCERN', '台账不全'));
    await scoreAll(who, assessment.id);
    await cancel(who.bureau, assessment.id);
    const cancelled = await seenBy(who.operator, assessment.id);
    expect([cancelled.total, cancelled.grade]).toEqual([null, null]);
    const refused = [
      await score(who.mentors, assessment.id, '1', { reason: '改' }),
      await addFinding(who.mentors, assessment.id, 'STRENGTH', '稳定'),
      await respond(who.operator, findings[0]!.id, '已补'),
      await close(who.bureau, assessment.id),
    ];
    expect(refused.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array(4).fill('ASSESSMENT_CANCELLED'),
    );
    await expect(
      pastTheServices(
        api,
        who.mentors,
        'update core.assessment_score set score = 1 where assessment_id = $1',
        [assessment.id],
      ),
    ).rejects.toThrow(/the assessment is closed/);
  });

  test('takes its concerns out of the next assessment', async () => {
    await addFinding(who.mentors, assessment.id, 'CONCERN', '台账不全');
    await cancel(who.bureau, assessment.id);
    const final = await open(who.bureau, {
      agreementId: agreement.id,
      assessorId: who.assessorId,
      kind: 'FINAL',
      to: '2024-12-31',
    });
    expect(final.concernsBefore).toEqual([]);
  });

  test('and closing at once: one of them wins, the other gets an error', async () => {
    await scoreAll(who, assessment.id);
    const [cancelled, closed] = await Promise.all([
      cancel(who.city, assessment.id),
      close(who.bureau, assessment.id),
    ]);
    const codes = [...cancelled.userErrors, ...closed.userErrors].map(({ code }) => code);
    expect([['ASSESSMENT_CANCELLED'], ['ASSESSMENT_CLOSED']]).toContainEqual(codes);
  });
});

describe('moving', () => {
  test('changes what is given, on-site day included; it is logged with both', async () => {
    const input = { assessmentId: assessment.id, to: '2024-07-31', onsiteOn: '2024-08-12' };
    expect((await move(who.bureau, input)).assessment).toMatchObject({
      from: '2024-01-01',
      to: '2024-07-31',
      onsiteOn: '2024-08-12',
    });
    expect(
      (await move(who.city, { assessmentId: assessment.id, from: '2024-02-01' })).assessment,
    ).toMatchObject({ from: '2024-02-01', to: '2024-07-31', onsiteOn: '2024-08-12' });
    const [entry] = await api.world.ownerQuery(
      `select before, after from core.audit_entry where action = 'ASSESSMENT_MOVED' and thing_id = $1 order by id desc`,
      [assessment.id],
    );
    expect(entry).toMatchObject({ before: { from: '2024-01-01' }, after: { from: '2024-02-01' } });
  });

  test.each([
    [{ to: '2023-12-31' }, ['ENDS_BEFORE_START to', 'OUTSIDE_AGREEMENT to']],
    [{ to: '2025-01-01' }, ['OUTSIDE_AGREEMENT to']],
    [{ onsiteOn: '2023-12-31' }, ['ONSITE_TOO_EARLY onsiteOn']],
    [{ onsiteOn: '2101-01-01' }, ['DAY_OUT_OF_RANGE onsiteOn']],
  ])('to %j is refused, and nothing is stored', async (days, expected) => {
    const answer = await move(who.bureau, { assessmentId: assessment.id, ...days });
    expect([answer.assessment, codesAndPaths(answer.userErrors)]).toEqual([null, expected]);
    expect(await seenBy(who.bureau, assessment.id)).toMatchObject({ to: '2024-06-30', onsiteOn: null });
  });

  test('and closing at once: what is stored is of the days in force, or one of them gets an error', async () => {
    await scoreAll(who, assessment.id);
    const [closed, moved] = await Promise.all([
      close(who.bureau, assessment.id),
      move(who.city, { assessmentId: assessment.id, to: '2024-07-31' }),
    ]);
    const codes = [...closed.userErrors, ...moved.userErrors].map(({ code }) => code);
    expect([[], ['ASSESSMENT_CLOSED'], ['ASSESSMENT_MOVED']]).toContainEqual(codes);
    const { basisCompletion } = await basisOf(who.bureau, assessment.id);
    const { to } = await seenBy(who.bureau, assessment.id);
    expect([undefined, to]).toContain(basisCompletion?.[0]!.to);
  });

  test('the on-site day is kept from the opening on', async () => {
    const final = await open(who.bureau, {
      agreementId: agreement.id,
      assessorId: who.assessorId,
      kind: 'FINAL',
      onsiteOn: '2024-06-20',
    });
    expect((await seenBy(who.operator, final.id)).onsiteOn).toBe('2024-06-20');
  });
});

describe('closing', () => {
  test('is refused before the last day, in Guangzhou, and in the database', async () => {
    const today = dayOf(api.clock.now());
    const tomorrow = dayOf(new Date(api.clock.now().getTime() + 86_400_000));
    await api.world.ownerQuery('update core.agreement set ends_on = $2 where id = $1', [
      agreement.id,
      tomorrow,
    ]);
    await scoreAll(who, assessment.id);
    await move(who.bureau, { assessmentId: assessment.id, to: tomorrow });
    expect(codesAndPaths((await close(who.bureau, assessment.id)).userErrors)).toEqual([
      'ASSESSMENT_NOT_OVER assessmentId',
    ]);
    await expect(
      pastTheServices(
        api,
        who.bureau,
        `update core.assessment set closed_at = $2, closed_by = id, total = 92.28, grade = 'EXCELLENT' where id = $1`,
        [assessment.id, api.clock.now()],
      ),
    ).rejects.toThrow(/lasts longer/);
    await move(who.bureau, { assessmentId: assessment.id, to: today });
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ total: '92.28' });
  });
});
