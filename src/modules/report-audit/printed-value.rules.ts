import type Big from 'big.js';
import { exact } from '../../platform/decimal';
import { nameKey } from '../../platform/text-forms';
import { FigureKind } from './audit.enums';
import { halfUp, truncated } from './rounding.rules';

/** A number as printed. */
export interface PrintedNumber {
  value: Big;
  /** The unit of its last digit: 0.1 of 72.7, 100 of 47.83万. */
  step: Big;
}

/** A number; or that there is none, as the forms say it. */
export type PrintedValue = PrintedNumber | 'NONE';

const NONE = new Set(['/', '-', '--', '无']);
const NUMBER = /^(约|近)?(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,6}))?(万|亿)?(%|\p{Script=Han}{1,3})?$/u;
const TIMES = { 万: '10000', 亿: '100000000' } as const;

/**
 * What a figure says as it is printed: 522, 5,220人次, 约115%, 47.83万元, “/”; null where it is no such figure. Of an
 * approximate one the zeros at its end say nothing.
 */
export function readPrinted(text: string, kind: FigureKind): PrintedValue | null {
  const words = nameKey(text);
  if (NONE.has(words)) return 'NONE';
  const [, approximately, whole, decimals = '', times, unit] = NUMBER.exec(words) ?? [];
  if (whole === undefined || (unit === '%' && kind !== FigureKind.PERCENT)) return null;
  const factor = times === '万' || times === '亿' ? TIMES[times] : '1';
  const digits = whole.replaceAll(',', '');
  const value = exact(decimals === '' ? digits : `${digits}.${decimals}`).times(factor);
  const zeros = approximately !== undefined && decimals === '' ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0;
  return { value, step: exact(factor).times(exact('10').pow(zeros - decimals.length)) };
}

/** How many decimals a number is printed with. */
export function decimalsOf({ step }: PrintedNumber): number {
  const [, decimals = ''] = step.toFixed().split('.');
  return decimals.length;
}

/** Whether two prints can be of one figure: they are equal, or the coarser one is a rounding of the finer. */
export function agree(one: PrintedValue, other: PrintedValue): boolean {
  if (one === 'NONE' || other === 'NONE') return one === other;
  const [coarse, fine] = one.step.gt(other.step) ? [one, other] : [other, one];
  return (
    coarse.value.eq(fine.value) ||
    [halfUp, truncated].some((rounded) => rounded(fine.value, coarse.step).eq(coarse.value))
  );
}
