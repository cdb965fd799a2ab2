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
@ObjectType('SheetMerge', { simpleResolvers: true, description: '合并单元格: cells that are shown as one.' })
class SheetMergeType {
  @Field({ description: 'As the spreadsheet names it: A4:A6.' })
  range!: string;

  @Field(() => String, { nullable: true, description: 'What it shows: that of its first cell.' })
  text!: string | null;
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

  @Field(() => [SheetMergeType], { description: 'Those that the row is within, from the left.' })
  merges!: SheetMergeType[];
}
