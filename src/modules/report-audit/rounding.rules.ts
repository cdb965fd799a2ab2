import Big from 'big.js';
import { type Decimal, exact, trimmed } from '../../platform/decimal';
import { FigureRounding } from './audit.enums';

// Constructors of our own: a division rounds once, from the exact remainder.
const Floor = Big();
Floor.DP = 0;
Floor.RM = Big.roundDown;
const Nearest = Big();
Nearest.DP = 0;
Nearest.RM = Big.roundHalfUp;

/** The greatest multiple of a step that is not above the value, which is not negative. */
export function truncated(value: Big, step: Big): Big {
  return exact(Floor(value.toFixed()).div(step.toFixed()).toFixed()).times(step);
}

export function halfUp(value: Big, step: Big): Big {
  return exact(Nearest(value.toFixed()).div(step.toFixed()).toFixed()).times(step);
}

interface Way {
  decimals: number;
  step: Big;
  isHalfUp: boolean;
}

const way = (decimals: number, isHalfUp: boolean): Way => ({
  decimals,
  isHalfUp,
  step: exact('10').pow(-decimals),
});

const WAYS: Record<FigureRounding, Way> = {
  HALF_UP_0: way(0, true),
  TRUNCATED_0: way(0, false),
  HALF_UP_1: way(1, true),
  TRUNCATED_1: way(1, false),
  HALF_UP_2: way(2, true),
  TRUNCATED_2: way(2, false),
};

export const decimalsOfRounding = (rounding: FigureRounding): number => WAYS[rounding].decimals;

export const ROUNDINGS = Object.values(FigureRounding);

/** The numbers of a ratio as a report has them: percent = completed / target × 100. */
interface Ratio {
  completed: Big;
  /** Not zero. */
  target: Big;
}

/** A percentage as a report with this rounding prints it. */
export function roundedPercent({ completed, target }: Ratio, rounding: FigureRounding): Big {
  const { step, isHalfUp } = WAYS[rounding];
  const [hundredfold, divisor] = [completed.times(100).toFixed(), target.times(step).toFixed()];
  const Rounding = isHalfUp ? Nearest : Floor;
  return exact(Rounding(hundredfold).div(divisor).toFixed()).times(step);
}

/** The roundings that explain a printed percentage. Zeros at its end may be left out, never added. */
export function explaining(ratio: Ratio, percent: { value: Big; decimals: number }): FigureRounding[] {
  return ROUNDINGS.filter(
    (rounding) =>
      percent.decimals <= WAYS[rounding].decimals && roundedPercent(ratio, rounding).eq(percent.value),
  );
}

/** The rounding of a report, found by trial over all of its ratios. */
export interface FoundRounding {
  /** Those that explain most, several where they explain equally many; none without a ratio. */
  roundings: FigureRounding[];
  /** How many ratios could be tried, and how many of them each of these explains. */
  ratios: number;
  explained: number;
}

export function findRounding(ratios: readonly (readonly FigureRounding[])[]): FoundRounding {
  const counts = ROUNDINGS.map((rounding) => ratios.filter((fits) => fits.includes(rounding)).length);
  const explained = Math.max(...counts);
  return {
    roundings: explained === 0 ? [] : ROUNDINGS.filter((_, at) => counts[at] === explained),
    ratios: ratios.length,
    explained,
  };
}

/** What a part of a ratio may be, so that the percentage is as printed. */
export interface Possible {
  least: Decimal;
  /** Null: there is no greatest. */
  most: Decimal | null;
}

/** The targets, multiples of a step, of which a printed percentage can be; null where there is none. */
export function possibleTargets(
  completed: Big,
  percent: Big,
  rounding: FigureRounding,
  step: Big,
): Possible | null {
  const { low, high } = boundsOf(percent, rounding);
  const hundredfold = completed.times(100);
  // low ≤ completed × 100 / target < high
  const least = aboveQuotient(hundredfold, high, step);
  const most = low.lte(0) ? null : floorQuotient(hundredfold, low, step);
  return range(least, most);
}

/** The same of what was completed. */
export function possibleCompleted(
  target: Big,
  percent: Big,
  rounding: FigureRounding,
  step: Big,
): Possible | null {
  const { low, high } = boundsOf(percent, rounding);
  const least = low.lte(0) ? exact('0') : ceilQuotient(target.times(low), HUNDRED, step);
  return range(least, belowQuotient(target.times(high), HUNDRED, step));
}

const HUNDRED = exact('100');

/** The ratios that are printed as this percentage: from low to below high. */
function boundsOf(percent: Big, rounding: FigureRounding): { low: Big; high: Big } {
  const { step, isHalfUp } = WAYS[rounding];
  const half = step.times('0.5');
  return isHalfUp
    ? { low: percent.minus(half), high: percent.plus(half) }
    : { low: percent, high: percent.plus(step) };
}

function range(least: Big, most: Big | null): Possible | null {
  if (most?.lt(least)) return null;
  return { least: trimmed(least), most: most && trimmed(most) };
}

function floorQuotient(part: Big, whole: Big, step: Big): Big {
  return exact(Floor(part.toFixed()).div(whole.times(step).toFixed()).toFixed()).times(step);
}

function ceilQuotient(part: Big, whole: Big, step: Big): Big {
  const floor = floorQuotient(part, whole, step);
  return floor.times(whole).eq(part) ? floor : floor.plus(step);
}

function aboveQuotient(part: Big, whole: Big, step: Big): Big {
  return floorQuotient(part, whole, step).plus(step);
}

function belowQuotient(part: Big, whole: Big, step: Big): Big {
  return ceilQuotient(part, whole, step).minus(step);
}
