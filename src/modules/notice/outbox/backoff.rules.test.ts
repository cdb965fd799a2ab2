import { backoffMs } from './backoff.rules';

test('waits four times as long after each failure, and six hours at most', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((attempts) => backoffMs(attempts, 0) / 1000);
  expect(seconds).toEqual([5, 20, 80, 320, 1280, 5120, 20_480, 21_600, 21_600, 21_600]);
});

test('takes off up to a tenth, so that what failed together is not tried together', () => {
  expect([0, 0.5, 1].map((spread) => backoffMs(1, spread))).toEqual([5000, 4750, 4500]);
});
