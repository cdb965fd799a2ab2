import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import type { OrganisationService } from './organisation.service';
import { OrganisationType } from './organisation.type';
import { StationType } from './station.type';
import type { ViewerRow } from './viewer.repository';
import type { ViewerService } from './viewer.service';
import { ViewerType } from './viewer.type';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly service: ViewerService,
    private readonly organisations: OrganisationService,
  ) {}

  @Asserts('viewer.read')
  @Query(() => ViewerType, { description: '当前登录者: the member or API key that sends the request.' })
  async viewer(@Ctx() { caller }: Context): Promise<ViewerRow> {
    return this.service.read(caller);
  }

  @FieldResolver(() => OrganisationType)
  async organisation(
    @Ctx() { caller }: Context,
    @Root() { organisationId }: ViewerRow,
  ): Promise<OrganisationType> {
    return this.organisations.get(caller, organisationId);
  }

  @FieldResolver(() => [StationType], {
    nullable: true,
    description:
      'The stations that a worker, manager or API key is limited to; null: no limit within the scope of the organisation.',
  })
  async stations(@Ctx() { caller }: Context, @Root() viewer: ViewerRow): Promise<StationType[] | null> {
    return this.service.stations(caller, viewer);
  }

  @FieldResolver(() => [String], {
    description:
      "可执行的操作: the actions that the viewer's kind and role allow, by the names of the table of actions.",
  })
  may(@Ctx() { caller }: Context): string[] {
    return this.service.permitted(caller);
  }
}
