import {
  getArgumentValues,
  getNamedType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/**
 * The arguments of every use of a field right below the one that is being resolved, so that its data can be prefetched
 * together with its parent's. A use with a directive, which may be skipped, is left out.
 */
export function requestedArguments(info: GraphQLResolveInfo, fieldName: string): Record<string, unknown>[] {
  const type = getNamedType(info.returnType);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field) return [];
  const found: Record<string, unknown>[] = [];
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if ((selection.directives?.length ?? 0) > 0) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) visit(info.fragments[selection.name.value]?.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else if (selection.name.value === fieldName) {
        found.push(getArgumentValues(field, selection, info.variableValues));
      }
    }
  };
  for (const { selectionSet } of info.fieldNodes) visit(selectionSet);
  return found;
}

/** Whether a field is selected below the one that is being resolved: `nodes.zone`. A use with a directive counts. */
export function isSelected(info: GraphQLResolveInfo, path: string): boolean {
  const names = path.split('.');
  const reaches = (set: SelectionSetNode | undefined, depth: number): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return reaches(info.fragments[selection.name.value]?.selectionSet, depth);
      if (selection.kind === Kind.INLINE_FRAGMENT) return reaches(selection.selectionSet, depth);
      if (selection.name.value !== names[depth]) return false;
      return depth === names.length - 1 || reaches(selection.selectionSet, depth + 1);
    }) ?? false;
  return info.fieldNodes.some(({ selectionSet }) => reaches(selectionSet, 0));
}

/** The same below the nodes of a connection, by `nodes` or `edges`. */
export function isSelectedOnNodes(info: GraphQLResolveInfo, path: string): boolean {
  return isSelected(info, `nodes.${path}`) || isSelected(info, `edges.node.${path}`);
}
