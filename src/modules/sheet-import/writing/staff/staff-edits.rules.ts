import type { Day } from '../../../../platform/calendar';
import {
  CERTIFICATE_WORDS,
  type Certificate,
  CertificateLevel,
  dayWithin,
  type Settings,
  type Staff,
  zonesOn,
} from '../../../staffing';
import { daysOnPost } from '../../fujian-2/checks.rules';
import type { ContractDays, RosterPerson } from '../../fujian-2/person';
import { keyOf } from '../../reading/words';

/** Of a form and a record: the agreement, its zones, and today. */
export interface RosterContext {
  settings: Pick<Settings, 'startsOn' | 'endsOn'>;
  zoneNames: ReadonlyMap<string, string>;
  today: Day;
}

/** What a form says otherwise of a person on record, and how that is changed. */
export type StaffEdit = {
  /** Of the form, and what it is about. */
  cell: string;
  aspect: string;
  was: string | null;
  becomes: string | null;
} & StaffStep;

export type StaffStep =
  | { kind: 'POSITION'; before: string | null; after: string }
  | { kind: 'CERTIFICATES'; before: Certificate[]; after: Certificate[] }
  | { kind: 'SPELL'; spellId: string; before: Day | null; after: Day | null }
  | { kind: 'RETURN'; days: ContractDays }
  | { kind: 'ZONES'; since: Day; before: string[]; after: string[] };

export function staffEdits(person: RosterPerson, member: Staff, context: RosterContext): StaffEdit[] {
  return [
    ...positionEdits(person, member),
    ...certificateEdits(person, member, context),
    ...spellEdits(person, member),
    ...zoneEdits(person, member, context),
  ];
}

function positionEdits({ position, cells }: RosterPerson, member: Staff): StaffEdit[] {
  if (position === '' || keyOf(position) === keyOf(member.position ?? '')) return [];
  const { position: before } = member;
  const words = { cell: cells.position, aspect: '职位', was: before, becomes: position };
  return [{ ...words, kind: 'POSITION', before, after: position }];
}

/** 助理社会工作师（2024-06-16） */
export function certificatesInWords(certificates: readonly Certificate[]): string | null {
  const words = Object.values(CertificateLevel).flatMap((level) => {
    const own = certificates.find((one) => one.level === level);
    return own ? [`${CERTIFICATE_WORDS[level]}${own.passedOn === null ? '' : `（${own.passedOn}）`}`] : [];
  });
  return words.length === 0 ? null : words.join('、');
}

/** The certificates that a form names: the one of its column, and those of its notes. */
export function certificatesOf({ certificate, otherCertificates }: RosterPerson): Certificate[] {
  return [...(certificate ? [certificate] : []), ...otherCertificates].map(({ level, passedOn }) => ({
    level: CertificateLevel[level],
    passedOn,
  }));
}

/** A level that is not on record, or another day of one; what the form does not mention stays. */
function certificateEdits(
  person: RosterPerson,
  { certificates: before }: Staff,
  { settings }: RosterContext,
): StaffEdit[] {
  const given = certificatesOf(person).filter(({ level, passedOn }) => {
    const known = before.find((one) => one.level === level);
    if (!known) return true;
    // Without a day on record it was passed before the agreement, which a day before it agrees with.
    const agrees = known.passedOn === null && passedOn !== null && passedOn < settings.startsOn;
    return passedOn !== null && passedOn !== known.passedOn && !agrees;
  });
  if (given.length === 0) return [];
  const after = [...before.filter(({ level }) => !given.some((one) => one.level === level)), ...given];
  const [was, becomes] = [certificatesInWords(before), certificatesInWords(after)];
  const words = { cell: person.cells.certificate, aspect: '资格证', was, becomes };
  return [{ ...words, kind: 'CERTIFICATES', before, after }];
}

/** Somebody left, or came back: the end of a contract alone says neither. */
function spellEdits(person: RosterPerson, { spells }: Staff): StaffEdit[] {
  const days = daysOnPost(person);
  return days.flatMap((one, at): StaffEdit[] => {
    const isLast = at === days.length - 1;
    const spell = spells.find(({ from }) => from === one.from);
    if (!spell) {
      const becomes = `${one.from} 至 ${one.to ?? '今'}`;
      const words = { cell: person.cells.contract, aspect: '返岗', was: null, becomes };
      return [{ ...words, kind: 'RETURN', days: one }];
    }
    if (one.to === null) return [];
    const last = spells.at(-1);
    if (spell.to === one.to || (isLast && last?.to === one.to)) return [];
    const left = isLast && last && last.from <= one.to ? last : spell;
    const cell = isLast ? person.cells.note : person.cells.contract;
    const words = { cell, aspect: '离岗日', was: left.to, becomes: one.to };
    return [{ ...words, kind: 'SPELL', spellId: left.id, before: left.to, after: one.to }];
  });
}

/** The zone of the position, unless it was the person’s at any time since the form begins. */
function zoneEdits(
  { zone, cells }: RosterPerson,
  member: Staff,
  { settings, zoneNames, today }: RosterContext,
): StaffEdit[] {
  if (!zone) return [];
  const [first] = cells.months;
  const since = dayWithin(settings, today);
  const from = dayWithin(settings, first ? `${first.month}-01` : since);
  const later = member.zoneChanges.filter((change) => change.since > from).flatMap(({ zoneIds }) => zoneIds);
  if ([...zonesOn(member, from), ...later].includes(zone.id)) return [];
  const hadNone =
    member.zoneIds.length === 0 && member.zoneChanges.every(({ zoneIds }) => zoneIds.length === 0);
  const day = hadNone ? settings.startsOn : since;
  const before = zonesOn(member, day);
  const was = before.length === 0 ? null : before.map((id) => zoneNames.get(id) ?? '').join('、');
  const words = { cell: cells.position, aspect: '片区', was, becomes: zone.name };
  return [{ ...words, kind: 'ZONES', since: day, before, after: [zone.id] }];
}
