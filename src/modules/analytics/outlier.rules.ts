import { type Decimal, exact, quotient, trimmed } from '../../platform/decimal';

/** What a value is compared with: a sample, as far as its judgement needs it. All figures are exact. */
export interface Sample {
  count: number;
  median: Decimal;
  /** The median of the distances from the median. */
  medianDeviation: Decimal;
  /** The sum of these distances. */
  deviations: Decimal;
}

/** How far a value is from a sample. */
export interface Distance {
  /** Two decimals, half away from zero. */
  score: Decimal;
  isFar: boolean;
  /** By which of the two it was measured; the other is null. */
  medianDeviation: Decimal | null;
  meanDeviation: Decimal | null;
}

/**
 * The modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993): 0.6745 × (x - median) / MAD,
 * far above 3.5 in absolute value. Where at least half of the sample is equal the MAD is 0, and it is
 * (x - median) / (1.253314 × mean absolute deviation). Null where all of the sample is equal, and none is far.
 * x is `sum` / `over`: a mean stays a fraction until the one rounding at the end.
 */
export function modifiedZScore(sum: Decimal, over: number, sample: Sample): Distance | null {
  const { count, median, medianDeviation, deviations } = sample;
  const distance = exact(sum).minus(exact(median).times(over));
  if (!exact(medianDeviation).eq(0)) {
    return {
      ...judged(distance.times('0.6745'), exact(medianDeviation).times(over)),
      medianDeviation: trimmed(medianDeviation),
      meanDeviation: null,
    };
  }
  if (exact(deviations).eq(0)) return null;
  return {
    ...judged(distance.times(count), exact(deviations).times(over).times('1.253314')),
    medianDeviation: null,
    meanDeviation: quotient(exact(deviations), exact(String(count))),
  };
}

type Exact = ReturnType<typeof exact>;

function judged(part: Exact, whole: Exact): Pick<Distance, 'score' | 'isFar'> {
  return { score: quotient(part, whole), isFar: part.abs().gt(whole.times('3.5')) };
}
