import { isDeepStrictEqual } from 'node:util';
import type { AuditAction, Member, Write } from '../../../access';
import { assertNoFaults } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import { notFound } from '../../../platform/app-error';
import { type AgreementKey, answeredBefore, answeredSomewhere, type KeyedCall } from '../../agreement';
import type { Staff } from './staff';
import type {
  AddStaffSpellInput,
  ChangeStaffMemberInput,
  ChangeStaffSpellInput,
  SetStaffCertificatesInput,
  SetStaffZonesInput,
} from './staff.input';
import {
  addVoided,
  checkCertificates,
  checkName,
  checkPosition,
  checkPractice,
  checkReason,
  checkSpell,
  checkZones,
} from './staff-input.rules';
import { zonesSince } from './staff-zones.rules';
import * as writing from './staff-writing.repository';
import { STAFF_THING, structureOf } from './staff-enrolment.service';
import { type StaffWriter, writtenBy } from './staff-writer';
import { zonesOn } from '../report/presence.rules';
import { readStaff } from '../report/staffing.repository';

/** Maximum number of spells per member. */
const MAX_SPELLS = 50;

/** The changed member of staff. */
export interface ChangedStaff extends AgreementKey {
  memberId: string;
}

/** The input of a call. */
interface Sent {
  idempotencyKey?: string | null;
}
type OfMember = Sent & { memberId: string };
type OfSpell = Sent & { spellId: string };

/** The row-locked member of staff during a change. */
interface Change {
  member: Member;
  transaction: Write;
  locked: writing.LockedStaff;
  before: Staff;
  rules: InputRules;
}

/** Changes single members of staff; logs each change with the values before and after. */
export class StaffChangeService {
  async changeDetails(by: StaffWriter, input: ChangeStaffMemberInput): Promise<ChangedStaff> {
    return change(by, 'STAFF_CHANGED', input, async ({ transaction, locked, before, rules }) => {
      const details = {
        name: input.name == null ? (before.name ?? '') : checkName(rules, input.name, ['name'], before.name),
        kind: input.kind ?? before.kind,
        position:
          input.position === undefined
            ? before.position
            : checkPosition(rules, input.position, ['position'], before.position),
        practisingSince:
          input.practisingSince === undefined
            ? before.practisingSince
            : checkPractice(rules, input.practisingSince, ['practisingSince']),
      };
      assertNoFaults(rules.faults);
      await writing.updateDetails(transaction, locked, details);
    });
  }

  /** Excludes an enrolment from all figures; it remains readable. */
  async void(by: StaffWriter, sent: OfMember & { reason: string }): Promise<ChangedStaff> {
    return change(by, 'STAFF_VOIDED', sent, async ({ member, transaction, locked, rules }) => {
      const text = checkReason(rules, sent.reason);
      assertNoFaults(rules.faults);
      await writing.voidStaff(transaction, locked, text, member.now());
    });
  }

  async addSpell(by: StaffWriter, input: AddStaffSpellInput): Promise<ChangedStaff> {
    return change(by, 'STAFF_SPELL_ADDED', input, async ({ transaction, locked, before, rules }) => {
      const to = checkSpell(rules, input.employedFrom, input.employedTo, []);
      rules.count(before.spells.length + 1, ['memberId'], 1, MAX_SPELLS);
      assertNoFaults(rules.faults);
      await writing.insertSpell(transaction, locked, { from: input.employedFrom, to });
    });
  }

  async changeSpell(by: StaffWriter, input: ChangeStaffSpellInput): Promise<ChangedStaff> {
    const { spellId } = input;
    return changeOfSpell(by, 'STAFF_SPELL_CHANGED', input, async ({ transaction, locked, before, rules }) => {
      const spell = before.spells.find(({ id }) => id === spellId);
      if (!spell) throw notFound(spellId);
      const from = input.employedFrom ?? spell.from;
      const to = input.employedTo === undefined ? spell.to : input.employedTo;
      checkSpell(rules, from, to, [], spell);
      assertNoFaults(rules.faults);
      await writing.updateSpell(transaction, locked, spellId, { from, to });
    });
  }

  /** Deletes a spell recorded by mistake. */
  async removeSpell(by: StaffWriter, sent: OfSpell): Promise<ChangedStaff> {
    const { spellId } = sent;
    return changeOfSpell(by, 'STAFF_SPELL_REMOVED', sent, async ({ transaction, locked, before, rules }) => {
      if (!before.spells.some(({ id }) => id === spellId)) throw notFound(spellId);
      if (before.spells.length === 1) {
        rules.add('LAST_SPELL', ['spellId']);
      }
      assertNoFaults(rules.faults);
      await writing.deleteSpell(transaction, locked, spellId);
    });
  }

