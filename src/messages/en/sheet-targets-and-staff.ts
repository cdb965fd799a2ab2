import type { Translation } from '../translation';
import type { sheetTargetsAndStaff as zh } from '../zh/sheet-targets-and-staff';

export const sheetTargetsAndStaff: Translation<typeof zh> = {
  TERM_UNCLEAR: () =>
    'The agreement has several terms, and the form does not say of which it is. Please write its first and last day above the table.',
  PERIOD_OUTSIDE_TERMS: ({ from, to }) =>
    `The form is of ${from} to ${to}, which is within no term of this agreement. Please check whether it is the right file, or correct its days.`,
  TARGET_IS_BY_PARTS: ({ sum, given }) =>
    `This target is kept by zone or project, ${sum} in all; the form says ${given} and not of which part. Please enter it by zone, or change it in the agreement.`,
  TARGET_PROPOSED: ({ day }) =>
    `An amendment from ${day} on proposes this figure already and awaits the other party; it is not proposed again.`,
  TARGET_PROPOSED_OTHERWISE: ({ day, value }) =>
    `An amendment from ${day} on, not confirmed yet, proposes ${value} here. Please withdraw it first.`,
  TARGETS_BECOME_AMENDMENT: ({ day }) =>
    `The agreement is confirmed: what is written becomes an amendment from ${day} on, in force once the other party confirms it.`,
  TARGETS_NOT_IN_FORM: ({ count }) =>
    `The agreement has ${count} more targets that this form does not mention. They stay as they are.`,
  TARGETS_IMPORTED: ({ day }) => `Targets as in the form imported on ${day}.`,
  PERSON_AMBIGUOUS: ({ name, day }) =>
    `More than one person is called ${name} and came on ${day}; it is not clear who is meant. Please merge the rows, or void the second enrolment first.`,
  CERTIFICATE_DAY_MISSING: ({ name }) =>
    `The certificate of ${name} has no day. Please write the day and the certificate in the notes.`,
  SAME_NAME_OTHER_DAY: ({ day }) =>
    `Somebody of this name is on record since ${day}; this becomes another person. If it is the same, please begin the contract on that day.`,
  KIND_ON_RECORD: ({ kind }) =>
    `This person is on record as ${kind}, not as a social worker. Nothing was changed; please check it.`,
  PRESENCE_ON_RECORD: ({ month, given, expected }) =>
    `${month} says ${given}, and the days on record give ${expected}. Presence is not written; please check it.`,
  PAY_ON_RECORD: ({ month }) =>
    `${month} differs from what is on record of insurance or salary. It is not written; please check it.`,
  LEAVE_NOT_WRITTEN: () => 'A leave in the notes changes nothing of the days on post, and is not written.',
  PERSON_NOT_IN_FORM: ({ name }) =>
    `${name} is on record as on post, and not in this form. Nothing is changed; if this person has left, please record it.`,
  ROSTER_OF_OTHER_DAYS: ({ startsOn, endsOn }) =>
    `The form names an agreement of ${startsOn} to ${endsOn}, outside this one. Please check whether it is the right file.`,
  OTHER_AGREEMENT: () =>
    'This file was given out for another agreement. Please check whether it is the right one.',
};
