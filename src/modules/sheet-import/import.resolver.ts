import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { textOf } from '../../messages';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import { type AgreementRow, type AgreementService, AgreementType, keyOf } from '../agreement';
import { ImportState } from './import.enums';
import type { Placed, SheetImportRow } from './import.repository';
import type { ImportService } from './import.service';
import { stateOf } from './import-state.rules';
import {
  ChangeArgs,
  FaultArgs,
  ImportChangeConnection,
  ImportChangeType,
  type ImportCountsType,
  ImportCountsType as Counts,
  ImportNameType,
  ImportPartSummaryType,
  ImportReceiptType,
  SheetFaultConnection,
  SheetFaultType,
  SheetImportConnection,
  SheetImportType,
} from './import.type';
import type { SheetFault } from './reading/fault';
import type { ReadName } from './reading/name-book';
import type { ImportChange } from './writing/import-writer';

@Resolver(() => SheetImportType)
export class SheetImportResolver {
  constructor(
    private readonly service: ImportService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('import.read')
  @Query(() => SheetImportType, {
    description:
      '表格导入: a file of the operator’s own, with what was read of it and the faults at its cells.',
  })
  async sheetImport(@Ctx() { caller }: Context, @Arg('id', () => ID) id: string): Promise<SheetImportType> {
    return this.service.current(caller, id);
  }

  @FieldResolver(() => AgreementType)
  async agreement(
    @Ctx() { caller }: Context,
    @Root() { agreementId }: SheetImportRow,
  ): Promise<AgreementType> {
    return this.agreements.get(caller, agreementId);
  }

  @FieldResolver(() => ImportState)
  state(@Ctx() { caller }: Context, @Root() row: SheetImportRow): ImportState {
    return stateOf(row, caller.assert('import.read').now());
  }

  @FieldResolver(() => Counts)
  counts(@Root() { ready, unchanged, ignored, faulty }: SheetImportRow): ImportCountsType {
    return { rows: ready + unchanged + ignored + faulty, ready, unchanged, ignored, faulty };
  }

  @FieldResolver(() => String, {
    description:
      '预览摘要: of exactly this preview; changes when the file, the choices or the data behind it do. applyImport confirms it.',
  })
  digest(@Root() { digest }: SheetImportRow): string {
    return digest?.toString('hex') ?? '';
  }

  @Asserts('import.read')
  @Cost({ weight: 20 })
  @FieldResolver(() => SheetFaultConnection, { description: '问题, in the order of the reading.' })
  async faults(
    @Ctx() { caller }: Context,
    @Root() row: SheetImportRow,
    @Args() args: FaultArgs,
  ): Promise<Connection<Placed<SheetFault>>> {
    return this.service.faults(caller, row, args);
  }

  @Asserts('import.read')
  @Cost({ weight: 20 })
  @FieldResolver(() => ImportChangeConnection, {
    description: '变更: what applyImport would write, or has written, a line a thing.',
  })
  async changes(
    @Ctx() { caller }: Context,
    @Root() row: SheetImportRow,
    @Args() args: ChangeArgs,
  ): Promise<Connection<Placed<ImportChange>>> {
    return this.service.changes(caller, row, args);
  }

  @Cost({ weight: 5, size: 20 })
  @FieldResolver(() => [ImportNameType], {
    description: '名称: those that the file uses, the ones that are not matched first.',
  })
  async names(@Ctx() { caller }: Context, @Root() row: SheetImportRow): Promise<ReadName[]> {
    return this.service.names(caller, row);
  }

  @Cost({ weight: 5, size: 2 })
  @FieldResolver(() => [ImportPartSummaryType], { description: '导入内容: the parts that the file has.' })
  async parts(@Ctx() { caller }: Context, @Root() row: SheetImportRow): Promise<ImportPartSummaryType[]> {
    return this.service.parts(caller, row);
  }

  @FieldResolver(() => ImportReceiptType, {
    nullable: true,
    description: '导入回执: null until it is applied.',
  })
  receipt(@Root() row: SheetImportRow): (ImportReceiptType & { row: SheetImportRow }) | null {
    const { appliedAt, appliedBy, appliedParts, skipped, undoneAt, undoneBy, undoReason } = row;
    if (appliedAt === null || appliedBy === null) return null;
    return {
      row,
      appliedAt,
      appliedBy,
      parts: appliedParts ?? [],
      written: row.ready,
      skipped: skipped ?? 0,
      undoneAt,
      undoneBy,
      undoReason,
    };
  }
}

/** The uploads of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementImportsResolver {
  constructor(private readonly service: ImportService) {}

  @Asserts('import.read')
  @FieldResolver(() => SheetImportConnection, {
    description: '表格导入: what was uploaded for it, latest first, expired ones included.',
  })
  async sheetImports(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Args() page: PageArgs,
  ): Promise<Connection<SheetImportRow>> {
    return this.service.listOf(caller, keyOf(agreement), page);
  }
}

@Resolver(() => ImportReceiptType)
export class ImportReceiptResolver {
  constructor(private readonly service: ImportService) {}

  @Cost({ weight: 5, size: 20 })
  @FieldResolver(() => [ImportChangeType], {
    description:
      '未撤销: what undoImport could not take back, as it was written and as it is now: changed since, or in a closed month.',
  })
  async kept(@Ctx() { caller }: Context, @Root() { row }: { row: SheetImportRow }): Promise<ImportChange[]> {
    return this.service.kept(caller, row);
  }
}

/** A fault as it is stored, in the words of the reader. */
@Resolver(() => SheetFaultType)
export class SheetFaultResolver {
  @FieldResolver(() => String)
  message(@Ctx() { caller }: Context, @Root() fault: SheetFault): string {
    return textOf(fault, caller.language);
  }
}
