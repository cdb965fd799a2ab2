import { shareOf } from './share-of';

test.each([
  ['550000.00', '2200000.00', '25.00'],
  ['-10', '100', '0.00'],
  ['10', '0', null],
  ['10', null, null],
])('%s of %s is a bar of %s', (amount, whole, share) => {
  expect(shareOf(amount, whole)).toBe(share);
});
