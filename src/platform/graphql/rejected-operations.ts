import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';

/** Hears why a request was turned away, by the codes of its errors, and the name of its operation where it came that far. */
export type OnRejected<C> = (
  context: C,
  codes: readonly unknown[],
  operation: string | null,
) => Promise<void>;

/** Tells of every answer that has errors, those to requests that never came to be executed too. Stands last among plugins. */
export function auditRejectedOperations<C extends BaseContext>(hear: OnRejected<C>): ApolloServerPlugin<C> {
  const listener = Promise.resolve({
    willSendResponse: async ({ response, contextValue, operationName }: GraphQLRequestContext<C>) => {
      const errors = response.body?.kind === 'single' ? response.body.singleResult.errors : undefined;
      if (errors === undefined) return;
      const codes = errors.map(({ extensions }) => extensions?.code);
      await hear(contextValue, codes, operationName ?? null);
    },
  });
  return { requestDidStart: () => listener };
}
