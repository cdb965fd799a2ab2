import type { RosterMemberFragment, StaffPayInput } from '../../generated/graphql';
import { lastDayOf, type Month } from '../../ui/days';

/** What is known of a payment: paid, not paid, or nothing. */
export type Tick = '' | 'YES' | 'NO';

/** The two ticks of someone in a month. */
export interface Ticks {
  readonly socialInsurancePaid: Tick;
  readonly salaryPaid: Tick;
}

export const TICKED = ['socialInsurancePaid', 'salaryPaid'] as const;
export type Ticked = (typeof TICKED)[number];

type Person = Pick<RosterMemberFragment, 'id' | 'voidedAt' | 'spells' | 'pay'>;

/** Who was on post in a month, or has an entry of it. */
export function paidIn<Someone extends Person>(staff: readonly Someone[], month: Month): Someone[] {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  return staff.filter(
    ({ voidedAt, spells, pay }) =>
      voidedAt === null &&
      (pay.some((it) => it.month === month) ||
        spells.some(({ employedFrom, employedTo }) => employedFrom <= last && (employedTo ?? last) >= first)),
  );
}

export function ticksOf(person: Pick<Person, 'pay'>, month: Month): Ticks {
  const entry = person.pay.find((it) => it.month === month);
  const tick = (isPaid: boolean | null | undefined): Tick => (isPaid == null ? '' : isPaid ? 'YES' : 'NO');
  return { socialInsurancePaid: tick(entry?.socialInsurancePaid), salaryPaid: tick(entry?.salaryPaid) };
}

/** The entries that differ from what is recorded. */
export function changedPay(
  people: readonly Person[],
  month: Month,
  changes: Readonly<Record<string, Partial<Ticks>>>,
): StaffPayInput[] {
  const paid = (tick: Tick): boolean | null => (tick === '' ? null : tick === 'YES');
  return people.flatMap((person) => {
    const before = ticksOf(person, month);
    const after = { ...before, ...changes[person.id] };
    if (TICKED.every((name) => before[name] === after[name])) return [];
    const [socialInsurancePaid, salaryPaid] = [paid(after.socialInsurancePaid), paid(after.salaryPaid)];
    return [{ memberId: person.id, month, socialInsurancePaid, salaryPaid }];
  });
}
