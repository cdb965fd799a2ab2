import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { parties, type Parties, pastTheServices } from './support/parties';
import {
  ADD,
  addFinding,
  type Assessment,
  assessmentsOf,
  type Finding,
  must,
  open,
  refusals,
  respond,
  RESPOND,
  review,
  REVIEW,
} from './support/questions';

/** What the parties find, and how the operator answers: open, answered, accepted or sent back. */
let api: Api;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  agreement = await newStation(api);
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});

/** Adds a concern; returns it. */
async function concern(client: Client, text = '小组记录不完整', of = assessment): Promise<Finding> {
  return must(await addFinding(client, of.id, 'CONCERN', text)).findings.at(-1)!;
}

async function now(id: string): Promise<Finding> {
  const findings = (await assessmentsOf(who.operator, agreement.id)).flatMap((one) => one.findings);
  return findings.find((finding) => finding.id === id)!;
}

test('each party adds strengths and concerns in its own name; a concern is open, a strength has no state', async () => {
  const texts: string[] = [];
  for (const [party, client] of [
    ['PURCHASER', who.purchaser],
    ['SUPERVISOR', who.bureau],
    ['MENTORING_CENTRE', who.mentors],
    ['THIRD_PARTY', who.assessor],
  ] as const) {
    const strength = must(await addFinding(client, assessment.id, 'STRENGTH', ` ${party}的优点 `));
    expect(strength.findings.at(-1)).toMatchObject({
      party,
      kind: 'STRENGTH',
      text: `${party}的优点`,
      state: null,
    });
    const found = await concern(client, `${party}的意见`);
    expect(found).toMatchObject({ party, kind: 'CONCERN', state: 'OPEN', response: null, review: null });
    texts.push(`${party}的优点`, `${party}的意见`);
  }
  const [seen] = await assessmentsOf(who.operator, agreement.id);
  expect(seen!.findings.map(({ text }) => text)).toEqual(texts);
});

test('the city bureau and the operator add none', async () => {
  const { userErrors } = await addFinding(who.city, assessment.id, 'CONCERN', '意见');
  expect(codesAndPaths(userErrors)).toEqual(['NOT_A_PARTY assessmentId']);
  const input = { assessmentId: assessment.id, kind: 'CONCERN', text: '意见' };
  expect(await refusals(who.operator, ADD, { input })).toEqual(['FORBIDDEN']);
});

test.each([
  ['', 'EMPTY_TEXT text'],
  [' \n', 'EMPTY_TEXT text'],
  ['字'.repeat(2001), 'TEXT_TOO_LONG text'],
  ['坏\0字', 'UNPRINTABLE_TEXT text'],
  ['\u200b\u3000\u2060', 'EMPTY_TEXT text'],
  ['家属电话１３８ ００１３ ８０００', 'POSSIBLE_PERSONAL_DATA text'],
])('the text of a finding is required: not %j', async (text, expected) => {
  const { assessment: none, userErrors } = await addFinding(who.mentors, assessment.id, 'CONCERN', text);
  expect([none, codesAndPaths(userErrors)]).toEqual([null, [expected]]);
});

test('a response must not contain a personal number, but an existing one may be sent again', async () => {
  const { id } = await concern(who.assessor);
  const old = '已联系 13800138000';
  expect(codesAndPaths((await respond(who.operator, id, old)).userErrors)).toEqual([
    'POSSIBLE_PERSONAL_DATA response',
  ]);
  must(await respond(who.operator, id, '已联系办公室 020-83556677'));
  await api.world.ownerQuery('update core.assessment_finding set response = $2 where id = $1', [id, old]);
  must(await respond(who.operator, id, ` ${old}`));
  expect((await now(id)).response).toBe(old);
  expect(codesAndPaths((await review(who.assessor, id, false, '见 11010519491231002X')).userErrors)).toEqual([
    'POSSIBLE_PERSONAL_DATA review',
  ]);
});

