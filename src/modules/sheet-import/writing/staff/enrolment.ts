import type { Fault, Path } from '../../../../platform/faults';
import { StaffKind, type StaffMemberInput } from '../../../staffing';
import { daysOnPost } from '../../fujian-2/checks.rules';
import type { RosterPerson } from '../../fujian-2/person';
import type { SheetFault } from '../../reading/fault';
import { orNothing } from './or-nothing';
import { faultAt } from './roster-plan.rules';
import { certificatesInWords, certificatesOf } from './staff-edits.rules';
import { type StaffTurn, take } from './staff-steps';

/** Persons enrolled at once, at most. */
const AT_ONCE = 100;

interface Enrolment {
  enrolled: { person: RosterPerson; memberId: string }[];
  faults: SheetFault[];
  refused: Set<RosterPerson>;
}

/** Enrols those whom the rules accept; the others have a fault at the cell that a rule refuses. */
export async function enrolAll(
  turn: StaffTurn,
  agreementId: string,
  people: readonly RosterPerson[],
): Promise<Enrolment> {
  const done: Enrolment = { enrolled: [], faults: [], refused: new Set() };
  const once = people.filter(({ contracts }) => contracts.length === 1);
  for (let at = 0; at < once.length; at += AT_ONCE)
    await enrolBatch(turn, agreementId, once.slice(at, at + AT_ONCE), done);
  for (const person of people)
    if (person.contracts.length > 1) await enrolBatch(turn, agreementId, [person], done);
  return done;
}

async function enrolBatch(
  turn: StaffTurn,
  agreementId: string,
  batch: readonly RosterPerson[],
  done: Enrolment,
): Promise<void> {
  let left = [...batch];
  while (left.length > 0) {
    const enrolled: Enrolment['enrolled'] = [];
    const faults = await orNothing(turn.transaction, async (transaction) => {
      const inner = { ...turn, transaction };
      const members = left.map(memberOf);
      const { memberIds } = await turn.services.staffEnrolment.enrol(inner, { agreementId, members });
      for (const [at, person] of left.entries()) {
        const memberId = memberIds[at] ?? '';
        enrolled.push({ person, memberId });
        for (const days of daysOnPost(person).slice(1)) await take(inner, memberId, { kind: 'RETURN', days });
      }
    });
    if (faults.length === 0) {
      done.enrolled.push(...enrolled);
      return;
    }
    const refused = new Set<RosterPerson>();
    for (const fault of faults) {
      const named = typeof fault.path[1] === 'number' ? left[fault.path[1]] : undefined;
      for (const person of named ? [named] : left) refused.add(person);
      const [person] = named ? [named] : left;
      if (person) done.faults.push(faultOf(person, fault));
    }
    for (const person of refused) done.refused.add(person);
    left = left.filter((person) => !refused.has(person));
  }
}

function memberOf(person: RosterPerson): StaffMemberInput {
  const { name, position, zone, contractFrom } = person;
  return {
    name,
    kind: StaffKind.SOCIAL_WORKER,
    position: position === '' ? null : position,
    employedFrom: contractFrom,
    employedTo: daysOnPost(person)[0]?.to ?? null,
    certificates: certificatesOf(person),
    zoneIds: zone ? [zone.id] : [],
  };
}

/** At the cell of the field that a rule refuses. */
function faultOf(person: RosterPerson, { path, ...reason }: Fault): SheetFault {
  return faultAt(person, cellOfField(person, path), 'ERROR', reason, person.name);
}

function cellOfField({ cells, leftOn }: RosterPerson, path: Path): string {
  switch (path[2]) {
    case 'position':
    case 'zoneIds':
      return cells.position;
    case 'certificates':
      return cells.certificate;
    case 'employedFrom':
      return cells.contract;
    case 'employedTo':
      return leftOn === null ? cells.contract : cells.note;
    default:
      return cells.name;
  }
}

/** A new person in words: 第一片区社工 · 片区一 · 2024-11-04 起. */
export function personInWords(person: RosterPerson): string {
  const days = daysOnPost(person).map(({ from, to }) => (to === null ? `${from} 起` : `${from} 至 ${to}`));
  const certificates = certificatesInWords(certificatesOf(person));
  return [person.position, person.zone?.name, ...days, certificates].filter(Boolean).join(' · ');
}
