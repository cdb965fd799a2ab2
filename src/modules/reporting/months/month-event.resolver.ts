import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../access';
import { type OrganisationService, OrganisationType } from '../../directory';
import type { MonthEventRow } from './month.repository';
import { MonthEventType } from './month.type';

@Resolver(() => MonthEventType)
export class MonthEventResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => OrganisationType, { description: 'Who took the step.' })
  async by(@Ctx() { caller }: Context, @Root() { byId }: MonthEventRow): Promise<OrganisationType> {
    return this.organisations.get(caller, byId);
  }
}
