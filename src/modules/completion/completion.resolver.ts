import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { requestedArguments } from '../../platform/graphql/selected-fields';
import { DateScalar } from '../../platform/graphql/scalars';
import { payload } from '../../platform/graphql/user-error.type';
import {
  type AgreementPrefetch,
  AgreementPayload,
  type AgreementRow,
  type AgreementService,
  AgreementType,
  SetTargetsInput,
  type TermRow,
  TermType,
} from '../agreement';
import type { CompletionArgs, CompletionService } from './completion.service';
import { CompletionTableType } from './completion.type';
import type { TargetService } from './target.service';

/** The targets of an agreement and its completion table. */
@Resolver(() => AgreementType)
export class CompletionResolver {
  constructor(
    private readonly service: CompletionService,
    private readonly targets: TargetService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('completion.read')
  @FieldResolver(() => CompletionTableType, {
    description: `指标完成情况表 (附件1): targets and recorded quantities, a row per indicator and measure, in catalogue order.
termId: the agreement's only term by default; required where it has several.
from, to: both inclusive, within the term. from defaults to its first day; to defaults to today during the term, else to its last day.`,
  })
  async completion(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('termId', () => ID, { nullable: true }) termId: string | null,
    @Arg('from', () => DateScalar, { nullable: true }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true }) to: string | null,
  ): Promise<CompletionTableType> {
    return this.service.table(caller, agreement.id, argsOf({ termId, from, to }));
  }

  @Asserts('target.set')
  @Cost({ sizedBy: 'input.targets', each: 2 })
  @Mutation(() => AgreementPayload, {
    description: '设定协议量. Atomic: sets all targets of the call or none.',
  })
  async setTargets(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetTargetsInput) input: SetTargetsInput,
  ): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      await this.targets.set(caller, input);
      return { agreement: await this.agreements.get(caller, input.agreementId) };
    });
  }
}

/** Loads the requested completion tables of an agreement in parallel with the agreement itself. */
export function prefetchCompletion(service: CompletionService): AgreementPrefetch {
  return (caller, agreementId, info) => {
    for (const args of requestedArguments(info, 'completion')) {
      // The field resolver reports the error.
      service.prefetch(caller, agreementId, argsOf(args)).catch(() => undefined);
    }
  };
}

function argsOf({ termId, from, to }: Partial<CompletionArgs>): CompletionArgs {
  return { termId: termId ?? null, from: from ?? null, to: to ?? null };
}

/** The figures of a term, for clients that read many agreements at once. */
@Resolver(() => TermType)
export class TermCompletionResolver {
  constructor(private readonly service: CompletionService) {}

  @Asserts('completion.read')
  @FieldResolver(() => CompletionTableType, {
    description:
      '指标完成情况表 of this term. from, to: both inclusive, within the term. from defaults to its first day; to defaults to today during the term, else to its last day.',
  })
  async completion(
    @Ctx() { caller }: Context,
    @Root() term: TermRow,
    @Arg('from', () => DateScalar, { nullable: true }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true }) to: string | null,
  ): Promise<CompletionTableType> {
    return this.service.table(caller, term.agreementId, {
      termId: term.id,
      from: from ?? null,
      to: to ?? null,
    });
  }

  @Asserts('completion.read')
  @Cost({ weight: NEGLIGIBLE })
  @FieldResolver(() => Boolean, { description: '有服务记录: whether any record counts in the term.' })
  async hasRecords(@Ctx() { caller }: Context, @Root() term: TermRow): Promise<boolean> {
    return this.service.hasRecords(caller, term);
  }
}
