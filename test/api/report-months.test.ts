import { dayOf } from '../../src/platform/calendar';
import { parties, type Parties } from '../assessment/support/parties';
import type { Client } from '../kit/api';
import { startApi, type TestApi } from '../kit/api';
import { newStation } from './support/agreements';
import { accept, handIn, type Month, sendBack } from './support/months';

/** Months over the scope of a viewer, and the board of stations. The clock is at a day of which the test knows. */
let api: TestApi;
let who: Parties;
let running: { id: string; station: { id: string; name: string } };
let ended: { id: string; station: { id: string; name: string } };
const today = (): string => dayOf(api.clock.now());
const monthsAgo = (count: number): string => {
  const day = new Date(`${today().slice(0, 7)}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - count);
  return day.toISOString().slice(0, 7);
};

beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  const [startsOn, endsOn] = [`${monthsAgo(3)}-01`, `${monthsAgo(-3)}-28`];
  running = await newStation(api, { startsOn, endsOn, terms: [{ name: '年度', startsOn, endsOn }] });
  ended = await newStation(api);
  // Three months ago on time, two months ago late, last month never.
  await handIn(who.operator, running.id, monthsAgo(3));
  await handIn(who.operator, running.id, monthsAgo(2));
  await api.world.ownerQuery(
    `update core.report_month set first_handed_in_at = due_on + interval '1 day' * case when month = $2::date then -1 else 2 end
      where agreement_id = $1`,
    [running.id, `${monthsAgo(3)}-01`],
  );
  await accept(who.purchaser, `${running.id}.${monthsAgo(3)}`);
  await sendBack(who.purchaser, `${running.id}.${monthsAgo(2)}`, '补');
}, 60_000);
afterAll(async () => {
  await api.close();
});

const PAGE = `query($filter: ReportMonthFilter, $first: Int, $after: String) {
  reportMonths(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id month state isLate isMissing agreement { id } } } }`;
interface List {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Month[];
}
async function list(client: Client, variables: Record<string, unknown> = {}): Promise<List> {
  return (await client.get<{ reportMonths: List }>(PAGE, variables)).reportMonths;
}
const shown = ({ nodes }: List): string[] => nodes.map(({ month, state }) => `${month} ${state}`);

test('months that have begun, of agreements in force or ended within 120 days; older ones when asked', async () => {
  const all = [
    `${monthsAgo(0)} OPEN`,
    `${monthsAgo(1)} OPEN`,
    `${monthsAgo(2)} SENT_BACK`,
    `${monthsAgo(3)} ACCEPTED`,
  ];
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors]) {
    expect(shown(await list(client))).toEqual(all);
  }
  for (const foreign of [who.otherPurchaser, who.otherBureau, who.otherOperator]) {
    expect((await list(foreign)).totalCount).toBe(0);
  }
  const withEnded = await list(who.operator, { filter: { withEnded: true, stationId: ended.station.id } });
  expect(withEnded.totalCount).toBe(12);
  expect(withEnded.nodes[0]!.month).toBe('2024-12');
  const later = await list(who.operator, { filter: { month: monthsAgo(-2) } });
  expect(shown(later)).toEqual([`${monthsAgo(-2)} OPEN`]);
});

test('each filter narrows; pages follow one another without a gap', async () => {
  const ask = async (filter: Record<string, unknown>): Promise<string[]> =>
    shown(await list(who.bureau, { filter }));
  expect(await ask({ states: ['ACCEPTED', 'HANDED_IN'] })).toEqual([`${monthsAgo(3)} ACCEPTED`]);
  expect(await ask({ month: monthsAgo(2) })).toEqual([`${monthsAgo(2)} SENT_BACK`]);
  expect(await ask({ missing: true, month: monthsAgo(1) })).toHaveLength(isDue() ? 1 : 0);
  expect(await ask({ late: false, month: monthsAgo(3) })).toHaveLength(1);
  expect(await ask({ late: true, month: monthsAgo(2) })).toHaveLength(1);
  expect(await ask({ districtCode: '440111' })).toEqual([]);
  expect(await ask({ stationId: 'x' })).toEqual([]);
  const pages: string[] = [];
  let after: string | null = null;
  do {
    const page: List = await list(who.city, { filter: { withEnded: true }, first: 7, after });
    pages.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  const { totalCount } = await list(who.city, { filter: { withEnded: true } });
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages).toHaveLength(totalCount);
  expect(
    [...pages]
      .map((id) => id.slice(-7))
      .sort()
      .reverse(),
  ).toEqual(pages.map((id) => id.slice(-7)));
});

/** Whether last month is due. */
function isDue(): boolean {
  return today().slice(8) > '05';
}

const BOARD = `query($from: YearMonth!, $to: YearMonth!, $withEnded: Boolean, $first: Int, $after: String) {
  reportBoard(from: $from, to: $to, withEnded: $withEnded, first: $first, after: $after) {
    totalCount total { expected onTime late missing onTimePercent } pageInfo { hasNextPage endCursor }
    nodes { station { id name } punctuality { expected onTime late missing onTimePercent }
      months { id month state isLate isMissing dueOn handedInAt } } } }`;
interface Punctuality {
  expected: number;
  onTime: number;
  late: number;
  missing: number;
  onTimePercent: string | null;
}
interface Board {
  totalCount: number;
  total: Punctuality;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: { station: { id: string; name: string }; punctuality: Punctuality; months: Month[] }[];
}

test('the board has a row a station, and tells late from missing over the months expected', async () => {
  const variables = { from: monthsAgo(3), to: monthsAgo(0) };
  const { reportBoard } = await who.purchaser.get<{ reportBoard: Board }>(BOARD, variables);
  const [row, ...others] = reportBoard.nodes;
  expect(others).toEqual([]);
  expect(row!.station.id).toBe(running.station.id);
  expect(row!.months.map(({ month, state }) => `${month} ${state}`)).toEqual([
    `${monthsAgo(3)} ACCEPTED`,
    `${monthsAgo(2)} SENT_BACK`,
    `${monthsAgo(1)} OPEN`,
    `${monthsAgo(0)} OPEN`,
  ]);
  const missing = isDue() ? 1 : 0;
  expect(row!.punctuality).toEqual({
    expected: 2 + missing,
    onTime: 1,
    late: 1,
    missing,
    onTimePercent: isDue() ? '33.33' : '50.00',
  });
  expect(reportBoard.total).toEqual(row!.punctuality);
  expect(reportBoard.totalCount).toBe(1);
});

test('the board of a range and with ended agreements goes by pages, in one statement a page', async () => {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const before = api.statements().get('month.board') ?? 0;
    const variables: Record<string, unknown> = {
      from: '2024-01',
      to: '2024-12',
      withEnded: true,
      first: 1,
      after,
    };
    const { reportBoard } = await who.city.get<{ reportBoard: Board }>(BOARD, variables);
    expect((api.statements().get('month.board') ?? 0) - before).toBe(1);
    names.push(...reportBoard.nodes.map(({ station }) => station.name));
    after = reportBoard.pageInfo.hasNextPage ? reportBoard.pageInfo.endCursor : null;
  } while (after !== null);
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
  const tooLong = await who.city.ask(BOARD, { from: '2022-01', to: '2024-01' });
  expect(tooLong.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
