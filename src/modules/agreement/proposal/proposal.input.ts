import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../platform/graphql/scalars';

@InputType('RecordContractInput', {
  description: 'What is known of the paper contract (纸质合同); what is left out stays as it is.',
})
export class RecordContractInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => String, { nullable: true, description: '合同编号' })
  contractNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '签订日期' })
  signedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '备案日期' })
  filedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '公示日期' })
  publishedOn?: string | null;
}
