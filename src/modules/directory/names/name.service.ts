import type { Caller } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { checkAskedDays } from '../../../platform/asked-days';
import type { Day } from '../../../platform/calendar';
import { assertNoFaults, brokenRule } from '../../../platform/faults';
import { isId } from '../../../platform/ids';
import type { OrganisationService } from '../organisation.service';
import { lockStation, stationNameIsTaken } from '../station.repository';
import type { StationService } from '../station.service';
import {
  formerNamesOfOrganisation,
  formerNamesOfStation,
  readNamed,
  updateStationName,
} from './name.repository';
import { checkRenaming, type FormerName, nameOn } from './name.rules';
import type { AgreementNamesType, RenameStationInput } from './name.type';

/** The station and parties of an agreement. */
export interface Parties {
  organisationId: string;
  purchaserId: string;
  stationId: string;
}

/** Names, which change from a day on: what was called how, and the renaming of stations. */
export class NameService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly stations: StationService,
  ) {}

  async formerNamesOfStation(caller: Caller, id: string): Promise<FormerName[]> {
    return caller.assert('station.read').load(formerNamesOfStation, id);
  }

  async formerNamesOfOrganisation(caller: Caller, id: string): Promise<FormerName[]> {
    return caller.assert('directory.read').load(formerNamesOfOrganisation, id);
  }

  /** What the station and the parties of an agreement were called on a day, today by default. */
  async ofAgreement(
    caller: Caller,
    { organisationId, purchaserId, stationId }: Parties,
    asked: Day | null,
  ): Promise<AgreementNamesType> {
    const member = caller.assert('station.read');
    checkAskedDays({ on: asked });
    const on = asked ?? member.today();
    const ofOrganisation = async (id: string): Promise<string> => {
      const { name } = await this.organisations.get(caller, id);
      return nameOn(name, await member.load(formerNamesOfOrganisation, id), on);
    };
    const { name } = await this.stations.get(caller, stationId);
    const [station, operator, purchaser] = await Promise.all([
      member.load(formerNamesOfStation, stationId).then((former) => nameOn(name, former, on)),
      ofOrganisation(organisationId),
      ofOrganisation(purchaserId),
    ]);
    return { on, station, operator, purchaser };
  }

  /** Renames a station from a day on: by a bureau, in its district. */
  async renameStation(caller: Caller, input: RenameStationInput): Promise<string> {
    const member = caller.assert('station.rename');
    const { stationId, from } = input;
    let name = '';
    try {
      return await member.write(async (transaction) => {
        if (!isId(stationId)) throw notFound(stationId);
        await lockStation(transaction, stationId);
        const before = await readNamed(transaction, stationId);
        if (!before) throw notFound(stationId);
        const { rules, reason, ...renaming } = checkRenaming(before, input, member.today());
        assertNoFaults(rules.faults);
        name = renaming.name;
        await updateStationName(transaction, stationId, name, from);
        transaction.log({
          action: 'STATION_RENAMED',
          thing: 'Station',
          thingId: stationId,
          before,
          after: { name, since: from, reason },
        });
        return stationId;
      });
    } catch (error) {
      if (stationNameIsTaken(error)) {
        throw brokenRule('STATION_NAME_TAKEN', ['name']);
      }
      throw error;
    }
  }
}
