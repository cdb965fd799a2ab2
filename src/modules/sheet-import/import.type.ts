import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { Node } from '../../platform/graphql/node.type';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { FaultSeverity, ImportState, SheetForm } from './import.enums';

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
    READY: { description: '已读取.' },
    EXPIRED: { description: '已过期: file and faults are gone after 30 days.' },
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

@ArgsType()
export class FaultArgs extends PageArgs {
  @Field(() => FaultSeverity, { nullable: true, description: '等级: only these.' })
  severity?: FaultSeverity | null;
}

@Cost({ size: 3 })
@ObjectType('SheetImport', {
  implements: Node,
  simpleResolvers: true,
  description:
    '表格导入: a file that an operator has uploaded, and what was read of it. POST /imports?agreement=ID with the bytes of the file answers its id. Nothing of it is recorded.',
})
export class SheetImportType implements Node {
  @Field(() => ID)
  id!: string;

  @Field(() => SheetForm)
  form!: SheetForm;

  @Field(() => ImportState)
  state!: ImportState;

  @Field()
  fileName!: string;

  @Field(() => DateTimeScalar)
  uploadedAt!: Date;

  @Field({ description: 'Name of the member who uploaded it.' })
  uploadedBy!: string;

  @Field(() => DateTimeScalar, { description: 'Until when file and faults are kept.' })
  expiresAt!: Date;

  @Field(() => ImportCountsType)
  counts!: ImportCountsType;
}

export const SheetImportConnection = connectionOf('SheetImport', () => SheetImportType).Connection;
