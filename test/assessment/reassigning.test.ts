import { OrganisationKind } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { organisationId } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { cancel, replace, REPLACE, request, scoresSeenBy, seenBy } from './support/changes';
import { addOrganisation, parties, type Parties, pastTheServices } from './support/parties';
import {
  type Assessment,
  close,
  declareTie,
  must,
  open,
  refusals,
  score,
  scoreAll,
} from './support/questions';

/** Another assessor: named by the bureau, asked for by the operator. */
let api: Api;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});
beforeEach(async () => {
  agreement = await newStation(api);
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});

describe('another assessor', () => {
  test('scores anew; what the first one scored is kept and counts no more', async () => {
    await scoreAll(who, assessment.id);
    const { assessment: replaced } = await replace(who.bureau, {
      assessmentId: assessment.id,
      assessorId: who.otherAssessorId,
      reason: '人员不足',
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

  test('of two replacements at once one wins, and the other gets an error', async () => {
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
