import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import type { SheetImportRow } from '../import.repository';
import { SheetImportType } from '../import.type';
import type { RowsService } from './rows.service';
import { RowsArgs, SheetRowType } from './rows.type';

/** Rows of an uploaded file, as a field of its import. */
@Resolver(() => SheetImportType)
export class SheetRowsResolver {
  constructor(private readonly service: RowsService) {}

  @Asserts('import.read')
  @Cost({ weight: 500, sizedBy: 'numbers' })
  @FieldResolver(() => [SheetRowType], {
    description:
      '原表的行: of one sheet, by their numbers; none of what the sheet does not have, or of a file that is gone.',
  })
  async rows(
    @Ctx() { caller }: Context,
    @Root() row: SheetImportRow,
    @Args() args: RowsArgs,
  ): Promise<SheetRowType[]> {
    return this.service.rows(caller, row, args);
  }
}
