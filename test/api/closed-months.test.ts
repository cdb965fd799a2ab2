import { close, open, scoreAll } from '../assessment/support/questions';
import { parties, type Parties } from '../assessment/support/parties';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newStation } from './support/agreements';
import { propose, takeStep } from './support/amendments';
import {
  accept,
  acceptedMonths,
  handIn,
  type Month,
  monthOf,
  monthsOf,
  recall,
  sendBack,
} from './support/months';
import {
  codesAndPaths,
  correct,
  type Correction,
  correctMany,
  record,
  tryRecord,
  voidMany,
  voidRecord,
} from './support/questions';

/** 月报: what a month that is handed in or accepted prevents, and who opens it again. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

const visit = (occurredOn: string, idempotencyKey: string | null = null) => ({
  indicator: 'HOME_VISIT',
  occurredOn,
  quantities: [{ measure: 'VISITS', value: '1' }],
  idempotencyKey,
});
const stepsOf = ({ events }: Month): string[] =>
  events.map(({ state, by, note }) => [state, by.name.slice(-4), note].join(' '));

test('nothing is recorded, corrected, voided or moved in a closed month; each row is named, with what to do', async () => {
  const { id } = await newStation(api);
  const [march] = await record(who.operator, id, [visit('2024-03-05', 'march')]);
  const [april] = await record(who.operator, id, [visit('2024-04-05')]);
  await handIn(who.operator, id, '2024-03');
  const rows = [visit('2024-04-01'), visit('2024-03-31'), visit('2024-03-01'), visit('2024-04-30')];
  const { userErrors } = await tryRecord(who.operator, id, rows);
  expect(codesAndPaths(userErrors)).toEqual([
    'MONTH_CLOSED records.1.occurredOn',
    'MONTH_CLOSED records.2.occurredOn',
  ]);
  expect(userErrors[0]!.message).toMatch(
    /^The month 2024-03 was handed in by ".+" on \d{4}-\d\d-\d\d: .+ recall/,
  );
  const invalid = [visit('2024-03-01'), { ...visit('2024-04-01'), indicator: 'X' }];
  expect(codesAndPaths((await tryRecord(who.operator, id, invalid)).userErrors).sort()).toEqual([
    'MONTH_CLOSED records.0.occurredOn',
    'UNKNOWN_INDICATOR records.1.indicator',
  ]);
  const quantities = [{ measure: 'VISITS', value: '2' }];
  const out = await correct(who.operator, { id: march!.id, expectedRevision: 1, occurredOn: '2024-04-06' });
  expect(codesAndPaths(out.userErrors)).toEqual(['MONTH_CLOSED id']);
  const into = await correct(who.operator, { id: april!.id, expectedRevision: 1, occurredOn: '2024-03-06' });
  expect(codesAndPaths(into.userErrors)).toEqual(['MONTH_CLOSED occurredOn']);
  const within = await correct(who.operator, { id: march!.id, expectedRevision: 1, quantities });
  expect(codesAndPaths(within.userErrors)).toEqual(['MONTH_CLOSED id']);
  expect(codesAndPaths((await voidRecord(who.operator, march!.id)).userErrors)).toEqual(['MONTH_CLOSED id']);
  // A repeated call is answered as before; other months stay open.
  expect((await record(who.operator, id, [visit('2024-03-05', 'march')]))[0]!.id).toBe(march!.id);
  await record(who.operator, id, [visit('2024-04-01')]);

  await accept(who.purchaser, `${id}.2024-03`);
  const accepted = await tryRecord(who.operator, id, [visit('2024-03-31')]);
  expect(accepted.userErrors[0]!.message).toMatch(/accepted by ".+" .+ ask the street or the bureau/);
  await sendBack(who.purchaser, `${id}.2024-03`, '请补登');
  await record(who.operator, id, [visit('2024-03-31')]);
  expect((await voidRecord(who.operator, march!.id)).userErrors).toEqual([]);
});

test('nor by corrections of many at once, or the voiding of many: nothing of the call is written', async () => {
  const { id } = await newStation(api);
  const [march] = await record(who.operator, id, [visit('2024-03-05')]);
  const [april] = await record(who.operator, id, [visit('2024-04-05')]);
  await handIn(who.operator, id, '2024-03');
  const [into, within, other] = [
    { id: april!.id, expectedRevision: 1, occurredOn: '2024-03-31' },
    { id: march!.id, expectedRevision: 1, note: '核对' },
    { id: april!.id, expectedRevision: 1, note: '核对' },
  ];
  const corrected = async (...input: Correction[]): Promise<string[]> =>
    codesAndPaths((await correctMany(who.operator, input)).userErrors);
  expect(await corrected(into)).toEqual(['MONTH_CLOSED inputs.0.occurredOn']);
  expect(await corrected(other, within)).toEqual(['MONTH_CLOSED inputs.1.id']);
  const voiding = await voidMany(who.operator, [april!.id, march!.id]);
  expect(codesAndPaths(voiding.userErrors)).toEqual(['MONTH_CLOSED ids.1']);
  expect(await corrected(other)).toEqual([]);
});

test('an amendment that moves the terms beneath a closed month passes: its records stay, and it says what it said', async () => {
  const { id, terms } = await newStation(api);
  await record(who.operator, id, [visit('2024-03-05')]);
  await acceptedMonths(who.operator, who.purchaser, id, '2024-03');
  const { userErrors } = await propose(who.bureau, {
    agreementId: id,
    effectiveOn: '2024-02-01',
    documentNumber: '文 2',
    terms: [
      { id: terms[0]!.id, name: '一', startsOn: '2024-01-01', endsOn: '2024-01-31' },
      { name: '二', startsOn: '2024-02-01', endsOn: '2024-12-31' },
    ],
  });
  expect(userErrors).toEqual([]);
  const [moved] = await api.world.ownerQuery<{ term: string; occurredOn: string }>(
    `select t.name as term, r.occurred_on::text as "occurredOn" from core.service_record r join core.term t on t.id = r.term_id
      where r.agreement_id = $1`,
    [id],
  );
  expect(moved).toEqual({ term: '二', occurredOn: '2024-03-05' });
  const { node } = await who.purchaser.get<{ node: { figures: object[]; state: string } }>(
    'query($id: ID!) { node(id: $id) { ... on ReportMonth { state figures { completed } } } }',
    { id: `${id}.2024-03` },
  );
  expect(node).toEqual({ state: 'ACCEPTED', figures: [{ completed: '1' }] });
});

test('a month sent back until a day is closed again after it, as it then stands', async () => {
  const { id } = await newStation(api);
  const [month] = await acceptedMonths(who.operator, who.purchaser, id, '2024-03');
  const today = new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(codesAndPaths((await sendBack(who.purchaser, month!, '补', '2024-04-01')).userErrors)).toEqual([
    'LAST_DAY_PAST lastDay',
  ]);
  expect((await sendBack(who.purchaser, month!, '补', today)).month!.closesAfter).toBe(today);
  await record(who.operator, id, [visit('2024-03-05')]);
  await api.world.ownerQuery(
    `update core.report_month set closes_after = core.today() - 1, first_handed_in_at = now() - interval '9 days',
            handed_in_at = now() - interval '9 days' where agreement_id = $1`,
    [id],
  );
  expect(codesAndPaths((await tryRecord(who.operator, id, [visit('2024-03-06')])).userErrors)).toEqual([
    'MONTH_CLOSED records.0.occurredOn',
  ]);
  const closed = await monthOf(who.operator, id, '2024-03');
  expect(closed).toMatchObject({
    state: 'HANDED_IN',
    closesAfter: null,
    handedInAt: `${new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)}T16:00:00.000Z`,
  });
  expect(stepsOf(closed).at(-1)).toBe('HANDED_IN 服务中心 ');
  expect((await accept(who.purchaser, month!)).months![0]!.state).toBe('ACCEPTED');
  expect(stepsOf(await monthOf(who.operator, id, '2024-03')).map((step) => step.split(' ')[0])).toEqual([
    'HANDED_IN',
    'ACCEPTED',
    'SENT_BACK',
    'HANDED_IN',
    'ACCEPTED',
  ]);
});

test('an accepted month is not recalled; one under a closed assessment is opened by the bureau alone', async () => {
  const { id } = await newStation(api);
  const [january] = await acceptedMonths(who.operator, who.purchaser, id, '2024-01');
  await handIn(who.operator, id, '2024-02');
  expect(codesAndPaths((await recall(who.operator, january!, '改')).userErrors)).toEqual([
    'MONTH_ACCEPTED id',
  ]);
  expect(codesAndPaths((await recall(who.operator, `${id}.2024-05`, '改')).userErrors)).toEqual([
    'MONTH_NOT_HANDED_IN id',
  ]);
  const assessment = await open(who.bureau, { agreementId: id, assessorId: who.assessorId });
  await scoreAll(who, assessment.id);
  await close(who.bureau, assessment.id);
  const refused = ['MONTH_ASSESSED id'];
  expect(codesAndPaths((await sendBack(who.purchaser, january!, '改')).userErrors)).toEqual(refused);
  expect(codesAndPaths((await recall(who.operator, `${id}.2024-02`, '改')).userErrors)).toEqual(refused);
  expect((await sendBack(who.bureau, january!, '核查')).month!.state).toBe('SENT_BACK');
});

test('what closed months prevent: an early end, a change from a day within one, voiding', async () => {
  const { id } = await newStation(api, { annualFee: '1000' });
  const [march] = await acceptedMonths(who.operator, who.purchaser, id, '2024-03');
  await handIn(who.operator, id, '2024-08');
  const early = await propose(who.bureau, {
    agreementId: id,
    effectiveOn: '2024-08-01',
    endsOn: '2024-07-31',
    documentNumber: '文 1',
  });
  expect(codesAndPaths(early.userErrors)).toEqual(['MONTHS_AFTER_END endsOn']);
  expect(early.userErrors[0]!.message).toContain('1 months');

  const change = async (effectiveOn: string, annualFee: string): Promise<string[]> => {
    const { amendment } = await propose(who.operator, { agreementId: id, effectiveOn, annualFee });
    return codesAndPaths((await takeStep(who.purchaser, 'confirmAmendment', amendment!.id)).userErrors);
  };
  expect(await change('2024-03-31', '1001')).toEqual(['AMENDMENT_NEEDS_BUREAU effectiveOn']);
  expect(await change('2024-08-15', '1002')).toEqual([]);
  const own = await propose(who.operator, { agreementId: id, effectiveOn: '2024-03-15', annualFee: '1003' });
  expect((await takeStep(who.bureau, 'confirmAmendment', own.amendment!.id)).userErrors).toEqual([]);

  const VOID = `mutation($id: ID!) { voidAgreement(id: $id, reason: "误") { userErrors { code path message } } }`;
  const voiding = async () =>
    (await who.bureau.get<{ voidAgreement: { userErrors: never[] } }>(VOID, { id })).voidAgreement;
  expect(codesAndPaths((await voiding()).userErrors)).toEqual(['VOID_WITH_MONTHS id']);
  await sendBack(who.bureau, march!, '作废');
  expect((await voiding()).userErrors).toEqual([]);
  expect(await monthsOf(who.bureau, id)).toEqual([]);
});
