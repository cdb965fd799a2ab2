import { csvRows, daysCounted, isBehind, monthIn, yearsOf } from './months';

const table = {
  from: '2024-05-16',
  to: '2025-04-15',
  timeProgressPercent: '50.00',
  months: ['2024-12', '2025-01'],
};
const row = {
  indicator: { code: 'CASE_FILE', name: '建档' },
  measure: { code: 'FILES', name: '档案数', unit: '个' },
  byMonth: ['3', '4'],
  total: { target: '20', completed: '7', percent: '35.00' },
};

test.each([
  ['2024-05', '2024-05-16', '2024-05-31'],
  ['2025-02', '2025-02-01', '2025-02-28'],
  ['2025-04', '2025-04-01', '2025-04-15'],
  [undefined, '2024-05-16', '2025-04-15'],
])('of %s the days from %s to %s count', (month, from, to) => {
  expect(daysCounted(table, month)).toEqual({ from, to });
});

test('what is below the share of time is behind, but only from the first day of the term on', () => {
  const term = { startsOn: '2024-05-16' };
  expect(isBehind(table, row, term)).toBe(true);
  expect(isBehind({ ...table, timeProgressPercent: '35.00' }, row, term)).toBe(false);
  expect(isBehind({ ...table, from: '2024-06-01' }, row, term)).toBe(false);
  expect(isBehind(table, { total: { ...row.total, percent: null } }, term)).toBe(false);
});

test('months are below their years', () => {
  expect(yearsOf(['2024-11', '2024-12', '2025-01'])).toEqual([
    { year: '2024', count: 2 },
    { year: '2025', count: 1 },
  ]);
});

test('a spreadsheet gets the same figures, in plain digits', () => {
  const heads = { before: ['指标', '度量', '单位'], after: ['合计', '协议', '百分比'] };
  const none = { ...row, total: { target: null, completed: '7', percent: null } };
  expect(csvRows({ ...table, rows: [row, none] }, heads)).toEqual([
    ['指标', '度量', '单位', '2024-12', '2025-01', '合计', '协议', '百分比'],
    ['建档', '档案数', '个', '3', '4', '7', '20', '35.00'],
    ['建档', '档案数', '个', '3', '4', '7', '', ''],
  ]);
});

test('an address names a month or none', () => {
  expect([monthIn('2024-12'), monthIn('2024-13'), monthIn('2024-12-31'), monthIn(null)]).toEqual([
    '2024-12',
    undefined,
    undefined,
    undefined,
  ]);
});
