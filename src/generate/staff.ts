import { CertificateLevel, CODE_PREFIX, StaffKind } from '../modules/staffing';
import type { Day } from '../platform/calendar';
import { dayAt, numberOf } from './days';
import type { Parts } from './parts';
import type { City, PlannedAgreement } from './plan';
import type { Random } from './random';

export interface StaffPerson {
  id: string;
  ordinal: number;
  code: string;
  name: string;
  kind: StaffKind;
  practisingSince: Day;
  zoneIds: string[];
  spells: { id: string; from: Day; to: Day | null }[];
  certificates: { level: CertificateLevel; passedOn: Day | null }[];
}

const { ADMINISTRATION, PRACTICE_SUPERVISOR, SOCIAL_WORKER } = StaffKind;

/** The staff of an agreement, in codes: as many social workers as posts or one less, and one or two others. */
export function staffOf(city: City, agreement: PlannedAgreement, { zones }: Parts): StaffPerson[] {
  const random = city.chance(`staff ${agreement.id}`);
  const workers = agreement.posts - (random.happens(30) ? 1 : 0);
  const kinds = [
    ...Array.from({ length: workers }, () => SOCIAL_WORKER),
    ADMINISTRATION,
    ...(random.happens(60) ? [PRACTICE_SUPERVISOR] : []),
  ];
  const people = kinds.map((kind) => personOf(random, agreement, kind, zones));
  // A person who left is followed by one who begins in the middle of a month.
  const followers = people
    .filter(({ spells }) => spells.some(({ to }) => to !== null && to < agreement.lastDay))
    .map(({ kind, spells }) => {
      const from = numberOf(spells.at(-1)?.to ?? agreement.startsOn) + random.whole(3, 25);
      const person = personOf(random, agreement, kind, zones);
      return { ...person, spells: [{ id: random.id(atOf(agreement)), from: dayAt(from), to: null }] };
    })
    .filter(({ spells }) => spells.every(({ from }) => from <= agreement.lastDay));
  return numbered([...people, ...followers]);
}

type Unnumbered = Omit<StaffPerson, 'ordinal' | 'code' | 'name'>;

function personOf(
  random: Random,
  agreement: PlannedAgreement,
  kind: StaffKind,
  zones: Parts['zones'],
): Unnumbered {
  const at = atOf(agreement);
  const own = random.shuffled(zones).slice(0, random.happens(10) ? 2 : 1);
  return {
    id: random.id(at),
    kind,
    practisingSince: dayAt(numberOf(agreement.startsOn) - random.whole(60, 4000)),
    zoneIds: kind === SOCIAL_WORKER ? own.map(({ id }) => id) : [],
    spells: spellsOf(random, agreement),
    certificates: kind === ADMINISTRATION ? [] : certificatesOf(random, agreement),
  };
}

/** Most stay all the time; some leave, some come later, a few are away for a while. */
function spellsOf(random: Random, agreement: PlannedAgreement): StaffPerson['spells'] {
  const first = numberOf(agreement.startsOn);
  const last = numberOf(agreement.lastDay);
  const id = (): string => random.id(atOf(agreement));
  const some = random.whole(first + 20, last - 20);
  const spell = (from: number, to: number | null): StaffPerson['spells'][number] => ({
    id: id(),
    from: dayAt(from),
    to: to === null ? null : dayAt(to),
  });
  const turn = random.whole(0, 99);
  if (turn < 8) return [spell(first, some)];
  if (turn < 14) return [spell(some, null)];
  if (turn < 17 && some + 40 < last) return [spell(first, some), spell(some + 35, null)];
  return [spell(first, null)];
}

/** Certified before, passed during the agreement, or none yet. */
function certificatesOf(random: Random, agreement: PlannedAgreement): StaffPerson['certificates'] {
  const turn = random.whole(0, 99);
  const level = random.happens(35) ? CertificateLevel.INTERMEDIATE : CertificateLevel.ASSISTANT;
  const during = dayAt(random.whole(numberOf(agreement.startsOn), numberOf(agreement.lastDay)));
  if (turn < 66) return [{ level, passedOn: null }];
  return turn < 78 ? [{ level, passedOn: during }] : [];
}

function atOf({ registeredAt }: PlannedAgreement): number {
  return registeredAt.getTime();
}

/** Codes are numbered by kind, as enrolment does it: 社工01, 社工02, 行政01. */
function numbered(people: readonly Unnumbered[]): StaffPerson[] {
  const counts = new Map<StaffKind, number>();
  return people.map((person, at) => {
    const count = (counts.get(person.kind) ?? 0) + 1;
    counts.set(person.kind, count);
    const prefix = CODE_PREFIX[person.kind];
    return {
      ...person,
      ordinal: at + 1,
      code: `${prefix}${String(count).padStart(2, '0')}`,
      name: `${prefix}${String(count).padStart(3, '0')}`,
    };
  });
}
