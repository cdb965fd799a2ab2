import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { BasisReport } from './snapshot.enums';

registerEnumType(BasisReport, {
  name: 'BasisReport',
  description:
    '报告: completion, staffing, funding, the spending of a month, satisfaction: what is kept of them when a month is handed in, an assessment closed or a report published.',
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FigureChange', {
  simpleResolvers: true,
  description:
    '定稿后变动: a figure that is no longer what it was when it was handed in, closed or published.',
})
export class FigureChangeType {
  @Field(() => BasisReport)
  report!: BasisReport;

  @Field(() => [String], {
    description: 'Path of the figure within the report: ["CASE_FILE", "FILES", "片区一", "completed"].',
  })
  path!: string[];

  @Field(() => String, { nullable: true, description: 'The kept value; null if there was none.' })
  was!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The other value; null if there is none any more.',
  })
  is!: string | null;
}
