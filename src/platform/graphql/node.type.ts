import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything with an id of its own, readable by node(id).' })
export abstract class Node {
  @Field(() => ID)
  id!: string;
}
