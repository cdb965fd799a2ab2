import { type Day, EARLIEST_CAREER_DAY } from '../../../platform/calendar';
import type { Path } from '../../../platform/faults';
import { InputRules } from '../../../platform/input-rules';
import { firstDay, type Month, monthOf } from '../month.rules';
import type { StaffingParameters } from '../../agreement';
import type { Certificate, Staff } from './staff';
import type {
  CertificateInput,
  SetStaffingParametersInput,
  StaffMemberInput,
  StaffPayInput,
} from './staff.input';
import { StaffKind } from '../staffing.enums';

const MAX_MEMBERS = 100;
const MAX_PAY = 1000;
const MAX_CERTIFICATES = 3;
const NAME = 100;
const REASON = 500;

/** A validated member, as it will be stored. */
export interface ValidStaff {
  name: string;
  kind: StaffKind;
  position: string | null;
  employedFrom: Day;
  employedTo: Day | null;
  practisingSince: Day | null;
  certificates: Certificate[];
  zoneIds: string[];
}

/** Validates every row of a call and reports every fault of every row. */
export function checkMembers(
  zones: readonly string[],
  given: readonly StaffMemberInput[],
): { rules: InputRules; members: ValidStaff[] } {
  const rules = new InputRules();
  if (!rules.count(given.length, ['members'], 1, MAX_MEMBERS)) return { rules, members: [] };
  const members = given.map((member, index) => {
    const path: Path = ['members', index];
    return {
      name: checkName(rules, member.name, [...path, 'name']),
      kind: member.kind ?? StaffKind.SOCIAL_WORKER,
      position: checkPosition(rules, member.position, [...path, 'position']),
      employedFrom: member.employedFrom,
      employedTo: checkSpell(rules, member.employedFrom, member.employedTo, path),
      practisingSince: checkPractice(rules, member.practisingSince, [...path, 'practisingSince']),
      certificates: checkCertificates(rules, member.certificates ?? [], [...path, 'certificates']),
      zoneIds: checkZones(rules, zones, member.zoneIds ?? [], [...path, 'zoneIds']),
    };
  });
  return { rules, members };
}

export function checkName(rules: InputRules, name: string, path: Path, before: string | null = null): string {
  return rules.text(name, path, NAME, before);
}

export function checkPosition(
  rules: InputRules,
  position: string | null | undefined,
  path: Path,
  before: string | null = null,
): string | null {
  return position == null ? null : rules.text(position, path, NAME, before);
}

export function checkReason(rules: InputRules, reason: string): string {
  return rules.prose(reason, ['reason'], REASON);
}

export function checkPractice(
  rules: InputRules,
  practisingSince: Day | null | undefined,
  path: Path,
): Day | null {
  if (practisingSince != null) rules.day(practisingSince, path, EARLIEST_CAREER_DAY);
  return practisingSince ?? null;
}

/** Checks the days of a spell; the last is not before the first. Days unchanged from `before` are always accepted. */
export function checkSpell(
  rules: InputRules,
  employedFrom: Day,
  employedTo: Day | null | undefined,
  path: Path,
  before: { from: Day; to: Day | null } | null = null,
): Day | null {
  if (employedFrom !== before?.from) rules.day(employedFrom, [...path, 'employedFrom']);
  if (employedTo != null && employedTo !== before?.to) rules.day(employedTo, [...path, 'employedTo']);
  if (employedTo != null && employedTo < employedFrom) {
    rules.add('ENDS_BEFORE_START', [...path, 'employedTo']);
  }
  return employedTo ?? null;
}

export function checkCertificates(
  rules: InputRules,
  certificates: readonly CertificateInput[],
  path: Path,
): Certificate[] {
  const seen = new Set<string>();
  for (const [index, { level, passedOn }] of certificates.entries()) {
    if (passedOn != null) rules.day(passedOn, [...path, index, 'passedOn'], EARLIEST_CAREER_DAY);
    if (seen.has(level)) {
      rules.add('CERTIFICATE_TWICE', [...path, index, 'level']);
    }
    seen.add(level);
    // Any more repeat a level; one fault suffices.
    if (index >= MAX_CERTIFICATES) break;
  }
  return certificates.map(({ level, passedOn }) => ({ level, passedOn: passedOn ?? null }));
}

