import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what type-graphql calls a class
export type ResolverClass = Function;

/** Builds the schema of resolver classes; `instanceOf` finds the hand-wired instance that answers. */
export function buildApiSchema(
  resolvers: NonEmptyArray<ResolverClass>,
  instanceOf: (resolver: ResolverClass) => unknown,
): GraphQLSchema {
  return buildSchemaSync({
    resolvers,
    container: { get: (resolver: ResolverClass) => instanceOf(resolver) },
    // The rules of input are the domain's own: they name every fault at once, in two languages.
    validate: false,
  });
}
