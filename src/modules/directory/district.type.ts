import { Field, ObjectType } from 'type-graphql';

@ObjectType('District', {
  simpleResolvers: true,
  description: '区: a district of Guangzhou, by its code of the national standard (440103 荔湾区).',
})
export class DistrictType {
  @Field()
  code!: string;

  @Field()
  name!: string;
}