  async setCertificates(by: StaffWriter, input: SetStaffCertificatesInput): Promise<ChangedStaff> {
    return change(by, 'STAFF_CERTIFICATES_SET', input, async ({ transaction, locked, rules }) => {
      const certificates = checkCertificates(rules, input.certificates, ['certificates']);
      assertNoFaults(rules.faults);
      await writing.replaceCertificates(transaction, locked, certificates);
    });
  }

  /** Sets the zones from a day on; what they were before that day stays. */
  async setZones(by: StaffWriter, input: SetStaffZonesInput): Promise<ChangedStaff> {
    return change(by, 'STAFF_ZONES_SET', input, async (work) => {
      const { member, transaction, locked, before, rules } = work;
      const structure = await structureOf(member, transaction, locked.agreementId);
      const zoneIds = checkZones(rules, structure.zones, input.zoneIds, ['zoneIds']);
      const since = zonesSince(rules, structure, before, input, member.today());
      assertNoFaults(rules.faults);
      // A repeated call changes nothing.
      if (isDeepStrictEqual(zonesOn(before, since), zoneIds)) return;
      const by = { memberId: member.session.memberId, at: member.now() };
      await writing.insertZones(transaction, locked, { since, zoneIds }, by);
    });
  }
}

/** Row-locks the member, applies the change and logs it. */
async function change(
  by: StaffWriter,
  action: AuditAction,
  sent: OfMember,
  work: (change: Change) => Promise<void>,
): Promise<ChangedStaff> {
  const { memberId } = sent;
  return writtenBy(by, async (member, transaction) =>
    changeLocked(
      member,
      transaction,
      { action, memberId, requestedId: memberId, path: ['memberId'], sent },
      work,
    ),
  );
}

async function changeOfSpell(
  by: StaffWriter,
  action: AuditAction,
  sent: OfSpell,
  work: (change: Change) => Promise<void>,
): Promise<ChangedStaff> {
  const { spellId } = sent;
  return writtenBy(by, async (member, transaction) => {
    const { organisationId } = member.session;
    const memberId = isId(spellId) ? await writing.memberOfSpell(transaction, organisationId, spellId) : null;
    if (memberId === null) {
      // This may be a retry of the call that deleted the spell.
      const call = keyedBy(action, sent, new InputRules());
      const before = await answeredSomewhere(member, transaction, call);
      if (before) return { ...before, memberId: before.thingIds[0] ?? '' };
    }
    const request = { action, memberId: memberId ?? '', requestedId: spellId, path: ['spellId'], sent };
    return changeLocked(member, transaction, request, work);
  });
}

/** `requestedId`: the id given by the caller, the only one that an error may mention. */
interface ChangeRequest {
  action: AuditAction;
  memberId: string;
  requestedId: string;
  path: string[];
  sent: Sent;
}

async function changeLocked(
  member: Member,
  transaction: Write,
  { action, memberId, requestedId, path, sent }: ChangeRequest,
  work: (change: Change) => Promise<void>,
): Promise<ChangedStaff> {
  const { organisationId } = member.session;
  const locked = isId(memberId) ? await writing.lockStaff(transaction, organisationId, memberId) : null;
  if (!locked) throw notFound(requestedId);
  const changed = { organisationId, agreementId: locked.agreementId, memberId };
  const rules = new InputRules();
  const call = { ...keyedBy(action, sent, rules), thingIds: [memberId] };
  if ((await answeredBefore(member, transaction, locked, call)) !== null) return changed;
  const before = await readStaff(transaction, organisationId, memberId);
  if (before.voidedAt !== null) {
    addVoided(rules, path);
    assertNoFaults(rules.faults);
  }
  await work({ member, transaction, locked, before, rules });
  transaction.log({
    action,
    thing: STAFF_THING,
    thingId: memberId,
    agreementIds: [locked.agreementId],
    before,
    after: await readStaff(transaction, organisationId, memberId),
  });
  return changed;
}

function keyedBy(
  action: AuditAction,
  { idempotencyKey, ...content }: Sent,
  rules: InputRules,
): Omit<KeyedCall, 'thingIds'> {
  return { action, thing: STAFF_THING, key: rules.key(idempotencyKey), content };
}
