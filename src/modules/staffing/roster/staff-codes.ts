import { CODE_PREFIX } from '../staffing.enums';
import type { ValidStaff } from './staff-input.rules';
import type { NewStaff } from './staff-writing.repository';

/** Assigns codes in the order of enrolment, numbered per kind: 社工01, 社工02, 行政01. */
export function numbered(
  members: readonly (ValidStaff & { id: string })[],
  codes: ReadonlyMap<string, number>,
  already: number,
): NewStaff[] {
  const given = new Map(codes);
  return members.map((member, index) => {
    const prefix = CODE_PREFIX[member.kind];
    const number = (given.get(prefix) ?? 0) + 1;
    given.set(prefix, number);
    return { ...member, ordinal: already + index + 1, code: `${prefix}${String(number).padStart(2, '0')}` };
  });
}
