import { type Day, dayAt } from '../../../platform/calendar';

/** Days between terms, or before the first or after the last one. */
interface Gap {
  first: Day;
  last: Day;
  /** The position of the term that it precedes; null after the last one. */
  before: number | null;
}

/** The days from a first to a last one that belong to no term; `terms` are in order. */
export function gapsBetween(terms: readonly { startsOn: Day; endsOn: Day }[], first: Day, last: Day): Gap[] {
  const gaps: Gap[] = [];
  let next = first;
  terms.forEach(({ startsOn, endsOn }, before) => {
    if (startsOn > next) gaps.push({ first: next, last: dayAt(startsOn, 0), before });
    if (endsOn >= next) next = dayAt(endsOn, 2);
  });
  if (next <= last) gaps.push({ first: next, last, before: null });
  return gaps;
}
