import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import type { Agreement } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import {
  mutate,
  type Funding,
  funding,
  fundedStation,
  errorsOf,
  rowsOf,
  tryMutate,
  warningsOf,
} from './support/money';

/** Plans of the operator: the budget with its versions, and the funding sources. */
let api: Api;
let operator: Client;
let street: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  operator = await api.as('admin@fengyuan.example');
  street = await api.as('admin@fengyuan-street.example');
});
beforeEach(async () => {
  agreement = await fundedStation(api);
});

interface Version {
  version: number;
  setAt: string;
  total: string;
  lines: { category: string; amount: string }[];
}

type Lines = [category: string, amount: string | number][];
const budget = (lines: Lines, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  agreementId: agreement.id,
  lines: lines.map(([category, amount]) => ({ category, amount })),
  ...more,
});
const setBudget = async (lines: Lines): Promise<Funding> =>
  (await mutate(operator, 'setBudget', budget(lines))).funding;
const spend = async (category: string, amount: string): Promise<Funding> =>
  (
    await mutate(operator, 'recordExpenditure', {
      agreementId: agreement.id,
      category,
      amount,
      spentOn: '2024-05-01',
    })
  ).funding;

async function versions(
  args = '',
): Promise<{ totalCount: number; nodes: Version[]; pageInfo: { endCursor: string } }> {
  const answer = await street.get<{
    agreement: { funding: { budgetVersions: Awaited<ReturnType<typeof versions>> } };
  }>(
    `query($id: ID!) { agreement(id: $id) { funding { budgetVersions${args} {
       totalCount pageInfo { endCursor } nodes { version setAt total lines { category amount } } } } } }`,
    { id: agreement.id },
  );
  return answer.agreement.funding.budgetVersions;
}

describe('a budget', () => {
  it('is replaced as a whole by a new version, and the previous one is kept', async () => {
    await setBudget([
      ['人员费用', '1600000.5'],
      ['办公费用', 2],
    ]);
    const report = await setBudget([['办公费用', '3.00']]);
    expect([report.budgetVersion, report.budgeted]).toEqual([2, '3.00']);
    expect(report.budgetLines.map(({ category, budgeted }) => [category, budgeted])).toEqual([
      ['办公费用', '3.00'],
    ]);
    const { totalCount, nodes } = await versions();
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { version: 2, total: '3.00', lines: [{ category: '办公费用', amount: '3.00' }] },
      {
        version: 1,
        total: '1600002.50',
        lines: [
          { category: '人员费用', amount: '1600000.50' },
          { category: '办公费用', amount: '2.00' },
        ],
      },
    ]);
  });

  it('set again unchanged makes no new version; in another order it does', async () => {
    await setBudget([
      ['甲', '1'],
      ['乙', '2.50'],
    ]);
    const again = await setBudget([
      [' 甲 ', '1.00'],
      ['乙', '2.5'],
    ]);
    expect(again.budgetVersion).toBe(1);
    const turned = await setBudget([
      ['乙', '2.5'],
      ['甲', '1'],
    ]);
    expect(turned.budgetVersion).toBe(2);
  });

  it('that drops a category keeps and counts its expenditure, with a warning, and refuses more', async () => {
    await setBudget([
      ['人员', '100'],
      ['购车', '50'],
    ]);
    await spend('购车', '20.25');
    const dropped = await setBudget([['人员', '150']]);
    expect(dropped.budgetLines).toMatchObject([
      { category: '人员', budgeted: '150.00', spent: '0.00' },
      { category: '购车', budgeted: null, spent: '20.25', executionPercent: null },
    ]);
    expect([dropped.spent, dropped.balance, warningsOf(dropped)]).toEqual([
      '20.25',
      '-20.25',
      ['SPENT_WITHOUT_BUDGET 购车'],
    ]);
    const more = { agreementId: agreement.id, category: '购车', amount: '1', spentOn: '2024-05-01' };
    expect(await errorsOf(operator, 'recordExpenditure', more)).toEqual(['UNKNOWN_CATEGORY category']);
    const back = await setBudget([['购车', '30']]);
    expect(back.budgetLines).toMatchObject([{ category: '购车', spent: '20.25', executionPercent: '67.50' }]);
    expect(back.warnings).toEqual([]);
  });

  it('is checked against expectedVersion when given', async () => {
    await mutate(operator, 'setBudget', budget([['甲', '1']], { expectedVersion: 0 }));
    expect(await errorsOf(operator, 'setBudget', budget([['甲', '2']], { expectedVersion: 0 }))).toEqual([
      'STALE_BUDGET expectedVersion',
    ]);
    // A retry of the call that was accepted is no fault.
    await mutate(operator, 'setBudget', budget([['甲', '1']], { expectedVersion: 0 }));
    await mutate(operator, 'setBudget', budget([['甲', '2']], { expectedVersion: 1 }));
  });

  it('of two set concurrently on the same version one is refused', async () => {
    const answers = await Promise.all(
      ['1', '2', '3'].map(async (amount) =>
        tryMutate(operator, 'setBudget', budget([['甲', amount]], { expectedVersion: 0 })),
      ),
    );
    const faults = answers.flatMap(({ userErrors }) => codesAndPaths(userErrors));
    expect(faults).toEqual(['STALE_BUDGET expectedVersion', 'STALE_BUDGET expectedVersion']);
    expect((await versions()).nodes.map(({ version }) => version)).toEqual([1]);
  });

  it('set by several concurrently is one of them, and all versions are kept', async () => {
    await Promise.all(['1', '2', '3', '4'].map(async (amount) => setBudget([['甲', amount]])));
    const { nodes } = await versions();
    expect(nodes.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(nodes.map(({ total }) => total).sort()).toEqual(['1.00', '2.00', '3.00', '4.00']);
    expect((await funding(street, agreement.id)).budgeted).toBe(nodes[0]!.total);
  });

  it('has its versions paginated, the one in force first', async () => {
    for (const amount of ['1', '2', '3']) await setBudget([['甲', amount]]);
    const first = await versions('(first: 2)');
    const rest = await versions(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.nodes, ...rest.nodes].map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(rest.totalCount).toBe(3);
  });

  it('is refused with all its errors and changes nothing', async () => {
    await setBudget([['甲', '1']]);
    const before = await rowsOf(api, agreement.id);
    const faults = await errorsOf(
      operator,
      'setBudget',
      budget(
        [
          ['', '0'],
          ['乙', '-1'],
          [' 乙', '0.001'],
        ],
        { expectedVersion: 7 },
      ),
    );
    expect(faults).toEqual([
      'EMPTY_TEXT lines.0.category',
      'ZERO_AMOUNT lines.0.amount',
      'NEGATIVE lines.1.amount',
      'CATEGORY_TWICE lines.2.category',
      'TOO_MANY_DECIMALS lines.2.amount',
      'STALE_BUDGET expectedVersion',
    ]);
    expect(await errorsOf(operator, 'setBudget', budget([]))).toEqual(['TOO_FEW lines']);
    expect(await rowsOf(api, agreement.id)).toBe(before);
  });

  it('above the fee is accepted with a warning', async () => {
    expect(warningsOf(await setBudget([['甲', '2400000.01']]))).toEqual(['BUDGET_ABOVE_FEE']);
  });
});

