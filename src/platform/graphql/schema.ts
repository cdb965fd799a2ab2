import { type GraphQLObjectType, type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { requireDeclaredActions } from './declared-action';

/** Builds the schema of resolvers. `open` are the fields that need no permission. */
export function buildApiSchema(resolvers: readonly object[], open: readonly string[] = []): GraphQLSchema {
  const [first, ...others] = resolvers.map(({ constructor }) => constructor);
  if (!first) throw new Error('a schema needs a resolver');
  const instances = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: [first, ...others],
    container: { get: (resolver) => instances.get(resolver) },
    // The domain validates its input itself: it reports every fault at once, in two languages.
    validate: false,
    // The server checks the schema when it starts, and so does its test; here it would be introspected once more.
    skipCheck: true,
  });
  // type-graphql creates the root types itself, without a description.
  describe(schema.getQueryType(), 'What can be read.');
  describe(schema.getMutationType(), 'What can be changed.');
  // type-graphql tests for instances of classes. Rows are plain objects that name their type, which graphql-js resolves.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = null;
  }
  requireDeclaredActions(schema, open);
  return schema;
}

function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  if (root) root.description = description;
}
