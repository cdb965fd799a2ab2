import { Field, ID, InputType } from 'type-graphql';
import { ImportNameKind, ImportPart } from './import.enums';

@InputType('ApplyImportInput', {
  description: '写入导入: digest is that of the preview that was looked at.',
})
export class ApplyImportInput {
  @Field(() => ID)
  importId!: string;

  @Field()
  digest!: string;

  @Field(() => [ImportPart], { description: 'PUBLISHED_FIGURES is compared, never written.' })
  parts!: ImportPart[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Leaves faulty rows out; without it an import that has any is refused.',
  })
  skipFaultyRows?: boolean | null;
}

@InputType('ImportNameInput', { description: '名称匹配: what a name in the file stands for.' })
class ImportNameInput {
  @Field(() => ImportNameKind)
  kind!: ImportNameKind;

  @Field({ description: 'As the file has it.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Of an indicator its code; null: forget the choice.' })
  id?: string | null;
}

@InputType('MatchImportNamesInput', { description: 'At most 500 names.' })
export class MatchImportNamesInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => [ImportNameInput])
  names!: ImportNameInput[];
}
