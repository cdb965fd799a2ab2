import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../../agreement';
import { ReportKind } from './published-report.enums';

@InputType('PublishReportInput', {
  description: 'What is published of an agreement: the reports of these days.',
})
export class PublishReportInput {
  @Field(() => ID)
  agreementId!: string;

  @Field({ description: 'At most 200 characters.' })
  title!: string;

  @Field(() => DateScalar, { description: 'A day of the agreement.' })
  from!: string;

  @Field(() => DateScalar, { description: 'A day of the agreement, not before from.' })
  to!: string;

  @Field(() => ReportKind, { nullable: true, defaultValue: ReportKind.OTHER })
  kind?: ReportKind | null;

  @Field(() => ID, {
    nullable: true,
    description: '替代: an earlier report of the agreement which this one replaces from now on.',
  })
  supersedesId?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
