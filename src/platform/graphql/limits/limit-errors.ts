import { message } from '../../../messages';
import { AppError } from '../../app-error';
import type { DocumentLimit, DocumentLimits } from './document-limits';

/** The cost of an operation in the answer, under `extensions.cost`. */
export interface CostReport {
  /** Of this operation; null where it was refused before its cost was computed. */
  requested: number | null;
  /** Limit of one operation. */
  limit: number;
  /** Limit of all operations in a minute, and what is left of it, rounded down to a hundredth of it. */
  budget: number;
  remaining: number;
}

const REASONS = {
  depth: 'OPERATION_TOO_DEEP',
  aliases: 'TOO_MANY_ALIASES',
  directives: 'TOO_MANY_DIRECTIVES',
  selections: 'OPERATION_TOO_LARGE',
} as const satisfies Record<DocumentLimit, string>;

/** The error of an operation whose form breaks a limit. */
export function beyondLimit(broken: DocumentLimit, limits: DocumentLimits): AppError {
  const reason = REASONS[broken];
  const limit = limits[broken];
  return new AppError('BAD_USER_INPUT', message(reason, { limit }), { details: { reason, limit } });
}

export function tooCostly(cost: number, limit: number): AppError {
  const reason = 'OPERATION_TOO_COSTLY';
  return new AppError('BAD_USER_INPUT', message(reason, { cost, limit }), {
    details: { reason, cost, limit },
  });
}

/** `cost`: for an answer that is given before the plugins could add it. */
export function budgetSpent(seconds: number, cost?: CostReport): AppError {
  return new AppError('TOO_MANY_REQUESTS', message('COST_BUDGET_SPENT', { seconds }), {
    retryAfterSeconds: seconds,
    ...(cost && { details: { cost } }),
  });
}

/** The error where none of the document's operations has the given name, or it has several and none was named. */
export function noSuchOperation(): AppError {
  const reason = 'UNKNOWN_OPERATION';
  return new AppError('BAD_USER_INPUT', message(reason), { details: { reason } });
}

export function schemaForMembers(): AppError {
  return new AppError('UNAUTHENTICATED', message('SIGN_IN_FOR_SCHEMA'));
}
