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
  NOT_A_PRINTED_FIGURE: ({ value }) =>
    `"${value}" is no figure that can be checked. Give it as printed, such as 522, 5,220 or 115%, and "/" where there is none.`,
  FIGURE_OF_ONE_SUBJECT: () => 'Give either an indicator and its measure, or the name of something else.',
  MOMENT_NOT_PAST: () => 'The moment must not be later than now. Give an earlier one, or none for now.',
  MOMENT_NOT_READABLE: () =>
    'An earlier moment needs the single service records, which your organisation does not read. Leave the moment empty.',
  NO_FIGURES_IN_IMPORT: () =>
    'The file is no completion form (Fujian 1), or is no longer kept. Upload the form again, or paste its figures.',
};
