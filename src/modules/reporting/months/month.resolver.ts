import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Caller, type Context } from '../../../access';
import type { Connection } from '../../../platform/graphql/connection';
import { Cost } from '../../../platform/graphql/limits/cost';
import { DateScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { payload } from '../../../platform/graphql/user-error.type';
import { type AgreementService, AgreementType } from '../../agreement';
import { monthId } from './month-id';
import type { MonthService } from './month.service';
import type { MonthStepService } from './month-step.service';
import type { MonthRow } from './month.sql';
import {
  MonthEventType,
  ReportMonthConnection,
  ReportMonthPageArgs,
  ReportMonthPayload,
  ReportMonthsPayload,
  ReportMonthType,
} from './month.type';

@Resolver(() => ReportMonthType)
export class MonthResolver {
  constructor(
    private readonly months: MonthService,
    private readonly steps: MonthStepService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('month.read')
  @Query(() => ReportMonthConnection, {
    description:
      '月报: the months of your agreements, the latest first; of agreements in force or ended within 120 days, unless asked otherwise.',
  })
  async reportMonths(
    @Ctx() { caller }: Context,
    @Args() args: ReportMonthPageArgs,
  ): Promise<Connection<ReportMonthType>> {
    return this.months.list(caller, args);
  }

  @Asserts('month.handIn')
  @Cost({ weight: 50 })
  @Mutation(() => ReportMonthPayload, {
    description:
      "报送月报: hands in a month of a confirmed agreement, from its last day (or the agreement's) on; for managers of the operator. From then on nothing may be recorded, corrected or voided in it: MONTH_CLOSED.",
  })
  async handInMonth(
    @Ctx() { caller }: Context,
    @Arg('agreementId', () => ID) agreementId: string,
    @Arg('month', () => YearMonthScalar) month: string,
    @Arg('note', () => String, { nullable: true }) note: string | null,
  ): Promise<ReportMonthPayload> {
    return this.answer(caller, monthId({ agreementId, month }), async () =>
      this.steps.handIn(caller, { agreementId, month }, note ?? null),
    );
  }

  @Asserts('month.accept')
  @Cost({ weight: 50, sizedBy: 'ids', each: 1 })
  @Mutation(() => ReportMonthsPayload, {
    description:
      '接受月报: accepts months that are handed in, all or none, at most 500; for the purchaser or a bureau.',
  })
  async acceptMonths(
    @Ctx() { caller }: Context,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('note', () => String, { nullable: true }) note: string | null,
  ): Promise<ReportMonthsPayload> {
    return payload(caller.language, async () => {
      await this.steps.accept(caller, ids, note ?? null);
      return { months: await Promise.all(ids.map(async (id) => this.months.get(caller, id))) };
    });
  }

  @Asserts('month.sendBack')
  @Cost({ weight: 50 })
  @Mutation(() => ReportMonthPayload, {
    description: `退回月报: opens a month that is handed in or accepted for corrections again, with a reason; for the purchaser or a bureau. One on which a closed assessment rests: for the bureau alone.
lastDay: after it the month counts as handed in again, as it is then.`,
  })
  async sendBackMonth(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
    @Arg('lastDay', () => DateScalar, { nullable: true }) lastDay: string | null,
  ): Promise<ReportMonthPayload> {
    return this.answer(caller, id, async () =>
      this.steps.sendBack(caller, { id, reason, closesAfter: lastDay ?? null }),
    );
  }

  @Asserts('month.handIn')
  @Cost({ weight: 50 })
  @Mutation(() => ReportMonthPayload, {
    description: "撤回月报: the operator's own, until it is accepted; it is open again.",
  })
  async recallMonth(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
    @Arg('reason') reason: string,
  ): Promise<ReportMonthPayload> {
    return this.answer(caller, id, async () => this.steps.recall(caller, id, reason));
  }

  private async answer(caller: Caller, id: string, step: () => Promise<void>): Promise<ReportMonthPayload> {
    return payload(caller.language, async () => {
      await step();
      return { month: await this.months.get(caller, id) };
    });
  }

  @FieldResolver(() => AgreementType)
  async agreement(@Ctx() { caller }: Context, @Root() { agreementId }: MonthRow): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => [MonthEventType], { description: '报送记录: every step: who, when, why.' })
  async events(@Ctx() { caller }: Context, @Root() month: MonthRow): Promise<MonthEventType[]> {
    return this.months.events(caller, month);
  }
}
