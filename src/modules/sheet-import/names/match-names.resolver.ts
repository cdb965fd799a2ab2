import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { payload } from '../../../platform/graphql/user-error.type';
import { MatchImportNamesInput } from '../import.input';
import type { ImportService } from '../import.service';
import { SheetImportPayload } from '../import.type';
import type { MatchNamesService } from './match-names.service';

@Resolver()
export class MatchNamesResolver {
  constructor(
    private readonly imports: ImportService,
    private readonly matching: MatchNamesService,
  ) {}

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
    return payload(caller.language, async () => {
      await this.matching.match(caller, input);
      return { sheetImport: await this.imports.get(caller, input.importId) };
    });
  }
}
