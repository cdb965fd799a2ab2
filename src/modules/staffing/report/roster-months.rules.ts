import type { Decimal } from '../../../platform/decimal';
import { type Month, monthsBetween } from '../month.rules';
import type { Staff, StaffedAgreement } from '../roster/staff';
import { StaffKind } from '../staffing.enums';
import { countsOf, halves } from './staffing.rules';

/** A member in one month, as 附件2 has it. */
export interface RosterMonth {
  month: Month;
  /** 0, 0.5 or 1. */
  presence: Decimal;
  isCertified: boolean;
  isExperienced: boolean;
  /** Null: not recorded. */
  socialInsurancePaid: boolean | null;
  salaryPaid: boolean | null;
}

/** A social worker month by month; its name is its code where the viewer sees no names. */
export interface RosterLine {
  member: Pick<Staff, 'id' | 'code' | 'position' | 'spells' | 'certificates'> & { name: string };
  months: RosterMonth[];
}

/** The roster month by month, in the order of enrolment: what the staffing report sums. */
export function rosterMonths(agreement: StaffedAgreement, from: Month, to: Month): RosterLine[] {
  const months = monthsBetween(from, to);
  return agreement.members
    .filter(({ kind, voidedAt }) => kind === StaffKind.SOCIAL_WORKER && voidedAt === null)
    .map((member) => ({
      member: { ...member, name: member.name ?? member.code },
      months: countsOf(agreement, member, months).map(({ presence, certified, experienced }, at) => {
        const month = months[at] ?? from;
        const pay = member.pay.find((one) => one.month === month);
        return {
          month,
          presence: halves(presence),
          isCertified: certified,
          isExperienced: experienced,
          socialInsurancePaid: pay?.socialInsurancePaid ?? null,
          salaryPaid: pay?.salaryPaid ?? null,
        };
      }),
    }));
}
