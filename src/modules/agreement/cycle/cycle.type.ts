import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection';
import { Node } from '../../../platform/graphql/node.type';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import type { CycleRow } from './cycle.repository';

@ObjectType('ContractCycle', {
  implements: Node,
  simpleResolvers: true,
  description:
    '承接周期: a contract of several years between an operator and a purchaser, for reference. Its yearly agreements are registered and confirmed as any other.',
})
export class ContractCycleType implements Node, Omit<CycleRow, 'organisationId' | 'purchaserId'> {
  @Field(() => ID)
  id!: string;

  @Field({ description: '采购编号' })
  procurementNumber!: string;

  @Field(() => DecimalScalar, { description: 'CNY, of all years.' })
  amount!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;
}

export const ContractCycleConnection = connectionOf('ContractCycle', () => ContractCycleType).Connection;

@ObjectType('ContractCyclePayload', {
  simpleResolvers: true,
  description: 'The cycle, or null and the userErrors.',
})
export class ContractCyclePayload {
  @Field(() => ContractCycleType, { nullable: true })
  cycle?: ContractCycleType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
