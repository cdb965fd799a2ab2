import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { AgreementPayload, type AgreementRow, type AgreementService, AgreementType } from '../../agreement';
import type { MonthService } from './month.service';
import type { MonthStepService } from './month-step.service';
import { ReportMonthType } from './month.type';

/** The months of an agreement, as a field of Agreement, and their parameter. */
@Resolver(() => AgreementType)
export class AgreementMonthsResolver {
  constructor(
    private readonly service: MonthService,
    private readonly steps: MonthStepService,
    private readonly agreements: AgreementService,
  ) {}

  @FieldResolver(() => [ReportMonthType], {
    description: '月报: every calendar month with a day of the confirmed agreement, the first one first.',
  })
  async months(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<ReportMonthType[]> {
    return this.service.listOf(caller, agreement);
  }

  @Asserts('month.setDueDay')
  @Cost({ weight: 50 })
  @Mutation(() => AgreementPayload, {
    description:
      '设定报送日: the day (1 to 28) of the month after by which months that are not handed in yet are due; for the purchaser or a bureau.',
  })
  async setMonthsDueDay(
    @Ctx() { caller }: Context,
    @Arg('agreementId', () => ID) agreementId: string,
    @Arg('day', () => Int) day: number,
  ): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      await this.steps.setDueDay(caller, agreementId, day);
      return { agreement: await this.agreements.get(caller, agreementId) };
    });
  }
}
