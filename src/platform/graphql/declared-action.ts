import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';

/** Records in the schema which action a field asserts when it runs. */
export function declareAction(action: string): MethodDecorator {
  return Extensions({ action });
}

/** The declared action of a field, if any. */
export function declaredAction({ extensions }: GraphQLField<unknown, unknown>): string | undefined {
  return typeof extensions.action === 'string' ? extensions.action : undefined;
}

/**
 * Throws while a root field, or a field with arguments, neither declares an action nor is among the fields open to
 * everyone: a root field without a decision about access is never built.
 */
export function requireDeclaredActions(schema: GraphQLSchema, open: readonly string[]): void {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const unmatched = new Set(open);
  const faults: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const isOpen = unmatched.delete(name);
      const action = declaredAction(field);
      if (isOpen && action !== undefined)
        faults.push(`${name} is open to everyone, yet declares "${action}"`);
      if (isOpen || action !== undefined) continue;
      if (roots.includes(type) || field.args.length > 0) {
        faults.push(
          `${name} declares no action: write @Asserts('…') above its method (src/access/asserts.ts)`,
        );
      }
    }
  }
  for (const name of unmatched) faults.push(`${name} is open to everyone, yet there is no such field`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
