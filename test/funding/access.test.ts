import { databaseRoleOf, MemberRole, verifyAccessToken } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { TEST_KEYS } from '../kit/settings';
import { type Agreement, register, validRegistration } from '../api/support/agreements';
import { enrol, organisationId } from '../api/support/people';
import {
  type Mutation,
  MUTATIONS,
  mutate,
  entries,
  FUNDING,
  funding,
  fundedStation,
  operationOf,
  rowsOf,
} from './support/money';
import { writeUnaudited } from '../kit/unaudited-write';

/** Access to money: who may read and write what, in the API and in the database. */
let api: Api;
let agreement: Agreement;
/** An entry of each ledger, recorded by a party that may. */
const entryOf = new Map<Mutation, string>();
beforeAll(async () => {
  api = await sharedApi();
  const operator = await api.as('admin@fengyuan.example');
  const street = await api.as('admin@fengyuan-street.example');
  agreement = await fundedStation(api);
  const { id: agreementId } = agreement;
  await mutate(operator, 'setBudget', { agreementId, lines: [{ category: '人员', amount: '100' }] });
  await mutate(street, 'setFiscalBudget', { agreementId, fiscalYear: 2024, amount: '500' });
  const receipt = { agreementId, condition: 'SIGNING', amount: '60', receivedOn: '2024-02-01' };
  const spending = { agreementId, category: '人员', amount: '10', spentOn: '2024-02-02' };
  entryOf.set('reverseReceipt', (await mutate(operator, 'recordReceipt', receipt)).entryId);
  entryOf.set('reverseExpenditure', (await mutate(operator, 'recordExpenditure', spending)).entryId);
  const payment = { agreementId, fiscalYear: 2024, amount: '70' };
  entryOf.set('reversePayment', (await mutate(street, 'recordPayment', payment)).entryId);
});

/** Input that is valid in form but empty or about unknown ids, so that a mutation that is wrongly permitted stores nothing. */
function inputOf(mutation: Mutation, agreementId: string, entryId: string): Record<string, unknown> {
  const money = { agreementId, amount: '0' };
  const inputs: Record<Mutation, Record<string, unknown>> = {
    setBudget: { agreementId, lines: [] },
    setFundingSources: { agreementId, sources: [] },
    setFiscalBudget: { ...money, fiscalYear: 2024 },
    recordReceipt: { ...money, condition: 'SIGNING', receivedOn: '2024-02-01' },
    recordExpenditure: { ...money, category: '人员', spentOn: '2024-02-01' },
    recordPayment: { ...money, fiscalYear: 2024 },
    reverseReceipt: { id: entryId, reason: '' },
    reverseExpenditure: { id: entryId, reason: '' },
    reversePayment: { id: entryId, reason: '' },
  };
  return inputs[mutation];
}

async function outcome(client: Client, mutation: Mutation, input: Record<string, unknown>): Promise<string> {
  const { text } = await client.ask(operationOf(mutation), { input });
  return /"code":"(FORBIDDEN|NOT_FOUND|UNAUTHENTICATED|INTERNAL_SERVER_ERROR)"/.exec(text)?.[1] ?? 'allowed';
}

const BY_OPERATOR: Mutation[] = [
  'setBudget',
  'setFundingSources',
  'recordReceipt',
  'recordExpenditure',
  'reverseReceipt',
  'reverseExpenditure',
];
const BY_STREET: Mutation[] = [
  'setFundingSources',
  'setFiscalBudget',
  'recordReceipt',
  'recordPayment',
  'reverseReceipt',
  'reversePayment',
];

