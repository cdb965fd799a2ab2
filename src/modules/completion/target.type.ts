import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { AmendmentType, ProjectType, TermType, ZoneType } from '../agreement';
import { IndicatorType, MeasureType } from './indicator.type';

@ObjectType('Target', {
  simpleResolvers: true,
  description:
    '协议量. since: the day from which this value is in force; amendment: null where the registration set it.',
})
export class TargetType {
  @Field(() => TermType)
  term!: TermType;

  @Field(() => ZoneType, { nullable: true })
  zone!: ZoneType | null;

  @Field(() => ProjectType, { nullable: true })
  project!: ProjectType | null;

  @Field(() => IndicatorType)
  indicator!: IndicatorType;

  @Field(() => MeasureType)
  measure!: MeasureType;

  @Field(() => DecimalScalar)
  value!: string;

  @Field(() => DateScalar)
  since!: string;

  @Field(() => AmendmentType, { nullable: true })
  amendment!: AmendmentType | null;
}
