import { comparedOf, unusualOf } from './unusual';

const row = (code: string, byMonth: string[], percent: string | null = null) => ({
  indicator: { code, name: code },
  measure: { code: 'TIMES', name: '次数', unit: '次' },
  byMonth,
  total: { target: percent === null ? null : '100', completed: '0', percent },
});

test.each([
  [['10', '12', '0'], 'NOTHING'],
  [['10', '12', '34'], 'MUCH'],
  [['10', '12', '33'], 'USUAL'],
  [['10', '12', '3'], 'LITTLE'],
  [['10', '12', '4'], 'USUAL'],
  [['10', '0'], 'USUAL'],
  [['0', '0', '9', '0'], 'USUAL'],
  [['0', '0', '0', '5'], 'USUAL'],
  [['5'], 'USUAL'],
])('months %j are %s', (byMonth, kind) => {
  expect(comparedOf({ byMonth }).kind).toBe(kind);
});

test('a month is compared with the one before and the mean of all before', () => {
  expect(comparedOf({ byMonth: ['1', '2', '5'] })).toMatchObject({ now: '5', last: '2', mean: '1.5' });
  expect(comparedOf({ byMonth: ['5'] })).toMatchObject({ now: '5', last: undefined, mean: undefined });
});

const sheet = (...rows: ReturnType<typeof row>[]) => ({
  from: '2026-08-01',
  to: '2026-10-31',
  months: ['2026-08', '2026-09', '2026-10'],
  timeProgressPercent: '25.00',
  rows,
});
const facts = (categories: string[], month = {}) => ({
  staffing: {
    total: '4',
    required: '4',
    surplus: '0',
    months: [{ headCount: 4, postsSurplus: '0', salaryPaid: 4, socialInsurancePaid: 4, ...month }],
    warnings: [] as { message: string; month: string | null }[],
  },
  monthSpending: { spent: '1', categories: categories.map((category) => ({ category })) },
});

test('of a usual month nothing is said', () => {
  expect(unusualOf('2026-10', sheet(row('A', ['3', '4', '3'], '25.00')), facts(['人员经费']))).toEqual([]);
});

test('what was not done, is behind, short, unpaid or unspent is said in words', () => {
  const figures = sheet(row('探访', ['3', '4', '0']), row('建档', ['3', '4', '30'], '12.00'));
  const short = facts([], { postsSurplus: '-1', salaryPaid: 3, socialInsurancePaid: 2 });
  expect(unusualOf('2026-10', figures, short)).toEqual([
    '探访：次数（次）：本月为 0，往月平均 3.5',
    '建档：次数（次）：本月 30，超过往月平均（3.5）的三倍',
    '1 项累计进度落后于时间进度（25.00%），表中标红',
    '人员比应配备的少 1 人',
    '1 人没有登记本月工资',
    '2 人没有登记本月社保',
    '本月没有登记支出',
  ]);
});

test('a month without any record says that alone; warnings of other months are not its own', () => {
  const of = facts(['人员经费']);
  of.staffing.warnings = [
    { message: '时段重叠', month: null },
    { message: '九月', month: '2026-09' },
  ];
  expect(unusualOf('2026-10', sheet(row('A', ['3', '4', '0']), row('B', ['1', '1', '0'])), of)).toEqual([
    '本月没有任何服务记录',
    '时段重叠',
  ]);
});
