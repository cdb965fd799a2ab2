import type { Caller } from '../../access';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { uuidOrNil, isId } from '../../platform/ids';
import { badInput, notFound } from '../../platform/app-error';
import { lengthOf, nameKey } from '../../platform/text-forms';
import type { OrganisationRow } from './organisation.repository';
import type { StationRow } from './read.sql';
import { stationById, stationCount, stationCountOf, stationPage, stationsOf } from './station.repository';
import type { StationFilter } from './station.type';

/** Stations within the viewer's scope. */
export class StationService {
  async list(caller: Caller, filter: StationFilter | null, args: PageArgs): Promise<Connection<StationRow>> {
    const member = caller.assert('station.read');
    const page = toPage(args, ['text', 'uuid']);
    if (lengthOf(filter?.nameContains ?? '') > 200) {
      throw badInput('FILTER_TEXT_TOO_LONG', { name: 'nameContains', most: 200 });
    }
    if ([filter?.nameContains, filter?.districtCode].some((text) => text?.includes('\0'))) {
      throw badInput('FILTER_UNPRINTABLE');
    }
    const conditions = {
      districtCode: filter?.districtCode ?? null,
      operatorId: uuidOrNil(filter?.operatorId),
      purchaserId: uuidOrNil(filter?.purchaserId),
      nameContains: filter?.nameContains == null ? null : nameKey(filter.nameContains),
    };
    return toConnection(await stationPage(member, conditions, page), page, sortKeyOf, async () =>
      stationCount(member, conditions),
    );
  }

  /** The stations of an organisation that are visible to the viewer. */
  async listOf(
    caller: Caller,
    organisation: OrganisationRow,
    args: PageArgs,
  ): Promise<Connection<StationRow>> {
    const member = caller.assert('station.read');
    const page = toPage(args, ['text', 'uuid']);
    return toConnection(
      await member.load(stationsOf(organisation.kind, page), organisation),
      page,
      sortKeyOf,
      async () => member.load(stationCountOf(organisation.kind), organisation),
    );
  }

  /** One station; NOT_FOUND when the id is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<StationRow> {
    const member = caller.assert('station.read');
    const row = isId(id) ? await member.load(stationById, id) : null;
    if (!row) throw notFound(id);
    return row;
  }
}

function sortKeyOf(row: StationRow): string[] {
  return [row.name, row.id];
}
