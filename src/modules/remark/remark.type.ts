import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Cost } from '../../platform/graphql/limits/cost';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { IDEMPOTENCY_KEY } from '../agreement';

@Cost({ size: 3 })
@ObjectType('Remark', {
  simpleResolvers: true,
  description:
    '备注与佐证: what a party or a bureau adds to something reported, without changing it or sending it back. Never changed.',
})
export class RemarkType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: '备注' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: '佐证: a link, or the number of a document.' })
  evidence!: string | null;

  @Field(() => DateTimeScalar)
  writtenAt!: Date;

  @Field({ description: 'Name of the author at that time.' })
  writtenBy!: string;
}

@InputType('AddRemarkInput', { description: 'A text, evidence, or both.' })
export class AddRemarkInput {
  @Field(() => ID, { description: 'What it is about: a service record, or a month.' })
  subjectId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'At most 2,000 characters. Must not contain names of clients.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '佐证: a link or the number of a document, at most 500 characters in one line.',
  })
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@ObjectType('RemarkPayload', {
  simpleResolvers: true,
  description: 'The remark, or the errors that prevented storing it.',
})
export class RemarkPayload {
  @Field(() => RemarkType, { nullable: true })
  remark?: RemarkType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
