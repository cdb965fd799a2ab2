import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';

/** Called for a rejected request with the codes of its errors, and the name of its operation where it is known. */
export type OnRejected<C> = (
  context: C,
  codes: readonly unknown[],
  operation: string | null,
) => Promise<void>;

/** Reports every answer that has errors, also for requests that were never executed. Must be the last plugin. */
export function auditRejectedOperations<C extends BaseContext>(
  onRejected: OnRejected<C>,
): ApolloServerPlugin<C> {
  const listener = Promise.resolve({
    willSendResponse: async ({ response, contextValue, operationName }: GraphQLRequestContext<C>) => {
      const errors = response.body?.kind === 'single' ? response.body.singleResult.errors : undefined;
      if (errors === undefined) return;
      const codes = errors.map(({ extensions }) => extensions?.code);
      await onRejected(contextValue, codes, operationName ?? null);
    },
  });
  return { requestDidStart: () => listener };
}
