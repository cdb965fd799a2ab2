import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { textOf } from '../../messages';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { Cost } from '../../platform/graphql/limits/cost';
import { type AgreementRow, type AgreementService, AgreementType, keyOf } from '../agreement';
import { FaultSeverity, ImportState } from './import.enums';
import type { FaultRow, SheetImportRow } from './import.repository';
import type { ImportService } from './import.service';
import {
  FaultArgs,
  type ImportCountsType,
  ImportCountsType as Counts,
  SheetFaultConnection,
  SheetFaultType,
  SheetImportConnection,
  SheetImportType,
} from './import.type';

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
  async sheetImport(
    @Ctx() { caller }: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<Omit<SheetImportType, 'state' | 'counts'>> {
    return this.service.get(caller, id);
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
    const isExpired = this.service.isExpired(caller.assert('import.read'), row);
    return isExpired ? ImportState.EXPIRED : ImportState.READY;
  }

  @FieldResolver(() => Counts)
  counts(@Root() { ready, ignored, faulty }: SheetImportRow): ImportCountsType {
    return { rows: ready + ignored + faulty, ready, unchanged: 0, ignored, faulty };
  }

  @Asserts('import.read')
  @Cost({ weight: 20 })
  @FieldResolver(() => SheetFaultConnection, { description: '问题, in the order of the reading.' })
  async faults(
    @Ctx() { caller }: Context,
    @Root() row: SheetImportRow,
    @Args() args: FaultArgs,
  ): Promise<Connection<FaultRow>> {
    return this.service.faults(caller, row, args);
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

/** A fault as it is stored, in the words of the reader. */
@Resolver(() => SheetFaultType)
export class SheetFaultResolver {
  @FieldResolver(() => String)
  code(@Root() { fault }: FaultRow): string {
    return fault.code;
  }

  @FieldResolver(() => FaultSeverity)
  severity(@Root() { fault }: FaultRow): FaultSeverity {
    return FaultSeverity[fault.severity];
  }

  @FieldResolver(() => String)
  sheet(@Root() { fault }: FaultRow): string {
    return fault.sheet;
  }

  @FieldResolver(() => String)
  cell(@Root() { fault }: FaultRow): string {
    return fault.cell;
  }

  @FieldResolver(() => String, { nullable: true })
  value(@Root() { fault }: FaultRow): string | null {
    return fault.value;
  }

  @FieldResolver(() => String)
  message(@Ctx() { caller }: Context, @Root() { fault }: FaultRow): string {
    return textOf(fault, caller.language);
  }
}
