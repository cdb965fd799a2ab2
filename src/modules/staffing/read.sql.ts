import { readable } from '../../platform/database/shape';
import { SCOPE, valueOn } from '../agreement';

// xmin: incremental exports find changes by it.
export const staffMembers = readable(
  'core.staff_member',
  `${SCOPE}, id, code, kind, practising_since, voided_at, xmin`,
);

const ofMember = (table: string, columns: string): ((alias: string) => string) =>
  readable(table, `organisation_id, member_id, ${columns}, xmin`);
export const staffSpells = ofMember('core.staff_spell', 'employed_from, employed_to');
export const staffCertificates = ofMember('core.staff_certificate', 'passed_on');
export const staffPay = ofMember('core.staff_pay', 'month, social_insurance_paid, salary_paid');

/** The posts that an agreement requires in a month, given by its first day: those in force on it, or on the agreement's. */
export const postsIn = (agreement: string, month: string): string =>
  valueOn.number('required_posts', agreement, `greatest(${month}, ${agreement}.starts_on)`);
