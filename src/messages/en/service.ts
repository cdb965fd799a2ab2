import type { Translation } from '../translation';
import type { service as zh } from '../zh/service';

export const service: Translation<typeof zh> = {
  UNKNOWN_INDICATOR: ({ code }) =>
    `The catalogue has no indicator "${code}". Please choose one of indicators.`,
  UNKNOWN_MEASURE: ({ code, indicator }) =>
    `There is no measure "${code}". "${indicator.nameEn}" has: ${codesOf(indicator)}.`,
  MEASURE_OF_OTHER_INDICATOR: ({ code, indicator }) =>
    `"${code}" is not a measure of "${indicator.nameEn}". Please use: ${codesOf(indicator)}.`,
  MEASURE_TWICE: ({ measure }) => `"${measure.code}" is entered twice in this record. Please enter it once.`,
  NEGATIVE_QUANTITY: () => 'A quantity must not be negative.',
  QUANTITY_TOO_LARGE: () => 'The quantity is above 1,000,000,000. Please check it for a typing error.',
  NOTHING_RECORDED: () => 'At least one quantity must be more than zero.',
  PROJECT_NOT_FOUND: () => 'This agreement has no such project. Please check it.',
  POINT_NOT_FOUND: () => 'This agreement has no such point. Please check it.',
  POINT_NOT_IN_ZONE: () => 'The point is not in the given zone. Please check both.',
  DAY_OUTSIDE_TERMS: ({ terms }) =>
    `The day is in no term of this agreement (${terms.map((term) => `${term.startsOn} to ${term.endsOn}`).join('; ')}).`,
  STALE_REVISION: ({ revision }) =>
    `The record is at revision ${revision} by now. Please read it again before you correct it.`,
  RECORD_VOIDED: () =>
    'The record is void and can no longer be corrected or voided. If it should count, please record it anew.',
  RECORD_NAMED_TWICE: () => 'This call names the record twice. Please put both changes into one row.',
  KEYS_DO_NOT_MATCH: ({ records }) =>
    `There are ${records} records: please give one idempotency key for each, or none at all.`,
  LOOKS_RECORDED_TWICE: ({ by }) =>
    `It equals another record that ${by} entered within a day (day, place, quantities and note). Please check whether it is entered twice; if it was two services, all is well.`,
  NOTHING_REMARKED: () => 'Please give a remark or evidence, at least one of them.',
  TERM_NOT_FOUND: () => 'This agreement has no such term. Please check it.',
  TARGET_TWICE: () =>
    'This call has two targets for the same term, indicator, measure, zone and project. Please give one.',
  TARGETS_MIX_ZONES: () =>
    'Within a term, indicator and measure either all targets must name a zone or none.',
  TARGETS_MIX_PROJECTS: () =>
    'Within a term, indicator and measure either all targets must name a project or none.',
};

function codesOf({ measures }: { measures: readonly { code: string }[] }): string {
  return measures.map(({ code }) => code).join(', ');
}
