import type { Day } from '../../platform/calendar';
import type { Decimal } from '../../platform/decimal';
import type { Month } from './month.rules';
import type { CertificateLevel, StaffKind } from './staffing.enums';

/** Days on post, without a break. */
export interface Spell {
  id: string;
  from: Day;
  /** Last day on post; null: open. */
  to: Day | null;
}

export interface Certificate {
  level: CertificateLevel;
  /** Null: held since before the agreement began. */
  passedOn: Day | null;
}

export interface Pay {
  month: Month;
  /** Null: not recorded. */
  socialInsurancePaid: boolean | null;
  salaryPaid: boolean | null;
}

/** A member of staff with everything that is known of it. */
export interface Staff {
  id: string;
  code: string;
  /** Null where the viewer sees codes. */
  name: string | null;
  position: string | null;
  kind: StaffKind;
  practisingSince: Day | null;
  zoneIds: string[];
  spells: Spell[];
  certificates: Certificate[];
  pay: Pay[];
  voidedAt: string | null;
  voidReason: string | null;
}

/** The rules of the year, as they stand in the agreement. */
export interface StaffingParameters {
  requiredPosts: Decimal | null;
  requiredCertifiedShare: Decimal | null;
  halfAfterDay: number;
  practiceYears: number;
  certifiedAfterMonths: number;
}

export interface Part {
  id: string;
}

/** An agreement with its staff in the order of enrolment. */
export interface StaffedAgreement<Zone extends Part = Part> {
  startsOn: Day;
  endsOn: Day;
  parameters: StaffingParameters;
  zones: Zone[];
  members: Staff[];
}
