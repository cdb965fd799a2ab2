export type { RecordSatisfactionInput } from './satisfaction.input';
export { surveyById } from './satisfaction.repository';
export { AgreementSatisfactionResolver, SatisfactionSurveyResolver } from './satisfaction.resolver';
export { SatisfactionService } from './satisfaction.service';
export { SatisfactionMethod } from './satisfaction.enums';
export { surveys } from './read.sql';
