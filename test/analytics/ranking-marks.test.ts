import fc from 'fast-check';
import { newId } from '../../src/platform/ids';
import { type Agreement, newStation } from '../api/support/agreements';
import { type Hundredths, hundredths, percent as percentOf } from '../api/support/arithmetic';
import { record } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { markOf, type Ranked, ranking, type Ranking } from './support/ranking';

const CITY = 'admin@guangzhou-bureau.example';
const VISITS = { indicator: 'HOME_VISIT', measure: 'VISITS', from: '2021-01', to: '2025-12' };

let api: TestApi;
let operator: Client;
beforeAll(async () => {
  api = await startApi();
  operator = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

describe('a station’s own past', () => {
  let agreement: Agreement;
  const done = new Map<string, number>();
  beforeAll(async () => {
    const days = { startsOn: '2022-03-10', endsOn: '2024-12-31' };
    agreement = await newStation(api, { ...days, terms: [{ name: '三年', ...days }] });
    const months = Array.from({ length: 34 }, (_, at) => {
      const month = new Date(Date.UTC(2022, 2 + at, 15)).toISOString().slice(0, 7);
      return [month, [3, 4, 5, 4, 0, 6, 4][at % 7]!] as const;
    });
    for (const [month, count] of months) done.set(month, count);
    done.set('2024-09', 60);
    await record(
      operator,
      agreement.id,
      [...done]
        .filter(([, count]) => count > 0)
        .map(([month, count]) => ({
          indicator: 'LIAISON',
          occurredOn: `${month}-15`,
          quantities: [{ measure: 'OCCASIONS', value: String(count) }],
        })),
    );
  });

  test.each([
    ['2024-09', '2024-09'],
    ['2024-08', '2024-09'],
    ['2024-07', '2024-12'],
    ['2024-01', '2024-06'],
    ['2022-09', '2022-09'],
    ['2022-08', '2022-12'],
    ['2024-10', '2024-12'],
  ])(
    'from %s to %s the mean of a month is compared with the months of the two previous years',
    async (from, to) => {
      const input = { indicator: 'LIAISON', measure: 'OCCASIONS', from, to };
      const marks = (await ranking(operator, input)).nodes.find(
        ({ station: { id } }) => id === agreement.station.id,
      )!.marks;
      const found = marks.find(({ kind }) => kind === 'FAR_FROM_OWN_PAST');
      const months = [...done.keys()];
      const earliest = `${Number(from.slice(0, 4)) - 2}${from.slice(4)}`;
      const inside = months.filter((month) => month >= from && month <= to);
      const before = months.filter((month) => month >= earliest && month < from);
      const sum = inside.reduce((total, month) => total + done.get(month)!, 0);
      const expected =
        before.length < 6
          ? null
          : markOf(
              BigInt(sum),
              BigInt(inside.length),
              before.map((month) => BigInt(done.get(month)!)),
            );
      const { kind: _kind, value: _value, ...evidence } = found ?? { kind: null, value: null };
      expect(evidence).toEqual(expected ?? {});
    },
  );

  test('a jump is marked: the cases above can fail', async () => {
    const input = { indicator: 'LIAISON', measure: 'OCCASIONS', from: '2024-09', to: '2024-09' };
    const { nodes } = await ranking(operator, input);
    const own = nodes.find(({ station: { id } }) => id === agreement.station.id)!;
    expect(own.marks.map(({ kind, value, reference }) => [kind, value, reference])).toContainEqual([
      'FAR_FROM_OWN_PAST',
      '60',
      '4',
    ]);
  });
});

describe('many stations', () => {
  const values = [
    ...fc.sample(fc.integer({ min: 90, max: 130 }), { seed: 7, numRuns: 60 }),
    100,
    100,
    900,
    1,
  ];
  const names = values.map((_, at) => `对照站${String(at).padStart(2, '0')}`);

  beforeAll(async () => {
    await addStations(names, values);
  });

  /** Stations of 心明爱 in 白云区 with one record each, inserted directly for speed. */
  async function addStations(of: readonly string[], counts: readonly number[]): Promise<void> {
    const rows = of.map((name, at) => ({
      name,
      station: newId(),
      agreement: newId(),
      term: newId(),
      record: newId(),
      count: String(counts[at]),
    }));
    const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const own = 'c.organisation_id, c.agreement, c.station, c.purchaser_id, c.district_code';
    await api.world.ownerQuery(`
      create table public.copies as
        select c.*, a.organisation_id, a.purchaser_id, a.district_code from core.agreement a,
               json_to_recordset('${JSON.stringify(rows)}') as c(station uuid, agreement uuid, term uuid, record uuid, name text, count text)
         where a.district_code = '440111' and a.starts_on = '2022-01-01';
      insert into core.station (id, district_code, name, street) select station, district_code, name, '某街' from copies;
      insert into core.station_access (organisation_id, station_id, purchaser_id, district_code, name, street, listed)
        select organisation_id, station, purchaser_id, district_code, name, '某街', true from copies;
      insert into core.agreement (organisation_id, id, station_id, purchaser_id, district_code, service_model, starts_on, ends_on, registered_by, proposed_by, state)
        select organisation_id, agreement, station, purchaser_id, district_code, 'PROJECT_113X', '2024-01-01', '2024-12-31', gen_random_uuid(), organisation_id, 'CONFIRMED' from copies;
      insert into core.term (${scope}, id, position, name, starts_on, ends_on, confirmed)
        select ${own}, c.term, 0, '年度', '2024-01-01', '2024-12-31', true from copies c;
      insert into core.target (${scope}, term_id, indicator_code, measure_code, value, set_by)
        select ${own}, c.term, 'COMMUNITY_STUDY', 'REPORTS', 70, gen_random_uuid() from copies c;
      insert into core.service_record (${scope}, id, revision, term_id, indicator_code, occurred_on, quantities, revised_at, revised_by,
             revised_by_name, recorded_at, recorded_by, recorded_by_name)
        select ${own}, c.record, 1, c.term, 'COMMUNITY_STUDY', '2024-05-05', jsonb_build_object('REPORTS', c.count), now(),
               gen_random_uuid(), '', now(), gen_random_uuid(), '' from copies c;
      drop table public.copies;`);
  }

  const STUDY = { indicator: 'COMMUNITY_STUDY', measure: 'REPORTS', from: '2024-01', to: '2024-12' };

  test('equal stations share a rank, and the next rank is skipped', async () => {
    const { nodes, totalCount } = await ranking(await api.as('admin@baiyun-bureau.example'), STUDY, {
      first: 1000,
    });
    const own = nodes.filter(({ station: { name } }) => names.includes(name));
    expect(totalCount).toBe(nodes.length);
    expect(own).toHaveLength(values.length);
    for (const { rank, completed } of own) {
      expect(rank).toBe(1 + nodes.filter((other) => Number(other.completed) > Number(completed)).length);
    }
    expect(new Set(nodes.map(({ rank }) => rank)).size).toBeLessThan(nodes.length);
  });

  test.each(['COMPLETED', 'PERCENT'])('by %s an outlier is marked, by the method', async (by) => {
    const { nodes } = await ranking(
      await api.as('admin@baiyun-bureau.example'),
      { ...STUDY, by },
      { first: 1000 },
    );
    const valueOf = ({ completed, target }: Ranked): Hundredths =>
      by === 'COMPLETED'
        ? BigInt(completed)
        : hundredths(percentOf(BigInt(completed), target === null ? null : BigInt(target))!);
    const all = nodes.map(valueOf);
    const far = nodes.filter(({ marks }) => marks.some(({ kind }) => kind === 'FAR_FROM_PEERS'));
    expect(far.map(({ completed }) => completed)).toEqual(expect.arrayContaining(['900', '1']));
    for (const node of nodes) {
      const mark = node.marks.find(({ kind }) => kind === 'FAR_FROM_PEERS');
      const expected = markOf(valueOf(node), 1n, all);
      expect(mark?.score).toBe(expected?.score);
      expect(mark?.compared).toBe(expected?.compared);
    }
  });

  test('a station among fewer than five has no such mark', async () => {
    const admin = await api.as('admin@xinmingai.example');
    const limited = await ranking(admin, { ...STUDY, districtCodes: ['440103'] });
    expect(limited.nodes).toEqual([]);
    const few = await ranking(await api.as(CITY), VISITS);
    expect(few.nodes.flatMap(({ marks }) => marks.map(({ kind }) => kind))).not.toContain('FAR_FROM_PEERS');
  });

  test('come page by page, each once, during concurrent records', async () => {
    const bureau = await api.as('admin@baiyun-bureau.example');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Ranking = await ranking(bureau, STUDY, { first: 9, after });
      seen.push(...page.nodes.map(({ station: { name } }) => name));
      await addStations([`后来${seen.length}高`, `后来${seen.length}低`], [500, 2]);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((name) => names.includes(name))).toHaveLength(names.length);
    expect(seen.some((name) => name.startsWith('后来'))).toBe(true);
  });

  test('take as many statements as one', async () => {
    const bureau = await api.as('admin@baiyun-bureau.example');
    const ran = async (first: number): Promise<Record<string, number>> => {
      const before = api.statements();
      await ranking(bureau, STUDY, { first });
      return Object.fromEntries(
        [...api.statements()]
          .map(([name, times]): [string, number] => [name, times - (before.get(name) ?? 0)])
          .filter(([name, times]) => times > 0 && !name.startsWith('audit.')),
      );
    };
    const expected = { 'scope.enter': 1, 'ranking.COMPLETED': 1, 'ranking.count': 1 };
    expect(await ran(1)).toEqual(expected);
    expect(await ran(1000)).toEqual(expected);
  });
});
