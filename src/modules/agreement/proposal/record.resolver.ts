import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Caller, Context } from '../../../access';
import { Cost } from '../../../platform/graphql/limits/cost';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars';
import { type OrganisationService, OrganisationType } from '../../directory';
import type { AgreementService } from '../agreement.service';
import { AgreementType } from '../agreement.type';
import type { AgreementRow } from '../read.sql';
import { AgreementEventType } from './record.type';
import type { AgreementEvent, AgreementRecord } from './record.repository';

/** How an agreement came about, as fields of Agreement. */
@Resolver(() => AgreementType)
export class AgreementRecordResolver {
  constructor(
    private readonly service: AgreementService,
    private readonly organisations: OrganisationService,
  ) {}

  @FieldResolver(() => Int, {
    description: 'Registration is 1; each change of a proposal adds one.',
  })
  async revision(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<number> {
    return (await this.recordOf(caller, agreement)).revision;
  }

  @FieldResolver(() => OrganisationType, { description: 'The party or bureau that registered it.' })
  async proposedBy(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<OrganisationType> {
    return this.organisations.get(caller, (await this.recordOf(caller, agreement)).proposedBy);
  }

  @FieldResolver(() => DateTimeScalar, { description: 'A proposal lapses 180 days later.' })
  async proposedAt(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<Date> {
    return (await this.recordOf(caller, agreement)).proposedAt;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true })
  async operatorConfirmedAt(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
  ): Promise<Date | null> {
    return (await this.recordOf(caller, agreement)).operatorConfirmedAt;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true })
  async purchaserConfirmedAt(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
  ): Promise<Date | null> {
    return (await this.recordOf(caller, agreement)).purchaserConfirmedAt;
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: 'Who confirmed it; null of those that a bureau registered as confirmed.',
  })
  async confirmedBy(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
  ): Promise<OrganisationType | null> {
    const { confirmedBy } = await this.recordOf(caller, agreement);
    return confirmedBy === null ? null : this.organisations.get(caller, confirmedBy);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true })
  async confirmedAt(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<Date | null> {
    return (await this.recordOf(caller, agreement)).confirmedAt;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was declined, withdrawn or voided.',
  })
  async stateReason(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<string | null> {
    return (await this.recordOf(caller, agreement)).stateReason;
  }

  @FieldResolver(() => String, { nullable: true, description: '合同编号' })
  async contractNumber(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<string | null> {
    return (await this.recordOf(caller, agreement)).contractNumber;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '签订日期' })
  async signedOn(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<string | null> {
    return (await this.recordOf(caller, agreement)).signedOn;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '备案日期' })
  async filedOn(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<string | null> {
    return (await this.recordOf(caller, agreement)).filedOn;
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: '公示日期' })
  async publishedOn(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<string | null> {
    return (await this.recordOf(caller, agreement)).publishedOn;
  }

  @Cost({ size: 6 })
  @FieldResolver(() => [AgreementEventType], {
    description:
      'Every step of the agreement and of its amendments, the first one first; empty for those who are no party to it.',
  })
  async events(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<AgreementEventType[]> {
    return this.service.events(caller, agreement);
  }

  private async recordOf(caller: Caller, agreement: AgreementRow): Promise<AgreementRecord> {
    return this.service.record(caller, agreement);
  }
}

@Resolver(() => AgreementEventType)
export class AgreementEventResolver {
  constructor(private readonly organisations: OrganisationService) {}

  @FieldResolver(() => OrganisationType)
  async by(@Ctx() { caller }: Context, @Root() { actingId }: AgreementEvent): Promise<OrganisationType> {
    return this.organisations.get(caller, actingId);
  }
}
