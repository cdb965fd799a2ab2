import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { IDEMPOTENCY_KEY } from '../agreement';
import { CertificateLevel, StaffKind } from './staffing.enums';

@InputType('CertificateInput', { description: 'passedOn null: held since before the agreement began.' })
export class CertificateInput {
  @Field(() => CertificateLevel)
  level!: CertificateLevel;

  @Field(() => DateScalar, { nullable: true, description: '证书通过日' })
  passedOn?: string | null;
}

@InputType('StaffMemberInput', {
  description: '人员: with the first days on post. A return is addStaffSpell.',
})
export class StaffMemberInput {
  @Field()
  name!: string;

  @Field(() => StaffKind, { nullable: true, defaultValue: StaffKind.SOCIAL_WORKER })
  kind?: StaffKind | null;

  @Field(() => String, { nullable: true, description: '岗位' })
  position?: string | null;

  @Field(() => DateScalar, { description: '到岗日: the true first day on post, also before the agreement.' })
  employedFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on post; null: still there. It counts up to the last day of the agreement.',
  })
  employedTo?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '从业起始日: first day of practice as a social worker, here or elsewhere.',
  })
  practisingSince?: string | null;

  @Field(() => [CertificateInput], { nullable: true, description: 'Each level at most once.' })
  certificates?: CertificateInput[] | null;

  @Field(() => [ID], { nullable: true, description: '片区: one, or two at half each.' })
  zoneIds?: string[] | null;
}

@InputType('EnrolStaffInput', { description: 'Up to 100 members at once, all or none.' })
export class EnrolStaffInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [StaffMemberInput])
  members!: StaffMemberInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('ChangeStaffMemberInput', {
  description: 'What is left out stays as it is. kind corrects: it holds for all days, past ones too.',
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

@InputType('AddStaffSpellInput', { description: '返岗: further days on post.' })
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
  description:
    '离岗: set employedTo. What is left out stays as it is; employedTo null opens the spell again.',
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
  description: 'All certificates of the member: others are taken out.',
})
export class SetStaffCertificatesInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => [CertificateInput])
  certificates!: CertificateInput[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('SetStaffZonesInput', { description: 'None, one, or two at half each.' })
export class SetStaffZonesInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => [ID])
  zoneIds!: string[];

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY })
  idempotencyKey?: string | null;
}

@InputType('StaffPayInput', {
  description: 'What was paid for a month. null: not known; both null take the month out again.',
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

@InputType('RecordStaffPayInput', { description: 'At most 1,000 entries at once, all or none.' })
export class RecordStaffPayInput {
  @Field(() => ID)
  agreementId!: string;

  @Field(() => [StaffPayInput])
  entries!: StaffPayInput[];
}

@InputType('SetStaffingParametersInput', {
  description: 'The rules of the year for one agreement. What is left out stays as it is.',
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
    description: 'A month whose first day on post lies after this day counts half. 15 by default.',
  })
  halfAfterDay?: number | null;

  @Field(() => Int, { nullable: true, description: 'Years of practice that make experience. 2 by default.' })
  practiceYears?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months from the month of passing to the first certified one. 1 by default: the next month.',
  })
  certifiedAfterMonths?: number | null;
}
