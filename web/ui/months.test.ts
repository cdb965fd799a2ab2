import { clampMonth, monthByKey, monthsOfYear, monthText, periodText, periodWith } from './months';

const BOUNDS = { from: '2023-11', to: '2025-02' };

test.each([
  ['ArrowLeft', '2023-12'],
  ['ArrowRight', '2024-02'],
  ['ArrowDown', '2024-04'],
  ['End', '2024-12'],
  ['Home', '2024-01'],
  ['PageDown', '2025-01'],
])('%s leads from January 2024 to %s', (key, month) => {
  expect(monthByKey('2024-01', key, BOUNDS)).toBe(month);
});

test('keys stay within the bounds, and others do nothing', () => {
  expect(monthByKey('2024-01', 'PageUp', BOUNDS)).toBe('2023-11');
  expect(monthByKey('2025-01', 'End', BOUNDS)).toBe('2025-02');
  expect(monthByKey('2024-01', 'Enter', BOUNDS)).toBeUndefined();
  expect(clampMonth('2020-01', BOUNDS)).toBe('2023-11');
});

test('the other end of a period moves along rather than lie on the wrong side', () => {
  const period = { from: '2024-05', to: '2024-10' };
  expect(periodWith(period, { from: '2024-07' })).toEqual({ from: '2024-07', to: '2024-10' });
  expect(periodWith(period, { from: '2024-12' })).toEqual({ from: '2024-12', to: '2024-12' });
  expect(periodWith(period, { to: '2024-02' })).toEqual({ from: '2024-02', to: '2024-02' });
});

test('months are written as people write them', () => {
  expect(monthText('2024-05')).toBe('2024年5月');
  expect(periodText({ from: '2024-05', to: '2025-04' })).toBe('2024年5月至2025年4月');
  expect(periodText({ from: '2024-05', to: '2024-05' })).toBe('2024年5月');
  expect(monthsOfYear('2024').slice(-2)).toEqual(['2024-11', '2024-12']);
});
