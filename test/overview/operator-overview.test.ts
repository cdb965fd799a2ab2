import { dayAt, dayOf } from '../../src/platform/calendar';
import { type BusyStation, busyStation, doneIn, TERMS } from '../api/support/busy-station';
import { type Agreement, newStation, registerConfirmed, validRegistration } from '../api/support/agreements';
import { CATALOGUE, type Figure } from '../api/support/recount';
import { type Client, startApi, type TestApi } from '../kit/api';
import { mutate, fundedStation } from '../funding/support/money';
import { enrolStaff, person, report } from '../staffing/support';
import { operatorOverview, type Overview, recountProgress, termDays } from './support';

let api: TestApi;
let admin: Client;
let station: BusyStation;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  station = await busyStation(api, 20_240_229, askForTheRest);
}, 60_000);

/** Targets for measures without one: some are reached early, some late, some never. */
function askForTheRest(figures: readonly Figure[], done: readonly Figure[]): Figure[] {
  const own = (of: readonly Figure[], [indicator, measure]: readonly string[]): Figure[] =>
    of.filter((figure) => figure.indicator === indicator && figure.measure === measure);
  return CATALOGUE.filter((of) => own(figures, of).length === 0 && own(done, of).length > 0).map(
    ([indicator, measure], at) => {
      const total = own(done, [indicator, measure]).reduce(
        (sum, { value }) => sum + Math.round(Number(value)),
        0,
      );
      const value = String(Math.min(1 + Math.round((total * (at + 1)) / 4), 10 ** 9));
      return { indicator, measure, zone: null, project: null, value };
    },
  );
}

async function seenOn(agreement: Agreement, on: string | null): Promise<Overview> {
  const { nodes } = await operatorOverview(admin, { on, first: 100 });
  const found = nodes.find(({ agreement: { id } }) => id === agreement.id);
  if (!found) throw new Error('the station is not in the overview');
  return found;
}

test.each([
  ['the first day', '2023-11-20'],
  ['a month’s last day', '2023-12-31'],
  ['the middle of a month', '2024-01-17'],
  ['a leap day', '2024-02-29'],
  ['the last day of a term inside a month', '2024-03-14'],
  ['the first day of the next', '2024-03-15'],
  ['the end of the month that two terms share', '2024-03-31'],
  ['late in the second term', '2024-11-03'],
  ['a day after the last term', '2025-01-05'],
  ['a day after the agreement', '2025-06-01'],
  ['today', null],
])('on %s the progress of indicators equals a recount of the records', async (_day, day) => {
  const on = day ?? '2026-01-01';
  const seen = await seenOn(station.agreement, day);
  const term = TERMS.findLast(({ startsOn }) => startsOn <= on)!;
  const elapsed = termDays(term.startsOn, term.endsOn, on);
  const done = doneIn(station, term.startsOn, on < term.endsOn ? on : term.endsOn);
  const targets = station.targets.get(term.name)!;
  expect(seen.term?.name).toBe(term.name);
  expect(seen.isInForce).toBe(on <= '2025-01-10');
  expect(seen.indicators).toEqual(recountProgress([{ targets, done, ...elapsed }]));
  expect(seen.indicators.weakest).toHaveLength(5);
});
afterAll(async () => {
  await api.close();
});

test('every station of the operator is listed once, by name, ended ones last', async () => {
  const today = dayOf(api.clock.now());
  const days = { startsOn: dayAt(today, -400), endsOn: dayAt(today, 400) };
  const now = await newStation(api, { ...days, terms: [{ name: '长期', ...days }] });
  const { nodes, totalCount } = await operatorOverview(admin);
  const shown = nodes.map(({ station: { name }, isInForce }) => `${isInForce ? 0 : 1} ${name}`);
  expect(shown).toEqual([...shown].sort((a, b) => (Buffer.from(a) < Buffer.from(b) ? -1 : 1)));
  expect(shown[0]).toBe(`0 ${now.station.name}`);
  expect(totalCount).toBe(nodes.length);
  expect(new Set(nodes.map(({ agreement: { operator } }) => operator.shortName))).toEqual(
    new Set(['逢源人家']),
  );
});

