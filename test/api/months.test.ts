import { MemberRole } from '../../src/access';
import { parties, type Parties } from '../assessment/support/parties';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { newProposal, newStation, withdraw } from './support/agreements';
import { accept, handIn, type Month, monthOf, monthsOf, recall, sendBack } from './support/months';
import { enrol } from './support/people';
import { codesAndPaths } from './support/questions';

/** 月报: who takes which step with which month, and when. */
let api: Api;
let who: Parties;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});

const stepsOf = ({ events }: Month): string[] =>
  events.map(({ state, by, note }) => [state, by.name.slice(-4), note].join(' '));
const notFound = async (client: Client, id: string): Promise<unknown> => {
  const { errors } = await client.ask(
    'mutation($id: ID!) { acceptMonths(ids: [$id]) { userErrors { code } } }',
    { id },
  );
  return errors[0]?.extensions?.code;
};

test('every calendar month with a day of a confirmed agreement is open; a proposal has none', async () => {
  const { id } = await newStation(api, {
    startsOn: '2024-01-20',
    endsOn: '2024-04-02',
    terms: [{ name: '一', startsOn: '2024-01-20', endsOn: '2024-04-02' }],
  });
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors]) {
    const months = await monthsOf(client, id);
    expect(months.map(({ month, state, dueOn }) => `${month} ${state} ${dueOn}`)).toEqual([
      '2024-01 OPEN 2024-02-05',
      '2024-02 OPEN 2024-03-05',
      '2024-03 OPEN 2024-04-05',
      '2024-04 OPEN 2024-05-05',
    ]);
    expect(months.every(({ isLate, isMissing, events }) => isLate && isMissing && events.length === 0)).toBe(
      true,
    );
  }
  const proposal = await newProposal(api);
  expect(await monthsOf(who.operator, proposal.id)).toEqual([]);
  await withdraw(api, proposal);
});

test('handed in, sent back, handed in again, accepted: every step says who, when and why', async () => {
  const { id } = await newStation(api);
  const { month, userErrors } = await handIn(who.operator, id, '2024-03', '附照片');
  expect(userErrors).toEqual([]);
  expect(month).toMatchObject({ id: `${id}.2024-03`, state: 'HANDED_IN', isLate: true, isMissing: false });
  expect((await sendBack(who.purchaser, month!.id, '缺建档')).month!.state).toBe('SENT_BACK');
  expect((await handIn(who.operator, id, '2024-03')).month!.state).toBe('HANDED_IN');
  expect((await accept(who.purchaser, month!.id)).months!.map(({ state }) => state)).toEqual(['ACCEPTED']);
  expect((await sendBack(who.bureau, month!.id, '核查')).month!.state).toBe('SENT_BACK');
  const steps = [
    'HANDED_IN 服务中心 附照片',
    'SENT_BACK 道办事处 缺建档',
    'HANDED_IN 服务中心 ',
    'ACCEPTED 道办事处 ',
    'SENT_BACK 区民政局 核查',
  ];
  expect(stepsOf(await monthOf(who.operator, id, '2024-03'))).toEqual(steps);
  const node = await who.city.get<{ node: Month }>(
    'query($id: ID!) { node(id: $id) { id ... on ReportMonth { month state events { state } } } }',
    { id: month!.id },
  );
  expect(node.node).toMatchObject({ month: '2024-03', state: 'SENT_BACK' });
  // Who is no party sees the month, not what was written about it.
  expect(await monthOf(who.mentors, id, '2024-03')).toMatchObject({ state: 'SENT_BACK', events: [] });
});

test('a step that has been taken already returns the current state, and is noted once', async () => {
  const { id } = await newStation(api);
  const { month } = await handIn(who.operator, id, '2024-03');
  expect((await handIn(who.operator, id, '2024-03')).month!.handedInAt).toBe(month!.handedInAt);
  for (let times = 0; times < 2; times += 1) {
    expect((await accept(who.purchaser, month!.id, month!.id)).months).toHaveLength(2);
  }
  expect((await handIn(who.operator, id, '2024-03')).month!.state).toBe('ACCEPTED');
  for (let times = 0; times < 2; times += 1) {
    expect((await sendBack(who.purchaser, month!.id, `第 ${times} 次`)).month!.state).toBe('SENT_BACK');
  }
  await handIn(who.operator, id, '2024-03');
  for (let times = 0; times < 2; times += 1) {
    expect((await recall(who.operator, month!.id, '漏登')).month!.state).toBe('OPEN');
  }
  expect(stepsOf(await monthOf(who.operator, id, '2024-03')).map((step) => step.split(' ')[0])).toEqual([
    'HANDED_IN',
    'ACCEPTED',
    'SENT_BACK',
    'HANDED_IN',
    'OPEN',
  ]);
});

test('a month is handed in from its last day on, or the last of the agreement', async () => {
  const today = new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const day = (days: number): string =>
    new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const terms = (endsOn: string) => ({
    startsOn: day(-70),
    endsOn,
    terms: [{ name: '一', startsOn: day(-70), endsOn }],
  });
  const running = await newStation(api, terms(day(40)));
  const next = day(40).slice(0, 7);
  expect(codesAndPaths((await handIn(who.operator, running.id, next)).userErrors)).toEqual([
    'MONTH_NOT_OVER month',
  ]);
  const ending = await newStation(api, terms(today));
  expect((await handIn(who.operator, ending.id, today.slice(0, 7))).month).toMatchObject({
    state: 'HANDED_IN',
    isLate: false,
    isMissing: false,
  });
  expect(codesAndPaths((await handIn(who.operator, ending.id, next)).userErrors)).toEqual([
    'MONTH_OUTSIDE_AGREEMENT month',
  ]);
});

