import Big from 'big.js';
import { type Decimal, exact, parseDecimal, trimmed } from '../../../platform/decimal';
import type { Cell } from '../../../platform/sheets';
import { saysNone } from '../reading/values.rules';
import { keyOf } from '../reading/words';

const PERCENT_TEXT = /^(?:约)?(-?\d+(?:\.\d+)?)%$/;

/** The ratio as a form shows it: 121%, or the number of a cell in percent; null where there is none. */
export function publishedPercent(cell: Cell | null): string | null {
  if (cell === null || cell.kind === 'UNCALCULATED' || cell.kind === 'ERROR') return null;
  if (cell.kind === 'PERCENT') return `${trimmed(exact(cell.text).times(100))}%`;
  return keyOf(cell.text);
}

/** Target and completed; null where the form says that there is none. */
interface Parts {
  target: Decimal | null;
  completed: Decimal | null;
}

/** Where a ratio differs from that of target and completed: what it says, and what it should. */
export function percentFault(
  cell: Cell | null,
  expected: Decimal | null,
  parts: Parts,
): { given: string; expected: string } | null {
  if (cell === null || cell.kind === 'UNCALCULATED') return null;
  const given = publishedPercent(cell) ?? cell.text;
  const right = expected === null ? '/' : `${expected}%`;
  const isRight = saysNone(cell) ? expected === null : expected !== null && isRounding(cell, expected, parts);
  return isRight ? null : { given, expected: right };
}

/** Whether a cell shows the ratio, half up to as many decimals as it has; a bare number may be the ratio itself. */
function isRounding(cell: Cell, expected: Decimal, parts: Parts): boolean {
  const said = PERCENT_TEXT.exec(keyOf(cell.text))?.[1];
  if (said !== undefined) return isRounded(said, parts);
  const bare = parseDecimal(keyOf(cell.text));
  if (bare === null) return false;
  const asRatio = exact(bare).times(100).round(2, Big.roundHalfUp);
  return asRatio.eq(expected) || (cell.kind !== 'PERCENT' && isRounded(bare, parts));
}

/** Rounded once, from the parts: 33% of 33.4975%, which is 33.50% too. */
function isRounded(said: Decimal, { target, completed }: Parts): boolean {
  const places = said.split('.')[1]?.length ?? 0;
  const half = exact('0.5').times(exact('10').pow(-places));
  const hundredfold = exact(completed ?? '0').times(100);
  const bound = (value: Big): Big => value.times(target ?? '0');
  return bound(exact(said).minus(half)).lte(hundredfold) && bound(exact(said).plus(half)).gt(hundredfold);
}
