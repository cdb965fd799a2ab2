import { figureName, figureText } from './figure-name';

const CATALOGUE = [
  { code: 'HOME_VISIT', name: '入户探访', measures: [{ code: 'VISITS', name: '人次', unit: '人次' }] },
];

test('the path of a figure is said in words; what has none is as it is', () => {
  expect(figureName(['年度', 'HOME_VISIT', 'VISITS', 'byZone', '东片', 'completed'], CATALOGUE)).toBe(
    '年度 · 入户探访：人次（人次） · 东片 · 完成量',
  );
  expect(figureName(['年度', 'timeProgressPercent'], CATALOGUE)).toBe('年度 · 时间进度');
  expect(figureName(['members', '社工01', 'total'], CATALOGUE)).toBe('人员 · 社工01 · 合计');
  expect(figureName(['neverHeardOf'], CATALOGUE)).toBe('neverHeardOf');
});

test('money has its thousands apart; days, counts, percentages and what is no number stay as they are', () => {
  const donated = {
    code: 'DONATION',
    name: '募捐',
    measures: [{ code: 'AMOUNT', name: '金额', unit: '元' }],
  };
  const text = (report: 'COMPLETION' | 'FUNDING' | 'STAFFING', path: string[], value: string | null) =>
    figureText({ report, path }, value, [...CATALOGUE, donated]);
  expect(text('FUNDING', ['spent'], '-1234567.50')).toBe('-1,234,567.50');
  expect(text('FUNDING', ['fiscalYears', '2024', 'fiscalYear'], '2024')).toBe('2024');
  expect(text('FUNDING', ['instalments', 'SIGNING', 'releasedOn'], '2024-01-01')).toBe('2024-01-01');
  expect(text('COMPLETION', ['年度', 'DONATION', 'AMOUNT', 'total', 'completed'], '12000')).toBe('12,000');
  expect(text('COMPLETION', ['年度', 'HOME_VISIT', 'VISITS', 'total', 'completed'], '12000')).toBe('12000');
  expect(text('STAFFING', ['total'], '1330.5')).toBe('1330.5');
  expect(text('FUNDING', ['budget'], null)).toBeNull();
});
