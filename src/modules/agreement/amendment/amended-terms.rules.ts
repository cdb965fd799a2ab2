import type { Day } from '../../../platform/calendar';
import { storedText } from '../../../platform/text-forms';
import type { Amendable } from './amendable.repository';
import type { AmendmentContent } from './content';

/** A term after an amendment; a new one has no id yet. */
interface AmendedTerm {
  id: string | null;
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** Where the input names it. */
  index: number | null;
}

/**
 * The terms after an amendment, the earliest first: an earlier end cuts those that it meets and drops those after it,
 * unless the input says where they lie.
 */
export function amendedTerms(
  { terms = null, endsOn }: Pick<AmendmentContent, 'terms' | 'endsOn'>,
  before: Pick<Amendable, 'terms' | 'endsOn'>,
): AmendedTerm[] {
  const last = endsOn ?? before.endsOn;
  const given = (terms ?? []).map((term, index) => ({ ...term, index }));
  const kept = before.terms.flatMap((term): AmendedTerm[] => {
    const change = given.find(({ id }) => id === term.id);
    const startsOn = change?.startsOn ?? term.startsOn;
    if (startsOn > last && change == null) return [];
    const end = change?.endsOn ?? term.endsOn;
    return [
      {
        id: term.id,
        name: change?.name == null ? term.name : storedText(change.name),
        startsOn,
        endsOn: change?.endsOn == null && end > last ? last : end,
        index: change?.index ?? null,
      },
    ];
  });
  const added = given
    .filter(({ id }) => id == null)
    .map(({ name, startsOn, endsOn: end, index }) => ({
      id: null,
      name: storedText(name ?? ''),
      startsOn: startsOn ?? '',
      endsOn: end ?? '',
      index,
    }));
  return [...kept, ...added].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
}
