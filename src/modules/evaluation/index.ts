export type { CreateEvaluationInput } from './evaluation.input';
export { evaluationById } from './evaluation.repository';
export {
  AgreementEvaluationsResolver,
  EvaluationGroupResolver,
  EvaluationItemResolver,
  EvaluationResolver,
} from './evaluation.resolver';
export { EvaluationService } from './evaluation.service';
export { evaluations } from './read.sql';
