import fc from 'fast-check';
import type { Api } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { days, percent } from './support/arithmetic';
import {
  type BusyStation,
  busyStation,
  doneIn,
  PROJECT_NAMES,
  TERMS,
  ZONE_NAMES,
} from './support/busy-station';
import { completion, COMPLETION } from './support/questions';
import { recount } from './support/recount';

/** A thousand random records, corrected and voided: any range of any term is the sum of its own records. */
let api: Api;
let station: BusyStation;
beforeAll(async () => {
  api = await sharedApi();
  station = await busyStation(api, 20_240_229);
});

type Term = (typeof TERMS)[number];

async function expectRecount(term: Term, from: string, to: string): Promise<void> {
  const { agreement, targets } = station;
  const termId = agreement.terms.find(({ name }) => name === term.name)!.id;
  const table = await completion(await api.as('worker@fengyuan.example'), agreement.id, { termId, from, to });
  expect(table).toEqual({
    term: { id: termId, name: term.name },
    from,
    to,
    timeProgressPercent: percent(
      BigInt(days(term.startsOn, to).length),
      BigInt(days(term.startsOn, term.endsOn).length),
    ),
    zones: ZONE_NAMES.map((name) => ({ name })),
    rows: recount(ZONE_NAMES, PROJECT_NAMES, targets.get(term.name)!, doneIn(station, from, to)),
  });
}

describe.each(TERMS)('$name ($startsOn to $endsOn)', (term) => {
  const { startsOn, endsOn } = term;
  const walked = days(startsOn, endsOn);
  const months = [...new Set(walked.map((day) => day.slice(0, 7)))];

  test('the whole term', async () => {
    await expectRecount(term, startsOn, endsOn);
    const { agreement, targets } = station;
    const { id } = agreement.terms.find(({ name }) => name === term.name)!;
    const byDefault = await completion(await api.as('worker@fengyuan.example'), agreement.id, { termId: id });
    expect(byDefault.rows).toEqual(
      recount(ZONE_NAMES, PROJECT_NAMES, targets.get(term.name)!, doneIn(station, startsOn, endsOn)),
    );
    expect(byDefault.rows.length).toBeGreaterThan(5);
  });

  test.each(months)('%s alone, cut where the term is', async (month) => {
    const own = walked.filter((day) => day.startsWith(month));
    await expectRecount(term, own[0]!, own.at(-1)!);
  });

  test.each(['first', 'last'])('all but the %s day', async (end) => {
    await expectRecount(
      term,
      end === 'first' ? walked[1]! : startsOn,
      end === 'last' ? walked.at(-2)! : endsOn,
    );
  });

  test('whole months in a row, and the same cut by a day at either end', async () => {
    const [first, second] = [months[1]!, months[2]!];
    const whole = walked.filter((day) => day.startsWith(first) || day.startsWith(second));
    await expectRecount(term, whole[0]!, whole.at(-1)!);
    await expectRecount(term, whole[1]!, whole.at(-1)!);
    await expectRecount(term, whole[0]!, whole.at(-2)!);
    await expectRecount(term, whole[1]!, whole.at(-2)!);
  });

  test('any range at all', async () => {
    const range = fc.tuple(fc.nat(walked.length - 1), fc.nat(walked.length - 1));
    await fc.assert(
      fc.asyncProperty(range, async ([a, b]) =>
        expectRecount(term, walked[Math.min(a, b)]!, walked[Math.max(a, b)]!),
      ),
      { numRuns: 60 },
    );
  });

  test('any single day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...walked), async (day) => expectRecount(term, day, day)),
      { numRuns: 25 },
    );
  });

  test.each([
    ['the day before it', (): [string, string] => ['2023-11-01', endsOn]],
    ['a day after it', (): [string, string] => [startsOn, '2025-01-05']],
    ['upside down', (): [string, string] => [walked[5]!, walked[4]!]],
    ['another year', (): [string, string] => ['2019-01-01', '2019-12-31']],
  ])('a range out of the term is refused with the days that it has: %s', async (_, range) => {
    const client = await api.as('worker@fengyuan.example');
    const { id, terms } = station.agreement;
    const [from, to] = range();
    const termId = terms.find(({ name }) => name === term.name)!.id;
    const { data, errors } = await client.ask(COMPLETION, { id, termId, from, to });
    expect(data).toEqual({ agreement: null });
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: { code: 'BAD_USER_INPUT' },
        message: expect.stringContaining(`${startsOn} to ${endsOn}`) as string,
      }),
    ]);
  });
});

test('every viewer of the station sees the same table', async () => {
  const { agreement } = station;
  const readers = [
    'admin@fengyuan-street',
    'admin@liwan-bureau',
    'admin@guangzhou-bureau',
    'admin@mentoring-centre',
  ];
  for (const { id: termId } of agreement.terms) {
    const own = await completion(await api.as('admin@fengyuan.example'), agreement.id, { termId });
    for (const reader of readers) {
      const client = await api.as(`${reader}.example`);
      expect(await completion(client, agreement.id, { termId })).toEqual(own);
    }
  }
});

/** Every record that counts, quantity by quantity, summed by cell in SQL. */
const RAW = (month: string): string => `
  select r.agreement_id, r.term_id, ${month} as month, r.zone_id, r.project_id, r.indicator_code, q.key as measure_code,
         sum(q.value::numeric) as completed, count(*) as records
    from core.service_record r cross join jsonb_each_text(r.quantities) q
   where r.voided_at is null group by 1, 2, 3, 4, 5, 6, 7`;

test.each([
  ['the terms', 'core.completion_term', 'null::date', 'null::date'],
  ['the months', 'core.completion_month', `date_trunc('month', r.occurred_on)::date`, 'k.month'],
])(
  'the rollups of %s equal the sums of the records, at every station',
  async (_, table, rawMonth, keptMonth) => {
    const kept = `select k.agreement_id, k.term_id, ${keptMonth} as month, k.zone_id, k.project_id, k.indicator_code,
    k.measure_code, k.completed, k.records from ${table} k where k.records <> 0 or k.completed <> 0`;
    const difference = await api.world.ownerQuery(
      `(${kept} except ${RAW(rawMonth)}) union all (${RAW(rawMonth)} except ${kept})`,
    );
    expect(difference).toEqual([]);
    const [size] = await api.world.ownerQuery<{ cells: number }>(
      `select count(*)::int as cells from ${table}`,
    );
    expect(size!.cells).toBeGreaterThan(500);
  },
);

test('a record counts in the term of its day', async () => {
  const [misplaced] = await api.world.ownerQuery<{ count: number }>(
    `select count(*)::int from core.service_record r join core.term t on t.id = r.term_id
      where r.agreement_id = $1 and r.occurred_on not between t.starts_on and t.ends_on`,
    [station.agreement.id],
  );
  expect(misplaced!.count).toBe(0);
});