describe('a concern', () => {
  test('is answered by the operator, and accepted by the party that raised it: that is final', async () => {
    const { id } = await concern(who.assessor);
    expect(must(await respond(who.operator, id, ' 已补充记录 ')).id).toBe(assessment.id);
    expect(await now(id)).toMatchObject({
      state: 'ANSWERED',
      response: '已补充记录',
      respondedAt: api.clock.now().toISOString(),
    });
    must(await review(who.assessor, id, true));
    expect(await now(id)).toMatchObject({ state: 'ACCEPTED', review: null });
    const again = await respond(who.operator, id, '另有说明');
    expect(codesAndPaths(again.userErrors)).toEqual(['RESPONSE_ACCEPTED findingId']);
    const twice = await review(who.assessor, id, false, '反悔');
    expect(codesAndPaths(twice.userErrors)).toEqual(['NOTHING_TO_REVIEW findingId']);
    expect(await now(id)).toMatchObject({ state: 'ACCEPTED', response: '已补充记录' });
  });

  test('can be answered again before the review, and after it was sent back', async () => {
    const { id } = await concern(who.purchaser);
    await respond(who.operator, id, '第一次');
    await respond(who.operator, id, '第二次');
    must(await review(who.purchaser, id, false, '请附照片'));
    expect(await now(id)).toMatchObject({ state: 'SENT_BACK', response: '第二次', review: '请附照片' });
    must(await respond(who.operator, id, '第三次，附照片'));
    expect(await now(id)).toMatchObject({ state: 'ANSWERED', response: '第三次，附照片' });
    must(await review(who.purchaser, id, true, '可以'));
    expect(await now(id)).toMatchObject({ state: 'ACCEPTED', review: '可以' });
  });

  test('is reviewed only by the party that raised it', async () => {
    const { id } = await concern(who.bureau);
    await respond(who.operator, id, '已整改');
    for (const client of [who.purchaser, who.mentors, who.assessor, who.city]) {
      const { userErrors } = await review(client, id, true);
      expect(codesAndPaths(userErrors)).toEqual(['NOT_YOUR_FINDING findingId']);
    }
    const input = { findingId: id, accepted: true };
    expect(await refusals(who.operator, REVIEW, { input })).toEqual(['FORBIDDEN']);
    expect(await now(id)).toMatchObject({ state: 'ANSWERED' });
  });

  test('without a response is not reviewed', async () => {
    const { id } = await concern(who.mentors);
    const { userErrors } = await review(who.mentors, id, false, ' ');
    expect(codesAndPaths(userErrors).sort()).toEqual(['EMPTY_TEXT review', 'NOTHING_TO_REVIEW findingId']);
  });

  test('is sent back only with a comment', async () => {
    const { id } = await concern(who.mentors);
    await respond(who.operator, id, '已整改');
    for (const text of [null, '', ' ']) {
      const { userErrors } = await review(who.mentors, id, false, text);
      expect(codesAndPaths(userErrors)).toEqual(['EMPTY_TEXT review']);
    }
    const { userErrors } = await respond(who.operator, id, '字'.repeat(4001));
    expect(codesAndPaths(userErrors)).toEqual(['TEXT_TOO_LONG response']);
    expect(await now(id)).toMatchObject({ state: 'ANSWERED', response: '已整改' });
  });

  test('accepted and answered again concurrently ends as one of the two, never both', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { id } = await concern(who.assessor);
      await respond(who.operator, id, '第一次');
      const [accepted, anew] = await Promise.all([
        review(who.assessor, id, true),
        respond(who.operator, id, '第二次'),
      ]);
      expect(accepted.userErrors).toEqual([]);
      const { response, state } = await now(id);
      expect([
        ['ACCEPTED', '第二次'],
        ['ACCEPTED', '第一次', 'RESPONSE_ACCEPTED findingId'],
      ]).toContainEqual([state, response, ...codesAndPaths(anew.userErrors)]);
    }
  });

  test('is answered by the operator: not by a worker, and NOT_FOUND for another operator', async () => {
    const { id } = await concern(who.assessor);
    const worker = await api.as('worker@fengyuan.example');
    expect(await refusals(worker, RESPOND, { id, response: '已整改' })).toEqual(['FORBIDDEN']);
    expect(await refusals(who.otherOperator, RESPOND, { id, response: '已整改' })).toEqual(['NOT_FOUND']);
    const manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
    must(await respond(manager, id, '已整改'));
    for (const client of [who.purchaser, who.bureau, who.mentors, who.assessor]) {
      expect(await refusals(client, RESPOND, { id, response: '已整改' })).toEqual(['FORBIDDEN']);
    }
  });
});

test('a strength needs no response', async () => {
  const { findings } = must(await addFinding(who.mentors, assessment.id, 'STRENGTH', '团队稳定'));
  const { userErrors } = await respond(who.operator, findings.at(-1)!.id, '谢谢');
  expect(codesAndPaths(userErrors)).toEqual(['NOT_A_CONCERN findingId']);
});

