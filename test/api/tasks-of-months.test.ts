import { MemberRole } from '../../src/access';
import { dayAt, lastDayOfMonth } from '../../src/platform/calendar';
import { WorkingDays, workingDayAfterSql } from '../../src/platform/working-days';
import { parties, type Parties } from '../assessment/support/parties';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation, register, validRegistration } from './support/agreements';
import { propose } from './support/amendments';
import { accept, handIn, recall, sendBack } from './support/months';
import { addStreet, enrol } from './support/people';
import { calendarOf, during, tasksOf, waiting, workingDayAfter } from './support/tasks';

/** Months as tasks: of the operator until they are handed in, then of the street, and at last of the bureau. */
let api: TestApi;
let who: Parties;
let manager: Client;
let worker: Client;
let running: Agreement;
let calendar: ReturnType<typeof calendarOf>;
/** Of an agreement of these three months and the ones to come. */
let months: [string, string, string];
const dueOn = (month: string): string => {
  const next = new Date(`${month}-05T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 10);
};
const toHandIn = (...some: string[]): string[] =>
  some.map((month) => `HAND_IN_MONTH ${month} ${dueOn(month)}`);
/** Months that are over; the present one waits on its last day alone. */
const present = (): string[] => (calendar.day(1).endsWith('-01') ? [calendar.month(0)] : []);

beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  calendar = calendarOf(api);
  months = [calendar.month(3), calendar.month(2), calendar.month(1)];
  worker = await api.as('worker@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'manager@fengyuan-tasks.example');
  running = await station();
}, 60_000);
afterAll(async () => {
  await api.close();
});

/** A station in force, with three months that are over. */
async function station(changes: Record<string, unknown> = {}): Promise<Agreement> {
  return newStation(api, { ...during(`${calendar.month(3)}-01`, `${calendar.month(-6)}-28`), ...changes });
}

/** Lets months have been handed in at noon of a day in Guangzhou. */
async function handedInOn(agreement: Agreement, month: string, day: string): Promise<void> {
  await api.world.ownerQuery(
    `update core.report_month set first_handed_in_at = $3, handed_in_at = $3 where agreement_id = $1 and month = $2`,
    [agreement.id, `${month}-01`, `${day}T04:00:00Z`],
  );
}

test('what is over waits for managers and administrators of the operator, by its due day; for nobody else', async () => {
  const expected = toHandIn(...months, ...present());
  for (const client of [who.operator, manager]) expect(await waiting(client, running)).toEqual(expected);
  const others = [worker, who.purchaser, who.bureau, who.city, who.mentors, who.assessor, who.otherOperator];
  for (const client of others) expect(await waiting(client, running, 'HAND_IN_MONTH')).toEqual([]);
});

test('a month waits from its last day on, or the last of the agreement', async () => {
  const start = `${calendar.month(1)}-01`;
  const ending = await newStation(api, during(start, calendar.today));
  const goingOn = await newStation(api, during(start, calendar.day(1)));
  const monthOf = (day: string): string => day.slice(0, 7);
  expect(await waiting(who.operator, ending, 'HAND_IN_MONTH')).toEqual(
    toHandIn(calendar.month(1), monthOf(calendar.today)),
  );
  expect(await waiting(who.operator, goingOn, 'HAND_IN_MONTH')).toEqual(
    toHandIn(calendar.month(1), ...present()),
  );
});

test('handed in it is the street’s, sent back it is the operator’s again, accepted it is gone', async () => {
  const agreement = await station();
  const [first, ...rest] = months;
  await handIn(who.operator, agreement.id, first);
  expect(await waiting(who.operator, agreement)).toEqual(toHandIn(...rest, ...present()));
  const accepting = [`ACCEPT_MONTH ${first} ${workingDayAfter(calendar.today, 10)}`];
  expect(await waiting(who.purchaser, agreement)).toEqual(accepting);
  const [task] = (await tasksOf(who.purchaser, { kinds: ['ACCEPT_MONTH'] })).filter(
    (one) => one.agreement.id === agreement.id,
  );
  expect(task!.subjectId).toBe(`${agreement.id}.${first}`);

  await recall(who.operator, `${agreement.id}.${first}`, '漏登');
  expect(await waiting(who.operator, agreement)).toEqual(toHandIn(...months, ...present()));
  expect(await waiting(who.purchaser, agreement)).toEqual([]);

  await handIn(who.operator, agreement.id, first);
  await sendBack(who.purchaser, `${agreement.id}.${first}`, '补');
  expect(await waiting(manager, agreement, 'HAND_IN_MONTH', 'MONTH_SENT_BACK')).toEqual([
    `MONTH_SENT_BACK ${first} ${dueOn(first)}`,
    ...toHandIn(...rest, ...present()),
  ]);
  for (const client of [worker, who.purchaser, who.bureau]) {
    expect(await waiting(client, agreement)).toEqual([]);
  }

  await handIn(manager, agreement.id, first);
  expect(await waiting(who.operator, agreement)).toEqual(toHandIn(...rest, ...present()));
  expect(await waiting(who.purchaser, agreement)).toEqual(accepting);
  await accept(who.purchaser, `${agreement.id}.${first}`);
  expect(await waiting(who.purchaser, agreement)).toEqual([]);
});

test('a month sent back until a day is due on it, and afterwards the street’s again', async () => {
  const agreement = await station();
  const [month] = months;
  await handIn(who.operator, agreement.id, month);
  await sendBack(who.purchaser, `${agreement.id}.${month}`, '补', calendar.day(3));
  expect(await waiting(who.operator, agreement, 'MONTH_SENT_BACK')).toEqual([
    `MONTH_SENT_BACK ${month} ${calendar.day(3)}`,
  ]);
  await api.world.ownerQuery('update core.report_month set closes_after = $2 where agreement_id = $1', [
    agreement.id,
    calendar.day(-1),
  ]);
  expect(await waiting(who.operator, agreement, 'MONTH_SENT_BACK')).toEqual([]);
  expect(await waiting(who.purchaser, agreement)).toEqual([
    `ACCEPT_MONTH ${month} ${workingDayAfter(calendar.today, 10)}`,
  ]);
});

test('a month that was sent back and lies after an early end waits for nobody', async () => {
  const agreement = await station();
  const [, last, gone] = months;
  await handIn(who.operator, agreement.id, gone);
  await sendBack(who.purchaser, `${agreement.id}.${gone}`, '补', calendar.day(3));
  const { userErrors } = await propose(who.bureau, {
    agreementId: agreement.id,
    effectiveOn: `${gone}-01`,
    endsOn: lastDayOfMonth(last),
    documentNumber: '文 1',
  });
  expect(userErrors).toEqual([]);
  await api.world.ownerQuery('update core.report_month set closes_after = $2 where agreement_id = $1', [
    agreement.id,
    calendar.day(-1),
  ]);
  expect(await waiting(who.purchaser, agreement, 'ACCEPT_MONTH')).toEqual([]);
});

test('after ten working days it is the district bureau’s too, and only that of its administrators', async () => {
  const agreement = await station();
  const [late, onTime] = months;
  for (const month of [late, onTime]) await handIn(who.operator, agreement.id, month);
  // The last day on which ten working days are over, and the first on which they are not.
  const over = lastDayWith((due) => due < calendar.today);
  const notOver = firstDayWith((due) => due >= calendar.today);
  await handedInOn(agreement, late, over);
  await handedInOn(agreement, onTime, notOver);
  const task = (month: string, day: string): string => `ACCEPT_MONTH ${month} ${workingDayAfter(day, 10)}`;
  expect(await waiting(who.bureau, agreement)).toEqual([task(late, over)]);
  expect(await waiting(who.purchaser, agreement)).toEqual([task(late, over), task(onTime, notOver)]);
  // The district has a bureau: the city's is not asked, nor another district's.
  for (const client of [who.city, who.otherBureau, who.otherPurchaser, who.mentors]) {
    expect(await waiting(client, agreement, 'ACCEPT_MONTH')).toEqual([]);
  }
  for (const role of [MemberRole.MANAGER, MemberRole.VIEWER]) {
    const reader = await enrol(api, '广州市荔湾区民政局', role, `${role.toLowerCase()}@bureau-tasks.example`);
    expect(await tasksOf(reader)).toEqual([]);
  }
  await accept(who.bureau, `${agreement.id}.${late}`);
  expect(await waiting(who.bureau, agreement)).toEqual([]);
});

function lastDayWith(fits: (due: string) => boolean): string {
  for (let ago = 0; ; ago += 1) {
    const day = calendar.day(-ago);
    if (fits(workingDayAfter(day, 10))) return day;
  }
}

function firstDayWith(fits: (due: string) => boolean): string {
  for (let ago = 40; ; ago -= 1) {
    const day = calendar.day(-ago);
    if (fits(workingDayAfter(day, 10))) return day;
  }
}

test('of a street without an account it is the district bureau’s at once', async () => {
  const purchaserId = await addStreet(api, '无人街道办事处', '440103');
  const input = await validRegistration(api, {
    ...during(`${calendar.month(3)}-01`, `${calendar.month(-6)}-28`),
    purchaserId,
  });
  const agreement = await register(who.bureau, input);
  // A bureau confirms what it registers.
  expect(agreement.state).toBe('CONFIRMED');
  await handIn(who.operator, agreement.id, months[0]);
  expect(await waiting(who.bureau, agreement)).toEqual([
    `ACCEPT_MONTH ${months[0]} ${workingDayAfter(calendar.today, 10)}`,
  ]);
  expect(await waiting(who.city, agreement)).toEqual([]);
});

test('where the district has no bureau it is the city’s', async () => {
  const purchaserId = await addStreet(api, '海珠某街道办事处', '440105');
  const input = await validRegistration(api, {
    ...during(`${calendar.month(3)}-01`, `${calendar.month(-6)}-28`),
    purchaserId,
    newStation: { name: '海珠某站', street: '某街', districtCode: '440105' },
  });
  const agreement = await register(who.city, input);
  await handIn(who.operator, agreement.id, months[0]);
  expect(await waiting(who.city, agreement, 'ACCEPT_MONTH')).toEqual([
    `ACCEPT_MONTH ${months[0]} ${workingDayAfter(calendar.today, 10)}`,
  ]);
  expect(await waiting(who.bureau, agreement)).toEqual([]);
});

test('120 days after its end an agreement still has tasks, after 121 it has none', async () => {
  const start = calendar.day(-200);
  const recent = await newStation(api, during(start, calendar.day(-120)));
  const old = await newStation(api, during(start, calendar.day(-121)));
  const last = calendar.day(-120).slice(0, 7);
  expect((await waiting(who.operator, recent)).at(-1)).toBe(toHandIn(last)[0]);
  expect(await waiting(who.operator, old)).toEqual([]);
  for (const agreement of [recent, old]) await handIn(who.operator, agreement.id, start.slice(0, 7));
  expect(await waiting(who.purchaser, recent, 'ACCEPT_MONTH')).toHaveLength(1);
  expect(await waiting(who.purchaser, old)).toEqual([]);
});

test('a member limited to stations has the tasks of these alone', async () => {
  const [own, other] = [await station(), await station()];
  const email = 'limited@fengyuan-tasks.example';
  const limited = await enrol(api, '逢源人家', MemberRole.MANAGER, email);
  await api.world.ownerQuery(
    `with who as (update core.member set station_limited = true where email = $1 returning organisation_id, id)
     insert into core.member_station (organisation_id, member_id, station_id) select organisation_id, id, $2 from who`,
    [email, own.station.id],
  );
  expect(await waiting(limited, own)).toEqual(toHandIn(...months, ...present()));
  expect(await waiting(limited, other)).toEqual([]);
  expect(await tasksOf(limited)).toHaveLength(months.length + present().length);
});

test('the database counts working days as the calendar does, holidays and all', async () => {
  const [today, workingDays] = ['2026-10-20', new WorkingDays()];
  const days = Array.from({ length: 300 }, (_, ago) => dayAt(today, 1 - ago));
  for (const count of [1, 3, 5, 10]) {
    const rows = await api.world.ownerQuery<{ due: string }>(
      `select ${workingDayAfterSql('k.day', '$2::bytea', '$3')}::text as due from unnest($1::date[]) k(day)`,
      [days, workingDays.lagsUntil(today, count), today],
    );
    expect(rows.map(({ due }) => due)).toEqual(days.map((day) => workingDayAfter(day, count)));
  }
});
