import type { Caller } from '../../access';
import { checkAskedRange } from '../../platform/asked-days';
import { type Connection, MAX_PAGE_SIZE, toConnection, toPage } from '../../platform/graphql/connection';
import { uuidOrNil } from '../../platform/ids';
import { badInput } from '../../platform/app-error';
import { type Catalogue, shown } from '../completion';
import { type Cell, countedRecords, countedSum } from './explanation.repository';
import type { CellInput } from './explanation.type';
import type { ServiceRecordRow } from './service-record.repository';
import type { ServiceRecordPageArgs } from './service-record.type';

/** A figure, recomputed from its records. */
export interface Explanation {
  completed: string;
  /** What was asked, by which the records are found. */
  cell: Cell;
  /** Number of the records. */
  count: number;
}

/** 数据溯源: finds the records behind a figure. */
export class ExplanationService {
  constructor(private readonly catalogue: Catalogue) {}

  async explain(caller: Caller, input: CellInput): Promise<Explanation> {
    const member = caller.assert('serviceRecord.read');
    const measure = this.catalogue.find(input.indicator)?.measures.find(({ code }) => code === input.measure);
    if (!measure) {
      throw badInput('INDICATOR_NOT_IN_CATALOGUE');
    }
    checkAskedRange(input.from, input.to);
    if (input.districtCode != null && !/^[0-9]{6}$/.test(input.districtCode)) {
      throw badInput('INVALID_DISTRICT_CODE');
    }
    const cell = {
      indicator: input.indicator,
      measure: input.measure,
      from: input.from,
      to: input.to,
      agreementId: uuidOrNil(input.agreementId),
      zoneId: uuidOrNil(input.zoneId),
      projectId: uuidOrNil(input.projectId),
      stationId: uuidOrNil(input.stationId),
      operatorId: uuidOrNil(input.operatorId),
      districtCode: input.districtCode ?? null,
    };
    const { completed, count } = await countedSum(member, cell);
    if (cell.agreementId !== null && count > 0) member.viewedAgreementIds.add(cell.agreementId);
    return { completed: shown(completed, measure), cell, count };
  }

  async records(
    caller: Caller,
    { cell, count }: Explanation,
    args: ServiceRecordPageArgs,
  ): Promise<Connection<ServiceRecordRow>> {
    const member = caller.assert('serviceRecord.read');
    const page = toPage(args, ['date', 'uuid'], MAX_PAGE_SIZE);
    const rows = await countedRecords(member, cell, page);
    for (const { agreementId } of rows.slice(0, page.size)) member.viewedAgreementIds.add(agreementId);
    return toConnection(
      rows,
      page,
      (row) => [row.occurredOn, row.id],
      async () => Promise.resolve(count),
    );
  }
}
