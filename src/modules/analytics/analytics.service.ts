import type { Caller } from '../../access';
import { percentOf } from '../../platform/decimal';
import { type PageInfo, placeOfCursor, writeCursor } from '../../platform/graphql/connection';
import { idOrNothing } from '../../platform/ids';
import { badInput } from '../../platform/refusal';
import type { DistrictDirectory } from '../directory';
import { type Catalogue, type Indicator, type Measure, shown } from '../indicator';
import {
  analyticsPage,
  type AnalyticsQuestion,
  type AnalyticsSums,
  placeLength,
} from './analytics.repository';
import type { AnalyticsInput } from './analytics.type';
import { firstDayAfter, monthsBetween } from './month.rules';

const MOST_ROWS = 1000;
const MOST_MONTHS = 120;
const MOST_CHOICES = 1000;

export interface AnalyticsRow extends Omit<AnalyticsSums, 'indicator' | 'measure'> {
  indicator: Indicator;
  measure: Measure;
  percent: string | null;
}

/** Sums over any grouping within the viewer's scope: 分析. */
export class AnalyticsService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly districts: DistrictDirectory,
  ) {}

  async page(caller: Caller, input: AnalyticsInput): Promise<{ rows: AnalyticsRow[]; pageInfo: PageInfo }> {
    const member = caller.assert('analytics.read');
    const question = this.questionOf(input);
    const size = input.first ?? MOST_ROWS;
    if (size < 1 || size > MOST_ROWS) {
      throw badInput({
        zh: `first 须在 1 到 ${MOST_ROWS} 之间；更多内容请用 after 翻页。`,
        en: `first must be 1 to ${MOST_ROWS}; use after to turn the page.`,
      });
    }
    const after = input.after == null ? null : placeOfCursor(input.after, placeLength(question));
    const found = await analyticsPage(member, question, size + 1, after);
    const rows = found.slice(0, size).map((sums) => this.rowOf(sums));
    return {
      rows,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: after !== null,
        startCursor: cursorOf(found[0]),
        endCursor: cursorOf(found[Math.min(found.length, size) - 1]),
      },
    };
  }

  private rowOf(sums: AnalyticsSums): AnalyticsRow {
    const indicator = this.catalogue.get(sums.indicator);
    const measure = this.catalogue.measure(sums.indicator, sums.measure);
    const { completed, target } = sums;
    return {
      ...sums,
      indicator,
      measure,
      completed: shown(completed, measure),
      target: target === null ? null : shown(target, measure),
      percent: percentOf(completed, target),
    };
  }

  private questionOf(input: AnalyticsInput): AnalyticsQuestion {
    if (monthsBetween(input.from, input.to) < 1 || monthsBetween(input.from, input.to) > MOST_MONTHS) {
      throw badInput({
        zh: `from 不能晚于 to，且最多 ${MOST_MONTHS} 个月。`,
        en: `from must not be after to, and the range has at most ${MOST_MONTHS} months.`,
      });
    }
    const { districtCodes = null, operatorIds = null, stationIds = null, indicators = null } = input;
    for (const list of [districtCodes, operatorIds, stationIds, indicators]) {
      if ((list?.length ?? 0) > MOST_CHOICES) {
        throw badInput({
          zh: `每个筛选条件最多 ${MOST_CHOICES} 项。`,
          en: `A filter takes at most ${MOST_CHOICES} entries.`,
        });
      }
    }
    const unknown =
      districtCodes?.find((code) => !this.districts.find(code)) ??
      indicators?.find((code) => !this.catalogue.find(code));
    if (unknown !== undefined) {
      throw badInput({
        zh: `没有代码“${unknown.slice(0, 60)}”，请从 districts 或 indicators 中选择。`,
        en: `There is no code "${unknown.slice(0, 60)}". Please choose from districts or indicators.`,
      });
    }
    const ids = (list: readonly string[] | null): string[] | null =>
      list?.map((id) => idOrNothing(id) ?? id) ?? null;
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

function cursorOf(sums: AnalyticsSums | undefined): string | null {
  return sums ? writeCursor(sums.place) : null;
}
