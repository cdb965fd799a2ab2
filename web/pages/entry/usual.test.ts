import type { Column, Row } from './sheet';
import { isUnusual, usualInput, usualMonthsOf } from './usual';

const zone = { key: 'zone z1', kind: 'ZONE' as const, id: 'z1', name: '片区一', isRest: false };
const column: Column = { key: 'c', site: zone, day: '2025-01-31', dayName: null };
const row = { key: 'CASE.OPENED' } as Row;
const month = (completed: string, id: string | null = 'z1') => ({
  month: '2024-12',
  zone: id === null ? null : { id },
  project: null,
  indicator: { code: 'CASE' },
  measure: { code: 'OPENED' },
  completed,
});

test('a figure above three usual months of its site is marked', () => {
  const usual = usualMonthsOf([month('10'), month('20'), month('0'), month('900', null)]);
  expect(isUnusual(usual, row, column, '45')).toBe(false);
  expect(isUnusual(usual, row, column, '46')).toBe(true);
});

test('without months before nothing is unusual', () => {
  expect(isUnusual(usualMonthsOf([]), row, column, '1000000')).toBe(false);
});

test('the six months before are asked for, by the sites of the sheet', () => {
  expect(usualInput('s', '2025-01-31', [zone])).toEqual({
    from: '2024-07',
    to: '2024-12',
    stationIds: ['s'],
    groupBy: ['MONTH', 'ZONE'],
  });
});