test('who may take which step, and with whose months', async () => {
  const { id } = await newStation(api);
  const worker = await api.as('worker@fengyuan.example');
  const manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'months-manager@fengyuan.example');
  const viewer = await enrol(
    api,
    '广州市荔湾区逢源街道办事处',
    MemberRole.VIEWER,
    'months-viewer@street.example',
  );
  const forbidden = async (client: Client, mutation: string): Promise<void> => {
    const { errors } = await client.ask(`mutation { ${mutation} { userErrors { code } } }`);
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  };
  for (const client of [worker, who.purchaser, who.bureau, who.mentors]) {
    await forbidden(client, `handInMonth(agreementId: "${id}", month: "2024-03")`);
    await forbidden(client, `recallMonth(id: "${id}.2024-03", reason: "无")`);
  }
  for (const client of [who.operator, viewer, who.mentors, who.assessor]) {
    await forbidden(client, `acceptMonths(ids: ["${id}.2024-03"])`);
    await forbidden(client, `sendBackMonth(id: "${id}.2024-03", reason: "无")`);
    await forbidden(client, `setMonthsDueDay(agreementId: "${id}", day: 8)`);
  }
  expect((await handIn(manager, id, '2024-03')).month!.state).toBe('HANDED_IN');
  for (const foreign of [who.otherPurchaser, who.otherBureau]) {
    expect(await notFound(foreign, `${id}.2024-03`)).toBe('NOT_FOUND');
  }
  for (const unknown of [`${id}.2023-12`, `${id}.2024-13`, id, 'x', `${id}.2024-03.1`]) {
    expect(await notFound(who.purchaser, unknown)).toBe('NOT_FOUND');
  }
  expect((await accept(who.city, `${id}.2024-03`)).months![0]!.state).toBe('ACCEPTED');
});

test('many are accepted at once, all or none', async () => {
  const { id } = await newStation(api);
  const ids = ['2024-01', '2024-02', '2024-03'].map((month) => `${id}.${month}`);
  await handIn(who.operator, id, '2024-01');
  await handIn(who.operator, id, '2024-03');
  expect(codesAndPaths((await accept(who.purchaser, ...ids)).userErrors)).toEqual([
    'MONTH_NOT_HANDED_IN ids.1',
  ]);
  const states = async (): Promise<string[]> =>
    (await monthsOf(who.purchaser, id)).slice(0, 3).map(({ state }) => state);
  expect(await states()).toEqual(['HANDED_IN', 'OPEN', 'HANDED_IN']);
  await handIn(who.operator, id, '2024-02');
  expect((await accept(who.purchaser, ...ids)).months!.map((month) => month.id)).toEqual(ids);
  expect(await states()).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  const tooMany = Array.from({ length: 501 }, () => ids[0]!);
  expect(codesAndPaths((await accept(who.purchaser, ...tooMany)).userErrors)).toEqual(['TOO_MANY ids']);
  expect(codesAndPaths((await accept(who.purchaser)).userErrors)).toEqual(['TOO_FEW ids']);
});

test('the first hand-in decides whether a month is late; the due day is set by the street or the bureau', async () => {
  const { id } = await newStation(api);
  const set = async (client: Client, day: number) =>
    client.get<{ setMonthsDueDay: { agreement: { monthsDueDay: number } | null; userErrors: never[] } }>(
      `mutation($id: ID!, $day: Int!) { setMonthsDueDay(agreementId: $id, day: $day) {
        agreement { monthsDueDay } userErrors { code path message } } }`,
      { id, day },
    );
  await handIn(who.operator, id, '2024-01');
  await handIn(who.operator, id, '2024-02');
  // Handed in on the due day, and on the day after it, in Guangzhou.
  for (const [month, at] of [
    ['2024-01-01', '2024-02-05T15:59:59Z'],
    ['2024-02-01', '2024-03-05T16:00:00Z'],
  ]) {
    await api.world.ownerQuery(
      'update core.report_month set first_handed_in_at = $3 where agreement_id = $1 and month = $2',
      [id, month, at],
    );
  }
  await sendBack(who.purchaser, `${id}.2024-01`, '补');
  await handIn(who.operator, id, '2024-01');
  expect((await set(who.purchaser, 10)).setMonthsDueDay.agreement).toEqual({ monthsDueDay: 10 });
  expect(codesAndPaths((await set(who.bureau, 29)).setMonthsDueDay.userErrors)).toEqual([
    'DUE_DAY_OUT_OF_RANGE day',
  ]);
  const months = await monthsOf(who.city, id);
  expect(months.slice(0, 3).map(({ dueOn, isLate, isMissing }) => [dueOn, isLate, isMissing])).toEqual([
    ['2024-02-05', false, false],
    ['2024-03-05', true, false],
    ['2024-04-10', true, true],
  ]);
});
