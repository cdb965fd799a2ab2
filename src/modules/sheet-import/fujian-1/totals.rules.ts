import { exact, trimmed } from '../../../platform/decimal';
import type { SheetFault } from '../reading/fault';
import { message } from '../../../messages';
import type { FormFigure } from './figure';

/** Of which figures of a sheet there is a total: a measure of an indicator. */
export function totalKey({
  sheet,
  indicator,
  measure,
}: Pick<FormFigure, 'sheet' | 'indicator' | 'measure'>): string {
  return `${sheet} ${indicator} ${measure}`;
}

/** Totals of the form that are not the sums of its zones, but for those of which a zone could not be read. */
export function totalFaults(figures: readonly FormFigure[], incomplete: ReadonlySet<string>): SheetFault[] {
  return figures
    .filter((figure) => figure.zone === null && !incomplete.has(totalKey(figure)))
    .flatMap((total) => {
      const parts = figures.filter(
        ({ zone, sheet, indicator, measure }) =>
          zone !== null &&
          sheet === total.sheet &&
          indicator === total.indicator &&
          measure === total.measure,
      );
      return parts.length === 0
        ? []
        : [...differs(total, parts, 'target'), ...differs(total, parts, 'completed')];
    });
}

function differs(
  total: FormFigure,
  parts: readonly FormFigure[],
  part: 'target' | 'completed',
): SheetFault[] {
  const values = parts.flatMap((figure) => (figure[part] === null ? [] : [figure[part]]));
  // Where only some zones have a target, the total may be of the station.
  if (values.length > 0 && values.length < parts.length) return [];
  const expected =
    values.length === 0 ? null : trimmed(values.reduce((sum, value) => sum.plus(value), exact('0')));
  const given = total[part];
  if (given === expected || (expected === null && given !== null)) return [];
  const args = { given: given ?? '/', expected: expected ?? '/' };
  return [
    {
      ...message('TOTAL_DIFFERS', args),
      severity: 'WARNING',
      sheet: total.sheet,
      cell: total.cells[part],
      value: given,
    },
  ];
}
