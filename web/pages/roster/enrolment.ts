import { Reading } from '../../forms/reading';
import type { Read } from '../../forms/use-sending';
import type { CertificateLevel, EnrolStaffInput, StaffKind } from '../../generated/graphql';

/** Someone who is enrolled, as it is typed. */
export interface NewPerson {
  readonly name: string;
  readonly position: string;
  readonly kind: StaffKind;
  readonly employedFrom: string;
  readonly employedTo: string;
  readonly practisingSince: string;
  readonly level: CertificateLevel | '';
  readonly passedOn: string;
  readonly zoneIds: readonly string[];
}

export const NOBODY: NewPerson = {
  name: '',
  position: '',
  kind: 'SOCIAL_WORKER',
  employedFrom: '',
  employedTo: '',
  practisingSince: '',
  level: '',
  passedOn: '',
  zoneIds: [],
};

/** Without those of whom nothing was typed, as long as somebody is left. */
export function withoutNobody(people: readonly NewPerson[]): readonly NewPerson[] {
  const typed = people.filter((person) => JSON.stringify(person) !== JSON.stringify(NOBODY));
  return typed.length > 0 ? typed : [NOBODY];
}

/** What is sent, or what cannot be read. */
export function enrolmentOf(
  agreementId: string,
  idempotencyKey: string,
  people: readonly NewPerson[],
): Read<EnrolStaffInput> {
  const reading = new Reading();
  const members = people.map((person, index) => {
    const at = ['members', String(index)];
    reading.required(person.name, ...at, 'name');
    const { level } = person;
    const passedOn =
      level === '' ? null : reading.dayOrNull(person.passedOn, ...at, 'certificates', '0', 'passedOn');
    return {
      name: person.name,
      position: person.position.trim() || null,
      kind: person.kind,
      employedFrom: reading.day(person.employedFrom, ...at, 'employedFrom'),
      employedTo: reading.dayOrNull(person.employedTo, ...at, 'employedTo'),
      practisingSince: reading.dayOrNull(person.practisingSince, ...at, 'practisingSince'),
      certificates: level === '' ? [] : [{ level, passedOn }],
      zoneIds: [...person.zoneIds],
    };
  });
  return { input: { agreementId, idempotencyKey, members }, mistakes: reading.mistakes };
}
