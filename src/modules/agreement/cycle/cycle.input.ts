import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';

@InputType('CorrectContractCycleInput', { description: '更正承接周期: what is left out stays.' })
export class CorrectContractCycleInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  procurementNumber?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  amount?: string | null;

  @Field(() => DateScalar, { nullable: true })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true })
  endsOn?: string | null;
}

@InputType('RegisterContractCycleInput', {
  description: '承接周期: a contract of several years, above the yearly agreements.',
})
export class RegisterContractCycleInput {
  @Field(() => ID)
  operatorId!: string;

  @Field(() => ID)
  purchaserId!: string;

  @Field({ description: '采购编号: unique between operator and purchaser.' })
  procurementNumber!: string;

  @Field(() => DecimalScalar, { description: 'CNY, of all years.' })
  amount!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;
}
