import { type Day, dayAt } from '../../../platform/calendar';
import { firstDay, lastDay, type Month, monthOf } from '../month.rules';
import type { Spell, Staff, StaffedAgreement } from '../roster/staff';

type Days = Pick<Spell, 'from' | 'to'>;

type AgreementDays = Pick<StaffedAgreement, 'startsOn' | 'endsOn'>;

/** The spells with a day within the agreement, from their actual first day, even if it lies before the agreement. */
export function spellsOf({ startsOn, endsOn }: AgreementDays, member: Staff): Spell[] {
  return member.spells
    .filter((spell) => touches(spell, startsOn, endsOn))
    .map((spell) => ({ ...spell, to: endOfSpell(spell, endsOn) }));
}

/** Whether a spell that began within its agreement ends after it. */
export function isCut({ from, to }: Days, endsOn: Day): boolean {
  return to !== null && to > endsOn && from <= endsOn;
}

/** The last day that counts: at the latest that of the agreement, which an extension moves. */
export function endOfSpell(spell: Days, endsOn: Day): Day | null {
  return isCut(spell, endsOn) ? endsOn : spell.to;
}

export function touches({ from, to }: Days, first: Day, last: Day): boolean {
  return from <= last && (to === null || to >= first);
}

export function onPost(spells: readonly Days[], day: Day): boolean {
  return spells.some((spell) => touches(spell, day, day));
}

/**
 * Presence in a month, in halves: 0 without a day on post; 1 where the first day on post of the month lies after
 * `halfAfterDay`; else 2. A spell that began in an earlier month is on post from the 1st; the month of leaving counts in full.
 */
export function presenceIn(spells: readonly Days[], month: Month, halfAfterDay: number): 0 | 1 | 2 {
  const earliest = firstDayIn(spells, month);
  if (earliest === null) return 0;
  return Number(earliest.slice(8)) > halfAfterDay ? 1 : 2;
}

/** The first day on post in a month; null without one. */
function firstDayIn(spells: readonly Days[], month: Month): Day | null {
  const first = firstDay(month);
  const days = spells.flatMap((spell) =>
    touches(spell, first, lastDay(month)) ? [spell.from > first ? spell.from : first] : [],
  );
  return days.sort()[0] ?? null;
}

/** The zones of a member on a day. */
export function zonesOn(
  { zoneIds, zoneChanges }: Pick<Staff, 'zoneIds' | 'zoneChanges'>,
  day: Day,
): string[] {
  return zoneChanges.findLast(({ since }) => since <= day)?.zoneIds ?? zoneIds;
}

/** The zones in which a member counts in a month: on the first day on post in it, but not before the agreement. */
export function zonesIn({ startsOn }: AgreementDays, member: Staff, month: Month): string[] {
  if (member.zoneChanges.length === 0) return member.zoneIds;
  const day = firstDayIn(member.spells, month);
  return zonesOn(member, day === null || day < startsOn ? startsOn : day);
}

/** Merges spells that overlap or are adjacent. */
export function staysOf(spells: readonly Days[]): Days[] {
  const stays: Days[] = [];
  for (const { from, to } of [...spells].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stays.at(-1);
    if (last && (last.to === null || from <= dayAt(last.to, 2))) {
      if (last.to !== null && (to === null || to > last.to)) last.to = to;
    } else stays.push({ from, to });
  }
  return stays;
}

/** A member joined or left. */
export interface Movement {
  memberId: string;
  name: string;
  on: Day;
}

/**
 * The members who joined or left in a range of months. A member on post on the agreement's first day has not joined;
 * one on post on its last day has not left.
 */
export function movements(
  { startsOn, endsOn }: StaffedAgreement,
  members: readonly Staff[],
  from: Month,
  to: Month,
): { joined: Movement[]; left: Movement[] } {
  const within = (day: Day): boolean => monthOf(day) >= from && monthOf(day) <= to;
  const stays = members.flatMap((member) =>
    staysOf(spellsOf({ startsOn, endsOn }, member)).map((stay) => ({ member, ...stay })),
  );
  const movement = ({ id, name, code }: Staff, on: Day): Movement => ({
    memberId: id,
    name: name ?? code,
    on,
  });
  const byDay = (a: Movement, b: Movement): number => (a.on < b.on ? -1 : Number(a.on > b.on));
  return {
    joined: stays
      .filter((stay) => stay.from > startsOn && within(stay.from))
      .map((stay) => movement(stay.member, stay.from))
      .sort(byDay),
    left: stays
      .flatMap(({ member, to: last }) =>
        last !== null && last < endsOn && within(last) ? [movement(member, last)] : [],
      )
      .sort(byDay),
  };
}