describe('only administrators of operator and purchaser write about money:', () => {
  it.each<[string, string | null, MemberRole | null, Mutation[]]>([
    ['the operator’s administrator', 'admin@fengyuan.example', null, BY_OPERATOR],
    ['its manager', '逢源人家', MemberRole.MANAGER, []],
    ['its worker', 'worker@fengyuan.example', null, []],
    ['its viewer', '逢源人家', MemberRole.VIEWER, []],
    ['the purchaser’s administrator', 'admin@fengyuan-street.example', null, BY_STREET],
    ['the purchaser’s manager', '广州市荔湾区逢源街道办事处', MemberRole.MANAGER, []],
    ['the district bureau', 'admin@liwan-bureau.example', null, []],
    ['the city bureau', 'admin@guangzhou-bureau.example', null, []],
    ['the mentoring centre', 'admin@mentoring-centre.example', null, []],
    ['an assessor', 'admin@assessor.example', null, []],
    ['the platform', 'admin@platform.example', null, []],
    ['nobody at all', null, null, []],
  ])('%s', async (_, who, role, expected) => {
    const client =
      who === null
        ? api.anonymous
        : role === null
          ? await api.as(who)
          : await enrol(api, who, role, `${role.toLowerCase()}-${newId()}@money.example`);
    const before = await rowsOf(api, agreement.id);
    const refusal = who === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    const outcomes = new Map<Mutation, string>();
    for (const mutation of MUTATIONS) {
      outcomes.set(
        mutation,
        await outcome(client, mutation, inputOf(mutation, agreement.id, entryOf.get(mutation) ?? '')),
      );
    }
    const expectation = MUTATIONS.map((mutation) => [
      mutation,
      expected.includes(mutation) ? 'allowed' : refusal,
    ]);
    expect([...outcomes]).toEqual(expectation);
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });
});

describe('every viewer in scope reads the same figures:', () => {
  it.each([
    'worker@fengyuan.example',
    'admin@fengyuan-street.example',
    'admin@liwan-bureau.example',
    'admin@guangzhou-bureau.example',
    'admin@mentoring-centre.example',
  ])('%s', async (account) => {
    const own = await funding(await api.as('admin@fengyuan.example'), agreement.id);
    const client = await api.as(account);
    expect(await funding(client, agreement.id)).toEqual(own);
    for (const book of ['receipts', 'expenditures', 'payments'] as const) {
      expect((await entries(client, agreement.id, book)).totalCount).toBe(1);
    }
  });
});

/** The answer to a request with an id, with that id removed. */
async function without(client: Client, query: string, variables: unknown, id: string): Promise<string> {
  const { status, text } = await client.ask(query, variables as Record<string, unknown>);
  return `${status} ${text.replaceAll(id, '<id>')}`;
}

