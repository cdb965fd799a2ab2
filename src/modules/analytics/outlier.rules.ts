import { type Decimal, exact, quotient, trimmed } from '../../platform/decimal';

/** Statistics of the sample that a value is compared with; all exact. */
export interface Sample {
  count: number;
  median: Decimal;
  /** The median absolute deviation: median of the distances from the median. */
  medianDeviation: Decimal;
  /** The sum of these distances. */
  deviations: Decimal;
}

/** Distance of a value from a sample. */
interface Distance {
  /** Rounded to two decimals, half away from zero. */
  score: Decimal;
  isFar: boolean;
  /** The deviation that the score is based on; the other is null. */
  medianDeviation: Decimal | null;
  meanDeviation: Decimal | null;
}

/**
 * The modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993): 0.6745 × (x - median) / MAD,
 * an outlier above 3.5 in absolute value. If at least half of the sample is equal, MAD is 0 and the score is (x -
 * median) / (1.253314 × mean absolute deviation). Null if all of the sample is equal. x is `sum` / `over`, so that a
 * mean is rounded only once, at the end.
 */
export function modifiedZScore(sum: Decimal, over: number, sample: Sample): Distance | null {
  const { count, median, medianDeviation, deviations } = sample;
  const distance = exact(sum).minus(exact(median).times(over));
  if (!exact(medianDeviation).eq(0)) {
    return {
      ...scoreOf(distance.times('0.6745'), exact(medianDeviation).times(over)),
      medianDeviation: trimmed(medianDeviation),
      meanDeviation: null,
    };
  }
  if (exact(deviations).eq(0)) return null;
  return {
    ...scoreOf(distance.times(count), exact(deviations).times(over).times('1.253314')),
    medianDeviation: null,
    meanDeviation: quotient(exact(deviations), exact(String(count))),
  };
}

type Exact = ReturnType<typeof exact>;

function scoreOf(part: Exact, whole: Exact): Pick<Distance, 'score' | 'isFar'> {
  return { score: quotient(part, whole), isFar: part.abs().gt(whole.times('3.5')) };
}
