import { MemberRole, OrganisationKind } from '../../src/access';
import { dayOf } from '../../src/platform/calendar';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol, organisationId } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { CANCEL, cancel, move, replace, REPLACE, request, scoresSeenBy, seenBy } from './support/changes';
import { addOrganisation, parties, type Parties, pastTheServices } from './support/parties';
import {
  addFinding,
  type Assessment,
  assessmentsOf,
  close,
  declareTie,
  must,
  open,
  refusals,
  respond,
  score,
  scoreAll,
  tryOpen,
} from './support/questions';

/** The bureau cancels, moves and reassigns an open assessment. */
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
      ...{ agreementId: agreement.id, assessorId: who.assessorId },
      ...{ kind: 'FINAL', to: '2024-12-31' },
    });
    expect(final.concernsBefore).toEqual([]);
  });

  test('and closing at once: one of them wins, the other is told', async () => {
    await scoreAll(who, assessment.id);
    const [cancelled, closed] = await Promise.all([
      cancel(who.city, assessment.id),
      close(who.bureau, assessment.id),
    ]);
    const told = [...cancelled.userErrors, ...closed.userErrors].map(({ code }) => code);
    expect([['ASSESSMENT_CANCELLED'], ['ASSESSMENT_CLOSED']]).toContainEqual(told);
  });
});

describe('moving', () => {
  test('changes what is given, on-site day included; it is logged with both', async () => {
    const input = { assessmentId: assessment.id, to: '2024-07-31', onsiteOn: '2024-08-12' };
    expect((await move(who.bureau, input)).assessment).toMatchObject({
      ...{ from: '2024-01-01', to: '2024-07-31', onsiteOn: '2024-08-12' },
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

  test('the on-site day is kept from the opening on', async () => {
    const final = await open(who.bureau, {
      ...{ agreementId: agreement.id, assessorId: who.assessorId, kind: 'FINAL' },
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

describe('another assessor', () => {
  test('scores anew; what the first one scored is kept and counts no more', async () => {
    await scoreAll(who, assessment.id);
    const { assessment: replaced } = await replace(who.bureau, {
      ...{ assessmentId: assessment.id, assessorId: who.otherAssessorId, reason: '人员不足' },
    });
    expect(replaced).toMatchObject({ assessor: { name: '第二评估机构' }, total: null, sealed: true });
    // The first one is no party any more, and sees nothing.
    expect(
      await refusals(who.assessor, 'query($id: ID!) { node(id: $id) { id } }', { id: assessment.id }),
    ).toEqual(['NOT_FOUND']);
    // The second one sees neither the others' scores nor that of the first one, until it has scored.
    expect(await scoresSeenBy(who.otherAssessor, assessment.id)).toEqual([null, null, null, null]);
    expect((await seenBy(who.otherAssessor, assessment.id)).replacedAssessors[0]!.score).toBeNull();
    must(await score(who.otherAssessor, assessment.id, '50'));
    for (const client of [who.operator, who.purchaser, who.bureau, who.otherAssessor]) {
      const seen = await seenBy(client, assessment.id);
      expect([seen.total, seen.replacedAssessors]).toEqual([
        '93.53',
        [{ reason: '人员不足', score: '48.75', assessor: { name: '广州市社会工作协会' } }],
      ]);
    }
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ total: '93.53' });
  });

  test('comes at once when a tie is declared: a tied one neither scores nor is closed with', async () => {
    const { id, client } = await addOrganisation(api, OrganisationKind.ASSESSOR, '将回避的评估机构');
    const final = await open(who.bureau, { agreementId: agreement.id, assessorId: id, kind: 'FINAL' });
    await scoreAll({ ...who, assessor: client }, final.id);
    expect(
      (await declareTie(client, await organisationId(api, '逢源人家'), '负责人为近亲属')).userErrors,
    ).toEqual([]);
    expect(codesAndPaths((await score(client, final.id, '1', { reason: '改' })).userErrors)).toEqual([
      'ASSESSOR_TIED assessmentId',
    ]);
    expect(codesAndPaths((await close(who.bureau, final.id)).userErrors)).toEqual([
      'ASSESSOR_TIED assessmentId',
    ]);
    await expect(
      pastTheServices(
        api,
        who.bureau,
        `update core.assessment set closed_at = now(), closed_by = id, total = 92.28, grade = 'EXCELLENT' where id = $1`,
        [final.id],
      ),
    ).rejects.toThrow(/tied to the operator/);
    const same = { assessmentId: final.id, assessorId: id };
    expect(codesAndPaths((await replace(who.bureau, same)).userErrors)).toEqual(['SAME_ASSESSOR assessorId']);
    await replace(who.bureau, { assessmentId: final.id, assessorId: who.assessorId });
    expect(codesAndPaths((await replace(who.bureau, same)).userErrors)).toEqual(['ASSESSOR_TIED assessorId']);
    must(await score(who.assessor, final.id, '40'));
    expect((await close(who.bureau, final.id)).assessment).toMatchObject({ total: '83.53' });
  });

  test('is an assessor, for a reason, named by a bureau', async () => {
    const input = { assessmentId: assessment.id, assessorId: 'nobody', reason: '' };
    expect(codesAndPaths((await replace(who.bureau, input)).userErrors)).toEqual([
      'NOT_AN_ASSESSOR assessorId',
      'EMPTY_TEXT reason',
    ]);
    expect(
      await refusals(who.operator, REPLACE, {
        input: { ...input, assessorId: who.otherAssessorId, reason: '换' },
      }),
    ).toEqual(['FORBIDDEN']);
  });

  test('of two replacements at once one wins, and the other is told', async () => {
    const input = { assessmentId: assessment.id, assessorId: who.otherAssessorId };
    const answers = await Promise.all([replace(who.bureau, input), replace(who.city, input)]);
    expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual([
      'SAME_ASSESSOR assessorId',
    ]);
  });
});

describe('the operator asks for another assessor', () => {
  const asked = `query($id: ID!) { node(id: $id) { ... on Assessment { assessorRequests { reason assessor { name } } } } }`;

  test('with a reason that the bureaus read; nothing else changes', async () => {
    const input = { assessmentId: assessment.id, reason: '曾有纠纷', idempotencyKey: '一' };
    expect((await request(who.operator, input)).assessment).toMatchObject({
      assessor: { name: '广州市社会工作协会' },
      state: 'OPEN',
    });
    expect((await request(who.operator, input)).userErrors).toEqual([]);
    for (const client of [who.operator, who.bureau, who.city]) {
      expect((await client.get<{ node: unknown }>(asked, { id: assessment.id })).node).toEqual({
        assessorRequests: [{ reason: '曾有纠纷', assessor: { name: '广州市社会工作协会' } }],
      });
    }
    for (const client of [who.purchaser, who.mentors, who.assessor]) {
      expect(await refusals(client, asked, { id: assessment.id })).toEqual(['FORBIDDEN']);
      await expect(pastTheServices(api, client, 'select 1 from core.assessor_request')).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('not without a reason, nor once it is cancelled', async () => {
    await cancel(who.bureau, assessment.id);
    const { userErrors } = await request(who.operator, { assessmentId: assessment.id, reason: '' });
    expect(codesAndPaths(userErrors)).toEqual(['ASSESSMENT_CANCELLED assessmentId', 'EMPTY_TEXT reason']);
  });
});
