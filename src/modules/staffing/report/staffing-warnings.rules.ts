import { type Day, LATEST_DAY } from '../../../platform/calendar';
import { nameKey } from '../../../platform/text-forms';
import type { Month } from '../month.rules';
import { endOfSpell, isCut, presenceIn, spellsOf, touches } from './presence.rules';
import type { Staff, StaffedAgreement } from '../roster/staff';
import { CertificateLevel, StaffKind } from '../staffing.enums';

/** Implausible data that is accepted with a warning. */
export type StaffWarningCode =
  | 'SPELLS_OVERLAP'
  | 'SPELL_OUTSIDE_AGREEMENT'
  | 'SPELL_CUT_AT_AGREEMENT_END'
  | 'PRACTICE_AFTER_CERTIFICATE'
  | 'PRACTICE_AFTER_EMPLOYMENT'
  | 'PRACTICE_IN_FUTURE'
  | 'CERTIFICATE_IN_FUTURE'
  | 'NAME_TWICE'
  | 'SALARY_UNPAID'
  | 'SOCIAL_INSURANCE_UNPAID';

export interface StaffWarning {
  code: StaffWarningCode;
  memberId: string;
  name: string;
  /** The month of a warning about pay. */
  month: Month | null;
}

type Finding = [code: StaffWarningCode, month?: Month];

/** Warnings about members; about pay only in `months`, by default in all recorded months. */
export function warningsOf(
  agreement: StaffedAgreement,
  members: readonly Staff[],
  today: Day,
  months?: readonly Month[],
): StaffWarning[] {
  const requested = months && new Set(months);
  return members.flatMap((member) =>
    [
      ...spellFindings(agreement, member),
      ...dayFindings(agreement, member, today),
      ...(hasNamesake(agreement, member) ? [['NAME_TWICE'] satisfies Finding] : []),
      ...payFindings(agreement, member, (month) => requested?.has(month) ?? true),
    ].map(([code, month]: Finding) => ({
      code,
      memberId: member.id,
      name: member.name ?? member.code,
      month: month ?? null,
    })),
  );
}

function spellFindings({ startsOn, endsOn }: StaffedAgreement, { spells }: Staff): Finding[] {
  const findings: Finding[] = [];
  const cut = spells.map((spell) => ({ ...spell, to: endOfSpell(spell, endsOn) }));
  const overlap = cut.some((spell, at) =>
    cut.slice(at + 1).some((other) => touches(spell, other.from, other.to ?? LATEST_DAY)),
  );
  if (overlap) findings.push(['SPELLS_OVERLAP']);
  if (spells.some((spell) => !touches(spell, startsOn, endsOn))) findings.push(['SPELL_OUTSIDE_AGREEMENT']);
  if (spells.some((spell) => isCut(spell, endsOn))) findings.push(['SPELL_CUT_AT_AGREEMENT_END']);
  return findings;
}

function dayFindings({ startsOn }: StaffedAgreement, member: Staff, today: Day): Finding[] {
  const { practisingSince, certificates, kind, spells } = member;
  const findings: Finding[] = [];
  if (practisingSince !== null) {
    // null: passed before the first day of the agreement.
    const before = (passedOn: Day | null): boolean =>
      passedOn === null ? practisingSince >= startsOn : practisingSince > passedOn;
    const higher = certificates.filter(({ level }) => level !== CertificateLevel.ASSISTANT);
    if (higher.some(({ passedOn }) => before(passedOn))) findings.push(['PRACTICE_AFTER_CERTIFICATE']);
    if (kind === StaffKind.SOCIAL_WORKER && spells.some(({ from }) => from < practisingSince)) {
      findings.push(['PRACTICE_AFTER_EMPLOYMENT']);
    }
    if (practisingSince > today) findings.push(['PRACTICE_IN_FUTURE']);
  }
  if (certificates.some(({ passedOn }) => passedOn !== null && passedOn > today)) {
    findings.push(['CERTIFICATE_IN_FUTURE']);
  }
  return findings;
}

/** Only for viewers who see names. */
function hasNamesake({ members }: StaffedAgreement, { name, voidedAt }: Staff): boolean {
  return name !== null && voidedAt === null && (namesOf(members).get(nameKey(name)) ?? 0) > 1;
}

/** Cache: names of a roster are normalised once, not once per member. */
const NAMES = new WeakMap<readonly Staff[], Map<string, number>>();

/** Number of members per normalised name, without voided enrolments. */
function namesOf(members: readonly Staff[]): Map<string, number> {
  const known = NAMES.get(members);
  if (known) return known;
  const names = new Map<string, number>();
  for (const { name, voidedAt } of members) {
    if (name === null || voidedAt !== null) continue;
    const key = nameKey(name);
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  NAMES.set(members, names);
  return names;
}

/** Only months recorded as unpaid; months without a record are unknown. */
function payFindings(
  agreement: StaffedAgreement,
  member: Staff,
  requested: (month: Month) => boolean,
): Finding[] {
  const spells = spellsOf(agreement, member);
  return member.pay
    .filter(({ month }) => requested(month) && presenceIn(spells, month, 31) > 0)
    .flatMap(({ month, salaryPaid, socialInsurancePaid }) => [
      ...(salaryPaid === false ? [['SALARY_UNPAID', month] satisfies Finding] : []),
      ...(socialInsurancePaid === false ? [['SOCIAL_INSURANCE_UNPAID', month] satisfies Finding] : []),
    ]);
}
