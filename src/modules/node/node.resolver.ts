import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Node } from '../../platform/graphql/node.type';
import type { NodeService } from './node.service';

@Resolver()
export class NodeResolver {
  constructor(private readonly service: NodeService) {}

  @Asserts('directory.read')
  @Query(() => Node, {
    nullable: true,
    description: 'An object of any type by its id; NOT_FOUND if it is outside your scope.',
  })
  async node(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<object> {
    return this.service.get(caller, id);
  }
}
