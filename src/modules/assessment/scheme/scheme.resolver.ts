import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../../access';
import { payload } from '../../../platform/graphql/user-error.type';
import type { AssessmentRow } from '../assessment.repository';
import { AssessmentType } from '../assessment.type';
import { SetAssessmentSchemeInput } from './scheme.input';
import type { SchemeRow } from './scheme.repository';
import type { SchemeService } from './scheme.service';
import { AssessmentSchemePayload, AssessmentSchemeType, GradeBandsType } from './scheme.type';

@Resolver(() => AssessmentType)
export class SchemeResolver {
  constructor(private readonly service: SchemeService) {}

  @Asserts('scheme.read')
  @Query(() => AssessmentSchemeType, {
    description:
      '评估方案: what an assessment is opened with whose last day is in this year: the district’s, else the city’s, else the standard (20, 10, 15 and 55; 90, 80 and 60).',
  })
  async assessmentScheme(
    @Ctx() { caller }: Context,
    @Arg('year', () => Int) year: number,
    @Arg('districtCode', () => String, { nullable: true }) districtCode?: string | null,
  ): Promise<AssessmentSchemeType> {
    return shown(year, await this.service.inForce(caller, year, districtCode));
  }

  @Asserts('scheme.set')
  @Mutation(() => AssessmentSchemePayload, {
    description:
      '设定评估方案: by the bureau of the city for all districts, by that of a district for its own. Assessments that are open keep theirs.',
  })
  async setAssessmentScheme(
    @Ctx() { caller }: Context,
    @Arg('input', () => SetAssessmentSchemeInput) input: SetAssessmentSchemeInput,
  ): Promise<AssessmentSchemePayload> {
    return payload(caller.language, async () => ({
      scheme: shown(input.year, await this.service.set(caller, input)),
    }));
  }

  @FieldResolver(() => GradeBandsType, { description: '等级界线, fixed when it was opened.' })
  bands(@Root() { excellentFrom, goodFrom, qualifiedFrom }: AssessmentRow): GradeBandsType {
    return { excellentFrom, goodFrom, qualifiedFrom };
  }
}

function shown(year: number, { parties, excellentFrom, goodFrom, qualifiedFrom, ...scheme }: SchemeRow) {
  return {
    year,
    ...scheme,
    bands: { excellentFrom, goodFrom, qualifiedFrom },
    parties: parties.map((party) => ({ ...party, name: party.name ?? null, items: party.items ?? [] })),
  };
}
