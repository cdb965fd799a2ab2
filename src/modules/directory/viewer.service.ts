import { ACTIONS, type Action, type Caller } from '../../access';
import { byName } from '../../platform/text-forms';
import type { StationRow } from './read.sql';
import { stationById } from './station.repository';
import { readViewer, type ViewerRow } from './viewer.repository';

const ALL_ACTIONS = Object.keys(ACTIONS) as Action[];

/** The signed-in member or API key, and the stations it is limited to. */
export class ViewerService {
  async read(caller: Caller): Promise<ViewerRow> {
    return readViewer(caller.assert('viewer.read'));
  }

  /** The stations a member is limited to, by name; null where there is no limit. */
  async stations(
    caller: Caller,
    { stationIds }: Pick<ViewerRow, 'stationIds'>,
  ): Promise<StationRow[] | null> {
    const member = caller.assert('viewer.read');
    if (stationIds === null) return null;
    const rows = await Promise.all(stationIds.map(async (id) => member.load(stationById, id)));
    return rows.filter((row) => row !== null).sort(byName);
  }

  /** The actions that the table of actions permits the viewer; the tenant scope decides on what. */
  permitted(caller: Caller): Action[] {
    const member = caller.assert('viewer.read');
    return ALL_ACTIONS.filter((action) => member.may(action));
  }
}
