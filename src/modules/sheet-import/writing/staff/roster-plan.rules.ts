import { type Message, message } from '../../../../messages';
import type { Day } from '../../../../platform/calendar';
import { nameKey } from '../../../../platform/text-forms';
import { CODE_PREFIX, type Staff, StaffKind } from '../../../staffing';
import type { RosterPerson } from '../../fujian-2/person';
import type { SheetFault, Severity } from '../../reading/fault';
import { groupedBy } from '../grouped-by';
import { certificatesOf, type RosterContext, type StaffEdit, staffEdits } from './staff-edits.rules';

/** A person of the form that is not on record yet. */
export interface NewPerson {
  person: RosterPerson;
}

/** A person on record, and what the form says otherwise. */
export interface KnownPerson extends NewPerson {
  member: Staff;
  edits: StaffEdit[];
}

/** What a roster would change. Who is neither new nor known has a fault. */
interface RosterPlan {
  enrolled: NewPerson[];
  known: KnownPerson[];
  faults: SheetFault[];
}

/** A fault at a cell of a person. */
export function faultAt(
  { sheet }: RosterPerson,
  cell: string,
  severity: Severity,
  { code, args }: Message,
  value: string | null = null,
): SheetFault {
  return { code, args, severity, sheet, cell, value };
}

/** Matches the people of a form with those on record, by name and first day on post. */
export function planRoster(
  people: readonly RosterPerson[],
  roster: readonly Staff[],
  context: RosterContext,
): RosterPlan {
  const plan: RosterPlan = { enrolled: [], known: [], faults: [] };
  const members = roster.filter(({ voidedAt }) => voidedAt === null);
  const byName = groupedBy(members, ({ name }) => nameKey(name ?? ''));
  const inForm = groupedBy(people, ({ name }) => nameKey(name));
  for (const person of people) {
    const key = nameKey(person.name);
    const namesakes = byName.get(key) ?? [];
    const same = namesakes.filter(({ spells }) => spells[0]?.from === person.contractFrom);
    const twins = (inForm.get(key) ?? []).filter(({ contractFrom }) => contractFrom === person.contractFrom);
    const addFault = (cell: string, severity: Severity, reason: Message): void => {
      plan.faults.push(faultAt(person, cell, severity, reason, person.name));
    };
    const { name, contract, certificate } = person.cells;
    const [member] = same;
    if (same.length > 1 || twins.length > 1) {
      const args = { name: person.name, day: person.contractFrom };
      addFault(name, 'ERROR', message('PERSON_AMBIGUOUS', args));
    } else if (isDayMissing(person, member)) {
      addFault(certificate, 'ERROR', message('CERTIFICATE_DAY_MISSING', { name: person.name }));
    } else if (member) {
      if (member.kind !== StaffKind.SOCIAL_WORKER)
        addFault(name, 'WARNING', message('KIND_ON_RECORD', { kind: CODE_PREFIX[member.kind] }));
      plan.known.push({ person, member, edits: staffEdits(person, member, context) });
    } else {
      const [namesake] = namesakes;
      const day = namesake?.spells[0]?.from;
      if (day !== undefined) addFault(contract, 'WARNING', message('SAME_NAME_OTHER_DAY', { day }));
      plan.enrolled.push({ person });
    }
    if (person.hasLeave) addFault(person.cells.note, 'NOTE', message('LEAVE_NOT_WRITTEN'));
  }
  return plan;
}

/**
 * Without its day a certificate counts from the beginning of the agreement: not so for somebody who is on record without it,
 * or who was on post without it.
 */
function isDayMissing(person: RosterPerson, member: Staff | undefined): boolean {
  const { uncertified } = person;
  const undated = certificatesOf(person).find(({ passedOn }) => passedOn === null);
  if (!undated) return false;
  const isOnRecord = member?.certificates.some(({ level }) => level === undated.level) ?? false;
  return !isOnRecord && (member !== undefined || uncertified !== '0');
}

/** Social workers on record who were on post in the months of a form that does not mention them. */
export function unmentioned(
  roster: readonly Staff[],
  names: readonly string[],
  { first, last }: { first: Day; last: Day },
): Staff[] {
  const keys = new Set(names.map(nameKey));
  return roster.filter(
    ({ voidedAt, kind, name, spells }) =>
      voidedAt === null &&
      kind === StaffKind.SOCIAL_WORKER &&
      spells.some(({ from, to }) => from <= last && (to === null || to >= first)) &&
      !keys.has(nameKey(name ?? '')),
  );
}
