import { type Client, startApi, type TestApi } from '../kit/api';
import { type Agreement, newStation } from '../api/support/agreements';
import { mutate, funding, fundedStation, type Funding, type Recall, RECALL } from './support/money';

/** Recalls by other rules, and the number of statements of a funding report. */
let api: TestApi;
let operator: Client;
let street: Client;
beforeAll(async () => {
  api = await startApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});
afterAll(async () => {
  await api.close();
});

const spend = async (agreement: Agreement, category: string, amount: string, spentOn: string) =>
  mutate(operator, 'recordExpenditure', { agreementId: agreement.id, category, amount, spentOn });

test('a recall rule of the fee computes the share at risk on a day', async () => {
  const agreement = await fundedStation(api, { annualFee: '1000.00' });
  await mutate(operator, 'setBudget', {
    agreementId: agreement.id,
    lines: [{ category: '人员', amount: '1000' }],
  });
  await spend(agreement, '人员', '799.99', '2024-08-31');
  await spend(agreement, '人员', '0.01', '2024-09-01');
  const recall = async (share: string, by: string, asOf: string | null = null): Promise<Recall | null> => {
    const { agreement: found } = await street.get<{ agreement: { funding: { recallIf: Recall | null } } }>(
      `query($id: ID!, $share: Decimal!, $by: Date!, $asOf: Date) {
         agreement(id: $id) { funding(asOf: $asOf) { recallIf(share: $share, by: $by) { ${RECALL} } } } }`,
      { id: agreement.id, share, by, asOf },
    );
    return found.funding.recallIf;
  };
  expect(await recall('0.8', '2024-08-31')).toEqual({
    share: '0.8',
    by: '2024-08-31',
    base: '1000.00',
    required: '800.00',
    executed: '799.99',
    undated: '0.00',
    short: '0.01',
    atRisk: '200.01',
    state: 'MISSED',
  });
  expect(await recall('0.8', '2024-09-01')).toMatchObject({
    state: 'MET',
    atRisk: '0.00',
    executed: '800.00',
  });
  // Seen from July, August is still to come, and what was spent then is not known yet.
  expect(await recall('0.8', '2024-08-31', '2024-07-01')).toMatchObject({ state: 'OPEN', atRisk: '1000.00' });
  const without = await newStation(api);
  const answer = await operator.get<{ agreement: { funding: { recallIf: Recall | null } } }>(
    '{ agreement(id: "' + without.id + '") { funding { recallIf(share: 1, by: "2024-01-01") { state } } } }',
  );
  expect(answer.agreement.funding.recallIf).toBeNull();
});

test.each([
  ['0', 'ZERO'],
  ['1.1', 'above'],
  ['-0.5', 'negative'],
])('a share of %s is refused', async (share) => {
  const agreement = await fundedStation(api);
  const { errors } = await operator.ask(
    `query($id: ID!, $share: Decimal!) { agreement(id: $id) { funding { recallIf(share: $share, by: "2024-08-31") { state } } } }`,
    { id: agreement.id, share },
  );
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

describe('statements:', () => {
  async function ran(work: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = api.statements();
    await work();
    const more = [...api.statements()].map(
      ([name, count]) => [name, count - (before.get(name) ?? 0)] as const,
    );
    const own = more.filter(([name, count]) => count > 0 && !/^(audit|scope)\./.test(name));
    return Object.fromEntries(own);
  }

  it('a whole report takes one, for any number of entries', async () => {
    const agreement = await fundedStation(api);
    expect(await ran(async () => funding(operator, agreement.id))).toEqual({
      'agreement.byIds': 1,
      'funding.report': 1,
    });
  });

  it('the reports and recalls of many agreements take one each', async () => {
    await fundedStation(api);
    const bureau = await api.as('admin@liwan-bureau.example');
    let found = 0;
    const counts = await ran(async () => {
      const { stations } = await bureau.get<{
        stations: { nodes: { agreements: { nodes: { funding: Funding }[] } }[] };
      }>(
        `{ stations(first: 100) { nodes { agreements(first: 5) { nodes { funding {
             spent recallIf(share: "0.8", by: "2022-08-31") { state }
             fiscalYears { recallIf(share: "0.8", by: "2022-08-31") { state } } } } } } } }`,
      );
      found = stations.nodes.flatMap(({ agreements }) => agreements.nodes).length;
    });
    expect(found).toBeGreaterThan(5);
    expect([counts['funding.report'], counts['funding.spentBy'], counts['funding.paidBy']]).toEqual([
      1, 1, 1,
    ]);
  });
});
