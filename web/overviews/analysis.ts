import type { AnalysisChoicesQuery } from '../generated/graphql';
import { firstPlace } from '../place/places';
import { type Day, earlier, type Month, monthOf, monthsAfter } from '../ui/days';
import type { Period } from '../ui/months';

/** What an analysis is of: one measure, over a period. */
export interface Analysis {
  readonly indicator: string;
  readonly measure: string;
  readonly period: Period;
}

/** The API sums at most ten years. */
const MAX_MONTHS = 120;

export function boundsOf(today: Day): Period {
  const to = monthOf(today);
  return { from: monthsAfter(to, 1 - MAX_MONTHS), to };
}

/** The analysis that an address names, if it names all of it. */
export function analysisOf(address: URLSearchParams): Analysis | undefined {
  const [indicator, measure, from, to] = ['indicator', 'measure', 'from', 'to'].map((it) => address.get(it));
  return indicator != null && measure != null && from != null && to != null
    ? { indicator, measure, period: { from, to } }
    : undefined;
}

/** The first indicator of the catalogue, over the term in which the first station is or last was. */
export function firstAnalysis(choices: AnalysisChoicesQuery, today: Day): Analysis {
  const [first] = choices.indicators;
  return {
    indicator: first?.code ?? '',
    measure: first?.measures[0]?.code ?? '',
    period: firstPeriod(choices, today),
  };
}

function firstPeriod({ viewer, stations }: AnalysisChoicesQuery, today: Day): Period {
  const known = [...(viewer.stations ?? []), ...stations.nodes];
  const place = firstPlace(known, today);
  const term = known
    .flatMap(({ agreements }) => agreements.nodes.flatMap(({ terms }) => terms))
    .find(({ id }) => id === place?.term);
  // The running month is not compared with whole ones.
  const full: Month = monthsAfter(monthOf(today), -1);
  if (!term) return { from: monthsAfter(full, -11), to: full };
  const from = monthOf(term.startsOn);
  return { from, to: earlier(monthOf(term.endsOn), full < from ? from : full) };
}
