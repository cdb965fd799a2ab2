import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../access';
import { type AgreementRow, AgreementType, keyOf } from '../agreement';
import type { AssessmentService } from './assessment.service';
import { AssessmentType } from './assessment.type';

/** The assessments of an agreement, as a field of Agreement. */
@Resolver(() => AgreementType)
export class AgreementAssessmentsResolver {
  constructor(private readonly service: AssessmentService) {}

  @FieldResolver(() => [AssessmentType], { description: '评估, earliest first.' })
  async assessments(@Ctx() { caller }: Context, @Root() agreement: AgreementRow): Promise<AssessmentType[]> {
    return this.service.listOf(caller, keyOf(agreement));
  }
}
