import { GraphQLError, isValueNode } from 'graphql';
import { DatabaseTimeout, DatabaseUnavailable, SessionEnded } from '../database/errors';
import { Refusal } from '../refusal';
import type { Language, Text } from '../text';

const UNAUTHENTICATED: Text = {
  zh: '您的登录已失效。请重新登录。',
  en: 'Your session has ended. Please sign in again.',
};
const UNAVAILABLE: Text = {
  zh: '系统暂时繁忙，请稍后再试。如正在保存，请先查看是否已保存。',
  en: 'The system is busy. Please try again in a moment; if you were saving, look first whether it was saved.',
};

export interface MaskOptions {
  language: Language;
  requestId: string;
  /** Logs the error that the client does not see. */
  report: (error: unknown) => void;
}

/**
 * The form of an error for the client: refusals in its own language, faults of its own input as they are, and of
 * any other only that it happened, with the id under which the log has the rest.
 */
export function maskError(error: GraphQLError, { language, requestId, report }: MaskOptions): GraphQLError {
  const cause = error.originalError ?? undefined;
  const answer = (code: string, message: string, extra: Record<string, unknown> = {}): GraphQLError =>
    new GraphQLError(message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: { code, ...extra },
    });

  if (cause instanceof Refusal) return answer(cause.code, cause.text[language], cause.details);
  if (cause instanceof SessionEnded) return answer('UNAUTHENTICATED', UNAUTHENTICATED[language]);
  if (cause instanceof DatabaseUnavailable || cause instanceof DatabaseTimeout) {
    report(cause);
    return answer('SERVICE_UNAVAILABLE', UNAVAILABLE[language], { requestId });
  }
  // Before any field is resolved only the variables can fail; the message names the variable and its field.
  if (error.path === undefined && (!cause || cause instanceof GraphQLError)) {
    return answer('BAD_USER_INPUT', error.message);
  }
  if (cause instanceof GraphQLError && (cause.extensions.code === 'BAD_USER_INPUT' || isOfArgument(cause))) {
    return answer('BAD_USER_INPUT', cause.message);
  }
  report(cause ?? error);
  return answer(
    'INTERNAL_SERVER_ERROR',
    language === 'en'
      ? `Something went wrong on our side. If it lasts, tell us this number: ${requestId}`
      : `系统出现错误。如持续出现，请将此编号告知我们：${requestId}`,
    { requestId },
  );
}

/** True where a nullable variable is null and its argument is not: graphql-js reports the position of the argument's value. */
function isOfArgument({ nodes = [] }: GraphQLError): boolean {
  return nodes.length > 0 && nodes.every(isValueNode);
}
