export type { EnrolStaffInput } from './staff.input';
export { StaffChangeService } from './staff-change.service';
export { StaffEnrolmentService } from './staff-enrolment.service';
export { StaffResolver } from './staff.resolver';
export { StaffingResolver, StaffWarningResolver } from './staffing.resolver';
export type { StaffingReport } from './staffing.rules';
export { type AgreementDays, StaffingService } from './staffing.service';
export { StaffingReportType } from './staffing.type';
export { CertificateLevel, CODE_PREFIX, StaffKind } from './staffing.words';