describe('outside the scope the agreement and its entries are answered like an unknown id:', () => {
  it.each([
    'admin@datong.example',
    'worker@datong.example',
    'admin@zhongnan-street.example',
    'admin@baiyun-bureau.example',
    'admin@assessor.example',
  ])('%s', async (account) => {
    const client = await api.as(account);
    const nothing = newId();
    const unknown = await without(client, FUNDING, { id: nothing }, nothing);
    expect(unknown).toContain('NOT_FOUND');
    expect(await without(client, FUNDING, { id: agreement.id }, agreement.id)).toBe(unknown);
    expect(await without(client, FUNDING, { id: 'x-y' }, 'x-y')).toBe(unknown);
    for (const mutation of MUTATIONS) {
      const answers = await Promise.all(
        [newId(), entryOf.get(mutation) ?? agreement.id, 'x-y'].map(async (id) =>
          without(client, operationOf(mutation), { input: inputOf(mutation, id, id) }, id),
        ),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
  });
});

test('the next operator of the station sees nothing of the last one’s money; the street sees both', async () => {
  const street = await api.as('admin@fengyuan-street.example');
  const next = await register(street, {
    ...(await validRegistration(api)),
    newStation: null,
    stationId: agreement.station.id,
    operatorId: await organisationId(api, '大同'),
    startsOn: '2025-01-01',
    endsOn: '2025-12-31',
    terms: [{ name: '年度', startsOn: '2025-01-01', endsOn: '2025-12-31' }],
  });
  const datong = await api.as('admin@datong.example');
  const { errors } = await datong.ask(FUNDING, { id: agreement.id });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  expect(await funding(datong, next.id)).toMatchObject({ received: '0.00', spent: '0.00', budgetLines: [] });
  expect((await entries(datong, next.id, 'receipts')).totalCount).toBe(0);
  expect((await funding(street, agreement.id)).received).toBe('60.00');
  expect(await outcome(datong, 'reverseReceipt', { id: entryOf.get('reverseReceipt'), reason: '试' })).toBe(
    'NOT_FOUND',
  );
});

describe('in the database', () => {
  const TABLES = [
    'budget',
    'budget_line',
    'funding_source',
    'fiscal_budget',
    'receipt',
    'expenditure',
    'payment',
  ];

  /** Runs statements as the server would for a member, in one transaction each; returns the SQLSTATE of a refusal. */
  async function attempt(account: string, sql: string, values: unknown[] = []): Promise<string> {
    const { token = '' } = await api.as(account);
    const session = verifyAccessToken(token, TEST_KEYS, api.clock.now());
    if (!session) throw new Error('no session');
    const scope = new TenantScope(api.world.database, { ...session, role: databaseRoleOf(session) });
    try {
      const rows = await writeUnaudited(scope, async (transaction) =>
        transaction.query(statement(`test.${newId()}`, `${sql} returning 1`), values),
      );
      return `${rows.length} rows`;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  it.each(TABLES)('no one changes or removes a row of core.%s', async (table) => {
    for (const account of [
      'admin@fengyuan.example',
      'admin@fengyuan-street.example',
      'admin@liwan-bureau.example',
    ]) {
      expect(await attempt(account, `update core.${table} set agreement_id = agreement_id`)).toBe('42501');
      expect(await attempt(account, `delete from core.${table}`)).toBe('42501');
    }
  });

  const COPY = (changes: string): string =>
    `insert into core.receipt (organisation_id, agreement_id, station_id, purchaser_id, district_code, recorded_at,
       recorded_by, condition, received_on, paid_on, id, party, amount, reverses, reversed_amount, note)
     select organisation_id, agreement_id, station_id, purchaser_id, district_code, recorded_at, recorded_by, condition,
            received_on, paid_on, $2, ${changes} from core.receipt where id = $1`;
  const copy = async (account: string, changes: string): Promise<string> =>
    attempt(account, COPY(changes), [entryOf.get('reverseReceipt'), newId()]);

  it('an entry is added only in one’s own name, by an administrator', async () => {
    const plain = `5, null, null, null`;
    expect(await copy('admin@fengyuan-street.example', `'OPERATOR', ${plain}`)).toBe('42501');
    expect(await copy('admin@fengyuan.example', `'PURCHASER', ${plain}`)).toBe('42501');
    expect(await copy('worker@fengyuan.example', `'OPERATOR', ${plain}`)).toBe('42501');
    expect(await copy('admin@liwan-bureau.example', `'PURCHASER', ${plain}`)).toBe('42501');
    expect(await copy('admin@datong.example', `'OPERATOR', ${plain}`)).toBe('0 rows');
  });

  it('a reversal has exactly the opposite amount and the same party, and references no reversal', async () => {
    const account = 'admin@fengyuan.example';
    expect(await copy(account, `'OPERATOR', -5, null, null, null`)).toBe('23514');
    expect(await copy(account, `'OPERATOR', -59.99, id, 59.99, '试'`)).toBe('23503');
    expect(await copy(account, `'OPERATOR', -60, id, 59.99, '试'`)).toBe('23514');
    expect(await copy(account, `'OPERATOR', -60, id, 60, null`)).toBe('23514');
    expect(await copy(account, `'OPERATOR', 60, id, -60, '试'`)).toBe('23514');
    expect(await copy('admin@fengyuan-street.example', `'PURCHASER', -60, id, 60, '试'`)).toBe('23503');
    expect(await copy(account, `'OPERATOR', 0, null, null, null`)).toBe('23514');
    expect(await copy(account, `'OPERATOR', -60, id, 60, '试'`)).toBe('1 rows');
    expect(await copy(account, `'OPERATOR', -60, id, 60, '再试'`)).toBe('23505');
  });

  it('a street writes no plan or expenditure of the operator, an operator none of the street', async () => {
    const keys = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const budget = `insert into core.budget (${keys}, version, set_at, set_by) select ${keys}, 9, set_at, set_by
      from core.budget`;
    const fiscal = `insert into core.fiscal_budget (${keys}, fiscal_year, version, amount, set_at, set_by)
      select ${keys}, fiscal_year, 9, amount, set_at, set_by from core.fiscal_budget where agreement_id = '${agreement.id}'`;
    expect(await attempt('admin@fengyuan-street.example', budget)).toBe('42501');
    expect(await attempt('admin@fengyuan.example', fiscal)).toBe('42501');
    expect(await attempt('admin@fengyuan-street.example', fiscal)).toBe('1 rows');
  });
});
