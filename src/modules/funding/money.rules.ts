import type Big from 'big.js';
import { exact, twoDecimals } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import { type InputRules, MAX_MONEY } from '../../platform/input-rules';

const ZERO = exact('0');

/** The exact sum of a figure over rows. */
export function sumOf<Row>(rows: readonly Row[], figure: (row: Row) => string): Big {
  return rows.reduce((sum, row) => sum.plus(figure(row)), ZERO);
}

/**
 * The amount due of each instalment: fee × share, rounded half up to the fen. The last instalment of a share takes the
 * rounding difference, so that the sum is the fee. Without a fee nothing is due.
 */
export function duesOf(annualFee: string | null, shares: readonly string[]): string[] {
  const fee = exact(annualFee ?? '0');
  const last = shares.findLastIndex((share) => !exact(share).eq(0));
  let share = ZERO;
  let before = ZERO;
  return shares.map((each, index) => {
    share = share.plus(each);
    const isLast = index === last;
    const due = exact(twoDecimals(isLast ? fee.times(share) : fee.times(each))).minus(isLast ? before : '0');
    before = before.plus(due);
    return twoDecimals(due);
  });
}

/** Checks an amount of money: above zero, at most two decimals. */
export function checkMoney(rules: InputRules, amount: string, path: Path): boolean {
  const before = rules.faults.length;
  rules.amount(amount, path, MAX_MONEY, 2);
  if (exact(amount).eq(0)) {
    rules.add('ZERO_AMOUNT', path);
  }
  return rules.faults.length === before;
}
