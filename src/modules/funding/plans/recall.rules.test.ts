import fc from 'fast-check';
import { evaluateRecall, type Recall } from './recall.rules';

const fen = (text: string): bigint => BigInt(text.replace('.', ''));
const yuan = (value: bigint): string =>
  `${(value / 100n).toString()}.${(value % 100n).toString().padStart(2, '0')}`;

const AUGUST = { share: '0.8', by: '2022-08-31' };
const short = ({ state, required, short: missing, atRisk }: Recall): (string | null)[] => [
  state,
  required,
  missing,
  atRisk,
];

describe('80 % of 2,448,000 by 31 August', () => {
  it.each<[string, string, string, string, (string | null)[]]>([
    [
      'nothing paid, the day to come',
      '2022-08-30',
      '0',
      '0',
      ['OPEN', '1958400.00', '1958400.00', '2448000.00'],
    ],
    [
      'on the day itself it is still open',
      '2022-08-31',
      '1848000',
      '0',
      ['OPEN', '1958400.00', '110400.00', '600000.00'],
    ],
    [
      'the day after, the rest is recalled',
      '2022-09-01',
      '1848000',
      '0',
      ['MISSED', '1958400.00', '110400.00', '600000.00'],
    ],
    ['a fen below', '2022-09-01', '1958399.99', '0', ['MISSED', '1958400.00', '0.01', '489600.01']],
    ['exactly the share', '2022-09-01', '1958400', '0', ['MET', '1958400.00', '0.00', '0.00']],
    ['all of it', '2022-09-01', '2448000', '0', ['MET', '1958400.00', '0.00', '0.00']],
    ['more than all of it', '2022-09-01', '2500000', '0', ['MET', '1958400.00', '0.00', '0.00']],
    ['paid on an unknown day', '2022-12-31', '0', '2000000', ['UNKNOWN', '1958400.00', '1958400.00', null]],
    [
      'undated, and too little in any case',
      '2022-12-31',
      '100',
      '1848000',
      ['MISSED', '1958400.00', '1958300.00', '2447900.00'],
    ],
    [
      'undated, and needed to the fen',
      '2022-12-31',
      '100',
      '1958300',
      ['UNKNOWN', '1958400.00', '1958300.00', null],
    ],
  ])('%s', (_, asOf, executed, undated, expected) => {
    expect(short(evaluateRecall(AUGUST, asOf, '2448000.00', executed, undated))).toEqual(expected);
  });
});

test('the result contains the rule, its base and the executed amount, with two decimals', () => {
  expect(evaluateRecall({ share: '0.333333', by: '2024-06-30' }, '2024-01-01', '100', '5.5', '7')).toEqual({
    share: '0.333333',
    by: '2024-06-30',
    base: '100.00',
    executed: '5.50',
    undated: '7.00',
    required: '33.34',
    short: '27.84',
    atRisk: '94.50',
    state: 'OPEN',
  });
});

it('is met exactly when executed × 1,000,000 is at least base × share, in integer arithmetic', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 11n });
  const near = fc.record({
    base: amounts,
    millionths: fc.bigInt({ min: 1n, max: 1_000_000n }),
    nudge: fc.bigInt({ min: -2n, max: 2n }),
    free: fc.option(amounts),
  });
  fc.assert(
    fc.property(near, ({ base, millionths, nudge, free }) => {
      // Half of the cases are close to the threshold, to reveal rounding errors.
      const edge = (base * millionths) / 1_000_000n + nudge;
      const executed = free ?? (edge < 0n ? 0n : edge);
      const share = millionths === 1_000_000n ? '1' : `0.${millionths.toString().padStart(6, '0')}`;
      const recall = evaluateRecall({ share, by: '2024-08-31' }, '2024-09-01', yuan(base), yuan(executed));
      const met = executed * 1_000_000n >= base * millionths;
      expect(recall.state).toBe(met ? 'MET' : 'MISSED');
      expect(recall.atRisk).toBe(met ? '0.00' : yuan(base - executed));
      // Paying the shortfall reaches the share; a fen less does not.
      const total = executed + fen(recall.short);
      expect(total * 1_000_000n >= base * millionths).toBe(true);
      expect(met || (total - 1n) * 1_000_000n < base * millionths).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
