import { listed } from '../lists';
import type { Translation } from '../translation';
import type { query as zh } from '../zh/query';

export const query: Translation<typeof zh> = {
  PAGE_SIZE_OUT_OF_RANGE: ({ most }) => `first must be 1 to ${most}; use after to turn the page.`,
  INVALID_CURSOR: () => 'after is not a valid cursor; use the endCursor of the page before.',
  ARGUMENT_OUT_OF_RANGE: ({ name, first, last }) =>
    `${name} must be from ${first} to ${last}. Please change it and ask again.`,
  ON_IN_FUTURE: ({ today }) =>
    `on must not be after today, ${today}: there is nothing to report of days to come.`,
  FROM_AFTER_TO: () => 'from must not be after to.',
  RANGE_TOO_LONG: ({ months }) =>
    `from must not be after to, and the range has at most ${months} months. Please ask for it in parts.`,
  RANGE_OUTSIDE: ({ of, first, last }) =>
    `from and to must be in order and within the ${of}, ${first} to ${last}.`,
  TERM_ID_NEEDED: () => 'This agreement has several terms. Name one with termId (see Agreement.terms).',
  FILTER_TOO_LONG: ({ most }) => `A filter takes at most ${most} entries.`,
  FILTER_TEXT_TOO_LONG: ({ name, most }) => `${name} takes at most ${most} characters.`,
  FILTER_UNPRINTABLE: () => 'The filter contains characters that cannot be shown. Please type it again.',
  UNKNOWN_CODE: ({ code, from }) => `There is no code "${code}". Please choose from ${from.join(' or ')}.`,
  INVALID_DISTRICT_CODE: () => 'districtCode has six digits. Please choose one of districts.',
  INDICATOR_NOT_IN_CATALOGUE: () => 'There is no such indicator or measure. Please choose from indicators.',
  THRESHOLD_OUT_OF_RANGE: ({ most, places }) =>
    `threshold must be 0 to ${most}${places === null ? '' : `, with at most ${places} decimals`}.`,
  SHARE_OUT_OF_RANGE: () => 'share must be more than 0 and at most 1, with at most 6 decimals.',
  INVALID_DAY: ({ name }) => `${name} must be a day, written YYYY-MM-DD, like 2024-01-31.`,
  INVALID_FLAG: ({ name }) => `${name} must be 1 or 0.`,
  UNKNOWN_PARAMETER: ({ name, known }) =>
    `There is no parameter "${name}". The parameters are: ${listed(known, ', ')}${known.includes('bom') ? ' (bom for csv only)' : ''}.`,
  PARAMETER_MISSING: ({ name }) => `The parameter ${name} is needed.`,
  REPEATED_PARAMETER: ({ name }) => `The parameter ${name} may be given once.`,
  INVALID_UPDATED_SINCE: () =>
    'updatedSince is not valid: it must come from the previous answer (X-Next-Updated-Since) of the same export, account and filters, with the rights and the database the same since. Leave it out and load everything anew.',
};
