import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Cost, NEGLIGIBLE } from '../../platform/graphql/limits/cost';
import { DateScalar, DecimalScalar, YearMonthScalar } from '../../platform/graphql/scalars';
import { ZoneType } from '../agreement';
import { StaffWarningType } from './staff.type';
import { CertificateLevel } from './staffing.enums';

@ObjectType('StaffingParameters', {
  simpleResolvers: true,
  description:
    '人员配备规则: the rules of the year that staffing is counted by, as they stand in the agreement.',
})
export class StaffingParametersType {
  @Field(() => DecimalScalar, { nullable: true, description: '应配社工数' })
  requiredPosts!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '持证比例: share of the posts, e.g. 0.6.' })
  requiredCertifiedShare!: string | null;

  @Field(() => Int, { description: 'A month whose first day on post lies after this day counts half.' })
  halfAfterDay!: number;

  @Field(() => Int, { description: 'Years of practice that make experience.' })
  practiceYears!: number;

  @Field(() => Int, {
    description: 'Months from the month of passing to the first certified one: 1 is the next month.',
  })
  certifiedAfterMonths!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffingMonth', { simpleResolvers: true, description: '到岗人次 of one month.' })
export class StaffingMonthType {
  @Field(() => YearMonthScalar)
  month!: string;

  @Field(() => DecimalScalar, { description: '持证人次' })
  certified!: string;

  @Field(() => DecimalScalar, { description: '未持证人次' })
  uncertified!: string;

  @Field(() => DecimalScalar, { description: '到岗人次: person-months, a late first month counted half.' })
  total!: string;

  @Field(() => DecimalScalar, { description: 'Of which with the years of practice.' })
  experienced!: string;

  @Field(() => Int, { description: '到岗人数: heads, each counted once however few its days.' })
  headCount!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'headCount - posts required; negative: 缺岗, positive: 超岗.',
  })
  postsSurplus!: string | null;

  @Field(() => Int, { description: 'Heads whose salary is recorded as paid.' })
  salaryPaid!: number;

  @Field(() => Int, { description: 'Heads whose social insurance is recorded as paid.' })
  socialInsurancePaid!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('StaffPresence', {
  simpleResolvers: true,
  description:
    '社工到岗情况: a social worker in a range of months, in the order of enrolment; also where it was never there.',
})
export class StaffPresenceType {
  @Field(() => ID)
  memberId!: string;

  @Field({ description: '代号, e.g. 社工01.' })
  code!: string;

  @Field({ description: '姓名; its code for those who may not see names.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '岗位; null for those who may not see names.' })
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
@ObjectType('StaffMovement', { simpleResolvers: true, description: '人员变动: somebody came or went.' })
export class StaffMovementType {
  @Field(() => ID)
  memberId!: string;

  @Field({ description: 'Name or code, as in StaffPresence.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day, or last day, on post.' })
  on!: string;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('CertifiedCount', { simpleResolvers: true, description: '持证人数 of one level.' })
export class CertifiedCountType {
  @Field(() => CertificateLevel)
  level!: CertificateLevel;

  @Field(() => Int)
  headCount!: number;
}

@Cost({ weight: NEGLIGIBLE })
@ObjectType('ZoneStaff', {
  simpleResolvers: true,
  description: '片区人员, by the zones that members belong to today; a member of two counts half in each.',
})
export class ZoneStaffType {
  @Field(() => ZoneType, {
    nullable: true,
    description: 'null: those without a zone, last, where there are any.',
  })
  zone!: ZoneType | null;

  @Field(() => DecimalScalar, { description: 'On post on the last day of the range.' })
  atEnd!: string;

  @Field(() => DecimalScalar, { description: '到岗人次 over the range.' })
  personMonths!: string;
}

@Cost({ weight: 10 })
@ObjectType('StaffingReport', {
  simpleResolvers: true,
  description:
    'Person-months on post: 到岗人次. Whole months, also those in which the agreement begins or ends; months to come count by the spells as they stand.',
})
export class StaffingReportType {
  @Field(() => YearMonthScalar)
  from!: string;

  @Field(() => YearMonthScalar)
  to!: string;

  @Field(() => StaffingParametersType)
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

  @Field(() => DecimalScalar, { description: 'Of which with two years of practice or more.' })
  experienced!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'experienced / total' })
  experiencedPercent!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: '应到岗人次: posts × months' })
  required!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'required × the certified share agreed' })
  requiredCertified!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'total - required; negative: understaffed' })
  surplus!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'certified - requiredCertified' })
  certifiedSurplus!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '稳岗率: members present in every month / posts required',
  })
  stabilityPercent!: string | null;

  @Field(() => [StaffMovementType], {
    description: '入职: first days on post in the range, after the first day of the agreement; returns too.',
  })
  joined!: StaffMovementType[];

  @Field(() => [StaffMovementType], {
    description: '离职: last days on post in the range, before the last day of the agreement.',
  })
  left!: StaffMovementType[];

  @Field(() => Int, { description: 'Social workers on post on the last day of the range.' })
  headCountAtEnd!: number;

  @Field(() => [CertifiedCountType], {
    description: 'Of headCountAtEnd, each by the highest certificate that counts in the last month.',
  })
  certifiedAtEnd!: CertifiedCountType[];

  @Field(() => [ZoneStaffType])
  staffByZone!: ZoneStaffType[];

  @Field(() => [StaffWarningType], { description: 'About social workers; of pay, in the range.' })
  warnings!: StaffWarningType[];
}
