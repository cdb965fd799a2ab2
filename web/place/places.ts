import type { AgreementPlaceFragment, StationPlacesFragment } from '../generated/graphql';
import type { Day } from '../ui/days';

/** The agreement and term that a page is about, as its address names them. */
export interface Place {
  readonly agreement: string;
  readonly term: string;
}

/** The first station that has an agreement, and of that the one in force, or else the last. */
export function firstPlace(stations: readonly StationPlacesFragment[], on: Day): Place | undefined {
  return stations
    .map(({ agreements }) => placeOfStation(agreements.nodes, on))
    .find((it) => it !== undefined);
}

export function placeOfStation(agreements: readonly AgreementPlaceFragment[], on: Day): Place | undefined {
  // A proposal has no figures yet, and a void agreement none any more.
  const confirmed = agreements.filter(({ state }) => state === 'CONFIRMED');
  const agreement = inForceOrLast(confirmed, on);
  return agreement && placeIn(agreement, on);
}

/** The agreement's term of the day, or else its last with records, or else the last that had begun, or its first. */
export function placeIn({ id, terms }: AgreementPlaceFragment, on: Day): Place | undefined {
  const current = terms.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  const recorded = terms.filter(({ hasRecords }) => hasRecords);
  const term = current ?? inForceOrLast(recorded.length > 0 ? recorded : terms, on);
  return term && { agreement: id, term: term.id };
}

function inForceOrLast<Range extends { startsOn: Day; endsOn: Day }>(
  ranges: readonly Range[],
  on: Day,
): Range | undefined {
  const begun = [...ranges]
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .filter(({ startsOn }) => startsOn <= on);
  return begun[begun.length - 1] ?? ranges[0];
}

/** An address of the console for a place, with what else its query says. */
export function addressOf(path: string, place: Place | undefined, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...place, ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
}
