import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars';
import { AuditOutcome, LOGGED_ACTIONS } from './audit-outcomes';

const LoggedAction = Object.fromEntries(LOGGED_ACTIONS.map((action) => [action, action]));
registerEnumType(LoggedAction, {
  name: 'AuditAction',
  description: '操作: what was done, as the audit log names it.',
});
registerEnumType(AuditOutcome, {
  name: 'AuditOutcome',
  description: '结果: whether what the entry is about was done or refused.',
});

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description:
    '操作日志: what members and keys of your organisation did, to which object, when, and from where. Entries are never changed or removed.',
})
export class AuditEntryType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the member or key; null if it could not be identified.',
  })
  memberId!: string | null;

  @Field(() => String, { nullable: true, description: 'Current name of the member or key.' })
  memberName!: string | null;

  @Field(() => LoggedAction, {
    description: 'SERVICES_RECORDED, RECORD_CORRECTED, SIGNED_IN, REFUSED, READ …',
  })
  action!: string;

  @Field(() => String, { nullable: true, description: 'GraphQL type of the object.' })
  thing!: string | null;

  @Field(() => String, { nullable: true })
  thingId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the GraphQL operation.' })
  operation!: string | null;

  @Field(() => [ID], { nullable: true, description: 'The agreements that were changed or read.' })
  agreementIds!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Previous values as JSON; null if there were none.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'New values as JSON.' })
  after!: string | null;

  @Field({ description: 'Network address that the request came from.' })
  remoteAddress!: string;

  @Field({ description: 'Id of the request, as in the log of the server.' })
  requestId!: string;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType).Connection;

@InputType('AuditFilter', { description: 'Entries must match every condition given.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true })
  memberId?: string | null;

  @Field(() => String, { nullable: true, description: 'Value of AuditEntry.action.' })
  action?: string | null;

  @Field(() => AuditOutcome, { nullable: true, description: '结果: done or refused.' })
  outcome?: AuditOutcome | null;

  @Field(() => ID, { nullable: true, description: 'Id of the object, or of an agreement that was read.' })
  thingId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day, inclusive, in Asia/Shanghai.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive, in Asia/Shanghai.' })
  to?: string | null;
}
