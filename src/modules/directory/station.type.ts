import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Node } from '../../platform/graphql/node.type';

@ObjectType('Station', {
  implements: Node,
  simpleResolvers: true,
  description:
    '社工服务站: serves one street or town. It exists for those who are, or were, party to an agreement of it.',
})
export class StationType implements Node {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: '街道 or 镇' })
  street!: string;

  /** Code of `district`. */
  districtCode!: string;
}

export const StationConnection = connectionOf('Station', () => StationType).Connection;

@InputType('StationFilter', {
  description:
    'All that is given must hold. An id outside your scope is like an unknown one: it matches nothing.',
})
export class StationFilter {
  @Field(() => String, { nullable: true })
  districtCode?: string | null;

  @Field(() => ID, { nullable: true })
  operatorId?: string | null;

  @Field(() => ID, { nullable: true })
  purchaserId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, at most 200 characters; width, case and blanks make no difference.',
  })
  nameContains?: string | null;
}
