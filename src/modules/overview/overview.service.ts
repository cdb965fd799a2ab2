import type { Caller, Member } from '../../access';
import { checkAskedDays } from '../../platform/asked-days';
import type { Day } from '../../platform/calendar';
import {
  type Connection,
  type SortKeyType,
  type PageArgs,
  toConnection,
  toPage,
} from '../../platform/graphql/connection';
import { badInput } from '../../platform/app-error';
import { uuidOrNil } from '../../platform/ids';
import { beginningOf } from '../../platform/text-forms';
import { timeProgress } from '../agreement';
import type { District, DistrictDirectory } from '../directory';
import {
  agreementRowCount,
  agreementRows,
  type CountedAgreement,
  districtRows,
  type OverviewRow,
  stationRowCount,
  type StationChoice,
  stationRows,
} from './overview.repository';

/** An agreement in an overview, as of a day. */
export interface AgreementOverview extends OverviewRow {
  on: Day;
  isInForce: boolean;
  timeProgressPercent: string | null;
}

/** What a bureau's overview is about: all of its districts and their operators, or one of them. */
export interface DistrictOverview extends StationChoice {
  on: Day;
}

/** A district in a comparison; its figures are those of `agreements`. */
export interface DistrictSummary {
  on: Day;
  district: District;
  stations: number;
  inForce: number;
  agreements: readonly CountedAgreement[];
}

/** Sort key: ended or not, name, station. */
const STATION_PLACE: readonly SortKeyType[] = ['integer', 'text', 'uuid'];
const MAX_OF_A_DISTRICT = 1000;
const ALL_STATIONS: StationChoice = { districtCode: null, operatorId: null };

/** The overviews of operators, purchasers and bureaus: which stations and agreements, in what order. */
export class OverviewService {
  constructor(private readonly directory: DistrictDirectory) {}

  /** The stations of an operator. */
  async ofOperator(caller: Caller, on: Day | null, args: PageArgs): Promise<Connection<AgreementOverview>> {
    const member = caller.assert('overview.operator');
    return stationsOf(member, { on: dayFor(member, on), ...ALL_STATIONS }, args, 100);
  }

  /** The agreements of a purchaser, latest first. */
  async ofPurchaser(caller: Caller, on: Day | null, args: PageArgs): Promise<Connection<AgreementOverview>> {
    const member = caller.assert('overview.purchaser');
    const day = dayFor(member, on);
    const page = toPage(args, ['date', 'uuid']);
    const rows = await agreementRows(member, day, page);
    return toConnection(
      rows.map((row) => seenOn(row, day)),
      page,
      ({ agreement }) => [agreement.startsOn, agreement.id],
      async () => agreementRowCount(member, day),
    );
  }

  /** The overview of a bureau. */
  async ofDistrict(
    caller: Caller,
    on: Day | null,
    { districtCode, operatorId }: StationChoice,
  ): Promise<DistrictOverview> {
    const member = caller.assert('overview.district');
    if (districtCode !== null && !this.directory.find(districtCode))
      throw badInput('UNKNOWN_CODE', { code: beginningOf(districtCode), from: ['districts'] });
    await member.confirm();
    return {
      on: dayFor(member, on),
      districtCode,
      operatorId: operatorId === null ? null : uuidOrNil(operatorId),
    };
  }

  /** The stations that a bureau supervises. */
  async stations(
    caller: Caller,
    overview: DistrictOverview,
    args: PageArgs,
  ): Promise<Connection<AgreementOverview>> {
    const member = caller.assert('overview.district');
    const connection = await stationsOf(member, overview, args, MAX_OF_A_DISTRICT);
    for (const { agreement } of connection.nodes) member.viewedAgreementIds.add(agreement.id);
    return connection;
  }

  /** The districts that a bureau supervises: its own, or all of the city. */
  async districts(caller: Caller, { on, ...choice }: DistrictOverview): Promise<DistrictSummary[]> {
    const rows = await districtRows(caller.assert('overview.district'), on, choice);
    return rows.map(({ agreements, inForce, ...row }) => ({
      on,
      district: this.directory.get(row.districtCode),
      stations: agreements.length,
      inForce,
      agreements,
    }));
  }
}

async function stationsOf(
  member: Member,
  { on, ...choice }: DistrictOverview,
  args: PageArgs,
  most: number,
): Promise<Connection<AgreementOverview>> {
  const page = toPage(args, STATION_PLACE, most);
  const rows = await stationRows(member, on, choice, page);
  return toConnection(
    rows.map((row) => seenOn(row, on)),
    page,
    ({ isInForce, station }) => [isInForce ? '0' : '1', station.name, station.id],
    async () => stationRowCount(member, on, choice),
  );
}

function seenOn(row: OverviewRow, on: Day): AgreementOverview {
  return {
    ...row,
    on,
    isInForce: row.agreement.endsOn >= on,
    timeProgressPercent: row.term && timeProgress(row.term, on),
  };
}

function dayFor(member: Member, on: Day | null): Day {
  const today = member.today();
  if (on !== null && on > today) {
    throw badInput('ON_IN_FUTURE', { today });
  }
  checkAskedDays({ on });
  return on ?? today;
}
