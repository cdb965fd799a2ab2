import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/graphql/scalars';
import { Cost, NEGLIGIBLE } from '../../../platform/graphql/limits/cost';
import { UserError } from '../../../platform/graphql/user-error.type';
import { StationType } from '../station.type';

@Cost({ weight: NEGLIGIBLE })
@ObjectType('FormerName', {
  simpleResolvers: true,
  description: '曾用名: what a station or an organisation was called up to a day.',
})
export class FormerNameType {
  @Field()
  name!: string;

  @Field(() => DateScalar, { description: 'The last day of this name.' })
  until!: string;
}

@ObjectType('AgreementNames', {
  simpleResolvers: true,
  description: '协议各方当日名称: what the station, the operator and the purchaser were called on a day.',
})
export class AgreementNamesType {
  @Field(() => DateScalar)
  on!: string;

  @Field({ description: '社工站' })
  station!: string;

  @Field({ description: '承接机构' })
  operator!: string;

  @Field({ description: '购买方' })
  purchaser!: string;
}

/** The common fields of renamings. */
@InputType()
export abstract class RenamingInput {
  @Field({
    description: 'At most 200 characters. No other of the district, or of the kind, may have or have had it.',
  })
  name!: string;

  @Field(() => DateScalar, {
    description:
      'The first day of the new name: not in the future, and after the first day of the present name. On that very day the name may be corrected.',
  })
  from!: string;

  @Field({ description: 'At most 500 characters.' })
  reason!: string;
}

@InputType('RenameStationInput', {
  description: '社工站更名: reports of earlier days keep the former name.',
})
export class RenameStationInput extends RenamingInput {
  @Field(() => ID)
  stationId!: string;
}

@ObjectType('StationPayload', {
  simpleResolvers: true,
  description: 'The station, or null and the userErrors.',
})
export class StationPayload {
  @Field(() => StationType, { nullable: true })
  station?: StationType;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
