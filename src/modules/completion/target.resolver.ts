import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { DateScalar } from '../../platform/graphql/scalars';
import { type AgreementRow, AgreementType } from '../agreement';
import type { TargetListService } from './target-list.service';
import { TargetType } from './target.type';

/** The targets of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class TargetResolver {
  constructor(private readonly service: TargetListService) {}

  @Asserts('completion.read')
  @Cost({ size: 100 })
  @FieldResolver(() => [TargetType], {
    description:
      'What the agreement asks for as of a day, term by term. on: today by default, but not before its first nor after its last day.',
  })
  async targets(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('termId', () => ID, { nullable: true }) termId: string | null,
    @Arg('on', () => DateScalar, { nullable: true }) on: string | null,
  ): Promise<TargetType[]> {
    return this.service.list(caller, agreement, termId ?? null, on ?? null);
  }
}
