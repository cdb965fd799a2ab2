import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { message, textOf } from '../../../messages';
import { YearMonthScalar } from '../../../platform/graphql/scalars';
import { payload } from '../../../platform/graphql/user-error.type';
import {
  AgreementPayload,
  type AgreementRow,
  type AgreementService,
  AgreementType,
  keyOf,
} from '../../agreement';
import { SetStaffingParametersInput } from '../roster/staff.input';
import { StaffMemberType, StaffWarningType } from '../roster/staff.type';
import type { StaffEnrolmentService } from '../roster/staff-enrolment.service';
import type { StaffingService } from './staffing.service';
import { StaffingParametersType, StaffingReportType } from './staffing.type';
import type { StaffWarning } from './staffing-warnings.rules';

/** Staffing fields of an agreement: 附件2 and the roster. */
@Resolver(() => AgreementType)
export class StaffingResolver {
  constructor(
    private readonly service: StaffingService,
    private readonly enrolment: StaffEnrolmentService,
    private readonly agreements: AgreementService,
  ) {}

  @Asserts('staffing.read')
  @FieldResolver(() => StaffingReportType, { description: '附件2 社工到岗情况表, over whole months.' })
  async staffing(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
    @Arg('from', () => YearMonthScalar) from: string,
    @Arg('to', () => YearMonthScalar) to: string,
  ): Promise<StaffingReportType> {
    const { startsOn, endsOn } = agreement;
    return this.service.report(caller, { ...keyOf(agreement), startsOn, endsOn }, from, to);
  }

  @Asserts('staffing.read')
  @FieldResolver(() => StaffingParametersType)
  async staffingParameters(
    @Ctx() { caller }: Context,
    @Root() agreement: AgreementRow,
  ): Promise<StaffingParametersType> {
    return this.service.parameters(caller, keyOf(agreement));
  }

  @Asserts('staff.read')
  @FieldResolver(() => [StaffMemberType], {
    description: '人员名册, in the order of enrolment, including voided enrolments.',
  })
  async staff(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<StaffMemberType[]> {
    return this.service.staff(caller, keyOf(agreement));
  }

  @Asserts('staffing.configure')
  @Mutation(() => AgreementPayload, {
    description: '设定人员配备规则: the parameters of staffing calculations of one agreement.',
  })
  async setStaffingParameters(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetStaffingParametersInput) input: SetStaffingParametersInput,
  ): Promise<AgreementPayload> {
    return payload(caller.language, async () => {
      await this.enrolment.setParameters(caller, input);
      return { agreement: await this.agreements.get(caller, input.agreementId) };
    });
  }
}

@Resolver(() => StaffWarningType)
export class StaffWarningResolver {
  @FieldResolver(() => String, { description: 'Human-readable text, localised by Accept-Language.' })
  message(@Ctx() { caller }: Context, @Root() { code }: StaffWarning): string {
    return textOf(message(code), caller.language);
  }
}
