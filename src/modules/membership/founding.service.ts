import { type Caller, OrganisationKind } from '../../access';
import { BrokenRules, type Fault, refuseFaults } from '../../platform/faults';
import { isId, newId } from '../../platform/ids';
import { InputRules } from '../../platform/input-rules';
import { notFound } from '../../platform/refusal';
import type { DistrictDirectory } from '../directory';
import {
  findFounding,
  insertFounder,
  insertOrganisation,
  organisationNameIsTaken,
} from './founding.repository';
import { type Invitation, invite } from './invitation';
import { checkEmail, checkName } from './member.rules';
import type { AddOrganisationInput } from './member.type';

export interface Founded extends Invitation {
  organisationId: string;
}

/** Lets the platform create organisations and invite their first administrator, but no other member. */
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
    refuseFaults(rules.faults);
    const organisation = { id: newId(), kind: input.kind, name, shortName, districtCode };
    try {
      return await member.write(async (transaction) => {
        await insertOrganisation(transaction, organisation);
        const founderId = newId();
        await insertFounder(transaction, organisation.id, founderId, email, displayName);
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
      if (organisationNameIsTaken(error)) throw new BrokenRules([NAME_TAKEN]);
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
        rules.add(
          'ALREADY_ADMINISTERED',
          ['organisationId'],
          '该单位已有管理员，成员由其自行管理。',
          'The organisation has an administrator, who looks after its members.',
        );
      }
      refuseFaults(rules.faults);
      const founderId = newId();
      await insertFounder(transaction, organisationId, founderId, address, displayName);
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

  private checkDistrict(rules: InputRules, kind: OrganisationKind, code: string | null): void {
    if (kind === OrganisationKind.PURCHASER && code === null) {
      rules.add(
        'DISTRICT_MISSING',
        ['districtCode'],
        '购买方须填写所在区。',
        'A purchaser needs its district.',
      );
    }
    if (code !== null && !this.districts.find(code)) {
      rules.add(
        'UNKNOWN_DISTRICT',
        ['districtCode'],
        '没有此行政区代码，请从 districts 中选择。',
        'No district has this code. Please choose one of districts.',
      );
    }
  }
}

function checkKind(rules: InputRules, kind: OrganisationKind): void {
  if (kind !== OrganisationKind.PLATFORM) return;
  rules.add(
    'ONE_PLATFORM',
    ['kind'],
    '平台只有一个，不能再新增。如需增加平台管理员，请邀请成员。',
    'There is one platform. To have more administrators, invite them as its members.',
  );
}

const NAME_TAKEN: Fault = {
  code: 'ORGANISATION_NAME_TAKEN',
  path: ['name'],
  text: {
    zh: '名录中已有同类且名称相同或相似的单位，请核对。',
    en: 'An organisation of this kind with this name, or one that looks like it, stands in the directory already. Please check it.',
  },
};
