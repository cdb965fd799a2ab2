import type { AgreementService } from '../agreement';
import { StaffingResolver, StaffWarningResolver } from './report/staffing.resolver';
import { StaffingService } from './report/staffing.service';
import { StaffChangeService } from './roster/staff-change.service';
import { StaffEnrolmentService } from './roster/staff-enrolment.service';
import { StaffResolver } from './roster/staff.resolver';

export { type PersonMonthSums, personMonthsOfGroups } from './report/person-months.repository';
export { copyRoster } from './roster/roster-copy';
export type { EnrolStaffInput } from './roster/staff.input';
export type { RosterLine, RosterMonth } from './report/roster-months.rules';
export type { StaffingReport } from './report/staffing.rules';
export { type AgreementDays, StaffingService } from './report/staffing.service';
export { StaffingReportType } from './report/staffing.type';
export { CertificateLevel, CODE_PREFIX, StaffKind } from './staffing.enums';
export { staffCertificates, staffMembers, staffPay, staffSpells } from './read.sql';

export function createStaffing({ agreements }: { agreements: AgreementService }) {
  const staffing = new StaffingService();
  const staffEnrolment = new StaffEnrolmentService();
  const resolvers = [
    new StaffingResolver(staffing, staffEnrolment, agreements),
    new StaffResolver(staffEnrolment, new StaffChangeService(), staffing),
    new StaffWarningResolver(),
  ];
  return { resolvers, services: { staffing, staffEnrolment } };
}
