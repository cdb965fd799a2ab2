import type { StaffChangeService, StaffEnrolmentService } from '../../../staffing';

/** By what staff is written. */
export interface StaffServices {
  staffChanges: StaffChangeService;
  staffEnrolment: StaffEnrolmentService;
}
