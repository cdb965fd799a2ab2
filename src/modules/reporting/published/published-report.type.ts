import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection';
import { Node } from '../../../platform/graphql/node.type';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import type { PublishedReportRow } from './published-report.repository';
import { ReportKind } from './published-report.enums';

registerEnumType(ReportKind, { name: 'ReportKind', description: '定稿报告类别: 季度, 半年, 年度, 其他.' });

@ObjectType('PublishedReport', {
  implements: Node,
  simpleResolvers: true,
  description:
    '定稿报告: tables as published on a day, numbered, never changed; staff appear by code. Published by an ADMIN or MANAGER of the operator, an ADMIN of the purchaser or the bureau.',
})
export class PublishedReportType
  implements Node, Pick<PublishedReportRow, 'number' | 'kind' | 'title' | 'from' | 'to' | 'publishedAt'>
{
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'In the order of publication within the agreement: 1, 2, …' })
  number!: number;

  @Field(() => ReportKind)
  kind!: ReportKind;

  @Field()
  title!: string;

  @Field(() => DateScalar)
  from!: string;

  @Field(() => DateScalar)
  to!: string;

  @Field(() => DateTimeScalar)
  publishedAt!: Date;
}

export const PublishedReportConnection = connectionOf(
  'PublishedReport',
  () => PublishedReportType,
).Connection;

@ObjectType('PublishedReportPayload', {
  simpleResolvers: true,
  description: 'The report, or null and the userErrors.',
})
export class PublishedReportPayload {
  @Field(() => PublishedReportType, { nullable: true })
  report?: PublishedReportType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
