import { type Decimal, exact, percentOf, trimmed } from '../../../platform/decimal';
import type { Day } from '../../../platform/calendar';
import type { StaffingParameters } from '../../agreement';
import type { Part, Requirement, Staff, StaffedAgreement } from '../roster/staff';
import { indexOf, lastDay, type Month, monthOf, monthsBetween } from '../month.rules';
import { type Movement, movements, onPost, presenceIn, spellsOf, zonesIn, zonesOn } from './presence.rules';
import { staffByZone, type ZoneStaff } from './staff-by-zone.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';
import { type StaffWarning, warningsOf } from './staffing-warnings.rules';

export interface StaffPresence {
  memberId: string;
  code: string;
  name: string;
  position: string | null;
  certified: Decimal;
  uncertified: Decimal;
  experienced: Decimal;
  total: Decimal;
  months: Decimal[];
}

/** Person-months of a month or a range, and how many of them are certified or experienced. */
interface PersonMonths {
  certified: Decimal;
  uncertified: Decimal;
  total: Decimal;
  experienced: Decimal;
}

export interface StaffingMonth extends PersonMonths {
  month: Month;
  headCount: number;
  postsSurplus: Decimal | null;
  salaryPaid: number;
  socialInsurancePaid: number;
}

export interface StaffingReport<Zone extends Part = Part> extends PersonMonths {
  from: Month;
  to: Month;
  parameters: StaffingParameters;
  months: StaffingMonth[];
  members: StaffPresence[];
  experiencedPercent: Decimal | null;
  required: Decimal | null;
  requiredCertified: Decimal | null;
  surplus: Decimal | null;
  certifiedSurplus: Decimal | null;
  stabilityPercent: Decimal | null;
  joined: Movement[];
  left: Movement[];
  headCountAtEnd: number;
  certifiedAtEnd: { level: CertificateLevel; headCount: number }[];
  staffByZone: ZoneStaff<Zone>[];
  warnings: StaffWarning[];
}

/** The presence of a member in one month, in half months. */
interface Count {
  presence: number;
  certified: boolean;
  experienced: boolean;
  zoneIds: string[];
}

/** Certified from the month `certifiedAfterMonths` after passing; always if passed before the agreement. */
function countsAsCertified(
  passedOn: Day | null,
  month: Month,
  { certifiedAfterMonths }: StaffingParameters,
): boolean {
  return passedOn === null || indexOf(monthOf(passedOn)) + certifiedAfterMonths <= indexOf(month);
}

/** Experienced if the years of practice are complete by the first day of the month. */
function countsAsExperienced(
  practisingSince: Day | null,
  month: Month,
  { practiceYears }: StaffingParameters,
): boolean {
  if (practisingSince === null) return false;
  const begun = practisingSince.endsWith('-01') ? 0 : 1;
  return indexOf(monthOf(practisingSince)) + 12 * practiceYears + begun <= indexOf(month);
}

/** 附件2 over whole months, including those in which the agreement begins or ends. */
export function staffingReport<Zone extends Part>(
  agreement: StaffedAgreement<Zone>,
  from: Month,
  to: Month,
  today: Day,
): StaffingReport<Zone> {
  const months = monthsBetween(from, to);
  const { requiredPosts, requiredCertifiedShare } = requirementIn(agreement, to);
  const parameters = { ...agreement.parameters, requiredPosts, requiredCertifiedShare };
  const workers = agreement.members.filter(
    ({ kind, voidedAt }) => kind === StaffKind.SOCIAL_WORKER && voidedAt === null,
  );
  const rows = workers.map((member) => ({ member, counts: countsOf(agreement, member, months) }));
  const all = personMonths(rows.flatMap(({ counts }) => counts));
  const end = endOf(agreement, to);
  const stayed = workers.filter((member) => onPost(spellsOf(agreement, member), end));
  const steady = rows.filter(({ counts }) => counts.every(({ presence }) => presence > 0));

  const required = requiredIn(months.map((month) => requirementIn(agreement, month)));
  const requiredCertified =
    required === null || requiredCertifiedShare === null ? null : required.times(requiredCertifiedShare);
  return {
    from,
    to,
    parameters,
    months: months.map((month, at) => monthRow(agreement, rows, month, at)),
    members: rows.map(({ member, counts }) => ({
      memberId: member.id,
      code: member.code,
      name: member.name ?? member.code,
      position: member.position,
      ...personMonths(counts),
      months: counts.map(({ presence }) => halves(presence)),
    })),
    ...all,
    experiencedPercent: percentOf(all.experienced, all.total),
    required: required && trimmed(required),
    requiredCertified: requiredCertified && trimmed(requiredCertified),
    surplus: required && trimmed(exact(all.total).minus(required)),
    certifiedSurplus: requiredCertified && trimmed(exact(all.certified).minus(requiredCertified)),
    stabilityPercent: percentOf(String(steady.length), requiredPosts),
    ...movements(agreement, workers, from, to),
    headCountAtEnd: stayed.length,
    certifiedAtEnd: byLevel(stayed, to, parameters),
    staffByZone: staffByZone(
      agreement,
      months,
      rows.flatMap(({ counts }) => counts),
      stayed.map((member) => zonesOn(member, end)),
    ),
    warnings: warningsOf(agreement, workers, today, months),
  };
}

