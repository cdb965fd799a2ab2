import type { Write } from '../../../../access';
import { type Message, message } from '../../../../messages';
import { lastDayOfMonth } from '../../../../platform/calendar';
import { notFound } from '../../../../platform/app-error';
import type { Transaction } from '../../../../platform/database/tenant-scope';
import { type AgreementRow, keyOf, lockAgreement } from '../../../agreement';
import { readNames } from '../../../completion';
import { readRoster, readRosterBasis, readSettings, type Settings, type Staff } from '../../../staffing';
import type { FormReading } from '../../form.rules';
import type { Fujian2Reading } from '../../fujian-2/read-fujian-2';
import type { RosterPerson } from '../../fujian-2/person';
import { ImportPart } from '../../import.enums';
import type { SheetFault } from '../../reading/fault';
import type { PartChange, PartResult, PartWriter, UndoResult, WritingContext } from '../part-writer';
import { enrolAll, personInWords } from './enrolment';
import { onRecordFaults } from './on-record.rules';
import { orNothing } from './or-nothing';
import { faultAt, type KnownPerson, planRoster, unmentioned } from './roster-plan.rules';
import { fingerprintOf, undoRoster, type WrittenRoster } from './roster-undo';
import type { StaffEdit } from './staff-edits.rules';
import type { StaffServices } from './staff-services';
import { type StaffTurn, take } from './staff-steps';

type Form = Extract<FormReading, { form: 'FUJIAN_2' }>;

/** 附件2: people who are not on record are enrolled, the others compared and changed. */
export class RosterWriter implements PartWriter<'FUJIAN_2'> {
  readonly part = ImportPart.STAFF;
  readonly form = 'FUJIAN_2';

  constructor(private readonly services: StaffServices) {}

  async basis(transaction: Transaction, agreement: AgreementRow): Promise<string> {
    return readRosterBasis(transaction, keyOf(agreement));
  }

  async write(
    transaction: Write,
    { member, agreement }: WritingContext,
    { reading, origin, faults: formFaults }: Form,
  ): Promise<PartResult> {
    const key = keyOf(agreement);
    const today = member.today();
    await lockAgreement(transaction, agreement.id);
    const settings = await readSettings(transaction, key.organisationId, agreement.id);
    if (!settings) throw notFound(agreement.id);
    const zoneNames = await readNames(transaction, key, today);
    const roster = await readRoster(transaction, key);
    const plan = planRoster(reading.people, roster, { settings, zoneNames, today });
    const turn = { member, transaction, services: this.services };
    const changed = await changeAll(turn, plan.known);
    const people = plan.enrolled.map(({ person }) => person);
    const enrolment = await enrolAll(turn, agreement.id, people);
    const { enrolled } = enrolment;
    const now = new Map((await readRoster(transaction, key)).map((one) => [one.id, one]));
    const faults = [
      ...plan.faults,
      ...changed.faults,
      ...enrolment.faults,
      ...comparedWithRecord(plan.known, settings, formFaults),
      ...formNotes(reading, roster, settings, origin !== null && origin.agreementId !== agreement.id),
    ];
    const ready = [...changed.people, ...enrolled.map(({ person }) => person)];
    const wrong = new Set([...changed.refused, ...enrolment.refused]);
    const known = plan.known.map(({ person }) => person);
    const valid = [...known, ...people].filter((person) => !wrong.has(person));
    return {
      changes: [
        ...changed.changes,
        ...enrolled.map(({ person }) => ({
          sheet: person.sheet,
          cell: person.cells.name,
          subject: person.name,
          was: null,
          becomes: personInWords(person),
        })),
      ],
      counts: {
        ready: rowsOf(ready),
        unchanged: rowsOf(valid) - rowsOf(ready),
        faulty: rowsOf(reading.people) - rowsOf(valid),
      },
      faults,
      written: ready.length === 0 ? null : writtenOf(enrolled, changed.steps, now),
    };
  }

