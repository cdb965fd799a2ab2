import { parties, type Parties } from '../assessment/support/parties';
import { enrolStaff, person } from '../staffing/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { checkStates } from '../../src/verify';
import { type Agreement, newStation } from './support/agreements';
import { propose } from './support/amendments';
import { accept, handIn, sendBack } from './support/months';
import { correct, record } from './support/questions';

/** What a month says: its figures as handed in last, and what is different now. */
let api: Api;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  agreement = await newStation(api, { requiredPosts: '4' }, ({ terms }) => [
    { termId: terms[0]!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: '100' },
  ]);
  const [east, west] = agreement.zones;
  await record(who.operator, agreement.id, [
    visit('2024-03-01', '3', east!.id),
    visit('2024-03-31', '2', west!.id),
    visit('2024-03-15', '4'),
    visit('2024-04-01', '9'),
  ]);
  await enrolStaff(who.operator, agreement.id, person('陈美玲'));
  await handIn(who.operator, agreement.id, '2024-03');
});

const visit = (occurredOn: string, value: string, zoneId: string | null = null) => ({
  indicator: 'HOME_VISIT',
  occurredOn,
  quantities: [{ measure: 'VISITS', value }],
  zoneId,
});

const SAID = `query($id: ID!) { node(id: $id) { ... on ReportMonth { state
  figures { indicator { code } measure { code } zone { name } completed }
  staffing { total required members { name code } } spending { spent categories { category spent } }
  changesSince { report path was is } } } }`;
interface Said {
  state: string;
  figures:
    | {
        indicator: { code: string };
        measure: { code: string };
        zone: { name: string } | null;
        completed: string;
      }[]
    | null;
  staffing: { total: string; required: string | null; members: { name: string; code: string }[] } | null;
  spending: { spent: string; categories: { category: string; spent: string }[] } | null;
  changesSince: { report: string; path: string[]; was: string | null; is: string | null }[];
}
async function said(client: Client, month = '2024-03', { id } = agreement): Promise<Said> {
  return (await client.get<{ node: Said }>(SAID, { id: `${id}.${month}` })).node;
}
const figuresOf = ({ figures }: Said): string[] | null =>
  figures?.map(({ measure, zone, completed }) => `${measure.code} ${zone?.name ?? '-'} ${completed}`) ?? null;
const changesOf = ({ changesSince }: Said): string[] =>
  changesSince.map(
    ({ report, path, was, is }) => `${report} ${path.join('/')}: ${was ?? '-'} → ${is ?? '-'}`,
  );

test('the figures of a month are its records by zone, and those in none; before a hand-in there are none', async () => {
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors]) {
    expect(figuresOf(await said(client))).toEqual(['VISITS 东片 3', 'VISITS 西片 2', 'VISITS - 4']);
  }
  const april = await said(who.operator, '2024-04');
  expect(april).toMatchObject({
    state: 'OPEN',
    figures: null,
    staffing: null,
    spending: null,
    changesSince: [],
  });
});

test('staff are by code, and nothing has changed at first', async () => {
  const { staffing, spending, changesSince } = await said(who.operator);
  expect(staffing).toMatchObject({ total: '1', required: '4' });
  expect(staffing!.members.map(({ name, code }) => name === code)).toEqual([true]);
  expect(spending).toEqual({ spent: '0.00', categories: [] });
  expect(changesSince).toEqual([]);
});

test('a roster, money, a target and an amendment that reach into a closed month show in what has changed', async () => {
  await accept(who.purchaser, `${agreement.id}.2024-03`);
  await enrolStaff(who.operator, agreement.id, person('李小红'));
  const lines = [{ category: '人员', amount: '900' }];
  const spend = `mutation($b: SetBudgetInput!, $e: RecordExpenditureInput!) {
    setBudget(input: $b) { userErrors { code } } recordExpenditure(input: $e) { userErrors { code } } }`;
  await who.operator.get(spend, {
    b: { agreementId: agreement.id, lines },
    e: { agreementId: agreement.id, category: '人员', spentOn: '2024-03-20', amount: '12.30' },
  });
  const { userErrors } = await propose(who.bureau, {
    agreementId: agreement.id,
    effectiveOn: '2024-03-10',
    documentNumber: '文 1',
    requiredPosts: '5',
    targets: [{ termId: agreement.terms[0]!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: '200' }],
  });
  expect(userErrors).toEqual([]);
  const changes = changesOf(await said(who.purchaser));
  expect(changes).toEqual(
    expect.arrayContaining([
      'COMPLETION 年度/HOME_VISIT/VISITS/total/target: 100 → 200',
      'STAFFING total: 1 → 2',
      'SPENDING spent: 0.00 → 12.30',
      'SPENDING categories/人员/spent: - → 12.30',
    ]),
  );
  expect(changes.filter((change) => change.includes('completed'))).toEqual([]);
  // What was handed in is unchanged.
  expect((await said(who.operator)).staffing!.total).toBe('1');
});

