import { slicesOf } from './slices';

test('the months of many lines are asked for in four parts', () => {
  expect(slicesOf({ from: '2024-05', to: '2025-04', groupBy: ['STATION', 'MONTH'] })).toEqual([
    { from: '2024-05', to: '2024-07' },
    { from: '2024-08', to: '2024-10' },
    { from: '2024-11', to: '2025-01' },
    { from: '2025-02', to: '2025-04' },
  ]);
  expect(slicesOf({ from: '2024-01', to: '2024-05', groupBy: ['STATION', 'MONTH'] })).toEqual([
    { from: '2024-01', to: '2024-02' },
    { from: '2024-03', to: '2024-04' },
    { from: '2024-05', to: '2024-05' },
  ]);
});

test('one line, or one month, is asked for at once', () => {
  expect(slicesOf({ from: '2020-01', to: '2025-04', groupBy: ['MONTH'] })).toHaveLength(1);
  expect(slicesOf({ from: '2025-04', to: '2025-04', groupBy: ['STATION', 'MONTH'] })).toHaveLength(1);
});
