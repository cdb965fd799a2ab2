import { parties, type Parties } from '../assessment/support/parties';
import { startApi, type TestApi } from '../kit/api';
import { newStation } from './support/agreements';
import { accept, ACCEPT, handIn, type Accepted } from './support/months';
import { codesAndPaths } from './support/questions';

/** 月报: a street accepts up to 500 months in one call, all of them or none. */
const MAX_MONTHS = 500;
const YEARS = { startsOn: '2018-01-01', endsOn: '2023-12-31' };
const MONTHS_OF_SIX_YEARS = 72;

let api: TestApi;
let who: Parties;
/** More than one call takes, in the order of station and month. */
let ids: string[];

beforeAll(async () => {
  api = await startApi({ COST_PER_MINUTE: '1000000000' });
  who = await parties(api);
  ids = [];
  while (ids.length <= MAX_MONTHS) {
    const { id } = await newStation(api, { ...YEARS, terms: [{ name: '六年', ...YEARS }] });
    await handInAll(id);
    const months = await api.world.ownerQuery<{ id: string }>(
      `select agreement_id || '.' || to_char(month, 'YYYY-MM') as id from core.report_month
        where agreement_id = $1 order by month`,
      [id],
    );
    ids.push(...months.map((month) => month.id));
  }
}, 60_000);
afterAll(async () => {
  await api.close();
});

/** Lets every month have been handed in, with what one of them says. */
async function handInAll(agreementId: string): Promise<void> {
  const { userErrors } = await handIn(who.operator, agreementId, '2018-01');
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  await api.world.ownerQuery(
    `insert into core.report_month
     select (jsonb_populate_record(r, jsonb_build_object('month', g::date))).*
       from core.report_month r
      cross join generate_series('2018-02-01'::timestamp, '2023-12-01', interval '1 month') g
      where r.agreement_id = $1 and r.month = '2018-01-01'`,
    [agreementId],
  );
}

async function states(): Promise<Record<string, number>> {
  const rows = await api.world.ownerQuery<{ state: string; count: number }>(
    `select state, count(*)::int as count from core.report_month where agreement_id || '.' || to_char(month, 'YYYY-MM') = any ($1)
      group by 1`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Statements of the steps that a call takes. */
async function statementsOf(some: readonly string[]): Promise<Record<string, number>> {
  // The trail of refusals and reads is written by itself, when the requests are over.
  await api.server.trail.settled();
  const before = api.statements();
  // What it answers is read by itself, a statement for any number of months.
  const { acceptMonths } = await who.purchaser.get<{ acceptMonths: Accepted }>(
    'mutation($ids: [ID!]!) { acceptMonths(ids: $ids) { months { id state } userErrors { code path } } }',
    { ids: some },
  );
  expect(acceptMonths.userErrors).toEqual([]);
  expect(acceptMonths.months!.map(({ id, state }) => `${id} ${state}`)).toEqual(
    some.map((id) => `${id} ACCEPTED`),
  );
  return Object.fromEntries(
    [...api.statements()].flatMap(([name, count]) => {
      const times = count - (before.get(name) ?? 0);
      return times === 0 ? [] : [[name, times]];
    }),
  );
}

test('one more than 500 is refused; with one that is open among 500 none is accepted', async () => {
  expect(ids.length).toBe(7 * MONTHS_OF_SIX_YEARS);
  const tooMany = await accept(who.purchaser, ...ids.slice(0, MAX_MONTHS + 1));
  expect(codesAndPaths(tooMany.userErrors)).toEqual(['TOO_MANY ids']);

  const [agreementId] = ids[250]!.split('.');
  await api.world.ownerQuery(
    `update core.report_month set state = 'OPEN', note = '漏登' where agreement_id = $1 and month = $2`,
    [agreementId, `${ids[250]!.slice(-7)}-01`],
  );
  const some = ids.slice(0, MAX_MONTHS);
  expect(codesAndPaths((await accept(who.purchaser, ...some)).userErrors)).toEqual([
    'MONTH_NOT_HANDED_IN ids.250',
  ]);
  const { errors } = await who.otherPurchaser.ask(ACCEPT, { ids: some });
  expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  expect(await states()).toEqual({ HANDED_IN: ids.length - 1, OPEN: 1 });
  expect((await handIn(who.operator, agreementId!, ids[250]!.slice(-7))).userErrors).toEqual([]);
});

test('500 of seven stations are accepted by as many statements as one, each step with its event', async () => {
  const rest = ids.slice(MAX_MONTHS);
  const one = await statementsOf(rest.slice(0, 1));
  expect(await statementsOf(ids.slice(0, MAX_MONTHS))).toEqual(one);
  expect(await states()).toEqual({ ACCEPTED: MAX_MONTHS + 1, HANDED_IN: rest.length - 1 });
  const [events] = await api.world.ownerQuery<{ count: number }>(
    `select count(*)::int as count from core.report_month_event
      where state = 'ACCEPTED' and agreement_id || '.' || to_char(month, 'YYYY-MM') = any ($1)`,
    [ids.slice(0, MAX_MONTHS)],
  );
  expect(events!.count).toBe(MAX_MONTHS);
});
