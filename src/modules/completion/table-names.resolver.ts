import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import type { AgreementService } from '../agreement';
import { AgreementNamesType, type NameService } from '../directory';
import type { CompletionTable } from './completion.service';
import { CompletionTableType } from './completion.type';

@Resolver(() => CompletionTableType)
export class TableNamesResolver {
  constructor(
    private readonly agreements: AgreementService,
    private readonly names: NameService,
  ) {}

  @FieldResolver(() => AgreementNamesType, {
    name: 'names',
    description: '表头名称: what station and parties were called on the last day of the table.',
  })
  async namesOf(
    @Ctx() { caller }: Context,
    @Root() { term, to }: CompletionTable,
  ): Promise<AgreementNamesType> {
    return this.names.ofAgreement(caller, await this.agreements.get(caller, term.agreementId), to);
  }
}
