import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { Connection } from '../../platform/graphql/connection';
import type { Explanation, ExplanationService } from './explanation.service';
import { CellInput, ExplanationType } from './explanation.type';
import {
  ServiceRecordConnection,
  ServiceRecordPageArgs,
  type ServiceRecordType,
} from './service-record.type';

@Resolver(() => ExplanationType)
export class ExplanationResolver {
  constructor(private readonly service: ExplanationService) {}

  @Asserts('serviceRecord.read')
  @Query(() => ExplanationType, {
    description: '数据溯源: the records behind a figure of a completion table or an analytics row.',
  })
  async explain(
    @Ctx() { caller }: Context,
    @Arg('cell', () => CellInput) cell: CellInput,
  ): Promise<ExplanationType> {
    return this.service.explain(caller, cell);
  }

  @Asserts('serviceRecord.read')
  @FieldResolver(() => ServiceRecordConnection, {
    description: 'The records included in the figure, latest day first. first: at most 1,000',
  })
  async records(
    @Ctx() { caller }: Context,
    @Root() explanation: Explanation,
    @Args() page: ServiceRecordPageArgs,
  ): Promise<Connection<ServiceRecordType>> {
    return this.service.records(caller, explanation, page);
  }
}
