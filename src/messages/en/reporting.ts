import type { Translation } from '../translation';
import type { reporting as zh } from '../zh/reporting';

export const reporting: Translation<typeof zh> = {
  MONTH_CLOSED: ({ month, state, since, by }) =>
    state === 'ACCEPTED'
      ? `The month ${month} was accepted by "${by}" on ${since}: nothing can be recorded, corrected or voided in it. If it has to change, please ask the street or the bureau to send the month back.`
      : `The month ${month} was handed in by "${by}" on ${since}: nothing can be recorded, corrected or voided in it. If it has to change, please recall the month, or ask the street to send it back.`,
  MONTH_NOT_OVER: ({ last }) => `The month lasts until ${last}. Please hand it in from that day on.`,
  MONTH_NOT_HANDED_IN: () =>
    'The month is not handed in, or has been recalled or sent back. Please wait until the operator hands it in.',
  MONTH_ACCEPTED: () =>
    'The month is accepted and cannot be recalled. If it has to change, please ask the street or the bureau to send it back.',
  MONTH_ASSESSED: () =>
    'A closed assessment rests on this month, so only the bureau can open it. Please ask the bureau of the district.',
  VOID_WITH_MONTHS: ({ months }) =>
    `${months} months of the agreement are accepted, so it cannot be voided. Please have them sent back, or end the agreement early instead.`,
  LAST_DAY_PAST: () => 'The last day for corrections cannot be before today. Please choose another one.',
  REPORT_NOT_FOUND: () => 'The agreement has no published report with this id. Please check it.',
  REPORT_SUPERSEDED: () =>
    'Another published report has already taken the place of this one. Please choose the latest.',
  DUE_DAY_OUT_OF_RANGE: ({ most }) => `The due day must be from the 1st to the ${most}th of the month after.`,
};
