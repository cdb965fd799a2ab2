import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Masks an error for the client, and logs the original. */
export type Mask<C extends BaseContext> = (error: GraphQLError, context: C) => GraphQLError;

/**
 * Masks errors from outside the executor, which masks its own errors: of Apollo or of a plugin. Called with every
 * answer that has errors, so that no internal error is sent unmasked.
 */
export function maskUnhandledErrors<C extends BaseContext>(
  mask: Mask<C>,
  request: GraphQLRequestContext<C>,
): void {
  const { contextValue, errors = [], response } = request;
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  if (!singleResult.errors?.some(isRaw)) return;
  singleResult.errors = singleResult.errors.map((error, index) =>
    isRaw(error) ? mask(raised(errors[index] ?? error), contextValue).toJSON() : error,
  );
}

/** Logs the errors for which Apollo answers only that something happened. */
export function reportUnexpectedErrors<C extends BaseContext>(mask: Mask<C>): ApolloServerPlugin<C> {
  return {
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
      mask(raised(error), requestContext.contextValue);
      return Promise.resolve();
    },
  };
}

/** A masked error has the id of its request. */
function isRaw({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === 'INTERNAL_SERVER_ERROR' && extensions.requestId === undefined;
}

function raised(error: Error | GraphQLFormattedError): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const originalError = cause instanceof Error ? cause : new Error(error.message);
  return new GraphQLError(error.message, { originalError });
}
