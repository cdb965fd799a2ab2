import { exact, percentOf, trimmed } from '../../platform/decimal';
import { FigureKind, type FigureRounding, ReportFault } from './audit.enums';
import {
  groupedBy,
  type InsideFault,
  measureKey,
  type PossiblePart,
  type ReadFigure,
  subjectKey,
  type Surroundings,
} from './figure';
import { outOfLine } from './out-of-line.rules';
import { agree, decimalsOf, type PrintedNumber, type PrintedValue } from './printed-value.rules';
import {
  decimalsOfRounding,
  explaining,
  findRounding,
  type FoundRounding,
  possibleCompleted,
  possibleTargets,
  roundedPercent,
  ROUNDINGS,
} from './rounding.rules';

/** The verdict inside the report, for each figure in its order. It needs no records. */
export interface Inside {
  rounding: FoundRounding;
  faults: InsideFault[][];
  roundings: FigureRounding[][];
  possible: PossiblePart[][];
}

export function checkInside(figures: readonly ReadFigure[], surroundings: Surroundings): Inside {
  const groups = groupedBy(figures, subjectKey);
  const ratios = figures.map((figure) => ratioOf(figure, groups.get(subjectKey(figure)) ?? []));
  const rounding = findRounding(ratios.flatMap((ratio) => (ratio?.fits === undefined ? [] : [ratio.fits])));
  const byMeasure = groupedBy(figures, measureKey);
  return {
    rounding,
    roundings: ratios.map((ratio) => ratio?.fits ?? []),
    faults: figures.map((figure, at) => [
      ...ratioFaults(ratios[at], rounding),
      ...zoneFaults(figure, byMeasure.get(measureKey(figure)) ?? [], surroundings),
      ...textFaults(figure, groups.get(subjectKey(figure)) ?? []),
      ...outOfLine(figure, figures, surroundings),
    ]),
    possible: ratios.map((ratio) => possibleParts(ratio, rounding, surroundings)),
  };
}

const isNumber = (value: PrintedValue | undefined): value is PrintedNumber =>
  value !== undefined && value !== 'NONE';

/** A percentage, and the target and completed quantity that the report has beside it. */
interface RatioInReport {
  figure: ReadFigure;
  target: ReadFigure | undefined;
  completed: ReadFigure | undefined;
  /** The roundings that explain it; absent where there is no ratio to try. */
  fits?: FigureRounding[];
}

function ratioOf(figure: ReadFigure, group: readonly ReadFigure[]): RatioInReport | null {
  if (figure.kind !== FigureKind.PERCENT) return null;
  const target = group.find(({ kind }) => kind === FigureKind.TARGET);
  const completed = group.find(({ kind }) => kind === FigureKind.COMPLETED);
  const whole = { figure, target, completed };
  const [part, all] = [completed?.value, target?.value];
  if (!isNumber(figure.value) || !isNumber(part) || !isNumber(all) || all.value.eq(0)) return whole;
  const { value } = figure.value;
  const ratio = { completed: part.value, target: all.value };
  return { ...whole, fits: explaining(ratio, { value, decimals: decimalsOf(figure.value) }) };
}

/**
 * RATIO_WRONG: no rounding explains it. MIXED_PRECISION: it is of its parts, but printed otherwise than most. Where two
 * roundings explain equally many, those that only one of them explains are reported too: either may be the exception.
 */
