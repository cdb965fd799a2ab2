import { dayOf } from '../../src/platform/calendar';
import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { addFindingAt, cancel, seenBy, withdraw, WITHDRAW } from './support/changes';
import { parties, type Parties, pastTheServices } from './support/parties';
import { type Assessment, close, must, open, refusals, respond, review, scoreAll } from './support/questions';

/** Findings name a section, have a due day, can be withdrawn, and keep every response and review. */
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

const finding = (more: object = {}): object => ({
  assessmentId: assessment.id,
  kind: 'CONCERN',
  text: '台账不全',
  ...more,
});
const today = (): string => dayOf(api.clock.now());
const added = async (more: object = {}): Promise<string> => {
  const { assessment: now, userErrors } = await addFindingAt(who.mentors, finding(more));
  if (!now) throw new Error(JSON.stringify(userErrors));
  return now.findings.at(-1)!.id;
};

test('a finding is about the management, the whole, a zone or a point', async () => {
  const [zone] = agreement.zones;
  await added({ section: 'MANAGEMENT' });
  await added({ section: 'OVERALL' });
  await added({ zoneId: zone!.id });
  await added({ pointId: zone!.points[1]!.id, section: 'POINT' });
  await added();
  const { findings } = await seenBy(who.operator, assessment.id);
  expect(findings.map((one) => [one.section, one.zone?.name, one.point?.name])).toEqual([
    ['MANAGEMENT', undefined, undefined],
    ['OVERALL', undefined, undefined],
    ['ZONE', '东片', undefined],
    ['POINT', undefined, '东二'],
    [null, undefined, undefined],
  ]);
});

test.each<[object, string[]]>([
  [{ section: 'ZONE' }, ['SECTION_UNNAMED section']],
  [{ section: 'POINT' }, ['SECTION_UNNAMED section']],
  [{ section: 'OVERALL', zoneId: 'x' }, ['SECTION_TWICE section', 'ZONE_NOT_FOUND zoneId']],
  [
    { zoneId: 'x', pointId: 'y' },
    ['SECTION_TWICE section', 'ZONE_NOT_FOUND zoneId', 'POINT_NOT_FOUND pointId'],
  ],
  [{ dueOn: '2024-01-01' }, ['DUE_DAY_PAST dueOn']],
  [{ dueOn: '2101-01-01' }, ['DAY_OUT_OF_RANGE dueOn']],
  [{ kind: 'STRENGTH', dueOn: '2100-01-01' }, ['NOT_A_CONCERN dueOn']],
])('%j is refused, and nothing is stored', async (more, expected) => {
  const { assessment: none, userErrors } = await addFindingAt(who.mentors, finding(more));
  expect([none, codesAndPaths(userErrors)]).toEqual([null, expected]);
  expect((await seenBy(who.operator, assessment.id)).findings).toEqual([]);
});

test('a zone of another agreement is answered like an unknown one', async () => {
  const other = await newStation(api);
  const { userErrors } = await addFindingAt(who.mentors, finding({ zoneId: other.zones[0]!.id }));
  expect(codesAndPaths(userErrors)).toEqual(['ZONE_NOT_FOUND zoneId']);
});

test('a concern has a due day, from today on', async () => {
  await added({ dueOn: today() });
  expect((await seenBy(who.operator, assessment.id)).findings[0]!.dueOn).toBe(today());
});

describe('every response and review', () => {
  test('is kept in order, with its time, for all to see', async () => {
    const id = await added();
    must(await respond(who.operator, id, '已补齐'));
    must(await review(who.mentors, id, false, '仍缺三月'));
    must(await respond(who.operator, id, '三月已补'));
    must(await review(who.mentors, id, true));
    for (const client of [who.operator, who.purchaser, who.city, who.assessor]) {
      const [one] = (await seenBy(client, assessment.id)).findings;
      expect(one!.steps.map(({ state, text }) => [state, text])).toEqual([
        ['ANSWERED', '已补齐'],
        ['SENT_BACK', '仍缺三月'],
        ['ANSWERED', '三月已补'],
        ['ACCEPTED', null],
      ]);
      expect(one!.steps.every(({ at }) => at !== null)).toBe(true);
    }
  });

  test('is written by the change itself, and never otherwise', async () => {
    const id = await added();
    await expect(
      pastTheServices(
        api,
        who.operator,
        `insert into core.finding_step select organisation_id, agreement_id, station_id, purchaser_id, district_code, id, 1,
           party, 'ANSWERED', '编造', now() from core.assessment_finding where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/row-level security/);
    const steps = await pastTheServices(
      api,
      who.operator,
      `with answered as (update core.assessment_finding set state = 'ANSWERED', response = '已补', responded_at = now()
                          where id = $1 returning id) select 1 from answered`,
      [id],
    );
    expect(steps).toHaveLength(1);
    await expect(pastTheServices(api, who.operator, 'delete from core.finding_step')).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('withdrawing', () => {
  test('is for its party, with a reason that all read; it stays, and no longer counts', async () => {
    const id = await added();
    expect(codesAndPaths((await withdraw(who.bureau, id)).userErrors)).toEqual(['NOT_YOUR_FINDING id']);
    expect(codesAndPaths((await withdraw(who.mentors, id, ' ')).userErrors)).toEqual(['EMPTY_TEXT reason']);
    expect(await refusals(who.operator, WITHDRAW, { id, reason: '误' })).toEqual(['FORBIDDEN']);
    await withdraw(who.mentors, id, '与事实不符');
    expect((await seenBy(who.operator, assessment.id)).findings).toMatchObject([
      { id, withdrawnReason: '与事实不符', state: 'OPEN' },
    ]);
    const refused = [await withdraw(who.mentors, id), await respond(who.operator, id, '已补')];
    expect(refused.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      ['FINDING_WITHDRAWN'],
      ['FINDING_WITHDRAWN'],
    ]);
    expect(
      await pastTheServices(
        api,
        who.operator,
        `update core.assessment_finding set state = 'ANSWERED', response = '已补', responded_at = now() where id = $1
         returning id`,
        [id],
      ),
    ).toEqual([]);
  });

  test('takes a concern out of the next assessment, also after closing', async () => {
    const id = await added();
    await scoreAll(who, assessment.id);
    must(await close(who.bureau, assessment.id));
    expect((await withdraw(who.mentors, id)).userErrors).toEqual([]);
    const next = { agreementId: agreement.id, assessorId: who.assessorId, kind: 'FINAL' };
    expect((await open(who.bureau, next)).concernsBefore).toEqual([]);
  });

  test('a strength too, but nothing of a cancelled assessment', async () => {
    const strength = await added({ kind: 'STRENGTH', text: '团队稳定' });
    const concern = await added();
    expect((await withdraw(who.mentors, strength)).userErrors).toEqual([]);
    await cancel(who.bureau, assessment.id);
    expect(codesAndPaths((await withdraw(who.mentors, concern)).userErrors)).toEqual([
      'ASSESSMENT_CANCELLED id',
    ]);
  });
});
