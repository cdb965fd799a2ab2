import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from './support/agreements';
import { days, hundredths, twoPlaces } from './support/arithmetic';
import { TERMS, ZONE_NAMES } from './support/busy-station';
import { completion, record, voidRecord } from './support/questions';

/** 逐月完成情况: each month is the completion table of its days, and their sum that of all of them. */
let api: Api;
let worker: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  agreement = await newStation(
    api,
    { terms: TERMS, startsOn: '2023-11-20', endsOn: '2025-01-10', allowGaps: true },
    ({ terms, zones }) =>
      terms.flatMap((term) =>
        zones.map(({ id: zoneId }, at) => ({
          termId: term.id,
          zoneId,
          indicator: 'CASE_FILE',
          measure: 'FILES',
          value: String(70 + at),
        })),
      ),
  );
  const zoneIds = [null, ...agreement.zones.map(({ id }) => id)];
  const recorded = await record(
    worker,
    agreement.id,
    TERMS.flatMap(({ startsOn, endsOn }) => days(startsOn, endsOn))
      .filter((day, at) => at % 5 === 0 || /-(01|14|15|28|29|30|31)$/.test(day))
      .map((occurredOn, at) => ({
        occurredOn,
        zoneId: zoneIds[at % zoneIds.length]!,
        ...(at % 3 === 0
          ? { indicator: 'HOTLINE', quantities: [{ measure: 'CALLS', value: String(at + 1) }] }
          : { indicator: 'CASE_FILE', quantities: [{ measure: 'FILES', value: String(at + 1) }] }),
      })),
  );
  await voidRecord(worker, recorded[7]!.id);
});

interface Figures {
  target: string | null;
  completed: string;
  percent: string | null;
}

interface Monthly {
  from: string;
  to: string;
  timeProgressPercent: string;
  months: string[];
  rows: { indicator: { code: string }; measure: { code: string }; total: Figures; byMonth: string[] }[];
}

const MONTHLY = `query($id: ID!, $termId: ID!, $zoneId: ID, $from: YearMonth, $to: YearMonth) {
  agreement(id: $id) { monthlyCompletion(termId: $termId, zoneId: $zoneId, from: $from, to: $to) {
    from to timeProgressPercent months
    rows { indicator { code } measure { code } total { target completed percent } byMonth }
  } }
}`;

interface Question {
  termId: string;
  zoneId?: string;
  from?: string;
  to?: string;
}

async function monthly(id: string, question: Question): Promise<Monthly> {
  const { agreement } = await worker.get<{ agreement: { monthlyCompletion: Monthly } }>(MONTHLY, {
    id,
    ...question,
  });
  return agreement.monthlyCompletion;
}

const nameOf = (row: { indicator: { code: string }; measure: { code: string } }): string =>
  `${row.indicator.code}.${row.measure.code}`;
const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

describe.each(TERMS)('$name ($startsOn to $endsOn)', ({ name, startsOn, endsOn }) => {
  const termId = (): string => agreement.terms.find((term) => term.name === name)!.id;

  test('its months are those of the term, and their sum is its completion table', async () => {
    const table = await monthly(agreement.id, { termId: termId() });
    const whole = await completion(worker, agreement.id, { termId: termId() });
    expect([table.from, table.to, table.months[0]]).toEqual([startsOn, endsOn, startsOn.slice(0, 7)]);
    expect(table.timeProgressPercent).toBe(whole.timeProgressPercent);
    expect(table.rows.map((row) => [nameOf(row), row.total])).toEqual(
      whole.rows.map((row) => [nameOf(row), row.total]),
    );
    for (const { total, byMonth } of table.rows) {
      const sum = byMonth.reduce((all, value) => all + hundredths(value), 0n);
      expect(twoPlaces(sum)).toBe(twoPlaces(hundredths(total.completed)));
    }
  });

  test.each([undefined, ...ZONE_NAMES])(
    'each month is the completion table of its days, of zone %s',
    async (zone) => {
      const zoneId = agreement.zones.find((it) => it.name === zone)?.id;
      const table = await monthly(agreement.id, {
        termId: termId(),
        ...(zoneId !== undefined && { zoneId }),
      });
      for (const [at, month] of table.months.entries()) {
        const from = month === startsOn.slice(0, 7) ? startsOn : `${month}-01`;
        const to = month === endsOn.slice(0, 7) ? endsOn : lastDayOf(month);
        const { rows } = await completion(worker, agreement.id, { termId: termId(), from, to });
        const done = rows.map((row) => [
          nameOf(row),
          (zone === undefined ? row.total : row.byZone.find((part) => part.zone.name === zone)!).completed,
        ]);
        const shown = table.rows.map((row) => [nameOf(row), row.byMonth[at]!]);
        const isSome = ([, completed]: readonly string[]): boolean => /[1-9]/.test(completed!);
        expect(shown.filter(isSome)).toEqual(done.filter(isSome));
      }
    },
  );
});

test('some months of a term are summed against the target of all of it', async () => {
  const termId = agreement.terms[0]!.id;
  const all = await monthly(agreement.id, { termId });
  const some = await monthly(agreement.id, { termId, from: '2023-12', to: '2024-01' });
  expect([some.from, some.to, some.months]).toEqual(['2023-12-01', '2024-01-31', ['2023-12', '2024-01']]);
  const targets = ({ rows }: Monthly): unknown[] =>
    rows.filter(({ total }) => total.target !== null).map((row) => [nameOf(row), row.total.target]);
  expect(targets(some)).toEqual(targets(all));
  for (const row of some.rows) {
    const same = all.rows.find((other) => nameOf(other) === nameOf(row))!;
    expect(row.byMonth).toEqual(same.byMonth.slice(1, 3));
  }
});

test.each([
  ['2023-10', '2024-01'],
  ['2024-01', '2024-04'],
  ['2024-02', '2024-01'],
])('months from %s to %s are refused: they are not all of the term', async (from, to) => {
  const { errors } = await worker.ask(MONTHLY, {
    id: agreement.id,
    termId: agreement.terms[0]!.id,
    from,
    to,
  });
  expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

test('a term has records while one counts in it', async () => {
  const { id } = await newStation(api, { terms: TERMS, startsOn: '2023-11-20', allowGaps: true });
  const known = async (): Promise<boolean[]> => {
    const { agreement: read } = await worker.get<{ agreement: { terms: { hasRecords: boolean }[] } }>(
      'query($id: ID!) { agreement(id: $id) { terms { hasRecords } } }',
      { id },
    );
    return read.terms.map(({ hasRecords }) => hasRecords);
  };
  expect(await known()).toEqual([false, false]);
  const [recorded] = await record(worker, id, [
    { indicator: 'HOTLINE', occurredOn: '2024-04-01', quantities: [{ measure: 'CALLS', value: '5' }] },
  ]);
  expect(await known()).toEqual([false, true]);
  await voidRecord(worker, recorded!.id);
  expect(await known()).toEqual([false, false]);
});
