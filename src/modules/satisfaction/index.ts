import type { AgreementService } from '../agreement';
import { AgreementSatisfactionResolver, SatisfactionSurveyResolver } from './satisfaction.resolver';
import { SatisfactionService } from './satisfaction.service';

export { surveyById } from './satisfaction.repository';
export { SatisfactionMethod } from './satisfaction.enums';
export { surveys } from './read.sql';
export { SatisfactionService } from './satisfaction.service';
export type { SatisfactionReport } from './satisfaction.rules';
export { SatisfactionReportType } from './satisfaction.type';

export function createSatisfaction({ agreements }: { agreements: AgreementService }) {
  const satisfaction = new SatisfactionService();
  const resolvers = [
    new AgreementSatisfactionResolver(satisfaction),
    new SatisfactionSurveyResolver(satisfaction, agreements),
  ];
  return { resolvers, services: { satisfaction } };
}
