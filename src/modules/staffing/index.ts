import type { AgreementService } from '../agreement';
import { StaffingResolver, StaffWarningResolver } from './report/staffing.resolver';
import { StaffingService } from './report/staffing.service';
import { StaffChangeService } from './roster/staff-change.service';
import { StaffEnrolmentService } from './roster/staff-enrolment.service';
import { StaffResolver } from './roster/staff.resolver';

export { personMonthsOfGroups } from './report/person-months.repository';
export { copyRoster } from './roster/roster-copy';
export type { Certificate, Staff } from './roster/staff';
export { StaffChangeService } from './roster/staff-change.service';
export { StaffEnrolmentService } from './roster/staff-enrolment.service';
export type { EnrolStaffInput, StaffMemberInput } from './roster/staff.input';
export { dayWithin } from './roster/staff-zones.rules';
export { zonesOn } from './report/presence.rules';
export { type RosterLine, type RosterMonth, rosterMonths } from './report/roster-months.rules';
export { readRoster, readRosterBasis, readSettings, type Settings } from './report/staffing.repository';
export type { StaffingReport } from './report/staffing.rules';
export { StaffingService } from './report/staffing.service';
export { StaffingReportType } from './report/staffing.type';
export { CERTIFICATE_WORDS, CertificateLevel, CODE_PREFIX, StaffKind } from './staffing.enums';
export { staffCertificates, staffMembers, staffPay, staffSpells } from './read.sql';

export function createStaffing({ agreements }: { agreements: AgreementService }) {
  const staffing = new StaffingService();
  const staffEnrolment = new StaffEnrolmentService();
  const staffChanges = new StaffChangeService();
  const resolvers = [
    new StaffingResolver(staffing, staffEnrolment, agreements),
    new StaffResolver(staffEnrolment, staffChanges, staffing),
    new StaffWarningResolver(),
  ];
  return { resolvers, services: { staffing, staffChanges, staffEnrolment } };
}
