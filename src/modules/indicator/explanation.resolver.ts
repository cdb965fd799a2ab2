import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { ExplanationService } from './explanation.service';
import { CellInput, ExplanationType } from './explanation.type';
import { ServiceRecordPageArgs } from './service-record.type';

@Resolver()
export class ExplanationResolver {
  constructor(private readonly service: ExplanationService) {}

  @Asserts('serviceRecord.read')
  @Query(() => ExplanationType, {
    description: '数据溯源: the records behind a figure of a completion table or an analytics row.',
  })
  async explain(
    @Ctx() { caller }: Context,
    @Arg('cell', () => CellInput) cell: CellInput,
    @Args() page: ServiceRecordPageArgs,
  ): Promise<ExplanationType> {
    return this.service.explain(caller, cell, page);
  }
}
