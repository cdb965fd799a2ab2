import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import type { BoardRow } from './board.repository';
import { type Board, type BoardService, withPercent } from './board.service';
import { PunctualityType, ReportBoardArgs, ReportBoardRowType, ReportBoardType } from './board.type';

@Resolver(() => ReportBoardType)
export class BoardResolver {
  constructor(private readonly service: BoardService) {}

  @Asserts('month.read')
  @Cost({ weight: 5 })
  @Query(() => ReportBoardType, {
    description:
      '月报总览: your stations by name, each with its months of a range; of agreements in force or ended within 120 days, unless asked otherwise.',
  })
  async reportBoard(@Ctx() { caller }: Context, @Args() args: ReportBoardArgs): Promise<Board> {
    return this.service.read(caller, args);
  }

  @Cost({ weight: 10 })
  @FieldResolver(() => PunctualityType, { description: 'Over all stations, on whichever page.' })
  async total(@Ctx() { caller }: Context, @Root() { question }: Board): Promise<PunctualityType> {
    return this.service.totals(caller, question);
  }

  @Cost({ weight: 10 })
  @FieldResolver(() => Int, { description: 'The number of all stations, on whichever page.' })
  async totalCount(@Ctx() { caller }: Context, @Root() { question }: Board): Promise<number> {
    return this.service.count(caller, question);
  }
}

@Resolver(() => ReportBoardRowType)
export class BoardRowResolver {
  @FieldResolver(() => PunctualityType)
  punctuality(@Root() row: BoardRow): PunctualityType {
    return withPercent(row);
  }
}
