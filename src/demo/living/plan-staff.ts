import { CertificateLevel, StaffKind } from '../../modules/staffing';
import { monthsAfter } from '../../platform/calendar';
import { at, dayIn, lastDayIn, monthOf, type Year } from './days';
import type { PlannedStaff, Step } from './commands';
import { POSTS, ZONES } from './station';

const { ASSISTANT, INTERMEDIATE } = CertificateLevel;
/** Plainly invented, as the station is. */
const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑', '寅'];
/** One of them leaves at the end of this month of the year in force, and another begins after the middle of the next. */
const LEAVING = 3;
const LEAVES = 9;
const FOLLOWS = 12;

function memberAt(year: Year, index: number): PlannedStaff {
  const { startsOn } = year;
  const follows = index === FOLLOWS;
  const leaves = index === LEAVES && year.name === 'current';
  const first = year.name === 'current' && !follows ? monthsAfter(startsOn, -12) : startsOn;
  return {
    name: `示例${NAMES[index] ?? ''}`,
    kind: StaffKind.SOCIAL_WORKER,
    position: index === 0 ? '社工站站长' : index < 4 ? '片区主管' : '社工',
    employedFrom: follows ? dayIn(year, LEAVING + 1, 18) : first,
    employedTo: leaves ? lastDayIn(year, LEAVING) : null,
    practisingSince: monthsAfter(first, -6 * (POSTS - index)),
    certificates: certificatesOf(index),
    zone: index === 0 ? null : (ZONES[(index - 1) % ZONES.length]?.name ?? null),
  };
}

function certificatesOf(index: number): NonNullable<PlannedStaff['certificates']> {
  if (index < 3) return [{ level: INTERMEDIATE, passedOn: null }];
  return index < 9 ? [{ level: ASSISTANT, passedOn: null }] : [];
}

/** Who is on post from the first day of a year on, and who follows on the one that leaves. */
function rosterOf(year: Year): { first: PlannedStaff[]; later: PlannedStaff[] } {
  return {
    first: Array.from({ length: POSTS }, (_, index) => memberAt(year, index)),
    later: year.name === 'current' ? [memberAt(year, FOLLOWS)] : [],
  };
}

/** The staff of a year, and what was paid to those on post in each month, on the first day after it. */
export function staffSteps(year: Year): Step[] {
  const { first, later } = rosterOf(year);
  const by = 'manager';
  return [
    { at: at(year.startsOn, 9), by, year, command: { kind: 'staff', key: 'roster', members: first } },
    ...later.map((member): Step => {
      const command = { kind: 'staff' as const, key: `roster ${member.name}`, members: [member] };
      return { at: at(member.employedFrom, 9), by, year, command };
    }),
    ...Array.from({ length: 12 }, (_, index): Step => {
      const month = monthOf(year, index);
      const members = [...first, ...later].filter((member) => isOnPost(member, month));
      return { at: at(dayIn(year, index + 1, 1), 9), by, year, command: { kind: 'pay', month, members } };
    }),
  ];
}

function isOnPost({ employedFrom, employedTo }: PlannedStaff, month: string): boolean {
  return employedFrom.slice(0, 7) <= month && (employedTo ?? month).slice(0, 7) >= month;
}
