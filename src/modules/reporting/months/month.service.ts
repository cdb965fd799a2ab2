import type { Caller } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { checkAskedDays } from '../../../platform/asked-days';
import { type Connection, toConnection, toPage } from '../../../platform/graphql/connection';
import { uuidOrNil } from '../../../platform/ids';
import type { AgreementRow } from '../../agreement';
import type { DistrictDirectory } from '../../directory';
import { checkDistrict } from '../check-district';
import { readMonthId } from './month-id';
import {
  eventsOfMonth,
  monthByKey,
  monthCount,
  type MonthEventRow,
  monthPage,
  monthsOfAgreement,
} from './month.repository';
import type { MonthRow } from './month.sql';
import type { ReportMonthPageArgs } from './month.type';
import { withLapse } from './lapse.rules';

/** Reads the months of agreements within the viewer's scope. */
export class MonthService {
  constructor(private readonly districts: DistrictDirectory) {}

  /** One month; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async get(caller: Caller, id: string): Promise<MonthRow> {
    const member = caller.assert('month.read');
    const key = readMonthId(id);
    const row = key === null ? null : await member.load(monthByKey(member.today()), key);
    if (!row) throw notFound(id);
    member.viewedAgreementIds.add(row.agreementId);
    return row;
  }

  /** All months of an agreement, the first one first. */
  async listOf(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<MonthRow[]> {
    const member = caller.assert('month.read');
    return member.load(monthsOfAgreement(member.today()), id);
  }

  /** The months within the scope, the latest first. */
  async list(caller: Caller, args: ReportMonthPageArgs): Promise<Connection<MonthRow>> {
    const member = caller.assert('month.read');
    const page = toPage(args, ['date', 'uuid']);
    const { filter } = args;
    checkAskedDays({ month: filter?.month });
    checkDistrict(this.districts, filter?.districtCode);
    const today = member.today();
    const asked = {
      today,
      month: filter?.month ?? null,
      lastMonth: today.slice(0, 7),
      states: filter?.states ?? null,
      late: filter?.late ?? null,
      missing: filter?.missing ?? null,
      stationId: uuidOrNil(filter?.stationId),
      districtCode: filter?.districtCode ?? null,
      withEnded: filter?.withEnded ?? false,
    };
    const rows = await monthPage(member, asked, page);
    for (const { agreementId } of rows.slice(0, page.size)) member.viewedAgreementIds.add(agreementId);
    return toConnection(
      rows,
      page,
      ({ month, agreementId }) => [`${month}-01`, agreementId],
      async () => monthCount(member, asked),
    );
  }

  /** The steps that were taken with a month; none for those who are no party and no bureau. */
  async events(caller: Caller, month: MonthRow): Promise<MonthEventRow[]> {
    const member = caller.assert('month.read');
    if (!member.may('month.events')) return [];
    return withLapse(await member.load(eventsOfMonth, month), month);
  }
}
