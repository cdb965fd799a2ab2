import type { Caller, Member } from '../../../access';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { assertNoFaults } from '../../../platform/faults';
import { isId, newId } from '../../../platform/ids';
import { notFound } from '../../../platform/app-error';
import {
  type AgreementKey,
  answeredBefore,
  lockAgreement,
  lockProposal,
  readStructure,
  type Structure,
  writeStaffingParameters,
} from '../../agreement';
import type { EnrolStaffInput, RecordStaffPayInput, SetStaffingParametersInput } from './staff.input';
import { checkMembers, checkParameters, checkPay } from './staff-input.rules';
import { countCodes, insertStaff, readPay, writePay } from './staff-writing.repository';
import { readSettings, type Settings } from '../report/staffing.repository';
import { numbered } from './staff-codes';
import { type StaffWriter, writtenBy } from './staff-writer';

/** The type in idempotency keys and the audit log. */
export const STAFF_THING = 'StaffMember';

/** Maximum number of members per agreement, voided enrolments included. */
const MAX_STAFF = 1000;

/** The members affected by a call. */
interface StaffOfAgreement extends AgreementKey {
  memberIds: string[];
}

/** Writes that concern the staff of an agreement as a whole: enrolment, monthly pay, staffing parameters. */
export class StaffEnrolmentService {
  /** Enrols up to 100 members, all or none; returns their ids in the order of the input. */
  async enrol(by: StaffWriter, input: EnrolStaffInput): Promise<StaffOfAgreement> {
    const { agreementId, members } = input;
    return writtenBy(by, async (member, transaction) => {
      const { organisationId, memberId } = member.session;
      const structure = await structureOf(member, transaction, agreementId);
      // Codes are consecutive: concurrent enrolments would assign duplicates.
      await lockAgreement(transaction, agreementId);
      const checked = checkMembers(structure.zones, members);
      const newMembers = checked.members.map((row) => ({ id: newId(), ...row }));
      const memberIds = newMembers.map(({ id }) => id);
      const call = {
        action: 'STAFF_ENROLLED' as const,
        thing: STAFF_THING,
        key: checked.rules.key(input.idempotencyKey),
        content: { members: checked.members },
        thingIds: memberIds,
      };
      const before = await answeredBefore(member, transaction, structure, call);
      if (before) return { organisationId, agreementId, memberIds: before };
      assertNoFaults(checked.rules.faults);
      const codes = await countCodes(transaction, structure);
      const already = [...codes.values()].reduce((sum, count) => sum + count, 0);
      checked.rules.count(already + members.length, ['members'], 1, MAX_STAFF);
      assertNoFaults(checked.rules.faults);
      const enrolled = numbered(newMembers, codes, already);
      await insertStaff(transaction, structure, enrolled, memberId, member.now());
      transaction.log({
        action: 'STAFF_ENROLLED',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        after: { members: enrolled },
      });
      return { organisationId, agreementId, memberIds };
    });
  }

  /** Records per member and month whether social insurance and salary were paid; returns the members. */
  async recordPay(caller: Caller, { agreementId, entries }: RecordStaffPayInput): Promise<StaffOfAgreement> {
    const member = caller.assert('staff.manage');
    const { organisationId } = member.session;
    return member.write(async (transaction) => {
      const settings = await settingsOf(transaction, organisationId, agreementId);
      await lockAgreement(transaction, agreementId);
      const staff = await readPay(transaction, organisationId, agreementId);
      const { rules, pay } = checkPay(settings, staff, entries, member.today());
      assertNoFaults(rules.faults);
      await writePay(transaction, organisationId, pay);
      const changed = new Set(pay.map(({ memberId, month }) => `${memberId} ${month}`));
      transaction.log({
        action: 'STAFF_PAY_RECORDED',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        before: staff.flatMap(({ id, pay: known }) =>
          known
            .filter(({ month }) => changed.has(`${id} ${month}`))
            .map((month) => ({ memberId: id, ...month })),
        ),
        after: pay,
      });
      return { organisationId, agreementId, memberIds: [...new Set(pay.map(({ memberId }) => memberId))] };
    });
  }

  /** Sets the staffing parameters of one's own proposal. */
  async setParameters(caller: Caller, input: SetStaffingParametersInput): Promise<void> {
    const member = caller.assert('staffing.configure');
    const { agreementId } = input;
    await member.write(async (transaction) => {
      const { organisationId } = await lockProposal(transaction, member.session, agreementId);
      const { parameters: before } = await settingsOf(transaction, organisationId, agreementId);
      const { rules, parameters } = checkParameters(before, input);
      assertNoFaults(rules.faults);
      await writeStaffingParameters(transaction, organisationId, agreementId, parameters);
      transaction.log({
        action: 'STAFFING_PARAMETERS_SET',
        thing: 'Agreement',
        thingId: agreementId,
        agreementIds: [agreementId],
        before,
        after: parameters,
      });
    });
  }
}

/** The structure of an agreement of this operator; NOT_FOUND for any other. */
export async function structureOf(
  { session }: Member,
  transaction: Transaction,
  agreementId: string,
): Promise<Structure> {
  const structure = isId(agreementId)
    ? await readStructure(transaction, session.organisationId, agreementId)
    : null;
  if (!structure) throw notFound(agreementId);
  return structure;
}

async function settingsOf(
  transaction: Transaction,
  operatorId: string,
  agreementId: string,
): Promise<Settings> {
  const settings = isId(agreementId) ? await readSettings(transaction, operatorId, agreementId) : null;
  if (!settings) throw notFound(agreementId);
  return settings;
}
