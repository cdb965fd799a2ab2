import type { Day } from '../../../platform/calendar';
import type { StaffingParameters } from '../../agreement';
import type { Month } from '../month.rules';
import type { CertificateLevel, StaffKind } from '../staffing.enums';

/** A continuous period on post. */
export interface Spell {
  id: string;
  from: Day;
  /** Last day on post; null: open. */
  to: Day | null;
}

export interface Certificate {
  level: CertificateLevel;
  /** Null: passed before the agreement began. */
  passedOn: Day | null;
}

export interface Pay {
  month: Month;
  /** Null: not recorded. */
  socialInsurancePaid: boolean | null;
  salaryPaid: boolean | null;
}

/** A member of staff with all its data. */
export interface Staff {
  id: string;
  code: string;
  /** Null if the viewer sees codes only. */
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
