import { exact, quotient, trimmed } from '../../platform/decimal';
import { modifiedZScore, type Sample } from './outlier.rules';
import type { RankingRow } from './ranking.repository';
import { StationMarkKind } from './analytics.enums';

/** A mark with the comparison it is based on. */
export interface StationMark {
  kind: StationMarkKind;
  value: string;
  reference: string;
  score: string | null;
  medianDeviation: string | null;
  meanDeviation: string | null;
  compared: number | null;
}

const MIN_PEERS = 5;
const MIN_MONTHS = 6;

/** The marks of a station in a ranking. */
export function marksOf(row: RankingRow, percent: string | null, threshold: string): StationMark[] {
  const { own, peers, value, zoneSum, zonedTotal } = row;
  const marks: (StationMark | null)[] = [];
  if (own?.before) {
    const { completed, months, before } = own;
    marks.push(outlierMark(StationMarkKind.FAR_FROM_OWN_PAST, completed, months, before, MIN_MONTHS));
  }
  if (value !== null && peers) {
    marks.push(outlierMark(StationMarkKind.FAR_FROM_PEERS, value, 1, peers, MIN_PEERS));
  }
  if (percent !== null && exact(percent).gt(threshold)) {
    marks.push(markOf(StationMarkKind.RATIO_ABOVE_THRESHOLD, percent, trimmed(threshold)));
  }
  if (zoneSum !== null && zonedTotal !== null && !exact(zoneSum).eq(zonedTotal)) {
    marks.push(markOf(StationMarkKind.ZONES_DIFFER_FROM_TOTAL, zoneSum, zonedTotal));
  }
  return marks.filter((mark) => mark !== null);
}

function outlierMark(
  kind: StationMarkKind,
  sum: string,
  over: number,
  sample: Sample,
  fewest: number,
): StationMark | null {
  if (over === 0 || sample.count < fewest) return null;
  const distance = modifiedZScore(sum, over, sample);
  if (!distance?.isFar) return null;
  const { score, medianDeviation, meanDeviation } = distance;
  const value = over === 1 ? trimmed(sum) : trimmed(quotient(exact(sum), exact(String(over))));
  return {
    kind,
    value,
    reference: trimmed(sample.median),
    score,
    medianDeviation,
    meanDeviation,
    compared: sample.count,
  };
}

function markOf(kind: StationMarkKind, value: string, reference: string): StationMark {
  return {
    kind,
    value,
    reference,
    score: null,
    medianDeviation: null,
    meanDeviation: null,
    compared: null,
  };
}
