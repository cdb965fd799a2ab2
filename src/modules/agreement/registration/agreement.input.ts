import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars';
import { InstalmentCondition, ProjectKind, ServiceDomain, ServiceModel } from '../agreement.enums';
import { REGISTRATION_KEY } from '../idempotency';

@InputType('NewStationInput', { description: 'A station that is not in the directory yet.' })
export class NewStationInput {
  @Field({ description: '社工站名称: unique within the district.' })
  name!: string;

  @Field({ description: '街道 or 镇' })
  street!: string;

  @Field({ description: '行政区代码: the code of one of `districts`.' })
  districtCode!: string;
}

@InputType('ProjectInput', {
  description: 'domain: required for a BASIC project, not allowed for any other.',
})
export class ProjectInput {
  @Field(() => ProjectKind)
  kind!: ProjectKind;

  @Field(() => ServiceDomain, { nullable: true })
  domain?: ServiceDomain | null;

  @Field()
  name!: string;
}

@InputType('ZoneInput', { description: '片区 with its 社工点.' })
export class ZoneInput {
  @Field()
  name!: string;

  @Field(() => [String])
  points!: string[];
}

@InputType('TermInput', { description: '项目期; first and last day are inclusive.' })
export class TermInput {
  @Field()
  name!: string;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar)
  endsOn!: string;
}

@InputType('InstalmentInput', { description: 'A share of the annual fee, e.g. 0.55. The shares sum to 1.' })
export class InstalmentInput {
  @Field(() => InstalmentCondition)
  condition!: InstalmentCondition;

  @Field(() => DecimalScalar)
  share!: string;
}

@InputType('NamedTargetInput', { description: '协议量, by the names of its term, zone and project.' })
class NamedTargetInput {
  @Field()
  term!: string;

  @Field(() => String, { nullable: true })
  zone?: string | null;

  @Field(() => String, { nullable: true })
  project?: string | null;

  @Field({ description: 'Code of an indicator of the catalogue.' })
  indicator!: string;

  @Field({ description: 'Code of one of its measures.' })
  measure!: string;

  @Field(() => DecimalScalar)
  value!: string;
}

@InputType('RegisterAgreementInput', {
  description: 'An agreement with all its parts: terms, projects, zones, points and instalments.',
})
export class RegisterAgreementInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of an existing station; alternatively a new station in a district.',
  })
  stationId?: string | null;

  @Field(() => NewStationInput, { nullable: true })
  newStation?: NewStationInput | null;

  @Field(() => ID)
  operatorId!: string;

  @Field(() => ID)
  purchaserId!: string;

  @Field(() => ServiceModel)
  serviceModel!: ServiceModel;

  @Field(() => DateScalar)
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of service, at most six years after the first.' })
  endsOn!: string;

  @Field(() => DecimalScalar, { nullable: true })
  annualFee?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  requiredPosts?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the required posts to be held by certified social workers, e.g. 0.6.',
  })
  requiredCertifiedShare?: string | null;

  @Field(() => [ProjectInput], { nullable: true })
  projects?: ProjectInput[] | null;

  @Field(() => [ZoneInput], { nullable: true })
  zones?: ZoneInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Points of a station that has no zones.' })
  points?: string[] | null;

  @Field(() => [TermInput])
  terms!: TermInput[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Terms need not cover every day of the agreement.',
  })
  allowGaps?: boolean | null;

  @Field(() => [InstalmentInput], { nullable: true })
  instalments?: InstalmentInput[] | null;

  @Field(() => [NamedTargetInput], {
    nullable: true,
    description: 'What setTargets would set afterwards. In a revision, null leaves the targets as they are.',
  })
  targets?: NamedTargetInput[] | null;

  @Field(() => String, { nullable: true, description: '合同编号' })
  contractNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: '签订日期' })
  signedOn?: string | null;

  @Field(() => ID, { nullable: true, description: '承接周期 of the same operator and purchaser.' })
  cycleId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Which year of the cycle it is, from 1 on.' })
  cycleYear?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'A bureau may register a proposal, which both parties confirm.',
  })
  asProposal?: boolean | null;

  @Field(() => String, { nullable: true, description: REGISTRATION_KEY })
  idempotencyKey?: string | null;
}
