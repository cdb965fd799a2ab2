import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import type { RankingService } from './ranking.service';
import {
  RankedStationConnection,
  RankedStationType,
  RankingPageArgs,
  StationRankingInput,
} from './ranking.type';

@Resolver(() => RankedStationType)
export class RankingResolver {
  constructor(private readonly service: RankingService) {}

  @Asserts('analytics.read')
  @Cost({ weight: 100 })
  @Query(() => RankedStationConnection, {
    description: '社工站排名: stations of your scope ranked by one measure, with unusual figures marked.',
  })
  async stationRanking(
    @Ctx() { caller }: Context,
    @Arg('input', () => StationRankingInput) input: StationRankingInput,
    @Args() page: RankingPageArgs,
  ): Promise<Connection<RankedStationType>> {
    return this.service.ranking(caller, input, page);
  }
}
