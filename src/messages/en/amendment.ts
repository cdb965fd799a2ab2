import type { Translation } from '../translation';
import type { amendment as zh } from '../zh/amendment';

export const amendment: Translation<typeof zh> = {
  DOCUMENT_NUMBER_MISSING: () => 'An amendment by a bureau names the number of its document.',
  DAY_MISSING: () => 'A new term needs its first and its last day.',
  FEE_RAISED: ({ firstFee }) =>
    `In total the fee rises by more than 10 % above the first one (${firstFee} CNY). Please check whether it needs another procurement.`,
  TERMS_LEAVE_GAP: ({ first, last }) =>
    `The days from ${first} to ${last} would belong to no term. Please adjust the terms, or allow gaps (allowGaps).`,
  PART_NOT_YET: () => 'A new zone, point or project cannot be closed by the same amendment.',
  PART_TWICE: () => 'A term, zone, point or project is named twice. Please put its changes into one entry.',
  PART_CLOSED: ({ name }) =>
    `"${name}" is not open on this day. Please choose another one, or add a new one.`,
  KIND_IS_FIXED: () =>
    'The kind and domain of a project cannot change. Please close the project and add a new one.',
  KIND_MISSING: () => 'A new project needs its kind: core, key, basic or special.',
  ONLY_POINTS_HAVE_ZONES: () =>
    'Only a point belongs to a zone. Please leave out the zone of zones and projects.',
  ZONE_OF_POINT_MISSING: () => 'Please say to which zone the point belongs.',
  NOTHING_CHANGES: () =>
    'Everything is as the agreement says already, so nothing would change. Please check.',
  SAME_VALUE_AND_DAY: ({ field, subject }) =>
    `Another open amendment changes the same from the same day (${subject ?? field}). Please confirm, decline or withdraw it first.`,
  AMENDMENT_OUTDATED: () =>
    'The agreement has been amended since, so that this would change more than it lists. Please have it withdrawn and proposed again.',
  NOTHING_TO_ANSWER: () => 'Only an amendment that a bureau has made itself is answered by the parties.',
  ANSWERED_ALREADY: () => 'Your organisation has answered this amendment already.',
  FIGURES_AFTER_END: ({ records, assessments }) =>
    `${records} service records and ${assessments} assessments stand after the new last day. Please correct or void the records first, or choose another day.`,
  MONTHS_AFTER_END: ({ months }) =>
    `${months} months that are handed in lie after the new last day. Please have them recalled or sent back first, or choose another day.`,
  AMENDMENT_NEEDS_BUREAU: ({ month }) =>
    `The month ${month} is accepted, so the bureau has to confirm what changes from a day within it. Please ask the bureau of the district, or choose another day.`,
  RECORDS_AFTER_CLOSING: ({ name, records }) =>
    `"${name}" has ${records} service records on or after the day of closing. Please correct them first, or choose another day.`,
  TARGETS_AFTER_CLOSING: ({ term }) =>
    `It still has targets in the term "${term}", which begins after the closing. Please remove them in the same amendment, or give them to other zones or projects.`,
  RECORDS_OUTSIDE_TERMS: () =>
    'Some service records would belong to no term. Please adjust the days of the terms.',
  STRUCTURE_CHANGED: () =>
    'The agreement has just been amended: the term, zone, point or project is no longer available on this day. Please reload and try again.',
  DUE_BELOW_RECEIVED: ({ condition, due, received }) =>
    `CNY ${received} have been received for the instalment ${CONDITIONS.get(condition) ?? condition}, of which only ${due} would be due. Please adjust the fee or the shares, or reverse receipts recorded in error first.`,
  TARGET_AFTER_TERM: ({ endsOn }) =>
    `The term ended on ${endsOn}, so a later amendment has no effect on its targets. Please choose that day or an earlier one.`,
};

/** The instalments, by what releases them. */
export const CONDITIONS = new Map([
  ['SIGNING', 'at signing'],
  ['MIDTERM_QUALIFIED', 'after the midterm assessment'],
  ['FINAL_QUALIFIED', 'after the final assessment'],
]);
