import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars';

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description:
    '操作日志: who of your organisation did what to which thing when, from where. Entries are never changed or removed.',
})
export class AuditEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The member or key; null where nobody could be named.' })
  memberId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, as it is now.' })
  memberName!: string | null;

  @Field({ description: 'SERVICES_RECORDED, RECORD_CORRECTED, SIGNED_IN, REFUSED, READ …' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'GraphQL type of the thing.' })
  thing!: string | null;

  @Field(() => String, { nullable: true })
  thingId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the GraphQL operation.' })
  operation!: string | null;

  @Field(() => [ID], { nullable: true, description: 'The agreements that were changed or looked at.' })
  agreementIds!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'JSON of the values before; null where there were none.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'JSON of the values after.' })
  after!: string | null;

  @Field({ description: 'Network address that the request came from.' })
  remoteAddress!: string;

  @Field({ description: 'The id under which the log of the server has the request.' })
  requestId!: string;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType).Connection;

@InputType('AuditFilter', { description: 'All that is given must hold.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true })
  memberId?: string | null;

  @Field(() => String, { nullable: true, description: 'As in AuditEntry.action.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of a thing, or of an agreement that was looked at.' })
  thingId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day, of Asia/Shanghai.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, of Asia/Shanghai.' })
  to?: string | null;
}
