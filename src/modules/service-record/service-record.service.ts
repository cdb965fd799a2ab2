import type { Caller, Member } from '../../access';
import { checkAskedDays } from '../../platform/asked-days';
import { type Connection, MAX_PAGE_SIZE, toConnection, toPage } from '../../platform/graphql/connection';
import { uuidOrNil } from '../../platform/ids';
import { badInput } from '../../platform/app-error';
import { type Fault, fault } from '../../platform/faults';
import { lengthOf, storedProse } from '../../platform/text-forms';
import type { AgreementKey } from '../agreement';
import { type Catalogue, type Measure, shown } from '../completion';
import { lookAlikes } from './look-alike.repository';
import { scopeCount, scopePage } from './scope-records.repository';
import {
  type RecordColumns,
  type RecordConditions,
  recordCount,
  recordPage,
  type ServiceRecordRow,
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
    const conditions = this.conditionsOf(member, filter);
    return toConnection(
      await recordPage(member, agreement, conditions, page, columns),
      page,
      (row) => [row.occurredOn, row.id],
      async () => recordCount(member, agreement, conditions),
    );
  }

  /** The records of all agreements within the scope, or of one station, latest day first. */
  async listAll(
    caller: Caller,
    stationId: string | null,
    filter: ServiceRecordFilter | null,
    args: ServiceRecordPageArgs,
  ): Promise<Connection<ServiceRecordRow>> {
    const member = caller.assert('serviceRecord.read');
    const page = toPage(args, ['date', 'uuid'], MAX_PAGE_SIZE);
    const conditions = { ...this.conditionsOf(member, filter), stationId: uuidOrNil(stationId) };
    const rows = await scopePage(member, conditions, page);
    for (const { agreementId } of rows.slice(0, page.size)) member.viewedAgreementIds.add(agreementId);
    return toConnection(
      rows,
      page,
      (row) => [row.occurredOn, row.id],
      async () => scopeCount(member, conditions),
    );
  }

  /** Validates a filter. */
  private conditionsOf({ session }: Member, filter: ServiceRecordFilter | null): RecordConditions {
    const indicator = filter?.indicator ?? null;
    if (indicator !== null && !this.catalogue.find(indicator)) {
      throw badInput('INDICATOR_NOT_IN_CATALOGUE');
    }
    checkAskedDays({ from: filter?.from, to: filter?.to });
    return {
      indicator,
      zoneId: uuidOrNil(filter?.zoneId),
      pointId: uuidOrNil(filter?.pointId),
      projectId: uuidOrNil(filter?.projectId),
      from: filter?.from ?? null,
      to: filter?.to ?? null,
      recordedBy: filter?.mine === true ? session.memberId : null,
      voided: filter?.voided ?? null,
      noteContains: partOfNote(filter?.noteContains),
    };
  }

  /** What to point out about records that were just entered. */
  async lookAlikes(caller: Caller, records: readonly ServiceRecordRow[]): Promise<Fault[]> {
    const member = caller.assert('serviceRecord.read');
    const found = new Map((await lookAlikes(member, records)).map(({ id, by }) => [id, by]));
    return records.flatMap(({ id }, index) => {
      const by = found.get(id);
      return by === undefined ? [] : [fault('LOOKS_RECORDED_TWICE', ['records', index], { by })];
    });
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

const MAX_PART = 200;

/** What is looked for in notes, as they are stored; null for nothing. */
function partOfNote(given: string | null | undefined): string | null {
  if (given == null) return null;
  if (lengthOf(given) > MAX_PART) {
    throw badInput('FILTER_TEXT_TOO_LONG', { name: 'noteContains', most: MAX_PART });
  }
  if (given.includes('\0')) throw badInput('FILTER_UNPRINTABLE');
  return storedProse(given) || null;
}