test('what is only called otherwise has not changed', async () => {
  const other = await newStation(api);
  const [zone] = other.zones;
  await record(who.operator, other.id, [visit('2024-03-01', '3', zone!.id)]);
  await handIn(who.operator, other.id, '2024-03');
  const { userErrors } = await propose(who.bureau, {
    agreementId: other.id,
    effectiveOn: '2024-03-01',
    documentNumber: '文 2',
    terms: [{ id: other.terms[0]!.id, name: '全年' }],
    zones: [{ id: zone!.id, name: '东风片' }],
  });
  expect(userErrors).toEqual([]);
  const after = await said(who.purchaser, '2024-03', other);
  expect(after.changesSince).toEqual([]);
  expect(figuresOf(after)).toEqual(['VISITS 东片 3']);
});

test('sent back and corrected, a month says what it said until it is handed in again', async () => {
  const id = `${agreement.id}.2024-03`;
  await sendBack(who.purchaser, id, '请更正');
  const [made] = await record(who.operator, agreement.id, [visit('2024-03-20', '1')]);
  await correct(who.operator, {
    id: made!.id,
    expectedRevision: 1,
    quantities: [{ measure: 'VISITS', value: '6' }],
  });
  const before = await said(who.operator);
  expect(figuresOf(before)).toEqual(['VISITS 东片 3', 'VISITS 西片 2', 'VISITS - 4']);
  expect(changesOf(before)).toContain('COMPLETION 年度/HOME_VISIT/VISITS/total/completed: 9 → 15');
  await handIn(who.operator, agreement.id, '2024-03');
  const after = await said(who.operator);
  expect(figuresOf(after)).toEqual(['VISITS 东片 3', 'VISITS 西片 2', 'VISITS - 10']);
  expect(after.changesSince).toEqual([]);
});

test('a month that is closed again because a day is over says what was stored then, and keeps it with the next step', async () => {
  const id = `${agreement.id}.2024-03`;
  const today = new Date(api.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  await sendBack(who.purchaser, id, '请补登', today);
  await record(who.operator, agreement.id, [visit('2024-03-21', '2')]);
  await api.world.ownerQuery(
    `update core.report_month set closes_after = core.today() - 1, first_handed_in_at = now() - interval '9 days',
            handed_in_at = now() - interval '9 days' where agreement_id = $1`,
    [agreement.id],
  );
  const lapsed = await said(who.purchaser);
  expect(lapsed.state).toBe('HANDED_IN');
  expect(figuresOf(lapsed)).toContain('VISITS - 12');
  expect(lapsed.changesSince).toEqual([]);
  await accept(who.purchaser, id);
  expect(figuresOf(await said(who.operator))).toContain('VISITS - 12');
});

test('each figure is a row for SQL, and a recount agrees; a row that says otherwise is named', async () => {
  const rows = await api.world.ownerQuery<{ path: string; value: string }>(
    `select array_to_string(f.path[2:], '/') as path, trim_scale(f.value)::text as value from core.report_month m
       join core.snapshot_figure f on f.snapshot_id = m.snapshot_id
      where m.agreement_id = $1 and f.report = 'COMPLETION' and f.path[2] = 'HOME_VISIT' order by f.position`,
    [agreement.id],
  );
  expect(rows.map(({ path, value }) => `${path} ${value}`)).toEqual([
    'HOME_VISIT/VISITS/total/target 200',
    'HOME_VISIT/VISITS/total/completed 17',
    'HOME_VISIT/VISITS/total/percent 8.5',
    'HOME_VISIT/VISITS/withoutZone/completed 12',
    'HOME_VISIT/VISITS/byZone/东片/completed 3',
    'HOME_VISIT/VISITS/byZone/西片/completed 2',
  ]);
  const found = async (): Promise<string[]> =>
    (await checkStates(api.server.database))
      .filter(({ id }) => id.startsWith(agreement.id) || id === snapshot!.id)
      .map(({ fault }) => fault);
  const [snapshot] = await api.world.ownerQuery<{ id: string }>(
    'select snapshot_id as id from core.report_month where agreement_id = $1',
    [agreement.id],
  );
  expect(await found()).toEqual([]);
  const change = async (by: number): Promise<unknown> =>
    api.world.ownerQuery(
      `update core.snapshot_figure set value = value + ${String(by)}
        where snapshot_id = '${snapshot!.id}' and path[4] = 'byZone' and path[5] = '东片'`,
    );
  await change(1);
  expect(await found()).toEqual(['MONTHS', 'SNAPSHOT_SUMS']);
  await change(-1);
  await api.world.ownerQuery(
    `update core.snapshot_figure set value = 8.51 where snapshot_id = '${snapshot!.id}' and path[5] = 'percent'`,
  );
  expect(await found()).toEqual(['SNAPSHOT_PERCENTS']);
  await api.world.ownerQuery(
    `update core.snapshot_figure set value = 8.5 where snapshot_id = '${snapshot!.id}' and path[5] = 'percent'`,
  );
});
