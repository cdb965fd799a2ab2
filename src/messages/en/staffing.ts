import type { Translation } from '../translation';
import type { staffing as zh } from '../zh/staffing';

export const staffing: Translation<typeof zh> = {
  STAFF_NOT_FOUND: () => 'This agreement has no such member of staff. Please check it.',
  STAFF_VOIDED: () =>
    'The enrolment is void and can no longer be changed. If this person should count, please enrol them anew.',
  LAST_SPELL: () => 'This is the only spell of this person. Please change its days, or void the enrolment.',
  CERTIFICATE_TWICE: () => 'This level is entered twice. Please enter it once.',
  ZONE_SHARES_ABOVE_ONE: () =>
    'One person works in one zone, or in two at half each: never more than 1 in total.',
  ZONE_TWICE: () => 'This zone is entered twice. Please enter it once.',
  MONTH_OUTSIDE_AGREEMENT: ({ first, last }) =>
    `The month must be within the agreement (${first} to ${last}).`,
  MONTH_IN_FUTURE: () => 'The month has not begun yet. Please enter this month or an earlier one.',
  MONTH_TWICE: () => 'This person and month are entered twice in this call. Please enter them once.',

  SPELLS_OVERLAP: () => 'Spells on post overlap. Please check them; the days they share count once.',
  SPELL_OUTSIDE_AGREEMENT: () =>
    'A spell is wholly outside the agreement and counts in no month. Please check it.',
  SPELL_CUT_AT_AGREEMENT_END: () =>
    'The last day on post is after the agreement ends: the spell counts up to that end, and further if the agreement is extended.',
  PRACTICE_AFTER_CERTIFICATE: () =>
    'Practice began after a certificate of intermediate or senior level was passed. Please check both days.',
  PRACTICE_AFTER_EMPLOYMENT: () =>
    'Practice began after the first day on post as a social worker here. Please check both days.',
  PRACTICE_IN_FUTURE: () => 'Practice begins in the future. Please check the day.',
  CERTIFICATE_IN_FUTURE: () => 'A certificate is passed in the future. Please check the day.',
  NAME_TWICE: () =>
    'Another person here has the same name, or one that looks like it. If one person was enrolled twice, please void one of the two.',
  SALARY_UNPAID: () => 'On post in this month, and no salary was paid.',
  SOCIAL_INSURANCE_UNPAID: () => 'On post in this month, and no social insurance was paid.',
};
