import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';

@Cost({ weight: NEGLIGIBLE, size: 11 })
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
