import { compareDecimals, type Decimal } from '../../ui/decimals';

/** About how many percent one amount is of another, for the length of a bar alone; null of nothing. */
export function shareOf(amount: Decimal, whole: Decimal | null): Decimal | null {
  if (whole === null || compareDecimals(whole, '0') <= 0) return null;
  return Math.max(0, (100 * Number(amount)) / Number(whole)).toFixed(2);
}
