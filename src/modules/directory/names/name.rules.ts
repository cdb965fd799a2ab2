import { dayAt, type Day, EARLIEST_DAY } from '../../../platform/calendar';
import { InputRules, MAX_REASON } from '../../../platform/input-rules';

const MAX_NAME = 200;
/** A name that is changed has had one day at least. */
const EARLIEST_CHANGE = dayAt(EARLIEST_DAY, 2);

/** What something is called, and the first day of that name; null: from the beginning. */
export interface Named {
  name: string;
  since: Day | null;
}

/** A name that something had up to a day. */
export interface FormerName {
  name: string;
  until: Day;
}

/** A validated change of a name, as it will be stored. */
export interface Renaming {
  rules: InputRules;
  name: string;
  reason: string;
}

/** Checks a new name from a day on: a later day than that of the present name, or the same one while it lasts. */
export function checkRenaming(
  before: Named,
  given: { name: string; from: Day; reason: string },
  today: Day,
): Renaming {
  const rules = new InputRules();
  const { from } = given;
  const { since } = before;
  const name = rules.text(given.name, ['name'], MAX_NAME);
  if (name === before.name) rules.add('NAME_UNCHANGED', ['name']);
  if (from > today) rules.add('DAY_IN_FUTURE', ['from']);
  else if (rules.day(from, ['from'], EARLIEST_CHANGE) && since !== null && from <= since) {
    const corrects = from === since && from === today;
    if (!corrects) rules.add('NAME_HOLDS_SINCE', ['from'], { since });
  }
  return { rules, name, reason: rules.prose(given.reason, ['reason'], MAX_REASON) };
}

/** What something was called on a day. `former`: in the order of their last days. */
export function nameOn(name: string, former: readonly FormerName[], on: Day): string {
  return former.find(({ until }) => until >= on)?.name ?? name;
}
