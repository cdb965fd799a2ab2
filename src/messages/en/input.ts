import type { Translation } from '../translation';
import type { input as zh } from '../zh/input';

export const input: Translation<typeof zh> = {
  POSSIBLE_PERSONAL_DATA: () =>
    'This seems to contain a mobile number or the number of an identity card. No personal data is stored here: please take it out and send the rest. Office telephones and document numbers may stay.',
  EMPTY_TEXT: () => 'This must not be empty. Please fill it in.',
  TEXT_TOO_LONG: ({ most }) => `This takes at most ${most} characters. Please shorten it.`,
  UNPRINTABLE_TEXT: () => 'This contains characters that cannot be shown. Please type it again.',
  NEGATIVE: () => 'This must not be negative.',
  TOO_LARGE: ({ most }) => `This must not exceed ${most}. Please check it.`,
  TOO_MANY_DECIMALS: ({ places }) =>
    places === 0 ? 'This must be a whole number.' : `This takes at most ${places} decimals.`,
  ZERO_SHARE: () => 'A share must be more than 0.',
  TOO_FEW: ({ least }) => `At least ${least} needed here.`,
  TOO_MANY: ({ most, inTotal }) =>
    inTotal
      ? `At most ${most} are possible here in total, and there are that many already.`
      : `At most ${most} at once here. Please send the rest in another call.`,
  DUPLICATE_NAME: ({ name }) =>
    `"${name}", or a name that looks like it, is already used here. Please choose another name.`,
  DAY_OUT_OF_RANGE: ({ first, last }) => `The day must be from ${first} to ${last}. Please check it.`,
  NAME_UNCHANGED: () => 'This is the present name already. Please enter the new one.',
  NAME_HOLDS_SINCE: ({ since }) =>
    `The present name holds since ${since}. Please enter a later day for the new one.`,
  DAY_IN_FUTURE: () => 'The day must not be in the future.',
  DAY_TOO_EARLY: ({ earliest, startsOn }) =>
    `The day must not be before ${earliest} (the agreement begins on ${startsOn}). Please check it.`,
  ENDS_BEFORE_START: () => 'The last day must not be before the first.',
  OUTSIDE_AGREEMENT: ({ first, last }) => `This must be within the agreement (${first} to ${last}).`,
  ZONE_NOT_FOUND: () => 'This agreement has no such zone. Please check it.',
  STATION_NOT_FOUND: ({ inRegistration }) =>
    inRegistration
      ? 'There is no such station, or you may not see it. A change of operator is registered by the purchaser or the bureau.'
      : 'There is no such station, or you may not see it. Please check the id.',
  UNKNOWN_DISTRICT: () => 'No district has this code. Please choose one of districts.',
  SCORES_MISSING: () => 'Some scores are still missing. Please have them entered before you close this.',
  IDEMPOTENCY_KEY_REUSED: () =>
    'This idempotencyKey was sent with other content before. To retry, send that content again; for anything else, please use another key.',
};
