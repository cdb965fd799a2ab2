import fc from 'fast-check';
import { InputRules } from '../../platform/input-rules';
import { checkMoney, duesOf, sumOf } from './money.rules';

/** Fen of an amount with two decimals, and back. */
const fen = (text: string): bigint => BigInt(text.replace('.', ''));
const yuan = (value: bigint): string =>
  `${(value / 100n).toString()}.${(value % 100n).toString().padStart(2, '0')}`;
const MILLION = 1_000_000n;
const shareText = (millionths: bigint): string =>
  millionths === MILLION ? '1' : `0.${millionths.toString().padStart(6, '0')}`;

/** fee × share in fen, half up, in integer arithmetic. */
const halfUp = (feeFen: bigint, millionths: bigint): bigint =>
  (feeFen * millionths * 2n + MILLION) / (2n * MILLION);

/** Up to three shares that sum to 1, in millionths. */
const schedule = fc.uniqueArray(fc.bigInt({ min: 1n, max: MILLION - 1n }), { maxLength: 2 }).map((cuts) => {
  const places = [0n, ...cuts.sort((a, b) => (a < b ? -1 : 1)), MILLION];
  return places.slice(1).map((place, at) => place - places[at]!);
});
const anyFee = fc.bigInt({ min: 0n, max: 10n ** 11n });

describe('what is due', () => {
  it.each([
    ['2400000.00', ['0.55', '0.40', '0.05'], ['1320000.00', '960000.00', '120000.00']],
    ['1984500.00', ['0.55', '0.4', '0.05'], ['1091475.00', '793800.00', '99225.00']],
    ['0.01', ['0.5', '0.5'], ['0.01', '0.00']], // half goes up, the rest is nothing
    ['0.03', ['0.5', '0.5'], ['0.02', '0.01']],
    ['100.00', ['0.333333', '0.333333', '0.333334'], ['33.33', '33.33', '33.34']],
    ['100.01', ['0.333333', '0.333333', '0.333334'], ['33.34', '33.34', '33.33']],
    ['1000000000.00', ['0.999999', '0.000001'], ['999999000.00', '1000.00']],
    ['1234.56', ['1'], ['1234.56']],
    // An amendment has taken the last one away.
    ['100.01', ['0.333333', '0.666667', '0'], ['33.34', '66.67', '0.00']],
    ['100.01', ['0.333333', '0', '0.666667'], ['33.34', '0.00', '66.67']],
    ['0.00', ['0.6', '0.4'], ['0.00', '0.00']],
    [null, ['0.6', '0.4'], ['0.00', '0.00']],
    ['5.00', [], []],
  ])('of %s by %j is %j', (fee, shares, dues) => {
    expect(duesOf(fee, shares)).toEqual(dues);
  });

  it('adds up to the fee exactly and is never negative, for any shares', () => {
    fc.assert(
      fc.property(anyFee, schedule, (fee, shares) => {
        const dues = duesOf(yuan(fee), shares.map(shareText)).map(fen);
        expect(dues.reduce((sum, due) => sum + due, 0n)).toBe(fee);
        expect(dues.filter((due) => due < 0n)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is fee × share, half up, of all instalments but the last, which is within a fen of it', () => {
    fc.assert(
      fc.property(anyFee, schedule, (fee, shares) => {
        const dues = duesOf(yuan(fee), shares.map(shareText)).map(fen);
        const exactly = shares.map((share) => halfUp(fee, share));
        expect(dues.slice(0, -1)).toEqual(exactly.slice(0, -1));
        const drift = dues.at(-1)! - exactly.at(-1)!;
        expect(drift >= -1n && drift <= 1n).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds half a fen up', () => {
    // Half of an odd number of fen: the first instalment takes the larger part.
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }), (n) => {
        expect(duesOf(yuan(2n * n + 1n), ['0.5', '0.5'])).toEqual([yuan(n + 1n), yuan(n)]);
      }),
    );
  });
});

test('a sum is exact where a float is not', () => {
  const rows = Array.from({ length: 1000 }, () => ({ amount: '0.10' }));
  expect(sumOf([...rows, { amount: '9007199254740993.01' }], ({ amount }) => amount).toFixed(2)).toBe(
    '9007199254741093.01',
  );
});

describe('an amount of money', () => {
  it.each([
    ['0.01', []],
    ['1000000000', []],
    ['37.5', []],
    ['0', ['ZERO_AMOUNT']],
    ['-0.01', ['NEGATIVE']],
    ['-5', ['NEGATIVE']],
    ['1000000000.01', ['TOO_LARGE']],
    ['0.001', ['TOO_MANY_DECIMALS']],
    ['99.999', ['TOO_MANY_DECIMALS']],
  ])('%s: %j', (amount, codes) => {
    const rules = new InputRules();
    expect(checkMoney(rules, amount, ['amount'])).toBe(codes.length === 0);
    expect(rules.faults.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      codes.map((code) => `${code} amount`),
    );
  });
});
