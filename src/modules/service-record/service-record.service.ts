import type { Caller } from '../../access';
import { checkAskedDays } from '../../platform/asked-days';
import { type Connection, MAX_PAGE_SIZE, toConnection, toPage } from '../../platform/graphql/connection';
import { uuidOrNil } from '../../platform/ids';
import { badInput } from '../../platform/app-error';
import type { AgreementKey } from '../agreement';
import { type Catalogue, type Measure, shown } from '../completion';
import {
  type RecordColumns,
  recordCount,
  recordPage,
  type ServiceRecordSummary,
  type VersionRow,
  versionsOfRecord,
} from './service-record.repository';
import type { ServiceRecordFilter, ServiceRecordPageArgs } from './service-record.type';

/** Service records within the viewer's scope. */
export class ServiceRecordService {
  constructor(private readonly catalogue: Catalogue) {}

  /** The records of an agreement, latest day first. */
  async list<Row extends ServiceRecordSummary>(
    caller: Caller,
    agreement: AgreementKey,
    filter: ServiceRecordFilter | null,
    args: ServiceRecordPageArgs,
    columns: RecordColumns<Row>,
  ): Promise<Connection<Row>> {
    const member = caller.assert('serviceRecord.read');
    const page = toPage(args, ['date', 'uuid'], MAX_PAGE_SIZE);
    const indicator = filter?.indicator ?? null;
    if (indicator !== null && !this.catalogue.find(indicator)) {
      throw badInput('INDICATOR_NOT_IN_CATALOGUE');
    }
    checkAskedDays({ from: filter?.from, to: filter?.to });
    const conditions = {
      indicator,
      zoneId: uuidOrNil(filter?.zoneId),
      pointId: uuidOrNil(filter?.pointId),
      projectId: uuidOrNil(filter?.projectId),
      from: filter?.from ?? null,
      to: filter?.to ?? null,
    };
    return toConnection(
      await recordPage(member, agreement, conditions, page, columns),
      page,
      (row) => [row.occurredOn, row.id],
      async () => recordCount(member, agreement, conditions),
    );
  }

  /** The earlier versions of a record, latest first. */
  async versions(caller: Caller, record: ServiceRecordSummary): Promise<VersionRow[]> {
    return caller.assert('serviceRecord.read').load(versionsOfRecord, record);
  }

  /** Quantities in catalogue order. */
  quantities(indicatorCode: string, amounts: Record<string, string>): { measure: Measure; value: string }[] {
    const quantities: { measure: Measure; value: string }[] = [];
    for (const measure of this.catalogue.get(indicatorCode).measures) {
      const value = amounts[measure.code];
      if (value !== undefined) quantities.push({ measure, value: shown(value, measure) });
    }
    return quantities;
  }
}
