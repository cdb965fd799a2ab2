import { type Decimal, exact, trimmed } from '../../../../platform/decimal';
import {
  blank,
  cellName,
  type DraftCell,
  number,
  type SheetBuilder,
  text,
} from '../../../../platform/sheets';
import type { Figure } from './figures';

/** How the form says that nothing is asked. */
const NONE = '/';

const MAY_BE_TYPED = {
  title: '请填写数字',
  message: '请填写不小于 0 的数字；没有此项指标请填“/”，未开展请填 0。',
};

/** A figure in a row, from a column on. `parts`: what it is the sum of, where it really is. */
export function putFigure(
  sheet: SheetBuilder,
  row: number,
  column: number,
  { target, completed, percent }: Figure,
  parts: { rows: readonly [first: number, last: number]; figures: readonly Figure[] } | null = null,
): void {
  const sumOf = (at: number, value: Decimal | null, of: 'target' | 'completed'): DraftCell =>
    parts && isSum(parts.figures, of, value)
      ? {
          ...number(value ?? '0'),
          formula: `SUM(${cellName(parts.rows[0], at)}:${cellName(parts.rows[1], at)})`,
        }
      : cellOf(value, of);
  sheet.put(row, column, sumOf(column, target, 'target'));
  sheet.put(row, column + 1, sumOf(column + 1, completed, 'completed'));
  sheet.put(row, column + 2, ratio(row, column, percent));
  if (completed === null && !parts) {
    for (const at of [column, column + 1]) {
      const name = cellName(row, at);
      sheet.validate([row, at], [row, at], {
        rule: { formula: `OR(${name}="${NONE}",AND(ISNUMBER(${name}),${name}>=0))` },
        ...MAY_BE_TYPED,
      });
    }
  }
}

function cellOf(value: Decimal | null, of: 'target' | 'completed'): DraftCell {
  if (value !== null) return number(value);
  return of === 'target' ? text(NONE, 'NUMBER') : blank('NUMBER');
}

/** Whether a total is the sum of the numbers above it: what has no zone is in the total alone. */
function isSum(figures: readonly Figure[], of: 'target' | 'completed', total: Decimal | null): boolean {
  const values = figures.flatMap((figure) => (figure[of] === null ? [] : [figure[of]]));
  if (total === null) return of === 'completed' && figures.length > 0;
  const sum = values.reduce((all, value) => all.plus(value), exact('0'));
  return values.length > 0 && sum.eq(total);
}

/**
 * The ratio as a live formula with its exact value. Rounded before it is divided: shown with two decimals, the plain
 * quotient of what falls between two hundredths is rounded down in one of eight.
 */
function ratio(row: number, column: number, percent: Decimal | null): DraftCell {
  const [target, completed] = [cellName(row, column), cellName(row, column + 1)];
  return {
    value: percent === null ? { text: NONE } : { number: trimmed(exact(percent).times('0.01')) },
    look: 'PERCENT',
    formula: `IF(OR(${target}="${NONE}",${target}=0),"${NONE}",ROUND(${completed}*10000/${target},0)/10000)`,
  };
}
