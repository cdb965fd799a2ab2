import type { Caller, Member } from '../../../access';
import { badInput } from '../../../platform/app-error';
import { checkAskedRange } from '../../../platform/asked-days';
import { monthsBetween } from '../../../platform/calendar';
import { percentOf } from '../../../platform/decimal';
import { type Connection, toConnection, toPage } from '../../../platform/graphql/connection';
import type { DistrictDirectory } from '../../directory';
import { checkDistrict } from '../check-district';
import {
  type BoardQuestion,
  type BoardRow,
  type BoardTotals,
  boardPage,
  boardTotals,
  type Punctuality,
} from './board.repository';
import type { PunctualityType, ReportBoardArgs } from './board.type';

const MAX_MONTHS = 24;

/** A page of the board, and how to sum over all of it. */
export interface Board extends Pick<Connection<BoardRow>, 'edges' | 'nodes' | 'pageInfo'> {
  question: BoardQuestion;
}

/** 月报总览: the months of the stations within the scope. */
export class BoardService {
  private readonly summed = new WeakMap<BoardQuestion, Promise<BoardTotals>>();

  constructor(private readonly districts: DistrictDirectory) {}

  async read(caller: Caller, args: ReportBoardArgs): Promise<Board> {
    const member = caller.assert('month.read');
    const page = toPage(args, ['text', 'uuid']);
    checkDistrict(this.districts, args.districtCode);
    const question = questionOf(member, args);
    const rows = await boardPage(member, question, page);
    for (const { months } of rows.slice(0, page.size)) {
      for (const { agreementId } of months) member.viewedAgreementIds.add(agreementId);
    }
    const orderOf = ({ station }: BoardRow): string[] => [station.name, station.id];
    const { edges, nodes, pageInfo } = toConnection(rows, page, orderOf, async () =>
      Promise.resolve(rows.length),
    );
    return { edges, nodes, pageInfo, question };
  }

  /** Over all stations of the board, on whichever page. */
  async totals(caller: Caller, question: BoardQuestion): Promise<PunctualityType> {
    return withPercent(await this.sums(caller, question));
  }

  async count(caller: Caller, question: BoardQuestion): Promise<number> {
    return (await this.sums(caller, question)).stations;
  }

  /** Summed once for whatever is asked of a board. */
  private async sums(caller: Caller, question: BoardQuestion): Promise<BoardTotals> {
    const known = this.summed.get(question) ?? boardTotals(caller.assert('month.read'), question);
    this.summed.set(question, known);
    return known;
  }
}

export function withPercent({ expected, onTime, late, missing }: Punctuality): PunctualityType {
  return { expected, onTime, late, missing, onTimePercent: percentOf(String(onTime), String(expected)) };
}

function questionOf(member: Member, { from, to, districtCode, withEnded }: ReportBoardArgs): BoardQuestion {
  checkAskedRange(from, to);
  if (monthsBetween(`${from}-01`, `${to}-01`) >= MAX_MONTHS) {
    throw badInput('RANGE_TOO_LONG', { months: MAX_MONTHS });
  }
  return {
    today: member.today(),
    first: `${from}-01`,
    last: `${to}-01`,
    districtCode: districtCode ?? null,
    withEnded: withEnded ?? false,
  };
}