  async undo(
    transaction: Write,
    { member, agreement }: WritingContext,
    written: unknown,
    reason: string,
  ): Promise<UndoResult> {
    await lockAgreement(transaction, agreement.id);
    const turn = { member, transaction, services: this.services };
    return undoRoster(turn, keyOf(agreement), written as WrittenRoster, reason);
  }
}

const rowsOf = (people: readonly RosterPerson[]): number =>
  people.reduce((sum, { rows }) => sum + rows.length, 0);

interface Changed {
  people: RosterPerson[];
  changes: PartChange[];
  steps: WrittenRoster['changed'];
  faults: SheetFault[];
  refused: RosterPerson[];
}

/** Changes people on record, each by all that the form says of it or by nothing. */
async function changeAll(turn: StaffTurn, known: readonly KnownPerson[]): Promise<Changed> {
  const done: Changed = { people: [], changes: [], steps: [], faults: [], refused: [] };
  for (const { person, member, edits } of known) {
    let at: StaffEdit | undefined;
    const faults = await orNothing(turn.transaction, async (transaction) => {
      for (at of edits) await take({ ...turn, transaction }, member.id, at);
    });
    const { sheet, name } = person;
    if (at && faults.length > 0) {
      const { cell } = at;
      done.faults.push(...faults.map((fault) => faultAt(person, cell, 'ERROR', fault, at?.becomes ?? null)));
      done.refused.push(person);
    } else if (edits.length > 0) {
      done.people.push(person);
      for (const { cell, aspect, was, becomes, ...step } of edits) {
        done.changes.push({ sheet, cell, subject: `${name} · ${aspect}`, was, becomes });
        done.steps.push({ memberId: member.id, sheet, cell, aspect, step });
      }
    }
  }
  return done;
}

function writtenOf(
  enrolled: readonly { person: RosterPerson; memberId: string }[],
  changed: WrittenRoster['changed'],
  now: ReadonlyMap<string, Staff>,
): WrittenRoster {
  return {
    enrolled: enrolled.map(({ person, memberId }) => ({
      memberId,
      sheet: person.sheet,
      cell: person.cells.name,
      fingerprint: fingerprintOf(now.get(memberId)),
    })),
    changed,
  };
}

/** Of those whose days the form leaves as they are: the others are compared by the reading alone. */
function comparedWithRecord(
  known: readonly KnownPerson[],
  settings: Settings,
  formFaults: readonly SheetFault[],
): SheetFault[] {
  const reported = new Set(formFaults.map(({ sheet, cell }) => `${sheet} ${cell}`));
  return known
    .filter(({ edits }) => edits.every(({ kind }) => kind !== 'SPELL' && kind !== 'RETURN'))
    .flatMap(({ person, member }) => onRecordFaults(person, member, settings))
    .filter(({ sheet, cell }) => !reported.has(`${sheet} ${cell}`));
}

/** What is worth knowing of the whole form, at the heading of its names. */
function formNotes(
  { agreement, months, people, unreadNames, namesAt }: Fujian2Reading,
  roster: readonly Staff[],
  { startsOn, endsOn }: Settings,
  isOfOther: boolean,
): SheetFault[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!namesAt || first === undefined || last === undefined) return [];
  const at = (severity: 'NOTE' | 'WARNING', { code, args }: Message): SheetFault => ({
    code,
    args,
    severity,
    value: null,
    ...namesAt,
  });
  const isOther = agreement !== null && (agreement.startsOn > endsOn || agreement.endsOn < startsOn);
  const names = [...people.map(({ name }) => name), ...unreadNames];
  const left = unmentioned(roster, names, { first: `${first}-01`, last: lastDayOfMonth(last) });
  return [
    ...(isOfOther ? [at('WARNING', message('OTHER_AGREEMENT'))] : []),
    ...(isOther ? [at('WARNING', message('ROSTER_OF_OTHER_DAYS', { ...agreement }))] : []),
    ...left.map(({ name, code }) => at('NOTE', message('PERSON_NOT_IN_FORM', { name: name ?? code }))),
  ];
}
