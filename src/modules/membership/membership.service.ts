import { type Caller, type Member, MemberRole, PasswordResetService } from '../../access';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { assertNoFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import * as members from './member.repository';
import type { MemberRow, Rights } from './member.repository';
import {
  checkEmail,
  checkLastAdministrator,
  checkName,
  checkRecordsMoney,
  checkStations,
} from './member.rules';
import type { ChangeMemberInput, InviteMemberInput } from './member.type';
import { type Invitation, invite } from './invitation';

interface InvitedMember extends Invitation {
  member: MemberRow;
}

/** 成员管理: the members of an organisation, managed by its administrators. */
export class MembershipService {
  async list(caller: Caller, args: PageArgs): Promise<Connection<MemberRow>> {
    const member = caller.assert('member.read');
    const page = toPage(args, ['text', 'uuid']);
    return toConnection(
      await members.memberPage(member, page),
      page,
      (row) => [row.displayName, row.id],
      async () => members.memberCount(member),
    );
  }

  /** Invites a member; returns a token that can be used once. */
  async invite(caller: Caller, input: InviteMemberInput): Promise<InvitedMember> {
    const member = caller.assert('member.manage');
    const { organisationId } = member.session;
    const rules = new InputRules();
    const email = checkEmail(rules, input.email, ['email']);
    const displayName = checkName(rules, input.displayName, ['displayName']);
    const stationIds = input.stationIds ?? null;
    const recordsMoney = input.recordsMoney ?? false;
    await checkStations(rules, member, input.role, stationIds);
    checkRecordsMoney(rules, member, input.role, recordsMoney);
    assertNoFaults(rules.faults);
    return member.write(async (transaction) => {
      await members.lockMembers(transaction, member.session);
      if (await members.findByEmail(transaction, organisationId, email)) {
        rules.add('ALREADY_MEMBER', ['email']);
      }
      assertNoFaults(rules.faults);
      const id = newId();
      const row = {
        organisationId,
        id,
        kind: 'PERSON',
        email,
        displayName,
        role: input.role,
        recordsMoney,
        stationIds,
      } as const;
      await members.insertMember(transaction, row);
      const invitation = await invite(
        transaction,
        { organisationId, memberId: id, founding: false },
        member.now(),
      );
      transaction.log({
        action: 'MEMBER_INVITED',
        thing: 'Member',
        thingId: id,
        after: { email, displayName, role: input.role, recordsMoney, stationIds },
      });
      return { ...invitation, member: await lockedMember(member, transaction, id) };
    });
  }

  /** Creates a new token for a member who has not joined yet; the old one stays valid until its expiry. */
  async renew(caller: Caller, memberId: string): Promise<InvitedMember> {
    const member = caller.assert('member.manage');
    return member.write(async (transaction) => {
      const row = await lockedMember(member, transaction, memberId);
      const rules = new InputRules();
      if (row.joinedAt !== null || row.leftAt !== null) {
        rules.add('NOT_INVITED', ['memberId']);
      }
      assertNoFaults(rules.faults);
      const invitation = await invite(
        transaction,
        { organisationId: member.session.organisationId, memberId: row.id, founding: false },
        member.now(),
      );
      transaction.log({
        action: 'INVITATION_RENEWED',
        thing: 'Member',
        thingId: row.id,
        after: { expiresAt: invitation.expiresAt },
      });
      return { ...invitation, member: row };
    });
  }

  /** Changes name, role, stations or the right to record money; omitted fields are unchanged. */
  async change(caller: Caller, input: ChangeMemberInput): Promise<MemberRow> {
    const member = caller.assert('member.manage');
    const { organisationId } = member.session;
    const rules = new InputRules();
    if (input.stationIds != null) await checkStations(rules, member, MemberRole.VIEWER, input.stationIds);
    return member.write(async (transaction) => {
      await members.lockMembers(transaction, member.session);
      const before = await lockedMember(member, transaction, input.memberId);
      const role = input.role ?? before.role;
      const after: Rights = {
        displayName:
          input.displayName == null
            ? before.displayName
            : checkName(rules, input.displayName, ['displayName'], before.displayName),
        role,
        // The right ends with the role that it was given with.
        recordsMoney: input.recordsMoney ?? (before.recordsMoney && role === before.role),
        stationIds: input.stationIds === undefined ? before.stationIds : input.stationIds,
      };
      if (after.role === MemberRole.ADMIN) await checkStations(rules, member, after.role, after.stationIds);
      checkRecordsMoney(rules, member, after.role, after.recordsMoney);
      refuseLeft(rules, before);
      if (after.role !== MemberRole.ADMIN) {
        checkLastAdministrator(rules, await members.administrators(transaction, organisationId), before.id, [
          'role',
        ]);
      }
      assertNoFaults(rules.faults);
      await members.updateMember(transaction, organisationId, before.id, after);
      transaction.log({ action: 'MEMBER_CHANGED', thing: 'Member', thingId: before.id, before, after });
      return lockedMember(member, transaction, before.id);
    });
  }

  /** Issues a link by which a member who has forgotten its password sets another. */
  async issueReset(caller: Caller, memberId: string): Promise<{ token: string; expiresAt: Date }> {
    const member = caller.assert('member.manage');
    return member.write(async (transaction) => {
      const row = await lockedMember(member, transaction, memberId);
      const rules = new InputRules();
      if (row.id === member.session.memberId) rules.add('OWN_PASSWORD', ['memberId']);
      refuseLeft(rules, row);
      if (row.joinedAt === null) rules.add('NOT_JOINED', ['memberId']);
      assertNoFaults(rules.faults);
      const at = member.now();
      const { token, hash, expiresAt } = PasswordResetService.newReset(at);
      await members.insertReset(transaction, { hash, memberId: row.id }, member.session, at, expiresAt);
      transaction.log({
        action: 'PASSWORD_RESET_ISSUED',
        thing: 'Member',
        thingId: row.id,
        after: { expiresAt },
      });
      return { token, expiresAt };
    });
  }

  /** Removes a member: it can no longer sign in, and all its sessions end. */
  async remove(caller: Caller, memberId: string): Promise<MemberRow> {
    const member = caller.assert('member.manage');
    const { organisationId } = member.session;
    return member.write(async (transaction) => {
      await members.lockMembers(transaction, member.session);
      const before = await lockedMember(member, transaction, memberId);
      const rules = new InputRules();
      refuseLeft(rules, before);
      checkLastAdministrator(rules, await members.administrators(transaction, organisationId), before.id, [
        'memberId',
      ]);
      assertNoFaults(rules.faults);
      await members.removeMember(transaction, organisationId, before.id, member.now());
      const after = await lockedMember(member, transaction, before.id);
      transaction.log({ action: 'MEMBER_REMOVED', thing: 'Member', thingId: before.id, before, after });
      return after;
    });
  }
}

/** A member of the caller's own organisation, row-locked; NOT_FOUND for any other. */
async function lockedMember(
  { session }: Member,
  transaction: Parameters<typeof members.lockMember>[0],
  id: string,
): Promise<MemberRow> {
  const row = isId(id) ? await members.lockMember(transaction, session.organisationId, id) : null;
  if (!row) throw notFound(id);
  return row;
}

function refuseLeft(rules: InputRules, { leftAt }: MemberRow): void {
  if (leftAt === null) return;
  rules.add('MEMBER_LEFT', ['memberId']);
}
