import type { Caller } from '../../access';
import { percentOf } from '../../platform/decimal';
import { MAX_PAGE_SIZE, type PageInfo, readCursor, writeCursor } from '../../platform/graphql/connection';
import { uuidOrNil } from '../../platform/ids';
import { badInput } from '../../platform/app-error';
import type { DistrictDirectory, StationRow } from '../directory';
import { type Catalogue, type Indicator, type Measure, shown } from '../completion';
import {
  analyticsPage,
  type AnalyticsQuestion,
  type AnalyticsSums,
  orderOf,
  sortKeyOf,
} from './analytics.repository';
import type { AnalyticsInput } from './analytics.type';
import { firstDayAfter } from './month.rules';
import { checkChoices, checkCodes, checkMonths } from './question.rules';

/** Null in a dimension that is not grouped by. */
export interface AnalyticsRow {
  districtCode: string | null;
  operatorId: string | null;
  station: StationRow | null;
  stationId: string | null;
  zoneId: string | null;
  projectId: string | null;
  month: string | null;
  indicator: Indicator;
  measure: Measure;
  completed: string;
  target: string | null;
  percent: string | null;
}

/** 分析: sums over any grouping within the viewer's scope. */
export class AnalyticsService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly districts: DistrictDirectory,
  ) {}

  async page(caller: Caller, input: AnalyticsInput): Promise<{ rows: AnalyticsRow[]; pageInfo: PageInfo }> {
    const member = caller.assert('analytics.read');
    const question = this.questionOf(input);
    const size = input.first ?? MAX_PAGE_SIZE;
    if (size < 1 || size > MAX_PAGE_SIZE) {
      throw badInput('PAGE_SIZE_OUT_OF_RANGE', { most: MAX_PAGE_SIZE });
    }
    const after = input.after == null ? null : readCursor(input.after, orderOf(question));
    const found = await analyticsPage(member, question, size + 1, after);
    const rows = found.slice(0, size).map((sums) => this.rowOf(sums));
    const cursorOf = (row: AnalyticsRow | undefined): string | null =>
      row ? writeCursor(sortKeyOf(question, row, [row.indicator.position, row.measure.position])) : null;
    return {
      rows,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: after !== null,
        startCursor: cursorOf(rows[0]),
        endCursor: cursorOf(rows.at(-1)),
      },
    };
  }

  private rowOf(sums: AnalyticsSums): AnalyticsRow {
    const indicator = this.catalogue.get(sums.indicator);
    const measure = this.catalogue.measure(sums.indicator, sums.measure);
    const { completed, target } = sums;
    // Fields are listed one by one: spreading a pg row object takes forty times as long.
    return {
      districtCode: sums.districtCode ?? null,
      operatorId: sums.operatorId ?? null,
      station: sums.station ?? null,
      stationId: sums.stationId ?? null,
      zoneId: sums.zoneId ?? null,
      projectId: sums.projectId ?? null,
      month: sums.month ?? null,
      indicator,
      measure,
      completed: shown(completed, measure),
      target: target === null ? null : shown(target, measure),
      percent: percentOf(completed, target),
    };
  }

  private questionOf(input: AnalyticsInput): AnalyticsQuestion {
    checkMonths(input.from, input.to);
    const { districtCodes = null, operatorIds = null, stationIds = null, indicators = null } = input;
    for (const list of [districtCodes, operatorIds, stationIds, indicators]) checkChoices(list);
    checkCodes(districtCodes, (code) => this.districts.find(code) !== null);
    checkCodes(indicators, (code) => this.catalogue.find(code) !== null);
    const ids = (list: readonly string[] | null): string[] | null =>
      list?.map((id) => uuidOrNil(id) ?? id) ?? null;
    return {
      dimensions: input.groupBy,
      first: `${input.from}-01`,
      after: firstDayAfter(input.to),
      districtCodes,
      operatorIds: ids(operatorIds),
      stationIds: ids(stationIds),
      indicators,
    };
  }
}
