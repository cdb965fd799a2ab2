import type { AuditAction } from '../../../src/access';
import { type Chapters, type Entry, reason } from './cast';

const ofStaff = (action: AuditAction): Entry => ({ action, thing: 'StaffMember', values: 'both' });

export const STAFF: Chapters = {
  enrolStaff: ({ admin, made }) => ({
    by: admin,
    args: {
      input: { agreementId: made.agreementId, members: [{ name: '周敏', employedFrom: '2024-01-01' }] },
    },
    action: 'STAFF_ENROLLED',
    thing: 'Agreement',
    values: 'after',
    select: 'memberIds',
    keep: ({ memberIds }) => {
      made.memberId = memberIds[0]!;
    },
  }),
  recordStaffPay: ({ admin, made: { agreementId, memberId } }) => ({
    by: admin,
    args: { input: { agreementId, entries: [{ memberId, month: '2024-02', salaryPaid: true }] } },
    action: 'STAFF_PAY_RECORDED',
    thing: 'Agreement',
    values: 'both',
  }),
  changeStaffMember: ({ admin, made: { memberId } }) => ({
    by: admin,
    args: { input: { memberId, position: '主任' } },
    ...ofStaff('STAFF_CHANGED'),
  }),
  setStaffCertificates: ({ admin, made: { memberId } }) => ({
    by: admin,
    args: { input: { memberId, certificates: [{ level: 'ASSISTANT' }] } },
    ...ofStaff('STAFF_CERTIFICATES_SET'),
  }),
  setStaffZones: ({ admin, made: { memberId, zoneId } }) => ({
    by: admin,
    args: { input: { memberId, zoneIds: [zoneId] } },
    ...ofStaff('STAFF_ZONES_SET'),
  }),
  changeStaffSpell: ({ admin, made }) => ({
    by: admin,
    args: { input: { spellId: made.spellId, employedTo: '2024-05-31' } },
    ...ofStaff('STAFF_SPELL_CHANGED'),
  }),
  addStaffSpell: ({ admin, made }) => ({
    by: admin,
    args: { input: { memberId: made.memberId, employedFrom: '2024-08-01' } },
    ...ofStaff('STAFF_SPELL_ADDED'),
    select: 'member { id spells { id } }',
    keep: ({ member }) => {
      made.spellId = member.spells.at(-1)!.id;
    },
  }),
  removeStaffSpell: ({ admin, made: { spellId } }) => ({
    by: admin,
    args: { spellId },
    ...ofStaff('STAFF_SPELL_REMOVED'),
  }),
  voidStaffMember: ({ admin, made: { memberId } }) => ({
    by: admin,
    args: { memberId, reason },
    ...ofStaff('STAFF_VOIDED'),
  }),
};