function ratioFaults(
  ratio: RatioInReport | null | undefined,
  { roundings, ratios, explained }: FoundRounding,
): InsideFault[] {
  if (!ratio?.target || !ratio.completed) return [];
  const { figure, target, completed, fits } = ratio;
  const places = [completed.place, target.place];
  if (fits === undefined) {
    const expected = percentInWords(target.value, completed.value);
    const isRight = expected === null || (figure.value === 'NONE') === (expected === '/');
    return isRight ? [] : [{ fault: ReportFault.RATIO_WRONG, expected, places }];
  }
  if (!isNumber(target.value) || !isNumber(completed.value)) return [];
  const parts = { completed: completed.value.value, target: target.value.value };
  if (fits.length === 0) {
    const [first] = roundings;
    const expected =
      first === undefined
        ? percentInWords(target.value, completed.value)
        : `${trimmed(roundedPercent(parts, first))}%`;
    return [{ fault: ReportFault.RATIO_WRONG, expected, places }];
  }
  if (explained === ratios || roundings.every((rounding) => fits.includes(rounding))) return [];
  const others = new Set(
    roundings
      .filter((rounding) => !fits.includes(rounding))
      .map((rounding) => `${trimmed(roundedPercent(parts, rounding))}%`),
  );
  return [{ fault: ReportFault.MIXED_PRECISION, expected: [...others].join(' / '), places }];
}

/** The ratio as the forms have it: “/” where there is no target; null where the parts do not say. */
function percentInWords(target: PrintedValue, completed: PrintedValue): string | null {
  if (!isNumber(target) || target.value.eq(0)) return '/';
  if (!isNumber(completed)) return null;
  return `${percentOf(completed.value, target.value)}%`;
}

/** A total that is not the sum of its zones. Where only some zones have a figure, the rest may be of the station. */
function zoneFaults(
  figure: ReadFigure,
  ofMeasure: readonly ReadFigure[],
  { zoneIds }: Surroundings,
): InsideFault[] {
  if (figure.zoneId !== null || figure.kind === FigureKind.PERCENT) return [];
  const zones = zoneIds.flatMap(
    (id) => ofMeasure.find(({ zoneId, kind }) => zoneId === id && kind === figure.kind) ?? [],
  );
  const numbers = zones.flatMap(({ value }) => (isNumber(value) ? [value] : []));
  if (numbers.length === 0) return [];
  const sum = numbers.reduce((total, { value }) => total.plus(value), exact('0'));
  const isWhole = numbers.length === zoneIds.length;
  const { value } = figure;
  const isRight = isWhole
    ? numbers.some(({ step }) => agree(value, { value: sum, step }))
    : !isNumber(value) || value.value.gte(sum);
  if (isRight) return [];
  return [
    { fault: ReportFault.ZONES_DIFFER, expected: trimmed(sum), places: zones.map(({ place }) => place) },
  ];
}

/** The same figure, printed twice and not alike. */
function textFaults(figure: ReadFigure, group: readonly ReadFigure[]): InsideFault[] {
  const others = group.filter(
    (other) => other.kind === figure.kind && other !== figure && !agree(figure.value, other.value),
  );
  const [first] = others;
  if (!first) return [];
  const places = others.map(({ place }) => place);
  return [{ fault: ReportFault.TEXT_DIFFERS, expected: first.printed, places }];
}

/** What a part may be that is not printed, by each rounding that the report may have; or either part, where the ratio is wrong. */
function possibleParts(
  ratio: RatioInReport | null,
  { roundings }: FoundRounding,
  { stepOf }: Surroundings,
): PossiblePart[] {
  if (!ratio || !isNumber(ratio.figure.value)) return [];
  const { figure, target, completed, fits } = ratio;
  if (fits !== undefined && fits.length > 0) return [];
  const percent = ratio.figure.value;
  const decimals = decimalsOf(percent);
  const usual = roundings.filter((rounding) => decimalsOfRounding(rounding) >= decimals);
  const tried = usual.length > 0 ? usual : ROUNDINGS.filter((one) => decimalsOfRounding(one) === decimals);
  const step = stepOf(figure);
  const found: PossiblePart[] = [];
  for (const rounding of tried) {
    if (isNumber(completed?.value) && completed.value.value.gt(0)) {
      const range = possibleTargets(completed.value.value, percent.value, rounding, step);
      if (range) found.push({ part: FigureKind.TARGET, rounding, ...range });
    }
    if (isNumber(target?.value) && target.value.value.gt(0)) {
      const range = possibleCompleted(target.value.value, percent.value, rounding, step);
      if (range) found.push({ part: FigureKind.COMPLETED, rounding, ...range });
    }
  }
  return found;
}
