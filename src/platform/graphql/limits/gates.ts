import { Kind, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { Gate } from './cost-term';

/** The conditions under which a selection is answered; 'shut': under none. */
export function gatesOf(
  selection: SelectionNode,
  operation: OperationDefinitionNode,
): readonly Gate[] | 'shut' {
  const gates: Gate[] = [];
  for (const directive of selection.directives ?? []) {
    const open = directive.name.value === 'include';
    if (!open && directive.name.value !== 'skip') continue;
    const value = directive.arguments?.find(({ name }) => name.value === 'if')?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== open) return 'shut';
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    gates.push({ variable, open, absent: defaultOf(variable, operation) ?? open });
  }
  return gates;
}

function defaultOf(variable: string, operation: OperationDefinitionNode): boolean | undefined {
  const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === variable);
  return definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
}
