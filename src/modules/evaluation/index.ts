import type { AgreementService } from '../agreement';
import {
  AgreementEvaluationsResolver,
  EvaluationGroupResolver,
  EvaluationItemResolver,
  EvaluationResolver,
} from './evaluation.resolver';
import { EvaluationService } from './evaluation.service';

export type { CreateEvaluationInput } from './evaluation.input';
export { evaluationById } from './evaluation.repository';
export { evaluations } from './read.sql';

export function createEvaluations({ agreements }: { agreements: AgreementService }) {
  const evaluations = new EvaluationService();
  const resolvers = [
    new AgreementEvaluationsResolver(evaluations),
    new EvaluationGroupResolver(evaluations),
    new EvaluationItemResolver(evaluations),
    new EvaluationResolver(evaluations, agreements),
  ];
  return { resolvers, services: { evaluations } };
}
