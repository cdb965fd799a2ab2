import {
  getArgumentValues,
  getNamedType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * The arguments of every use of a field right below the one that is being resolved. Whoever knows them may send for the
 * field's data together with its parent's. A use with a directive, which may be skipped, is left out.
 */
export function argumentsAhead(info: GraphQLResolveInfo, fieldName: string): Record<string, unknown>[] {
  const type = getNamedType(info.returnType);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return [];
  const found: Record<string, unknown>[] = [];
  const look = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if ((selection.directives?.length ?? 0) > 0) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) look(info.fragments[selection.name.value]?.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else if (selection.name.value === fieldName) {
        found.push(getArgumentValues(field, selection, info.variableValues));
      }
    }
  };
  for (const { selectionSet } of info.fieldNodes) look(selectionSet);
  return found;
}
