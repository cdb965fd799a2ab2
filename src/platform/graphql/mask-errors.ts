import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Makes the error for the client, and logs and audits the original. */
export type Mask<C extends BaseContext> = (error: unknown, context: C) => GraphQLError;

/**
 * Masks errors from outside the executor, which masks its own: of Apollo or of a plugin. Must be the first plugin, so
 * that the others see the errors of every answer as they are sent.
 */
export function maskErrors<C extends BaseContext>(mask: Mask<C>): ApolloServerPlugin<C> {
  const listener = Promise.resolve({
    willSendResponse: (request: GraphQLRequestContext<C>) => {
      maskRaw(mask, request);
      return Promise.resolve();
    },
  });
  return {
    requestDidStart: () => listener,
    // Apollo answers only that something happened.
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
      mask(error, requestContext.contextValue);
      return Promise.resolve();
    },
  };
}

function maskRaw<C extends BaseContext>(mask: Mask<C>, request: GraphQLRequestContext<C>): void {
  const { contextValue, errors = [], response } = request;
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  if (!singleResult.errors?.some(isRaw)) return;
  singleResult.errors = singleResult.errors.map((error, index) =>
    isRaw(error) ? mask(causeOf(errors[index] ?? error), contextValue).toJSON() : error,
  );
}

/** A masked error has the id of its request. */
function isRaw({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === 'INTERNAL_SERVER_ERROR' && extensions.requestId === undefined;
}

/** Never the GraphQLError itself, which would count as a mistake of the client. */
function causeOf(error: GraphQLError | GraphQLFormattedError): Error {
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  return cause ?? new Error(error.message);
}