test('the database refuses findings in another party’s name', async () => {
  const insert = `insert into core.assessment_finding (organisation_id, agreement_id, station_id, purchaser_id,
      district_code, id, assessment_id, party, kind, text, added_at, added_by, state)
    select organisation_id, agreement_id, station_id, purchaser_id, district_code, gen_random_uuid(), id, $2,
      'CONCERN', '冒名', now(), opened_by, 'OPEN' from core.assessment where id = $1`;
  const refused = /row-level security|permission denied/;
  for (const client of [who.purchaser, who.mentors, who.assessor, who.operator, who.city]) {
    await expect(pastTheServices(api, client, insert, [assessment.id, 'SUPERVISOR'])).rejects.toThrow(
      refused,
    );
  }
  const { id } = await concern(who.assessor);
  await respond(who.operator, id, '已整改');
  const update = (state: string): string =>
    `update core.assessment_finding set state = '${state}' where id = '${id}' returning id`;
  await expect(pastTheServices(api, who.operator, update('ACCEPTED'))).rejects.toThrow(refused);
  await expect(pastTheServices(api, who.assessor, update('ANSWERED'))).rejects.toThrow(refused);
  expect(await pastTheServices(api, who.mentors, update('ACCEPTED'))).toEqual([]);
  await expect(pastTheServices(api, who.city, update('ACCEPTED'))).rejects.toThrow(refused);
  const rewrite = `update core.assessment_finding set response = '改' where id = '${id}'`;
  await expect(pastTheServices(api, who.assessor, rewrite)).rejects.toThrow(refused);
});

test('responses and reviews are in the audit log with the previous text', async () => {
  const { id } = await concern(who.assessor);
  await respond(who.operator, id, '甲');
  await respond(who.operator, id, '乙');
  await review(who.assessor, id, false, '不足');
  const rows = await api.world.ownerQuery<{ action: string; before: object; after: object }>(
    'select action, before, after from core.audit_entry where thing_id = $1 order by id',
    [id],
  );
  expect(rows.map(({ action, before, after }) => [action, before, after]).slice(1)).toEqual([
    ['FINDING_ANSWERED', { state: 'OPEN', response: null }, { state: 'ANSWERED', response: '甲' }],
    ['FINDING_ANSWERED', { state: 'ANSWERED', response: '甲' }, { state: 'ANSWERED', response: '乙' }],
    ['FINDING_REVIEWED', { state: 'ANSWERED', review: null }, { state: 'SENT_BACK', review: '不足' }],
  ]);
});

test('a party adds at most a hundred findings', async () => {
  await api.world.ownerQuery(
    `insert into core.assessment_finding select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).*
       from core.assessment_finding f, generate_series(1, 100)
      where f.id = (select id from core.assessment_finding where assessment_id = $1 and party = 'PURCHASER' limit 1)`,
    [assessment.id],
  );
  const { userErrors } = await addFinding(who.purchaser, assessment.id, 'CONCERN', '再加一条');
  expect(codesAndPaths(userErrors)).toEqual(['TOO_MANY assessmentId']);
  expect((await addFinding(who.bureau, assessment.id, 'CONCERN', '另一方')).userErrors).toEqual([]);
});

describe('with its key', () => {
  const reused = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];
  beforeEach(async () => {
    agreement = await newStation(api);
    assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
  });

  test('a finding is added once; each party has its own keys', async () => {
    const add = async (client: Client, text = '意见'): ReturnType<typeof addFinding> =>
      addFinding(client, assessment.id, 'CONCERN', text, 'k');
    for (const client of [who.purchaser, who.bureau, who.mentors, who.assessor]) {
      await Promise.all([add(client), add(client)]);
      expect(codesAndPaths((await add(client, '别的意见')).userErrors)).toEqual(reused);
    }
    expect((await assessmentsOf(who.bureau, agreement.id))[0]!.findings).toHaveLength(4);
  });

  test('a retry of a response or review changes nothing that followed', async () => {
    const { id } = await concern(who.purchaser);
    must(await respond(who.operator, id, '已补齐', 'answer'));
    must(await review(who.purchaser, id, false, '还缺一份', 'review'));
    must(await respond(who.operator, id, '已补齐', 'answer'));
    expect(await now(id)).toMatchObject({ state: 'SENT_BACK', response: '已补齐' });
    must(await respond(who.operator, id, '全部补齐'));
    must(await review(who.purchaser, id, false, '还缺一份', 'review'));
    expect(await now(id)).toMatchObject({ state: 'ANSWERED', response: '全部补齐' });
    for (const { userErrors } of [
      await respond(who.operator, id, '别的回应', 'answer'),
      await review(who.purchaser, id, true, null, 'review'),
    ]) {
      expect(codesAndPaths(userErrors)).toEqual(reused);
    }
  });
});
