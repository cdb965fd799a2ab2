import {
  type FieldNode,
  getArgumentValues,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
} from 'graphql';
import { MAX_PAGE_SIZE } from '../connection';
import type { Variables } from '../execution/variables';

/** The size of a list where neither the request nor the schema gives one. */
const DEFAULT_LIST_SIZE = 100;

/**
 * The size that the arguments of a field give at a path (`first`, `input.records`): by the request, or else by the
 * default of the schema, also for null.
 */
export function sizeOfArgument(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  path: readonly string[],
  variables: Variables,
): number {
  return sizeIn(argumentsOf(field, node, variables), path) ?? defaultSize(field, path) ?? DEFAULT_LIST_SIZE;
}

/** Undefined where an argument is invalid: then the field fails before it does anything. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Record<string, unknown> | undefined {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return undefined;
  }
}

function defaultSize(
  { args }: GraphQLField<unknown, unknown>,
  [name, ...path]: readonly string[],
): number | undefined {
  const argument = args.find((one) => one.name === name);
  let value = argument?.defaultValue;
  let type: GraphQLInputType | undefined = argument?.type;
  for (const part of path) {
    const object = type && getNullableType(type);
    const inner = isInputObjectType(object) ? object.getFields()[part] : undefined;
    value = partOf(value, part) ?? inner?.defaultValue;
    type = inner?.type;
  }
  return sizeIn(value, []);
}

function sizeIn(value: unknown, path: readonly string[]): number | undefined {
  const found = path.reduce(partOf, value);
  if (Array.isArray(found)) return found.length;
  return typeof found === 'number' ? Math.min(Math.max(found, 1), MAX_PAGE_SIZE) : undefined;
}

function partOf(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
}