/** What the agreement requires in a month. */
function requirementIn(
  { parameters, requirements }: StaffedAgreement,
  month: Month,
): Omit<Requirement, 'month'> {
  return requirements?.find((one) => one.month === month) ?? parameters;
}

/** The sum of the posts of months; null where none of them has any. */
function requiredIn(
  requirements: readonly Pick<Requirement, 'requiredPosts'>[],
): ReturnType<typeof exact> | null {
  const posts = requirements.flatMap(({ requiredPosts }) => requiredPosts ?? []);
  return posts.length === 0 ? null : posts.reduce((sum, each) => sum.plus(each), exact('0'));
}

/** The last day of the month that is within the agreement. */
function endOf({ endsOn }: StaffedAgreement, month: Month): Day {
  const last = lastDay(month);
  return last < endsOn ? last : endsOn;
}

interface Row {
  member: Staff;
  counts: Count[];
}

export function countsOf(agreement: StaffedAgreement, member: Staff, months: readonly Month[]): Count[] {
  const { parameters } = agreement;
  const spells = spellsOf(agreement, member);
  return months.map((month) => ({
    presence: presenceIn(spells, month, parameters.halfAfterDay),
    certified: member.certificates.some(({ passedOn }) => countsAsCertified(passedOn, month, parameters)),
    experienced: countsAsExperienced(member.practisingSince, month, parameters),
    zoneIds: zonesIn(agreement, { ...member, spells }, month),
  }));
}

function personMonths(counts: readonly Count[]): PersonMonths {
  const sum = (of: (count: Count) => boolean): Decimal =>
    halves(counts.filter(of).reduce((total, { presence }) => total + presence, 0));
  return {
    certified: sum(({ certified }) => certified),
    uncertified: sum(({ certified }) => !certified),
    total: sum(() => true),
    experienced: sum(({ experienced }) => experienced),
  };
}

function monthRow(
  agreement: StaffedAgreement,
  rows: readonly Row[],
  month: Month,
  at: number,
): StaffingMonth {
  const { requiredPosts } = requirementIn(agreement, month);
  const counted = rows.flatMap(({ member, counts }) => {
    const count = counts[at];
    return count && count.presence > 0 ? [{ count, pay: member.pay.find((pay) => pay.month === month) }] : [];
  });
  return {
    month,
    ...personMonths(counted.map(({ count }) => count)),
    headCount: counted.length,
    postsSurplus: requiredPosts === null ? null : trimmed(exact(String(counted.length)).minus(requiredPosts)),
    salaryPaid: counted.filter(({ pay }) => pay?.salaryPaid === true).length,
    socialInsurancePaid: counted.filter(({ pay }) => pay?.socialInsurancePaid === true).length,
  };
}

/** Each member once, by the highest certificate that counts in the month. */
function byLevel(
  members: readonly Staff[],
  month: Month,
  parameters: StaffingParameters,
): StaffingReport['certifiedAtEnd'] {
  const levels = Object.values(CertificateLevel);
  const highest = members.map(({ certificates }) =>
    Math.max(
      ...certificates
        .filter(({ passedOn }) => countsAsCertified(passedOn, month, parameters))
        .map(({ level }) => levels.indexOf(level)),
    ),
  );
  return levels.map((level, rank) => ({ level, headCount: highest.filter((own) => own === rank).length }));
}

export function halves(count: number): Decimal {
  return trimmed(exact(String(count)).div(2));
}
