import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import { dayOf } from '../../platform/calendar';
import { toWarnings, Warning } from '../../platform/graphql/warning.type';
import { AgreementPayload, AgreementType } from './agreement.type';
import type { AmendmentRow } from './amendment/amendment.repository';
import type { AmendmentWarningsService } from './amendment/amendment-warnings.service';
import { AmendmentPayload, AmendmentType } from './amendment/amendment.type';
import { agreementWarnings } from './warning.rules';

const POINTED_OUT = 'What is accepted and pointed out.';

@Resolver(() => AgreementType)
export class AgreementWarningsResolver {
  @FieldResolver(() => [Warning], { description: POINTED_OUT })
  warnings(@Ctx() { caller }: Context, @Root() agreement: AgreementType): Warning[] {
    return toWarnings(agreementWarnings(agreement), caller.language);
  }
}

@Resolver(() => AgreementPayload)
export class AgreementPayloadWarningsResolver {
  @FieldResolver(() => [Warning], { description: POINTED_OUT })
  warnings(@Ctx() { caller }: Context, @Root() { agreement }: AgreementPayload): Warning[] {
    return agreement ? toWarnings(agreementWarnings(agreement), caller.language) : [];
  }
}

@Resolver(() => AmendmentType)
export class AmendmentWarningsResolver {
  constructor(private readonly service: AmendmentWarningsService) {}

  @FieldResolver(() => Boolean, {
    description: '追溯: its day lay in the past when it was confirmed, or, until then, when it was proposed.',
  })
  isRetroactive(@Root() { effectiveOn, confirmedAt, proposedAt }: AmendmentRow): boolean {
    return effectiveOn < dayOf(confirmedAt ?? proposedAt);
  }

  @FieldResolver(() => [Warning], { description: POINTED_OUT })
  async warnings(@Ctx() { caller }: Context, @Root() amendment: AmendmentRow): Promise<Warning[]> {
    return toWarnings(await this.service.list(caller, amendment), caller.language);
  }
}

@Resolver(() => AmendmentPayload)
export class AmendmentPayloadWarningsResolver {
  constructor(private readonly service: AmendmentWarningsService) {}

  @FieldResolver(() => [Warning], { description: POINTED_OUT })
  async warnings(@Ctx() { caller }: Context, @Root() { amendment }: AmendmentPayload): Promise<Warning[]> {
    if (!amendment) return [];
    return toWarnings(await this.service.list(caller, amendment), caller.language);
  }
}