/** Checks zones of the agreement: at most two, since shares are 1 or 0.5 and add up to 1. */
export function checkZones(
  rules: InputRules,
  zones: readonly string[],
  zoneIds: readonly string[],
  path: Path,
): string[] {
  if (zoneIds.length > 2) {
    rules.add('ZONE_SHARES_ABOVE_ONE', path);
    return [];
  }
  zoneIds.forEach((id, index) => {
    if (!zones.includes(id)) {
      rules.add('ZONE_NOT_FOUND', [...path, index]);
    } else if (zoneIds.indexOf(id) < index) {
      rules.add('ZONE_TWICE', [...path, index]);
    }
  });
  return [...zoneIds];
}

/** A validated pay entry, as it will be stored. */
export interface ValidPay {
  memberId: string;
  month: Month;
  socialInsurancePaid: boolean | null;
  salaryPaid: boolean | null;
}

/** Validates pay entries: members of the agreement, and months of it that have begun. */
export function checkPay(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  members: readonly Pick<Staff, 'id' | 'voidedAt'>[],
  entries: readonly StaffPayInput[],
  today: Day,
): { rules: InputRules; pay: ValidPay[] } {
  const rules = new InputRules();
  if (!rules.count(entries.length, ['entries'], 1, MAX_PAY)) return { rules, pay: [] };
  const [first, last, now] = [startsOn, endsOn, today].map(monthOf) as [Month, Month, Month];
  const known = new Map(members.map((member) => [member.id, member]));
  const seen = new Set<string>();
  const pay = entries.map(({ memberId, month, socialInsurancePaid, salaryPaid }, index) => {
    const path: Path = ['entries', index];
    const member = known.get(memberId);
    if (!member) {
      rules.add('STAFF_NOT_FOUND', [...path, 'memberId']);
    } else if (member.voidedAt !== null) addVoided(rules, [...path, 'memberId']);
    if (month < first || month > last) {
      rules.add('MONTH_OUTSIDE_AGREEMENT', [...path, 'month'], { first, last });
    } else if (month > now) {
      rules.add('MONTH_IN_FUTURE', [...path, 'month']);
    } else rules.day(firstDay(month), [...path, 'month']);
    const key = `${memberId} ${month}`;
    if (seen.has(key)) {
      rules.add('MONTH_TWICE', path);
    }
    seen.add(key);
    return {
      memberId,
      month,
      socialInsurancePaid: socialInsurancePaid ?? null,
      salaryPaid: salaryPaid ?? null,
    };
  });
  return { rules, pay };
}

export function addVoided(rules: InputRules, path: Path): void {
  rules.add('STAFF_VOIDED', path);
}

/** The validated parameters of an agreement after a change. */
export function checkParameters(
  before: StaffingParameters,
  input: Omit<SetStaffingParametersInput, 'agreementId'>,
): { rules: InputRules; parameters: StaffingParameters } {
  const rules = new InputRules();
  const parameters = {
    requiredPosts: input.requiredPosts === undefined ? before.requiredPosts : input.requiredPosts,
    requiredCertifiedShare:
      input.requiredCertifiedShare === undefined
        ? before.requiredCertifiedShare
        : input.requiredCertifiedShare,
    halfAfterDay: input.halfAfterDay ?? before.halfAfterDay,
    practiceYears: input.practiceYears ?? before.practiceYears,
    certifiedAfterMonths: input.certifiedAfterMonths ?? before.certifiedAfterMonths,
  };
  const amount = (field: keyof StaffingParameters, most: string, places: number): void => {
    const value = parameters[field];
    if (value !== null) rules.amount(String(value), [field], most, places);
  };
  amount('requiredPosts', '10000', 2);
  amount('requiredCertifiedShare', '1', 6);
  amount('halfAfterDay', '31', 0);
  amount('practiceYears', '60', 0);
  amount('certifiedAfterMonths', '12', 0);
  return { rules, parameters };
}
