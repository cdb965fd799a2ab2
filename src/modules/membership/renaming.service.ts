import { type Caller, OrganisationKind } from '../../access';
import { notFound } from '../../platform/app-error';
import { lockRow } from '../../platform/database/row-lock';
import { assertNoFaults, brokenRule } from '../../platform/faults';
import { isId } from '../../platform/ids';
import { checkRenaming } from '../directory';
import { organisationNameIsTaken } from './founding.repository';
import type { RenameOrganisationInput } from './member.type';
import { readNamedOrganisation, updateOrganisationName } from './renaming.repository';

const MAX_SHORT_NAME = 50;

/** Lets the platform rename organisations from a day on. */
export class RenamingService {
  /** Returns the id. shortName omitted: unchanged. */
  async rename(caller: Caller, input: RenameOrganisationInput): Promise<string> {
    const member = caller.assert('organisation.rename');
    const { organisationId, from } = input;
    try {
      return await member.write(async (transaction) => {
        if (!isId(organisationId)) throw notFound(organisationId);
        await lockRow(transaction, 'organisation', organisationId);
        const before = await readNamedOrganisation(transaction, organisationId);
        if (!before) throw notFound(organisationId);
        const { rules, name, reason } = checkRenaming(before, input, member.today());
        const shortName = input.shortName === undefined ? before.shortName : input.shortName;
        const short = shortName && rules.text(shortName, ['shortName'], MAX_SHORT_NAME, before.shortName);
        if (before.kind === OrganisationKind.PLATFORM) {
          rules.add('PLATFORM_KEEPS_ITS_NAME', ['organisationId']);
        }
        assertNoFaults(rules.faults);
        await updateOrganisationName(transaction, organisationId, { name, shortName: short, from });
        transaction.log({
          action: 'ORGANISATION_RENAMED',
          thing: 'Organisation',
          thingId: organisationId,
          before,
          after: { name, shortName: short, since: from, reason },
        });
        return organisationId;
      });
    } catch (error) {
      if (organisationNameIsTaken(error)) throw brokenRule('ORGANISATION_NAME_TAKEN', ['name']);
      throw error;
    }
  }
}
