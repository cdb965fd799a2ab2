import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { UserError } from '../../platform/graphql/user-error.type';
import { FaultSeverity, ImportNameKind, ImportPart, ImportState, SheetForm } from './import.enums';

registerEnumType(SheetForm, {
  name: 'SheetForm',
  description: '表格种类, recognised by its headings.',
  valuesConfig: {
    FUJIAN_1: { description: '附件1 指标完成情况统计表' },
    FUJIAN_2: { description: '附件2 人员到岗情况表' },
    SERVICE_LOG: { description: '服务记录表: one row a record.' },
  },
});
registerEnumType(ImportState, {
  name: 'ImportState',
  description: '导入状态.',
  valuesConfig: {
    READY: { description: '可写入.' },
    REFUSED: { description: '无可写入: all rows are faulty, ignored or recorded already.' },
    APPLIED: { description: '已写入.' },
    UNDONE: { description: '已撤销.' },
    EXPIRED: { description: '已过期: not applied, and the file is gone after 30 days.' },
  },
});
registerEnumType(ImportPart, {
  name: 'ImportPart',
  description: '导入内容: what of a form is written by itself.',
  valuesConfig: {
    TARGETS: { description: '协议量, of 附件1.' },
    SERVICE_RECORDS: { description: '服务记录, the rows of a log.' },
    STAFF: { description: '人员, of 附件2.' },
    PUBLISHED_FIGURES: {
      description: '完成量和百分比, of 附件1: compared with the records, never written.',
    },
  },
});
registerEnumType(ImportNameKind, {
  name: 'ImportNameKind',
  description: '名称种类: what a name in a file stands for.',
  valuesConfig: {
    ZONE: { description: '片区' },
    POINT: { description: '社工点' },
    PROJECT: { description: '项目' },
    INDICATOR: { description: '指标' },
  },
});
registerEnumType(FaultSeverity, {
  name: 'FaultSeverity',
  description: '问题等级.',
  valuesConfig: {
    ERROR: { description: '错误: the row is not understood.' },
    WARNING: { description: '提醒: the row is, and should be looked at.' },
    NOTE: { description: '说明: nothing is wrong.' },
  },
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ImportCounts', {
  simpleResolvers: true,
  description:
    '行数: rows = ready + unchanged + ignored + faulty. A row is a figure of 附件1, a row of the others.',
})
export class ImportCountsType {
  @Field(() => Int)
  rows!: number;

  @Field(() => Int)
  ready!: number;

  @Field(() => Int, { description: 'What is recorded already.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Notes, sums and the like: each has a fault that says so.' })
  ignored!: number;

  @Field(() => Int)
  faulty!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('SheetFault', {
  simpleResolvers: true,
  description: '问题: what is wrong, or worth knowing, at one cell.',
})
export class SheetFaultType {
  @Field()
  code!: string;

  @Field(() => FaultSeverity)
  severity!: FaultSeverity;

  @Field({ description: 'As the spreadsheet names it: 附件1-1.' })
  sheet!: string;

  @Field({ description: 'As the spreadsheet names it: D9.' })
  cell!: string;

  @Field(() => String, { nullable: true, description: 'What the cell holds.' })
  value!: string | null;

  @Field({ description: 'What to do about it, by Accept-Language.' })
  message!: string;
}

export const SheetFaultConnection = connectionOf('SheetFault', () => SheetFaultType).Connection;

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ImportChange', {
  simpleResolvers: true,
  description: '变更: one thing before and after. The texts are names and figures, in Chinese.',
})
export class ImportChangeType {
  @Field(() => ImportPart)
  part!: ImportPart;

  @Field({ description: 'Where the file has it.' })
  sheet!: string;

  @Field()
  cell!: string;

  @Field({ description: 'What it is about: 片区一 · 红棉热线 · 2025-03-02.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Null where there was nothing.' })
  was!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where nothing is left.' })
  becomes!: string | null;
}

export const ImportChangeConnection = connectionOf('ImportChange', () => ImportChangeType).Connection;

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ImportName', {
  simpleResolvers: true,
  description: '名称: one that the file uses, and what it was taken for.',
})
export class ImportNameType {
  @Field(() => ImportNameKind)
  kind!: ImportNameKind;

  @Field({ description: 'As the file has it.' })
  text!: string;

  @Field(() => [String], { description: 'Sheet and cell of its first 20 places: 附件1-1 B9.' })
  cells!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Of an indicator its code; null: not matched, and its rows are faulty until it is.',
  })
  matchedId!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field({ description: 'Matched by hand.' })
  isChosen!: boolean;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ImportPartSummary', {
  simpleResolvers: true,
  description: '导入内容: how much would be written of a part, and whether the viewer may write it.',
})
export class ImportPartSummaryType {
  @Field(() => ImportPart)
  part!: ImportPart;

  @Field(() => Int)
  changes!: number;

  @Field()
  mayApply!: boolean;
}

@Cost({ weight: NEGLIGIBLE, size: 2 })
@ObjectType('ImportReceipt', {
  simpleResolvers: true,
  description: '导入回执: what was written, and what became of it.',
})
export class ImportReceiptType {
  @Field(() => DateTimeScalar)
  appliedAt!: Date;

  @Field({ description: 'Name of the member.' })
  appliedBy!: string;

  @Field(() => [ImportPart])
  parts!: ImportPart[];

  @Field(() => Int, { description: 'Rows written.' })
  written!: number;

  @Field(() => Int, { description: 'Faulty rows that were left out.' })
  skipped!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true })
  undoReason!: string | null;
}

@ArgsType()
export class FaultArgs extends PageArgs {
  @Field(() => FaultSeverity, { nullable: true, description: '等级: only these.' })
  severity?: FaultSeverity | null;
}

@ArgsType()
export class ChangeArgs extends PageArgs {
  @Field(() => ImportPart, { nullable: true, description: '导入内容: only of this part.' })
  part?: ImportPart | null;
}

@Cost({ size: 3 })
@ObjectType('SheetImport', {
  implements: Node,
  simpleResolvers: true,
  description:
    '表格导入: a file that an operator has uploaded, and what was read of it. POST /imports?agreement=ID with the bytes of the file answers its id. Nothing of it is recorded until applyImport.',
})
export class SheetImportType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => SheetForm)
  form!: SheetForm;

  @Field()
  fileName!: string;

  @Field(() => DateTimeScalar)
  uploadedAt!: Date;

  @Field({ description: 'Name of the member who uploaded it.' })
  uploadedBy!: string;

  @Field(() => DateTimeScalar, { description: 'Until when file and faults are kept.' })
  expiresAt!: Date;
}

export const SheetImportConnection = connectionOf('SheetImport', () => SheetImportType).Connection;

@ObjectType('SheetImportPayload', {
  simpleResolvers: true,
  description: '表格导入的结果: the import, or why it was refused.',
})
export class SheetImportPayload {
  @Field(() => SheetImportType, { nullable: true })
  sheetImport?: SheetImportType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
