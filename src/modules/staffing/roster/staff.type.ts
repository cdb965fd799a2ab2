import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  YearMonthScalar,
} from '../../../platform/graphql/scalars';
import { UserError } from '../../../platform/graphql/user-error.type';
import { ZoneType } from '../../agreement';
import type { StaffWarningCode } from '../report/staffing-warnings.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';

registerEnumType(StaffKind, {
  name: 'StaffKind',
  description: '人员类别: 社工, 行政辅助人员, 实习督导. Only social workers count in StaffingReport.',
});
registerEnumType(CertificateLevel, {
  name: 'CertificateLevel',
  description: '社会工作者职业水平证书: 助理社会工作师, 社会工作师（中级）, 高级社会工作师.',
});

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffSpell', { simpleResolvers: true, description: '在岗时段: days on post without a break.' })
class StaffSpellType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateScalar, { description: '到岗日' })
  employedFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: '离岗日: last day on post, at the latest that of the agreement; null: still on post.',
  })
  employedTo!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day as entered. Later than employedTo if the agreement ends earlier; an extension of the agreement makes the difference count.',
  })
  employedToAsGiven!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('Certificate', { simpleResolvers: true, description: '职业水平证书' })
class CertificateType {
  @Field(() => CertificateLevel)
  level!: CertificateLevel;

  @Field(() => DateScalar, {
    nullable: true,
    description: '通过日; null: passed before the agreement began.',
  })
  passedOn!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffZone', { simpleResolvers: true, description: 'A 片区 of a member, and its share.' })
class StaffZoneType {
  @Field(() => ZoneType)
  zone!: ZoneType;

  @Field(() => DecimalScalar, { description: '1, or 0.5 for each of two.' })
  share!: string;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffZonesSince', {
  simpleResolvers: true,
  description:
    '片区沿革: the zones of a member from a day on. Of one day, the entry that was set last counts.',
})
class StaffZonesSinceType {
  @Field(() => DateScalar, { nullable: true, description: '起算日; null: from the beginning.' })
  since!: string | null;

  @Field(() => [StaffZoneType], { description: 'Empty: of no zone.' })
  zones!: StaffZoneType[];

  @Field(() => DateTimeScalar, { nullable: true, description: '登记时间; null: with the enrolment.' })
  setAt!: string | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffPay', {
  simpleResolvers: true,
  description: '社保和工资: pay of a month. null: unknown.',
})
class StaffPayType {
  @Field(() => YearMonthScalar)
  month!: string;

  @Field(() => Boolean, { nullable: true, description: '是否缴纳社会保险' })
  socialInsurancePaid!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '是否发放工资' })
  salaryPaid!: boolean | null;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffWarning', {
  simpleResolvers: true,
  description: '人员提示: implausible data of a member of staff, which is stored and counted nevertheless.',
})
export class StaffWarningType {
  @Field(() => String, { description: 'Stable, machine-readable code, e.g. SPELLS_OVERLAP.' })
  code!: StaffWarningCode;

  @Field(() => ID)
  memberId!: string;

  @Field({ description: 'Name or code, as in StaffPresence.' })
  name!: string;

  @Field(() => YearMonthScalar, {
    nullable: true,
    description: 'The month that the warning is about, if any.',
  })
  month!: string | null;
}

@ObjectType('StaffMember', {
  simpleResolvers: true,
  description: '人员: a member of the staff of an agreement.',
})
export class StaffMemberType {
  @Field(() => ID)
  id!: string;

  @Field({ description: '代号, e.g. 社工01: assigned at enrolment, immutable.' })
  code!: string;

  @Field({ description: '姓名; the code for viewers without access to names.' })
  name!: string;

  @Field(() => StaffKind)
  kind!: StaffKind;

  @Field(() => String, { nullable: true, description: '岗位; null for viewers without access to names.' })
  position!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: '从业起始日: first day of practice as a social worker, here or elsewhere.',
  })
  practisingSince!: string | null;

  @Field(() => [StaffSpellType])
  spells!: StaffSpellType[];

  @Field(() => [CertificateType])
  certificates!: CertificateType[];

  @Field(() => [StaffZoneType], {
    description:
      '所属片区, as of today; on the first day of an agreement that has not begun, on the last of one that is over.',
  })
  zones!: StaffZoneType[];

  @Field(() => [StaffZonesSinceType], {
    description: '片区沿革, in the order of the days: every value that was ever set, the former ones too.',
  })
  zoneHistory!: StaffZonesSinceType[];

  @Field(() => [StaffPayType], { description: '社保和工资: the months with an entry.' })
  pay!: StaffPayType[];

  @Field(() => [StaffWarningType])
  warnings!: StaffWarningType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '作废时间: a voided enrolment remains readable and is excluded from all figures.',
  })
  voidedAt!: string | null;

  @Field(() => String, { nullable: true, description: '作废原因; null for viewers without access to names.' })
  voidReason!: string | null;
}

@ObjectType('EnrolStaffPayload', {
  simpleResolvers: true,
  description:
    'The enrolled members, or the errors that prevented the enrolment. memberIds: in the order of the input.',
})
export class EnrolStaffPayload {
  @Field(() => [ID], { nullable: true })
  memberIds?: string[];

  @Field(() => [StaffMemberType], { nullable: true, description: 'The same members, in the same order.' })
  members?: StaffMemberType[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('StaffMemberPayload', {
  simpleResolvers: true,
  description: 'The member of staff, or the errors that prevented the change.',
})
export class StaffMemberPayload {
  @Field(() => StaffMemberType, { nullable: true })
  member?: StaffMemberType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType('StaffPayPayload', {
  simpleResolvers: true,
  description: 'The members of the entries, or the errors that prevented the change.',
})
export class StaffPayPayload {
  @Field(() => [StaffMemberType], { nullable: true })
  members?: StaffMemberType[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}
