import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { ApplyImportInput } from './import.input';
import type { ImportService } from './import.service';
import { SheetImportPayload } from './import.type';
import type { ApplyService } from './writing/apply.service';

@Resolver()
export class ImportWritingResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly applying: ApplyService,
  ) {}

  @Asserts('import.upload')
  @Cost({ weight: 500 })
  @Mutation(() => SheetImportPayload, {
    description:
      '写入导入. All or none. A digest that is no longer true is refused with STALE_PREVIEW. The same digest again gives the same answer and writes nothing twice.',
  })
  async applyImport(
    @Ctx() { caller }: Context,
    @Arg('input', () => ApplyImportInput) input: ApplyImportInput,
  ): Promise<SheetImportPayload> {
    return payload(caller.language, async () => {
      await this.applying.apply(caller, input);
      return { sheetImport: await this.imports.get(caller, input.importId) };
    });
  }

  @Asserts('import.upload')
  @Cost({ weight: 500 })
  @Mutation(() => SheetImportPayload, {
    description:
      '撤销导入: takes back what it wrote and nobody has touched since; receipt.kept has what it could not. Again it changes nothing.',
  })
  async undoImport(
    @Ctx() { caller }: Context,
    @Arg('importId', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<SheetImportPayload> {
    return payload(caller.language, async () => {
      await this.applying.undo(caller, id, reason);
      return { sheetImport: await this.imports.get(caller, id) };
    });
  }
}
