import type { Caller, Member, OrganisationKind } from '../../access';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import {
  organisationById,
  organisationCount,
  organisationPage,
  type OrganisationRow,
} from './organisation.repository';

/** The directory of organisations, readable by every signed-in member. */
export class OrganisationService {
  async list(
    caller: Caller,
    kind: OrganisationKind | null,
    args: PageArgs,
  ): Promise<Connection<OrganisationRow>> {
    const member = caller.assert('directory.read');
    const page = toPage(args, ['text', 'uuid']);
    const rows = await organisationPage(member, kind, page);
    return toConnection(
      rows,
      page,
      (row) => [row.name, row.id],
      async () => organisationCount(member, kind),
    );
  }

  /** The organisation of a foreign key. */
  async get(caller: Caller, id: string): Promise<OrganisationRow> {
    const row = await this.find(caller.assert('directory.read'), id);
    if (!row) throw new Error(`organisation ${id} is referred to and missing`);
    return row;
  }

  isAdministered(caller: Caller, { isAdministered }: OrganisationRow): boolean | null {
    return caller.assert('directory.read').may('organisation.add') ? isAdministered : null;
  }

  async find(member: Member, id: string): Promise<OrganisationRow | null> {
    return member.load(organisationById, id);
  }
}
