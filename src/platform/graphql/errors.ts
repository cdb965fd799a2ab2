import { GraphQLError, isValueNode } from 'graphql';
import { type Language, textOf } from '../../messages';
import { asAppError } from '../app-error';

interface ErrorContext {
  language: Language;
  requestId: string;
  /** Logs the error that the client does not see. */
  report: (error: unknown) => void;
}

/**
 * The error as the client of GraphQL gets it: an AppError in its language, a mistake in its own input as graphql-js
 * words it, and of any other only that it happened, with the id under which the log has the rest.
 */
export function toGraphQLError(error: unknown, { language, requestId, report }: ErrorContext): GraphQLError {
  const raised = error instanceof GraphQLError ? error : undefined;
  const at = { nodes: raised?.nodes ?? null, path: raised?.path ?? null };
  const inputMistake = raised && mistakeOfInput(raised);
  if (inputMistake !== undefined) {
    return new GraphQLError(inputMistake, { ...at, extensions: { code: 'BAD_USER_INPUT' } });
  }
  const cause = raised?.originalError ?? error;
  const { code, text, details, isFailure } = asAppError(cause, requestId);
  if (isFailure) report(cause);
  return new GraphQLError(textOf(text, language), {
    ...at,
    extensions: { code, ...details, ...(isFailure && { requestId }) },
  });
}

/** What graphql-js found wrong with variables or arguments; undefined for any other error. */
function mistakeOfInput({ message, path, originalError: cause }: GraphQLError): string | undefined {
  // Before any field is resolved only the variables can fail; the message names the variable and its field.
  if (path === undefined && (!cause || cause instanceof GraphQLError)) return message;
  if (cause instanceof GraphQLError && (cause.extensions.code === 'BAD_USER_INPUT' || isOfArgument(cause))) {
    return cause.message;
  }
  return undefined;
}

/** True where a nullable variable is null and its argument is not: graphql-js reports the position of the argument's value. */
function isOfArgument({ nodes = [] }: GraphQLError): boolean {
  return nodes.length > 0 && nodes.every(isValueNode);
}
