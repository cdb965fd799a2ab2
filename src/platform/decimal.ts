import Big from 'big.js';

/** An exact decimal, as text. Values from the database and to clients are always this, never a number. */
export type Decimal = string;

const PLAIN = /^-?\d{1,30}(\.\d{1,30})?$/;

/** The canonical text of a decimal by its value (37.00 is 37), or null for any other text. */
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

/** part / whole × 100, half up to two decimals; null where the whole is null or zero. */
export function percentOf(part: Decimal | Big, whole: Decimal | Big | null): Decimal | null {
  if (whole === null) return null;
  const small = percentOfSmall(part, whole);
  if (small !== null) return small;
  const base = new Big(whole);
  if (base.eq(0)) return null;
  // A constructor of our own: Big.DP is the precision of the division, which rounds once, from the exact remainder.
  return TwoPlaces(new Big(part).times(100).toFixed()).div(base.toFixed()).toFixed(2);
}

/**
 * A faster path for figures that JavaScript's integers represent exactly, which nearly all are: a table of hundreds of
 * stations has thousands of percentages. Null for any other.
 */
function percentOfSmall(part: Decimal | Big, whole: Decimal | Big): Decimal | null {
  const [divided, divisor] = [hundredths(part), hundredths(whole) * 2];
  const dividend = divided * 20_000 + divisor / 2;
  if (!(dividend <= Number.MAX_SAFE_INTEGER && divisor > 0)) return null;
  const percent = (dividend - (dividend % divisor)) / divisor;
  const cents = percent % 100;
  return `${(percent - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}

/** A decimal of at most twelve characters in hundredths; NaN for a longer, a finer or a negative one. */
function hundredths(value: Decimal | Big): number {
  if (typeof value !== 'string' || value.length > 12 || value === '' || value.startsWith('-')) return NaN;
  const point = value.indexOf('.');
  if (point === -1) return Number(value) * 100;
  // The error of a float is far below a hundredth here.
  return value.length - point > 3 ? NaN : Math.round(Number(value) * 100);
}

/** part / whole, half up to two decimals, rounded once. */
export function quotient(part: Big, whole: Big): Decimal {
  const rounded = TwoPlaces(part.toFixed()).div(whole.toFixed());
  return rounded.eq(0) ? '0.00' : rounded.toFixed(2);
}

const TwoPlaces = Big();
TwoPlaces.DP = 2;
TwoPlaces.RM = Big.roundHalfUp;
