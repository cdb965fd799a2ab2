import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DecimalScalar } from '../../../platform/graphql/scalars';
import type { Spending } from './funding.rules';

@Cost({ weight: NEGLIGIBLE, size: 6 })
@ObjectType('MonthSpendingLine', { simpleResolvers: true, description: '当月支出 of one category.' })
class MonthSpendingLineType {
  @Field()
  category!: string;

  @Field(() => DecimalScalar)
  spent!: string;
}

@ObjectType('MonthSpending', {
  simpleResolvers: true,
  description: '当月支出: what the operator spent in the month, reversals taken off.',
})
export class MonthSpendingType implements Spending {
  @Field(() => DecimalScalar)
  spent!: string;

  @Field(() => [MonthSpendingLineType])
  categories!: MonthSpendingLineType[];
}
