import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';

@ArgsType()
export class RowsArgs {
  @Field({ description: 'As the spreadsheet names it: 附件1-1.' })
  sheet!: string;

  @Field(() => [Int], { description: 'As the spreadsheet numbers them, from 1; at most 200.' })
  numbers!: number[];
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('SheetRow', { simpleResolvers: true, description: '表格的一行, as the file has it.' })
export class SheetRowType {
  @Field(() => Int, { description: 'As the spreadsheet numbers it, from 1.' })
  number!: number;

  @Field()
  isHidden!: boolean;

  @Field(() => [String], {
    nullable: 'items',
    description:
      'What the cells hold, from column A on; null for an empty one. Long texts are cut after 200 characters.',
  })
  cells!: (string | null)[];
}
