import Big from 'big.js';
import { type Decimal, exact, percentOf } from '../../platform/decimal';
import { FigureKind, FigureRounding, FigureVerdict } from './audit.enums';
import { measureKey, type ReadFigure, type Subject, subjectKey } from './figure';
import type { PrintedNumber, PrintedValue } from './printed-value.rules';
import { halfUp, truncated } from './rounding.rules';

/** What the targets and records say of a measure of an indicator, in total or in a zone. */
export interface RecordedFigure {
  indicator: string;
  measure: string;
  /** Null in total. */
  zoneId: string | null;
  target: Decimal | null;
  completed: Decimal;
}

export interface Against {
  recomputed: Decimal | null;
  verdict: FigureVerdict | null;
}

/** The figures of the records, to be found by what they are of. */
export class Recorded {
  private readonly byKey: ReadonlyMap<string, RecordedFigure>;

  constructor(private readonly figures: readonly RecordedFigure[]) {
    this.byKey = new Map(figures.map((one) => [subjectKey({ ...one, subject: null }), one]));
  }

  /** The verdict against the records. Null for what the catalogue lacks: nothing of it can be recorded. */
  verdict(figure: ReadFigure, roundings: readonly FigureRounding[]): Against {
    if (figure.indicator === null) return { recomputed: null, verdict: null };
    const { target = null, completed = '0' } = this.byKey.get(subjectKey(figure)) ?? {};
    const truncates = roundings.length > 0 && roundings.every((one) => TRUNCATING.has(one));
    switch (figure.kind) {
      case FigureKind.TARGET:
        return { recomputed: target, verdict: compared(figure.value, target, target, truncates) };
      case FigureKind.COMPLETED: {
        const isNone = exact(completed).eq(0);
        // “/” and 0 alike say that nothing was done.
        const recorded = isNone && figure.value === 'NONE' ? null : completed;
        const isMissing = isNone && figure.value !== 'NONE' && !figure.value.value.eq(0);
        const verdict = isMissing
          ? FigureVerdict.NOT_RECORDED
          : compared(figure.value, recorded, recorded, truncates);
        return { recomputed: completed, verdict };
      }
      case FigureKind.PERCENT: {
        const recomputed = percentOf(completed, target);
        const ratio = recomputed === null || target === null ? null : ratioOf(completed, target);
        return { recomputed, verdict: compared(figure.value, recomputed, ratio, truncates) };
      }
    }
  }

  /**
   * What is recorded or due, and not in the report: of a measure that it does not have at all the total, of one that it
   * has by zone each zone that it leaves out.
   */
  missingIn(figures: readonly ReadFigure[]): RecordedFigure[] {
    const printed = new Set(figures.map(subjectKey));
    const measures = new Set(figures.map(measureKey));
    const byZone = new Set(figures.filter(({ zoneId }) => zoneId !== null).map(measureKey));
    return this.figures.filter((recorded) => {
      if (recorded.target === null && exact(recorded.completed).eq(0)) return false;
      const subject: Subject = { ...recorded, subject: null };
      const key = measureKey(subject);
      return subject.zoneId === null
        ? !measures.has(key)
        : byZone.has(key) && !printed.has(subjectKey(subject));
    });
  }
}

const TRUNCATING: ReadonlySet<FigureRounding> = new Set([
  FigureRounding.TRUNCATED_0,
  FigureRounding.TRUNCATED_1,
  FigureRounding.TRUNCATED_2,
]);

/** Enough to tell on which side of any printed digit a ratio lies. */
const Precise = Big();
Precise.DP = 30;
Precise.RM = Big.roundDown;

function ratioOf(completed: Decimal, target: Decimal): Big {
  return exact(Precise(completed).times(100).div(target).toFixed());
}

/** A printed value against that of the records, of which `precise` has all digits. */
function compared(
  printed: PrintedValue,
  recorded: Decimal | null,
  precise: Decimal | Big | null,
  truncates: boolean,
): FigureVerdict {
  if (printed === 'NONE') return recorded === null ? FigureVerdict.EQUAL : FigureVerdict.DIFFERENT;
  if (recorded === null || precise === null) return FigureVerdict.NOT_RECORDED;
  if (printed.value.eq(recorded)) return FigureVerdict.EQUAL;
  const ways = waysOf(printed, new Big(precise));
  // 107 of 107.22 is both: what the report usually does decides.
  const [first] = truncates ? [...ways].reverse() : ways;
  return first ?? FigureVerdict.DIFFERENT;
}

/** How a number is the same figure printed in another way; the likeliest first. */
function waysOf({ value, step }: PrintedNumber, precise: Big): FigureVerdict[] {
  const isHalfUp = halfUp(precise, step).eq(value);
  const ways: FigureVerdict[] = [];
  if (isHalfUp && step.eq(1)) ways.push(FigureVerdict.ROUNDED_TO_INTEGER);
  if (truncated(precise, step).eq(value)) ways.push(FigureVerdict.ROUNDED_DOWN);
  if (isHalfUp && ways.length === 0) ways.push(FigureVerdict.ROUNDED_HALF_UP);
  return ways;
}
