import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { declaredAction } from '../../../src/platform/graphql/declared-action';
import type { Args, Door } from './schema';

export interface Question {
  query: string;
  variables: Args;
}

/** The operation that goes through a door; `rootArgs` are those of the root field by which it is come to. */
export function questionAt(door: Door, args: Args, rootArgs: Args = {}, depth = 3): Question {
  const inner = callOf(door.field, args) + selectionOf(door.field.type, depth, declaredAction(door.field));
  if (!door.isRoot) return framed(door, inner, variablesOf(door.field, args), args, rootArgs);
  const head = headOf(variablesOf(door.field, args));
  return { query: `${door.isMutation ? 'mutation' : 'query'}${head} { ${inner} }`, variables: args };
}

/** The way to a door below the root, without the door. */
export function wayTo(door: Door, rootArgs: Args): Question {
  return framed(door, '__typename', [], {}, rootArgs);
}

function framed(
  { name, route }: Door,
  inner: string,
  declared: readonly string[],
  args: Args,
  rootArgs: Args,
): Question {
  if (!route) throw new Error(`${name}: no path leads there from the root`);
  const { root, node, fields } = route;
  const within = fields.reduceRight((below, field) => `${field} { ${below} }`, inner);
  const prefixed = Object.fromEntries(Object.entries(rootArgs).map(([key, value]) => [`root_${key}`, value]));
  const head = headOf([...variablesOf(root, rootArgs, 'root_'), ...declared]);
  const call = callOf(root, rootArgs, 'root_');
  const found = node === undefined ? within : `... on ${node} { ${within} }`;
  return { query: `query${head} { ${call} { ${found} } }`, variables: { ...prefixed, ...args } };
}

function given(
  { args }: GraphQLField<unknown, unknown>,
  values: Args,
): readonly { name: string; type: string }[] {
  return args.filter(({ name }) => name in values).map(({ name, type }) => ({ name, type: type.toString() }));
}

function variablesOf(field: GraphQLField<unknown, unknown>, values: Args, prefix = ''): string[] {
  return given(field, values).map(({ name, type }) => `$${prefix}${name}: ${type}`);
}

function callOf(field: GraphQLField<unknown, unknown>, values: Args, prefix = ''): string {
  const passed = given(field, values).map(({ name }) => `${name}: $${prefix}${name}`);
  return field.name + (passed.length > 0 ? `(${passed.join(', ')})` : '');
}

function headOf(variables: readonly string[]): string {
  return variables.length > 0 ? `(${variables.join(', ')})` : '';
}

/**
 * What is asked of an answer: every plain value, and of the things in it likewise, `depth` steps away; and what is behind
 * further doors that assert the same.
 */
function selectionOf(output: GraphQLOutputType, depth: number, action: string | undefined): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return isInterfaceType(type) ? ' { __typename id }' : ' { __typename }';
  const isOpen = (field: GraphQLField<unknown, unknown>): boolean => {
    const declared = declaredAction(field);
    return !field.args.some(isRequiredArgument) && (declared === undefined || declared === action);
  };
  const fields = Object.values(type.getFields())
    .filter(isOpen)
    .flatMap((field) => {
      if (isLeafType(getNamedType(field.type))) return [field.name];
      return depth > 1 ? [field.name + selectionOf(field.type, depth - 1, action)] : [];
    });
  return ` { ${['__typename', ...fields].join(' ')} }`;
}