describe('funding sources', () => {
  const sources = (...given: [string, string][]): Record<string, unknown> => ({
    agreementId: agreement.id,
    sources: given.map(([level, amount]) => ({ level, amount })),
  });

  it('are set by either party to the agreement, and replace the previous ones', async () => {
    const { funding: first } = await mutate(operator, 'setFundingSources', sources(['CITY', '1']));
    expect(warningsOf(first)).toEqual(['SOURCES_NOT_FEE']);
    const { funding: second } = await mutate(
      street,
      'setFundingSources',
      sources(['DISTRICT', '1400000'], ['CITY', '1000000']),
    );
    expect(second.sources).toEqual([
      { level: 'CITY', amount: '1000000.00', shareOfFeePercent: '41.67' },
      { level: 'DISTRICT', amount: '1400000.00', shareOfFeePercent: '58.33' },
    ]);
    expect(second.warnings).toEqual([]);
    await mutate(operator, 'setFundingSources', sources(['CITY', '1000000.00'], ['DISTRICT', '1400000.00']));
    const kept = await api.world.ownerQuery(
      'select version, party, level from core.funding_source where agreement_id = $1 order by 1, 3',
      [agreement.id],
    );
    expect(kept).toEqual([
      { version: 1, party: 'OPERATOR', level: 'CITY' },
      { version: 2, party: 'PURCHASER', level: 'CITY' },
      { version: 2, party: 'PURCHASER', level: 'DISTRICT' },
    ]);
  });

  it('that are invalid are refused, and nothing is stored', async () => {
    expect(await errorsOf(operator, 'setFundingSources', sources(['CITY', '0'], ['CITY', '5']))).toEqual([
      'ZERO_AMOUNT sources.0.amount',
      'SOURCE_TWICE sources.1.level',
    ]);
    expect((await funding(operator, agreement.id)).sources).toEqual([]);
  });
});
