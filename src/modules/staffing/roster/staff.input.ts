import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../../agreement';
import { CertificateLevel, StaffKind } from '../staffing.enums';

@InputType('CertificateInput', {
  description: '职业水平证书. passedOn null: passed before the agreement began.',
})
export class CertificateInput {
  @Field(() => CertificateLevel)
  level!: CertificateLevel;

  @Field(() => DateScalar, { nullable: true, description: '证书通过日' })
  passedOn?: string | null;
}

@InputType('StaffMemberInput', {
  description: '人员, with the first spell on post. Later spells: addStaffSpell.',
})
export class StaffMemberInput {
  @Field()
  name!: string;

  @Field(() => StaffKind, { nullable: true, defaultValue: StaffKind.SOCIAL_WORKER })
  kind?: StaffKind | null;

  @Field(() => String, { nullable: true, description: '岗位' })
  position?: string | null;

  @Field(() => DateScalar, {
    description: '到岗日: the actual first day on post, even if before the agreement.',
  })
  employedFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      '离岗日: last day on post; null: still on post. Counted up to the last day of the agreement.',
  })
  employedTo?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '从业起始日: first day of practice as a social worker, here or elsewhere.',
  })
  practisingSince?: string | null;

  @Field(() => [CertificateInput], { nullable: true, description: 'Each level at most once.' })
  certificates?: CertificateInput[] | null;

  @Field(() => [ID], { nullable: true, description: '片区: one, or two with a share of 0.5 each.' })
  zoneIds?: string[] | null;
}

@InputType('EnrolStaffInput', { description: 'At most 100 members per call. Atomic.' })
export class EnrolStaffInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [StaffMemberInput])
  members!: StaffMemberInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('ChangeStaffMemberInput', {
  description:
    'Omitted fields remain unchanged. kind is a correction: it applies to all days, including past ones.',
})
export class ChangeStaffMemberInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => StaffKind, { nullable: true })
  kind?: StaffKind | null;

  @Field(() => String, { nullable: true })
  position?: string | null;

  @Field(() => DateScalar, { nullable: true })
  practisingSince?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('AddStaffSpellInput', { description: '返岗: a further spell on post.' })
export class AddStaffSpellInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => DateScalar)
  employedFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on post.' })
  employedTo?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('ChangeStaffSpellInput', {
  description: '离岗: set employedTo. Omitted fields remain unchanged; employedTo null reopens the spell.',
})
export class ChangeStaffSpellInput {
  @Field(() => ID)
  spellId!: string;

  @Field(() => DateScalar, { nullable: true })
  employedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on post.' })
  employedTo?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('SetStaffCertificatesInput', {
  description: 'Replaces all certificates of the member.',
})
export class SetStaffCertificatesInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => [CertificateInput])
  certificates!: CertificateInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('SetStaffZonesInput', {
  description:
    'No zone, one, or two with a share of 0.5 each, from a day on; a later day that has zones of its own keeps them.',
})
export class SetStaffZonesInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => [ID])
  zoneIds!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "起算日, a day of the agreement. Default: today; the agreement's first day where the member had no zone yet or the agreement has not begun, its last day where it is over.",
  })
  from?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('StaffPayInput', {
  description: 'Pay of a month. null: unknown; if both are null, the entry of the month is deleted.',
})
export class StaffPayInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => YearMonthScalar)
  month!: string;

  @Field(() => Boolean, { nullable: true, description: '是否缴纳社会保险' })
  socialInsurancePaid?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否发放工资' })
  salaryPaid?: boolean | null;
}

@InputType('RecordStaffPayInput', { description: 'At most 1,000 entries per call. Atomic.' })
export class RecordStaffPayInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [StaffPayInput])
  entries!: StaffPayInput[];
}

@InputType('SetStaffingParametersInput', {
  description: '人员配备规则 of one agreement. Omitted fields remain unchanged.',
})
export class SetStaffingParametersInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: '应配社工数; null: not agreed.' })
  requiredPosts?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '持证比例, e.g. 0.6; null: not agreed.' })
  requiredCertifiedShare?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A month whose first day on post is after this day counts half. Default: 15.',
  })
  halfAfterDay?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minimum years of practice to count as experienced. Default: 2.',
  })
  practiceYears?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months from the month of passing to the first certified month. Default: 1, the next month.',
  })
  certifiedAfterMonths?: number | null;
}
