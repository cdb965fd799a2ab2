import { type Caller, OrganisationKind } from '../../access';
import { assertNoFaults, brokenRule } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules, MAX_REASON } from '../../platform/input-rules';
import { notFound } from '../../platform/app-error';
import type { DistrictDirectory } from '../directory';
import {
  findFounding,
  insertFounder,
  insertOrganisation,
  organisationNameIsTaken,
} from './founding.repository';
import { type Invitation, invite } from './invitation';
import { checkEmail, checkName } from './member.rules';
import type { AddOrganisationInput, NameAdministratorInput } from './member.type';

export interface Founded extends Invitation {
  organisationId: string;
}

/**
 * Lets the platform create organisations and invite their first administrator; later another one, with a reason and for
 * all of the organisation to see; and no other member.
 */
export class FoundingService {
  constructor(private readonly districts: DistrictDirectory) {}

  async add(caller: Caller, input: AddOrganisationInput): Promise<Founded> {
    const member = caller.assert('organisation.add');
    const rules = new InputRules();
    const name = rules.text(input.name, ['name'], 200);
    const shortName = input.shortName == null ? null : rules.text(input.shortName, ['shortName'], 50);
    const districtCode = input.districtCode ?? null;
    checkKind(rules, input.kind);
    this.checkDistrict(rules, input.kind, districtCode);
    const email = checkEmail(rules, input.administratorEmail, ['administratorEmail']);
    const displayName = checkName(rules, input.administratorName, ['administratorName']);
    assertNoFaults(rules.faults);
    const organisation = { id: newId(), kind: input.kind, name, shortName, districtCode };
    try {
      return await member.write(async (transaction) => {
        await insertOrganisation(transaction, organisation);
        const founderId = newId();
        await insertFounder(transaction, organisation.id, { id: founderId, email, displayName });
        const invitation = await invite(
          transaction,
          { organisationId: organisation.id, memberId: founderId, founding: true },
          member.now(),
        );
        transaction.log({
          action: 'ORGANISATION_ADDED',
          thing: 'Organisation',
          thingId: organisation.id,
          after: { ...organisation, administrator: { email, displayName } },
        });
        return { ...invitation, organisationId: organisation.id };
      });
    } catch (error) {
      if (organisationNameIsTaken(error)) throw brokenRule('ORGANISATION_NAME_TAKEN', ['name']);
      throw error;
    }
  }

  /** Invites a first administrator again while none has joined: the first invitation expired or was lost. */
  async reinvite(caller: Caller, organisationId: string, email: string, name: string): Promise<Founded> {
    const member = caller.assert('organisation.add');
    const rules = new InputRules();
    const address = checkEmail(rules, email, ['email']);
    const displayName = checkName(rules, name, ['displayName']);
    return member.write(async (transaction) => {
      const found = isId(organisationId) ? await findFounding(transaction, organisationId) : null;
      if (!found) throw notFound(organisationId);
      if (found.administered) {
        rules.add('ALREADY_ADMINISTERED', ['organisationId']);
      }
      assertNoFaults(rules.faults);
      const founderId = newId();
      await insertFounder(transaction, organisationId, { id: founderId, email: address, displayName });
      const invitation = await invite(
        transaction,
        { organisationId, memberId: founderId, founding: true },
        member.now(),
      );
      transaction.log({
        action: 'MEMBER_INVITED',
        thing: 'Organisation',
        thingId: organisationId,
        after: { email: address, displayName },
      });
      return { ...invitation, organisationId };
    });
  }

  /**
   * Names another administrator of an organisation that has had some: they are gone, or it asks for one. Its own audit log
   * and list of members say so, by which its administrators may remove the member.
   */
  async name(caller: Caller, input: NameAdministratorInput): Promise<Founded> {
    const member = caller.assert('administrator.name');
    const { organisationId } = input;
    const rules = new InputRules();
    const email = checkEmail(rules, input.email, ['email']);
    const displayName = checkName(rules, input.displayName, ['displayName']);
    const reason = rules.prose(input.reason, ['reason'], MAX_REASON);
    return member.write(async (transaction) => {
      const found = isId(organisationId) ? await findFounding(transaction, organisationId) : null;
      if (!found) throw notFound(organisationId);
      if (organisationId === member.session.organisationId) rules.add('OWN_ORGANISATION', ['organisationId']);
      else if (!found.administered) rules.add('NOT_ADMINISTERED', ['organisationId']);
      assertNoFaults(rules.faults);
      const id = newId();
      await insertFounder(transaction, organisationId, { id, email, displayName, namedBecause: reason });
      const invitation = await invite(
        transaction,
        { organisationId, memberId: id, founding: true },
        member.now(),
      );
      const after = { memberId: id, email, displayName, reason };
      transaction.log({
        action: 'ADMINISTRATOR_NAMED',
        thing: 'Organisation',
        thingId: organisationId,
        after,
      });
      transaction.log({
        action: 'ADMINISTRATOR_NAMED_BY_PLATFORM',
        thing: 'Member',
        thingId: id,
        after,
        organisationId,
      });
      return { ...invitation, organisationId };
    });
  }

  private checkDistrict(rules: InputRules, kind: OrganisationKind, code: string | null): void {
    if (kind === OrganisationKind.PURCHASER && code === null) {
      rules.add('DISTRICT_MISSING', ['districtCode']);
    }
    if (code !== null && !this.districts.find(code)) {
      rules.add('UNKNOWN_DISTRICT', ['districtCode']);
    }
  }
}

function checkKind(rules: InputRules, kind: OrganisationKind): void {
  if (kind !== OrganisationKind.PLATFORM) return;
  rules.add('ONE_PLATFORM', ['kind']);
}
