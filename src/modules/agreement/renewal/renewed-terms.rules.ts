import { type Day, dayAt, monthsBetween, sameDayAfter } from '../../../platform/calendar';

interface Days {
  startsOn: Day;
  endsOn: Day;
}

/**
 * The terms of an agreement, moved by whole months into the days of its renewal: the first begins and the last ends with
 * it. A term that would lie outside is left out.
 */
export function renewedTerms<Term extends Days>(
  terms: readonly Term[],
  earlier: Pick<Days, 'startsOn'>,
  { startsOn, endsOn }: Days,
): Term[] {
  const months = monthsBetween(earlier.startsOn, startsOn);
  const moved = terms.map((term) => ({
    ...term,
    startsOn: sameDayAfter(term.startsOn, months),
    // The day before the one after: a term that ends with a month still does.
    endsOn: dayAt(sameDayAfter(dayAt(term.endsOn, 2), months), 0),
  }));
  const within = moved.filter((term) => term.startsOn <= endsOn && term.endsOn >= startsOn);
  const kept = within.length > 0 ? within : moved.slice(0, 1);
  return kept.map((term, index) => ({
    ...term,
    startsOn: index === 0 ? startsOn : term.startsOn,
    endsOn: index === kept.length - 1 ? endsOn : term.endsOn,
  }));
}
