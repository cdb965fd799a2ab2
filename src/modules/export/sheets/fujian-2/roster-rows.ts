import type { RosterLine, RosterMonth } from '../../../staffing';

/** Those with a certificate, and those without one. */
export type Group = 'CERTIFIED' | 'UNCERTIFIED';

/** A row of the form: a person, with the months in which it is of the row's group. */
export interface RosterRow {
  /** 序号; of the second row of a person, that of its first: 同14. */
  no: string;
  line: RosterLine;
  /** Null where the other row has the month. */
  months: (RosterMonth | null)[];
}

/**
 * The rows of both groups in the order of enrolment. Anyone who passed an examination in between has a row in each, of which
 * the one without a certificate is before those of new persons.
 */
export function rosterRows(lines: readonly RosterLine[]): Record<Group, RosterRow[]> {
  const certified = lines.filter((line) => isIn(line, 'CERTIFIED'));
  const numbers = new Map(certified.map(({ member }, at) => [member.id, at + 1]));
  const without = lines.filter((line) => isIn(line, 'UNCERTIFIED'));
  const both = without.filter(({ member }) => numbers.has(member.id));
  const only = without.filter(({ member }) => !numbers.has(member.id));
  const row = (line: RosterLine, group: Group, no: string): RosterRow => ({
    no,
    line,
    months: line.months.map((month) => (isShown(month, group) ? month : null)),
  });
  return {
    CERTIFIED: certified.map((line, at) => row(line, 'CERTIFIED', String(at + 1))),
    UNCERTIFIED: [
      ...both.map((line) => row(line, 'UNCERTIFIED', `同${numbers.get(line.member.id) ?? ''}`)),
      ...only.map((line, at) => row(line, 'UNCERTIFIED', String(certified.length + at + 1))),
    ],
  };
}

/** By the months on post; of somebody without any, by the last month. */
function isIn({ months }: RosterLine, group: Group): boolean {
  const present = months.filter(({ presence }) => presence !== '0');
  const deciding = present.length > 0 ? present : months.slice(-1);
  return deciding.some(({ isCertified }) => isCertified === (group === 'CERTIFIED'));
}

/** A month without a day on post is shown in every row. */
function isShown({ presence, isCertified }: RosterMonth, group: Group): boolean {
  return presence === '0' || isCertified === (group === 'CERTIFIED');
}
