import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../../platform/graphql/connection';
import { Cost } from '../../../platform/graphql/limits/cost';
import { Node } from '../../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import type { AgreementKey } from '../../agreement';
import { MonthState } from './month.enums';
import type { MonthEventRow } from './month.repository';
import type { MonthRow } from './month.sql';

registerEnumType(MonthState, {
  name: 'MonthState',
  description:
    '月报状态: 未报送, 已报送, 已接受, 已退回. While a month is HANDED_IN or ACCEPTED nothing is recorded, corrected or voided in it.',
});

@Cost({ weight: 0.5, size: 12 })
@ObjectType('ReportMonth', {
  implements: Node,
  simpleResolvers: true,
  description:
    "月报: an agreement's month, handed in by the operator, accepted or sent back by the purchaser (or the bureau). Every calendar month with a day of a confirmed agreement is one.",
})
export class ReportMonthType
  implements Node, Omit<MonthRow, keyof AgreementKey | 'stationId' | 'snapshotId'>
{
  @Field(() => ID)
  id!: string;

  @Field(() => YearMonthScalar)
  month!: string;

  @Field(() => MonthState)
  state!: MonthState;

  @Field(() => DateScalar, {
    description:
      '报送截止日: by default the 5th of the month after, a parameter of the agreement; that of the first hand-in stays.',
  })
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The last hand-in.' })
  handedInAt!: Date | null;

  @Field({ description: '逾期: first handed in after dueOn, or never, and dueOn is over.' })
  isLate!: boolean;

  @Field({ description: '未报: late, and never handed in.' })
  isMissing!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '补正期限: of a month that was sent back, the last day after which it counts as handed in again as it is.',
  })
  closesAfter!: string | null;
}

export const ReportMonthConnection = connectionOf('ReportMonth', () => ReportMonthType).Connection;

@Cost({ size: 4 })
@ObjectType('MonthEvent', {
  simpleResolvers: true,
  description:
    '报送记录: one a step, which led to this state. For the parties and their bureaus: others see none.',
})
export class MonthEventType implements Pick<MonthEventRow, 'state' | 'at' | 'note' | 'closesAfter'> {
  @Field(() => MonthState)
  state!: MonthState;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '补正期限, where the month was sent back with one.',
  })
  closesAfter!: string | null;
}

@ObjectType('ReportMonthPayload', {
  simpleResolvers: true,
  description: 'The month, or null and the userErrors.',
})
export class ReportMonthPayload {
  @Field(() => ReportMonthType, { nullable: true })
  month?: ReportMonthType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('ReportMonthsPayload', {
  simpleResolvers: true,
  description: 'The months in the order of the input, or null and the userErrors.',
})
export class ReportMonthsPayload {
  @Field(() => [ReportMonthType], { nullable: true })
  months?: ReportMonthType[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@InputType('ReportMonthFilter', {
  description: 'Months that meet all of these. Without month: those that have begun.',
})
class ReportMonthFilter {
  @Field(() => YearMonthScalar, { nullable: true })
  month?: string | null;

  @Field(() => [MonthState], { nullable: true })
  states?: MonthState[] | null;

  @Field(() => Boolean, { nullable: true })
  late?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  missing?: boolean | null;

  @Field(() => ID, { nullable: true })
  stationId?: string | null;

  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Also those of agreements that ended more than 120 days ago.',
  })
  withEnded?: boolean | null;
}

@ArgsType()
export class ReportMonthPageArgs extends PageArgs {
  @Field(() => ReportMonthFilter, { nullable: true })
  filter?: ReportMonthFilter | null;
}
