import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { ApplyImportInput, MatchImportNamesInput } from './import.input';
import type { ImportService } from './import.service';
import { SheetImportPayload } from './import.type';
import type { MatchNamesService } from './names/match-names.service';
import type { ApplyService } from './writing/apply.service';

@Resolver()
export class ImportWritingResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly applying: ApplyService,
    private readonly matching: MatchNamesService,
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
    return this.answer(caller, input.importId, async () => this.applying.apply(caller, input));
  }

  @Asserts('import.upload')
  @Cost({ weight: 500 })
  @Mutation(() => SheetImportPayload, {
    description:
      '撤销导入: takes back what it wrote and nobody has touched since; receipt.kept has what it could not. Again it changes nothing.',
  })
  async undoImport(
    @Ctx() { caller }: Context,
    @Arg('importId', () => ID) importId: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<SheetImportPayload> {
    return this.answer(caller, importId, async () => this.applying.undo(caller, importId, reason));
  }

  @Asserts('import.upload')
  @Cost({ weight: 500 })
  @Mutation(() => SheetImportPayload, {
    description:
      '匹配名称: choices of the station, remembered for its next files. The import is read again with them.',
  })
  async matchImportNames(
    @Ctx() { caller }: Context,
    @Arg('input', () => MatchImportNamesInput) input: MatchImportNamesInput,
  ): Promise<SheetImportPayload> {
    return this.answer(caller, input.importId, async () => this.matching.match(caller, input));
  }

  private async answer(
    caller: Context['caller'],
    id: string,
    work: () => Promise<void>,
  ): Promise<SheetImportPayload> {
    return payload(caller.language, async () => {
      await work();
      return { sheetImport: await this.imports.get(caller, id) };
    });
  }
}
