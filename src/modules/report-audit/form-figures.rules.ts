import Big from 'big.js';
import { type Decimal, exact, parseDecimal, percentOf } from '../../platform/decimal';
import type { FormFigure, Fujian1Reading } from '../sheet-import';
import { FigureKind } from './audit.enums';
import type { ReadFigure } from './figure';
import { readPrinted } from './printed-value.rules';

/** A row of 附件1, and its figures: target, completed, and the ratio where the form shows one. */
interface FormRow {
  figure: FormFigure;
  printed: ReadFigure[];
}

export type FormReading = Pick<Fujian1Reading, 'figures' | 'textFigures' | 'textPlace'>;

/** The figures of 附件1 as it shows them. */
export function formRows({ figures }: FormReading): FormRow[] {
  return figures.map((figure) => ({
    figure,
    printed: [
      ...one(figure, FigureKind.TARGET, figure.target ?? '/', figure.cells.target),
      ...one(figure, FigureKind.COMPLETED, figure.completed ?? '/', figure.cells.completed),
      ...one(figure, FigureKind.PERCENT, shownPercent(figure), figure.cells.percent),
    ],
  }));
}

/** 入户探访总人数: the one figure of the paragraph below the form that its table has too. */
export function textFigures({ textFigures: text, textPlace }: FormReading): ReadFigure[] {
  const printed = text?.visitsPersonTimes ?? null;
  const value = printed === null ? null : readPrinted(printed, FigureKind.COMPLETED);
  if (printed === null || value === null || textPlace === null) return [];
  const subject = { indicator: 'HOME_VISIT', measure: 'VISITS', subject: null, zoneId: null };
  const place = `${textPlace.sheet} ${textPlace.cell}`;
  return [{ ...subject, kind: FigureKind.COMPLETED, printed, value, place }];
}

function one(
  { indicator, measure, zone, sheet }: FormFigure,
  kind: FigureKind,
  printed: string | null,
  cell: string | null,
): ReadFigure[] {
  const value = printed === null ? null : readPrinted(printed, kind);
  if (printed === null || value === null || cell === null) return [];
  const subject = { indicator, measure, subject: null, zoneId: zone?.id ?? null };
  return [{ ...subject, kind, printed, value, place: `${sheet} ${cell}` }];
}

/** Forms show ratios as 0.00%. */
const SHOWN_DECIMALS = 2;

/**
 * The ratio as the form shows it. Of a calculated cell the file has all digits, and of some the ratio itself: 1.2138….
 * Null for what is no ratio at all, which is a fault of the cell.
 */
function shownPercent({ published, target, completed }: FormFigure): string | null {
  if (published === null || readPrinted(published, FigureKind.PERCENT) === 'NONE') return published;
  const isPercent = published.endsWith('%');
  const number = parseDecimal(isPercent ? published.slice(0, -1) : published);
  if (number === null) return published;
  const expected = completed === null ? null : percentOf(completed, target);
  const value = isPercent || !isRatio(number, expected) ? exact(number) : exact(number).times(100);
  const [, decimals = ''] = value.toFixed().split('.');
  return `${decimals.length > SHOWN_DECIMALS ? value.toFixed(SHOWN_DECIMALS, Big.roundHalfUp) : value.toFixed()}%`;
}

/** Whether a bare number is nearer to the ratio than to the percentage. */
function isRatio(number: Decimal, expected: Decimal | null): boolean {
  if (expected === null) return false;
  const [asRatio, asPercent] = [exact(number).times(100), exact(number)].map((one) =>
    one.minus(expected).abs(),
  );
  return asRatio !== undefined && asPercent !== undefined && asRatio.lt(asPercent);
}
