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

/** The zones of a member from a day on; of the same day, the last one counts. */
export interface ZonesSince {
  since: Day;
  zoneIds: string[];
  setAt: string;
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
  /** The zones from the beginning. */
  zoneIds: string[];
  /** Later ones, in the order of their days. */
  zoneChanges: ZonesSince[];
  spells: Spell[];
  certificates: Certificate[];
  pay: Pay[];
  voidedAt: string | null;
  voidReason: string | null;
}

/** What an agreement requires in a month. */
export interface Requirement {
  month: Month;
  /** In force on the month's first day, in the first month on the agreement's. */
  requiredPosts: string | null;
  /** In force on the month's last day, in the last month on the agreement's. */
  requiredCertifiedShare: string | null;
}

export interface Part {
  id: string;
  name?: string;
}

/** A zone that amendments have opened, closed or renamed. */
export interface AmendedZone {
  id: string;
  opensOn: Day | null;
  /** The first day on which it is closed. */
  closesOn: Day | null;
  /** By month: its name on the month's last day. */
  names: Record<Month, string>;
}

/** An agreement with its staff in the order of enrolment. */
export interface StaffedAgreement<Zone extends Part = Part> {
  startsOn: Day;
  endsOn: Day;
  parameters: StaffingParameters;
  /** Of every month of an agreement that was amended; null: as the parameters say. */
  requirements: Requirement[] | null;
  zones: Zone[];
  amendedZones: AmendedZone[];
  members: Staff[];
}
