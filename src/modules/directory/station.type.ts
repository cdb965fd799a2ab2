import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection';
import { Node } from '../../platform/graphql/node.type';
import type { StationRow } from './read.sql';

@ObjectType('Station', {
  implements: Node,
  simpleResolvers: true,
  description:
    '社工服务站: serves one street or town. Visible to current and former parties of its agreements.',
})
export class StationType implements Node, Omit<StationRow, 'districtCode'> {
  @Field(() => ID)
  id!: string;

  @Field({ description: '社工站名称' })
  name!: string;

  @Field({ description: '街道 or 镇' })
  street!: string;
}

export const StationConnection = connectionOf('Station', () => StationType).Connection;

@InputType('StationFilter', {
  description:
    'Conditions are combined with AND. An id that is unknown or outside the scope of the viewer matches nothing.',
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
    description: 'Substring of the name, at most 200 characters; ignores character width, case and blanks.',
  })
  nameContains?: string | null;
}
