import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { FigureKind } from './audit.enums';

@InputType('PublishedFigureInput', {
  description:
    '报告中的数字: one figure as it is printed. Either indicator and measure, or in words what the catalogue lacks.',
})
export class PublishedFigureInput {
  @Field(() => String, { nullable: true })
  indicator?: string | null;

  @Field(() => String, { nullable: true })
  measure?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '其他内容: what the catalogue lacks, at most 100 characters. Checked inside the report alone.',
  })
  subject?: string | null;

  @Field(() => ID, { nullable: true, description: '片区; null in total.' })
  zoneId?: string | null;

  @Field(() => FigureKind)
  kind!: FigureKind;

  @Field({ description: 'As printed: 522, 5,220人次, 约115%, 47.83万元; “/” where there is none.' })
  value!: string;

  @Field({ description: '出处, at most 100 characters: 附件1-1 D9, 六（二）2 第3行.' })
  where!: string;
}

@InputType('AuditReportInput', {
  description: 'A published report to be compared with the records: a file, figures that are typed, or both.',
})
export class AuditReportInput {
  @Field(() => ID)
  agreementId!: string;

  @Field({ description: 'Of the report, at most 200 characters.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The first day that the report is of; a day of the agreement.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last one.' })
  to!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      '核对时点: the records as they were at this moment, now by default. An earlier one is for those who read single records; targets are those in force on the last day.',
  })
  asOf?: Date | null;

  @Field(() => ID, { nullable: true, description: '附件1 that the operator has uploaded.' })
  importId?: string | null;

  @Field(() => [PublishedFigureInput], { nullable: true, description: 'At most 1,000.' })
  figures?: PublishedFigureInput[] | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}