test('before its agreement begins a station is not listed; between two of them the earlier one counts', async () => {
  const first = await newStation(api, {
    startsOn: '2020-01-01',
    endsOn: '2020-12-31',
    terms: [{ name: '一', startsOn: '2020-02-01', endsOn: '2020-11-30' }],
    allowGaps: true,
  });
  const second = await registerConfirmed(
    api,
    admin,
    await validRegistration(api, {
      newStation: null,
      stationId: first.station.id,
      startsOn: '2021-03-01',
      endsOn: '2021-12-31',
      terms: [{ name: '二', startsOn: '2021-03-01', endsOn: '2021-12-31' }],
    }),
  );
  const on = async (day: string): Promise<string | null> => {
    const { nodes } = await operatorOverview(admin, { on: day, first: 100 });
    const found = nodes.find(({ station: { name } }) => name === first.station.name);
    return found ? `${found.agreement.id} ${found.term?.name ?? 'no term'}` : null;
  };
  expect(await on('2019-12-31')).toBeNull();
  expect(await on('2020-01-15')).toBe(`${first.id} no term`);
  expect(await on('2021-02-28')).toBe(`${first.id} 一`);
  expect(await on('2021-03-01')).toBe(`${second.id} 二`);
});

test('staffing equals the staffing report from the first month through the last past one', async () => {
  const days = { startsOn: '2024-01-10', endsOn: '2024-12-31' };
  const agreement = await newStation(api, {
    requiredPosts: '3',
    ...days,
    terms: [{ name: '年度', ...days }],
  });
  await enrolStaff(
    admin,
    agreement.id,
    person('全年'),
    person('月中来', { employedFrom: '2024-03-16', employedTo: '2024-06-02' }),
    person('十五日来', { employedFrom: '2024-05-15' }),
    person('行政', { kind: 'ADMINISTRATION' }),
    person('早已离开', { employedFrom: '2023-01-01', employedTo: '2024-01-05' }),
  );
  const back = await enrolStaff(admin, agreement.id, person('去而复来', { employedTo: '2024-02-20' }));
  for (const [employedFrom, employedTo] of [
    ['2024-02-25', '2024-02-26'],
    ['2024-04-20', '2024-08-20'],
    ['2024-05-01', '2024-05-31'],
    ['2024-08-25', null],
  ]) {
    await admin.get(
      'mutation($input: AddStaffSpellInput!) { addStaffSpell(input: $input) { userErrors { code } } }',
      { input: { memberId: back[0]!.id, employedFrom, employedTo } },
    );
  }
  const level = async (on: string): Promise<Overview['staffing']> => (await seenOn(agreement, on)).staffing;
  for (const [on, through] of [
    ['2024-01-31', '2024-01'],
    ['2024-05-30', '2024-04'],
    ['2024-08-31', '2024-08'],
    ['2025-03-05', '2024-12'],
  ] as const) {
    const { total, required } = await report(admin, agreement, '2024-01', through);
    expect(await level(on)).toMatchObject({ personMonths: total, required });
  }
  expect(await level('2024-01-30')).toEqual({
    through: '2023-12',
    personMonths: '0',
    required: '0',
    percent: null,
  });
  expect((await level('2025-03-05')).through).toBe('2025-02');
});

test('execution is the expenditure by the day against the fee', async () => {
  const agreement = await fundedStation(api);
  await mutate(admin, 'setBudget', {
    agreementId: agreement.id,
    lines: [{ category: '人员', amount: '2000000' }],
  });
  const spend = async (spentOn: string, amount: string): Promise<string> =>
    (
      await mutate(admin, 'recordExpenditure', {
        agreementId: agreement.id,
        category: '人员',
        spentOn,
        amount,
      })
    ).entryId;
  await spend('2024-03-01', '100000.10');
  const wrong = await spend('2024-04-01', '7');
  await mutate(admin, 'reverseExpenditure', { id: wrong, reason: '误录' });
  await spend('2024-06-30', '500000.05');
  const execution = async (on: string): Promise<Overview['execution']> =>
    (await seenOn(agreement, on)).execution;
  expect(await execution('2024-06-29')).toEqual({ spent: '100000.10', fee: '2400000.00', percent: '4.17' });
  expect(await execution('2024-06-30')).toEqual({ spent: '600000.15', fee: '2400000.00', percent: '25.00' });
});
