import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { YearMonthScalar } from '../../platform/graphql/scalars';
import { type AgreementRow, AgreementType } from '../agreement';
import type { MonthlyService } from './monthly.service';
import { MonthlyCompletionType } from './monthly.type';

/** The months of a term, as a field of Agreement. */
@Resolver(() => AgreementType)
export class MonthlyResolver {
  constructor(private readonly service: MonthlyService) {}

  @Asserts('completion.read')
  @FieldResolver(() => MonthlyCompletionType, {
    description: `逐月完成情况: completed quantities of each month of a term.
zoneId: one zone; by default all of them, with what is in none.
from, to: both inclusive, within the term. from defaults to its first month; to defaults to this month during the term, else to its last.`,
  })
  async monthlyCompletion(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('termId', () => ID) termId: string,
    @Arg('zoneId', () => ID, { nullable: true }) zoneId: string | null,
    @Arg('from', () => YearMonthScalar, { nullable: true }) from: string | null,
    @Arg('to', () => YearMonthScalar, { nullable: true }) to: string | null,
  ): Promise<MonthlyCompletionType> {
    return this.service.table(caller, agreement, {
      termId,
      zoneId: zoneId ?? null,
      from: from ?? null,
      to: to ?? null,
    });
  }
}
