import type Big from 'big.js';
import { trimmed } from '../../platform/decimal';
import { FigureKind, ReportFault } from './audit.enums';
import type { InsideFault, ReadFigure, Surroundings } from './figure';

/** Zones differ in size; three times as much, or a third, is worth a look. */
const TIMES = 3;
/** With fewer others nobody can say which one is out of line. */
const MIN_OTHERS = 2;

/**
 * TARGET_OUT_OF_LINE: a target of a zone that is more than three times, or less than a third of, that of each other
 * zone. Of persons and the like, what counts is the target for one occasion: 105 for 24 events, where others have 480.
 */
export function outOfLine(
  figure: ReadFigure,
  figures: readonly ReadFigure[],
  { firstMeasureOf }: Surroundings,
): InsideFault[] {
  const { indicator, measure, zoneId, kind } = figure;
  if (kind !== FigureKind.TARGET || indicator === null || zoneId === null) return [];
  const targetsOf = (code: string | null): ReadFigure[] =>
    figures.filter(
      (one) =>
        one.kind === FigureKind.TARGET &&
        one.indicator === indicator &&
        one.measure === code &&
        one.zoneId !== null,
    );
  const targets = targetsOf(measure);
  const first = firstMeasureOf(indicator);
  const occasions = first === measure ? [] : targetsOf(first);
  const rates = targets.map((target) => rateOf(target, occasions));
  const own = rates[targets.indexOf(figure)];
  const others = targets.flatMap((target, at) => {
    const rate = rates[at];
    return target.zoneId === zoneId || !rate ? [] : [{ place: target.place, rate }];
  });
  if (!own || own.target.eq(0) || others.length < MIN_OTHERS) return [];
  const isLow = others.every(({ rate }) => compared(own, rate, TIMES) < 0);
  const isHigh = others.every(({ rate }) => compared(rate, own, TIMES) < 0);
  if (!isLow && !isHigh) return [];
  const [model] = others;
  const areAlike = model !== undefined && others.every(({ rate }) => compared(rate, model.rate) === 0);
  return [
    {
      fault: ReportFault.TARGET_OUT_OF_LINE,
      expected: areAlike ? asMuch(model.rate, own) : null,
      places: others.map(({ place }) => place),
    },
  ];
}

/** A target and the occasions that it is for. */
interface Rate {
  target: Big;
  occasions: Big | null;
}

/** Null where it says nothing that could be compared. */
function rateOf({ value, zoneId }: ReadFigure, occasions: readonly ReadFigure[]): Rate | null {
  if (value === 'NONE') return null;
  if (occasions.length === 0) return { target: value.value, occasions: null };
  const of = occasions.find((one) => one.zoneId === zoneId)?.value;
  if (of === undefined || of === 'NONE' || of.value.eq(0)) return null;
  return { target: value.value, occasions: of.value };
}

/** Whether so many times one rate are below, equal to or above another: multiplied out, so that nothing is rounded. */
function compared(one: Rate, other: Rate, times = 1): -1 | 0 | 1 {
  const left = one.target.times(times).times(other.occasions ?? 1);
  return left.cmp(other.target.times(one.occasions ?? 1));
}

/** The target of the own occasions at the rate of the others; null where it is not a whole number. */
function asMuch(rate: Rate, own: Rate): string | null {
  if (rate.occasions === null || own.occasions === null) return trimmed(rate.target);
  const target = rate.target.times(own.occasions);
  return target.mod(rate.occasions).eq(0) ? trimmed(target.div(rate.occasions)) : null;
}
