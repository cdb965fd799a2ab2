import type { Caller } from '../../access';
import type { Day } from '../../platform/calendar';
import { exact, percentOf } from '../../platform/decimal';
import { type Connection, type PageArgs, toConnection, toPage } from '../../platform/graphql/connection';
import { badInput } from '../../platform/app-error';
import type { DistrictDirectory, StationRow } from '../directory';
import { type Catalogue, shown } from '../completion';
import { marksOf, type StationMark } from './marks.rules';
import { firstDayAfter, monthsBefore } from './month.rules';
import { checkChoices, checkCodes, checkMonths } from './question.rules';
import { rankingCount, rankingPage, type RankingQuestion, type RankingRow } from './ranking.repository';
import { RankingBasis } from './analytics.enums';
import type { StationRankingInput } from './ranking.type';

/** Length of a station's own history before the range, in months. */
const PAST_MONTHS = 24;
const MAX_STATIONS = 1000;
const THRESHOLD = '200';
const MAX_THRESHOLD = '1000000';

export interface RankedStation {
  station: StationRow;
  rank: number | null;
  completed: string;
  target: string | null;
  percent: string | null;
  marks: StationMark[];
}

/** 社工站排名: stations ranked by one measure, with marks. */
export class RankingService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly districts: DistrictDirectory,
  ) {}

  async ranking(
    caller: Caller,
    input: StationRankingInput,
    args: PageArgs,
  ): Promise<Connection<RankedStation>> {
    const member = caller.assert('analytics.read');
    const question = this.questionOf(input, member.today());
    const threshold = thresholdOf(input);
    const page = toPage(args, ['integer', 'decimal', 'uuid'], MAX_STATIONS);
    const rows = await rankingPage(member, question, page);
    const sortKeys = new Map(rows.map((row) => [row.station.id, sortKeyOf(row)]));
    const measure = this.catalogue.measure(input.indicator, input.measure);
    const ranked = rows.map((row): RankedStation => {
      const percent = percentOf(row.completed, row.target);
      return {
        station: row.station,
        rank: row.rank,
        completed: shown(row.completed, measure),
        target: row.target === null ? null : shown(row.target, measure),
        percent,
        marks: marksOf(row, percent, threshold),
      };
    });
    return toConnection(
      ranked,
      page,
      ({ station }) => sortKeys.get(station.id) ?? [],
      async () => rankingCount(member, question),
    );
  }

  private questionOf(input: StationRankingInput, today: Day): RankingQuestion {
    const { indicator, measure, from, to, by, districtCodes = null } = input;
    checkMonths(from, to);
    checkChoices(districtCodes);
    checkCodes(districtCodes, (code) => this.districts.find(code) !== null);
    checkCodes([indicator], (code) => this.catalogue.find(code) !== null);
    checkCodes([measure], (code) => this.catalogue.get(indicator).measures.some((one) => one.code === code));
    return {
      indicator,
      measure,
      districtCodes,
      basis: by ?? RankingBasis.COMPLETED,
      first: `${from}-01`,
      after: firstDayAfter(to),
      past: `${monthsBefore(from, PAST_MONTHS)}-01`,
      running: `${today.slice(0, 7)}-01`,
    };
  }
}

/** In the sort order of the list: no value last, the highest value first. */
function sortKeyOf({ value, station }: RankingRow): string[] {
  return value === null ? ['1', '0', station.id] : ['0', exact(value).times(-1).toFixed(), station.id];
}

function thresholdOf({ threshold }: StationRankingInput): string {
  const value = exact(threshold ?? THRESHOLD);
  if (value.lt(0) || value.gt(MAX_THRESHOLD) || !value.eq(value.round(2))) {
    throw badInput('THRESHOLD_OUT_OF_RANGE', { most: MAX_THRESHOLD, places: 2 });
  }
  return value.toFixed();
}
