import Big from 'big.js';

/** An exact decimal, as text. What comes from the database or goes to a client is always this, never a number. */
export type Decimal = string;

const PLAIN = /^-?\d{1,30}(\.\d{1,30})?$/;

/** The canonical text of a decimal judged by its value (37.00 is 37), or null when the text is none. */
export function parseDecimal(text: string): Decimal | null {
  return PLAIN.test(text) ? trimmed(text) : null;
}

/** Exact value for arithmetic. */
export function exact(value: Decimal): Big {
  return new Big(value);
}

/** Without trailing zeros, never in exponent form. */
export function trimmed(value: Decimal | Big): Decimal {
  return new Big(value).toFixed();
}

/** With two decimals, half up: money and percentages. */
export function twoDecimals(value: Decimal | Big): Decimal {
  return new Big(value).toFixed(2, Big.roundHalfUp);
}

/** part / whole × 100, half up to two decimals; null when there is no whole to compare with. */
export function percentOf(part: Decimal | Big, whole: Decimal | Big | null): Decimal | null {
  if (whole === null) return null;
  const base = new Big(whole);
  if (base.eq(0)) return null;
  // A constructor of our own: Big.DP is the precision of the division, which rounds once, from the exact remainder.
  return TwoPlaces(new Big(part).times(100).toFixed()).div(base.toFixed()).toFixed(2);
}

/** part / whole, half up to two decimals, rounded once. */
export function quotient(part: Big, whole: Big): Decimal {
  const rounded = TwoPlaces(part.toFixed()).div(whole.toFixed());
  return rounded.eq(0) ? '0.00' : rounded.toFixed(2);
}

const TwoPlaces = Big();
TwoPlaces.DP = 2;
TwoPlaces.RM = Big.roundHalfUp;
