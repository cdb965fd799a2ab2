import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../../platform/graphql/scalars';
import { ZoneType } from '../../agreement';
import { StaffWarningType } from '../roster/staff.type';
import { CertificateLevel } from '../staffing.enums';

@ObjectType('StaffingParameters', {
  simpleResolvers: true,
  description: '人员配备规则: the parameters of staffing calculations of an agreement.',
})
export class StaffingParametersType {
  @Field(() => DecimalScalar, { nullable: true, description: '应配社工数' })
  requiredPosts!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '持证比例: share of the posts, e.g. 0.6.' })
  requiredCertifiedShare!: string | null;

  @Field(() => Int, { description: 'A month whose first day on post is after this day counts half.' })
  halfAfterDay!: number;

  @Field(() => Int, { description: 'Minimum years of practice to count as experienced.' })
  practiceYears!: number;

  @Field(() => Int, {
    description: 'Months from the month of passing to the first certified month; 1: the next month.',
  })
  certifiedAfterMonths!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffingMonth', { simpleResolvers: true, description: '到岗人次 of one month.' })
class StaffingMonthType {
  @Field(() => YearMonthScalar)
  month!: string;

  @Field(() => DecimalScalar, { description: '持证人次' })
  certified!: string;

  @Field(() => DecimalScalar, { description: '未持证人次' })
  uncertified!: string;

  @Field(() => DecimalScalar, { description: '到岗人次: person-months; a late first month counts half.' })
  total!: string;

  @Field(() => DecimalScalar, {
    description: 'Person-months, out of total, of members with the years of practice.',
  })
  experienced!: string;

  @Field(() => Int, { description: '到岗人数: number of members on post on at least one day.' })
  headCount!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "headCount - posts required on the month's first day, in the first month on the agreement's; negative: 缺岗, positive: 超岗.",
  })
  postsSurplus!: string | null;

  @Field(() => Int, { description: 'Members on post whose salary is recorded as paid.' })
  salaryPaid!: number;

  @Field(() => Int, { description: 'Members on post whose social insurance is recorded as paid.' })
  socialInsurancePaid!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffPresence', {
  simpleResolvers: true,
  description:
    '社工到岗情况: presence of a social worker in a range of months, including those never on post. In the order of enrolment.',
})
class StaffPresenceType {
  @Field(() => ID)
  memberId!: string;

  @Field({ description: '代号, e.g. 社工01.' })
  code!: string;

  @Field({ description: '姓名; the code for viewers without access to names.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '岗位; null for viewers without access to names.' })
  position!: string | null;

  @Field(() => DecimalScalar)
  certified!: string;

  @Field(() => DecimalScalar)
  uncertified!: string;

  @Field(() => DecimalScalar)
  experienced!: string;

  @Field(() => DecimalScalar, { description: 'certified + uncertified' })
  total!: string;

  @Field(() => [DecimalScalar], { description: '0, 0.5 or 1 for each month of the report.' })
  months!: string[];
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffMovement', { simpleResolvers: true, description: '人员变动: a member joined or left.' })
class StaffMovementType {
  @Field(() => ID)
  memberId!: string;

  @Field({ description: 'Name or code, as in StaffPresence.' })
  name!: string;

  @Field(() => DateScalar, {
    description: 'First day on post of a member who joined, last day on post of one who left.',
  })
  on!: string;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('CertifiedCount', { simpleResolvers: true, description: '持证人数 of one level.' })
class CertifiedCountType {
  @Field(() => CertificateLevel)
  level!: CertificateLevel;

  @Field(() => Int)
  headCount!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ZoneStaff', {
  simpleResolvers: true,
  description:
    '片区人员: each month counts in the zones that the member has on its first day on post in that month, but not before the first day of the agreement. A member of two zones counts half in each. Zones have the names of the last day of the range; those that were not open in it are left out, unless members are in them.',
})
class ZoneStaffType {
  @Field(() => ZoneType, {
    nullable: true,
    description: 'null: members without a zone; the last entry, if there are any.',
  })
  zone!: ZoneType | null;

  @Field(() => DecimalScalar, {
    description: 'Members on post on the last day of the range, by the zones of that day.',
  })
  atEnd!: string;

  @Field(() => DecimalScalar, { description: '到岗人次 over the range.' })
  personMonths!: string;
}

@Cost({ weight: 10 })
@ObjectType('StaffingReport', {
  simpleResolvers: true,
  description:
    '到岗人次: person-months on post over whole months, including those in which the agreement begins or ends. Future months are counted from the current spells.',
})
export class StaffingReportType {
  @Field(() => YearMonthScalar)
  from!: string;

  @Field(() => YearMonthScalar)
  to!: string;

  @Field(() => StaffingParametersType, {
    description:
      "requiredPosts: those in force on the first day of the last month (in the agreement's first month, on its first day); requiredCertifiedShare: that in force on the last day of the range.",
  })
  parameters!: StaffingParametersType;

  @Field(() => [StaffingMonthType])
  months!: StaffingMonthType[];

  @Field(() => [StaffPresenceType])
  members!: StaffPresenceType[];

  @Field(() => DecimalScalar, { description: '持证人次' })
  certified!: string;

  @Field(() => DecimalScalar, { description: '未持证人次' })
  uncertified!: string;

  @Field(() => DecimalScalar, { description: '到岗人次' })
  total!: string;

  @Field(() => DecimalScalar, {
    description:
      'Person-months, out of total, of members with the years of practice (StaffingParameters.practiceYears).',
  })
  experienced!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'experienced / total' })
  experiencedPercent!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      "应到岗人次: the posts in force on each month's first day (in the agreement's first month, on its first day), summed; the month of an early end counts whole. null where no month has any.",
  })
  required!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'required × the requiredCertifiedShare in force on the last day of the range',
  })
  requiredCertified!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'total - required; negative: understaffed' })
  surplus!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'certified - requiredCertified' })
  certifiedSurplus!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '稳岗率: members present in every month / posts in force on the first day of the last month',
  })
  stabilityPercent!: string | null;

  @Field(() => [StaffMovementType], {
    description:
      '入职: first days on post in the range, after the first day of the agreement; includes returns.',
  })
  joined!: StaffMovementType[];

  @Field(() => [StaffMovementType], {
    description: '离职: last days on post in the range, before the last day of the agreement.',
  })
  left!: StaffMovementType[];

  @Field(() => Int, { description: 'Social workers on post on the last day of the range.' })
  headCountAtEnd!: number;

  @Field(() => [CertifiedCountType], {
    description: 'headCountAtEnd by highest certificate valid in the last month.',
  })
  certifiedAtEnd!: CertifiedCountType[];

  @Field(() => [ZoneStaffType])
  staffByZone!: ZoneStaffType[];

  @Field(() => [StaffWarningType], {
    description: '人员提示 about social workers; those about pay only for months in the range.',
  })
  warnings!: StaffWarningType[];
}
