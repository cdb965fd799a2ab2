import { type Caller, type Member, OrganisationKind } from '../../../access';
import { assertNoFaults, brokenRule, type Fault, fault } from '../../../platform/faults';
import { isId, newId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import {
  type DistrictDirectory,
  insertStation,
  stationById,
  stationNameIsTaken,
  type StationRow,
} from '../../directory';
import type { RegisterAgreementInput } from './agreement.input';
import { type PartyRow, readParties } from '../agreement.repository';
import { agreementFaults, newStationOf } from './agreement.rules';
import { daysAreTaken, insertAgreement } from './registration.repository';

/** Registers agreements: 登记服务协议. */
export class RegistrationService {
  constructor(private readonly districts: DistrictDirectory) {}

  /** Returns the new agreement's id. */
  async register(caller: Caller, input: RegisterAgreementInput): Promise<string> {
    const member = caller.assert('agreement.register');
    const faults = agreementFaults(input);
    const station = await this.stationOf(member, input, faults);
    const parties = await readParties(member, [input.operatorId, input.purchaserId].filter(isId));
    faults.push(...partyFaults(member, input, station, parties));
    assertNoFaults(faults);
    if (!station) throw new Error('a registration without a station was let through');

    try {
      return await member.write(async (transaction) => {
        if (input.newStation) await insertStation(transaction, station);
        const id = await insertAgreement(transaction, input, station, member.session.memberId);
        transaction.log({
          action: 'AGREEMENT_REGISTERED',
          thing: 'Agreement',
          thingId: id,
          agreementIds: [id],
          after: { stationId: station.id, input },
        });
        return id;
      });
    } catch (error) {
      if (daysAreTaken(error)) throw brokenRule('STATION_UNDER_AGREEMENT', ['startsOn']);
      if (stationNameIsTaken(error)) {
        throw brokenRule('STATION_NAME_TAKEN', ['newStation', 'name'], { name: station.name });
      }
      throw error;
    }
  }

  /** The station to be: one within the scope, or a new one in a district that exists. */
  private async stationOf(
    member: Member,
    { stationId, newStation }: RegisterAgreementInput,
    faults: Fault[],
  ): Promise<StationRow | null> {
    if (newStation) {
      if (!this.districts.find(newStation.districtCode)) {
        faults.push(fault('UNKNOWN_DISTRICT', ['newStation', 'districtCode']));
      }
      // Its faults are among those of the input already.
      return { id: newId(), ...newStationOf(new InputRules(), newStation) };
    }
    if (stationId == null) return null;
    const station = isId(stationId) ? await member.load(stationById, stationId) : null;
    if (!station) faults.push(fault('STATION_NOT_FOUND', ['stationId'], { inRegistration: true }));
    return station;
  }
}

/** Who may be party, and for whom the caller may register. */
function partyFaults(
  { session }: Member,
  input: RegisterAgreementInput,
  station: StationRow | null,
  parties: readonly PartyRow[],
): Fault[] {
  const faults: Fault[] = [];
  const find = (id: string, kind: OrganisationKind): PartyRow | undefined =>
    parties.find((party) => party.id === id && party.kind === kind);
  const operator = find(input.operatorId, OrganisationKind.OPERATOR);
  const purchaser = find(input.purchaserId, OrganisationKind.PURCHASER);

  if (!operator) faults.push(fault('NOT_AN_OPERATOR', ['operatorId']));
  else if (session.kind === OrganisationKind.OPERATOR && operator.id !== session.organisationId) {
    faults.push(fault('NOT_YOUR_ORGANISATION', ['operatorId']));
  }
  if (!purchaser) faults.push(fault('NOT_A_PURCHASER', ['purchaserId']));
  else {
    if (session.kind === OrganisationKind.PURCHASER && purchaser.id !== session.organisationId) {
      faults.push(fault('NOT_YOUR_ORGANISATION', ['purchaserId']));
    }
    if (station && purchaser.districtCode !== station.districtCode) {
      faults.push(fault('PURCHASER_OF_OTHER_DISTRICT', ['purchaserId']));
    }
  }
  if (
    station &&
    session.kind === OrganisationKind.SUPERVISOR &&
    session.districtCode !== null &&
    station.districtCode !== session.districtCode
  ) {
    faults.push(fault('DISTRICT_NOT_YOURS', ['newStation', 'districtCode']));
  }
  return faults;
}
