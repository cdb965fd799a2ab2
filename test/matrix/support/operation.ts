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

/** What the API takes in one operation: twelve aliases, a thousand fields. */
const MAX_ALIASES = 12;
const MAX_FIELDS = 950;

/**
 * Several calls through a door in as few operations as it takes, each behind an alias of its own: `c0`, `c1` …; with the
 * number of calls in each.
 */
export function batchesAt(
  door: Door,
  calls: readonly Args[],
  rootArgs: Args,
  depth = 3,
): (Question & { size: number })[] {
  const { field } = door;
  const selection = selectionOf(field.type, depth, declaredAction(field));
  const fields = (selection.match(/\w+/g)?.length ?? 0) + (door.route?.fields.length ?? 0) + 4;
  const most = Math.max(1, Math.min(MAX_ALIASES, Math.floor(MAX_FIELDS / fields)));
  const fragment = selection === '' ? '' : ` fragment Asked on ${getNamedType(field.type).name}${selection}`;
  const spread = selection === '' ? '' : ' { ...Asked }';
  const batches: (Question & { size: number })[] = [];
  for (let from = 0; from < calls.length; from += most) {
    const some = calls.slice(from, from + most);
    const root = rootOf(door, rootArgs);
    const asked = some.map((args, at) => `c${at}: ${root.around(callOf(field, args, `c${at}_`) + spread)}`);
    const declared = some.flatMap((args, at) => variablesOf(field, args, `c${at}_`));
    const head = headOf([...root.declared, ...declared]);
    const own = some.map((args, at) => prefixed(args, `c${at}_`));
    batches.push({
      size: some.length,
      query: `${door.isMutation ? 'mutation' : 'query'}${head} { ${asked.join(' ')} }${fragment}`,
      variables: Object.assign({}, root.variables, ...own) as Args,
    });
  }
  return batches;
}

/** The way to a door below the root, without the door. */
export function wayTo(door: Door, rootArgs: Args): Question {
  return framed(door, '__typename', [], {}, rootArgs);
}

function framed(
  door: Door,
  inner: string,
  declared: readonly string[],
  args: Args,
  rootArgs: Args,
): Question {
  const root = rootOf(door, rootArgs);
  const head = headOf([...root.declared, ...declared]);
  return { query: `query${head} { ${root.around(inner)} }`, variables: { ...root.variables, ...args } };
}

/** What is written around a door below the root; nothing where the door is a root field. */
function rootOf(
  { name, isRoot, route }: Door,
  rootArgs: Args,
): { around: (inner: string) => string; declared: readonly string[]; variables: Args } {
  if (isRoot) return { around: (inner) => inner, declared: [], variables: {} };
  if (!route) throw new Error(`${name}: no path leads there from the root`);
  const { root, node, fields } = route;
  const call = callOf(root, rootArgs, 'root_');
  return {
    around: (inner) => {
      const within = fields.reduceRight((below, field) => `${field} { ${below} }`, inner);
      return `${call} { ${node === undefined ? within : `... on ${node} { ${within} }`} }`;
    },
    declared: variablesOf(root, rootArgs, 'root_'),
    variables: prefixed(rootArgs, 'root_'),
  };
}

function prefixed(args: Args, prefix: string): Args {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [prefix + name, value]));
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
