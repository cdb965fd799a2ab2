import { Field, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DecimalScalar } from '../../platform/graphql/scalars';
import { FigureVerdict, ReportFault } from './audit.enums';

@Cost({ weight: NEGLIGIBLE })
@ObjectType('SheetFigure', {
  simpleResolvers: true,
  description:
    '附件1 的数字: target, completed and ratio of a measure as the form has them, against targets and records as they are.',
})
export class SheetFigureType {
  @Field({ description: 'As the spreadsheet names it; empty for what the form does not have.' })
  sheet!: string;

  @Field({ description: 'Of what was completed: D9; empty likewise.' })
  cell!: string;

  @Field(() => DecimalScalar, { nullable: true })
  target!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What was completed, by the form.' })
  published!: string | null;

  @Field(() => String, { nullable: true, description: 'The ratio as the form has it.' })
  publishedPercent!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What was completed, by the records.' })
  recomputed!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'By targets and records.' })
  recomputedPercent!: string | null;

  @Field(() => FigureVerdict, { description: 'The worst of target, completed and ratio.' })
  verdict!: FigureVerdict;

  @Field(() => [ReportFault])
  inReport!: ReportFault[];
}
