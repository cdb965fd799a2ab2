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
import type { Args, EntryPoint } from './schema';

export interface Question {
  query: string;
  variables: Args;
}

/** The operation that goes through an entry point; `rootArgs` are those of the root field by which it is come to. */
export function questionAt(entryPoint: EntryPoint, args: Args, rootArgs: Args = {}, depth = 3): Question {
  const inner =
    callOf(entryPoint.field, args) +
    selectionOf(entryPoint.field.type, depth, declaredAction(entryPoint.field));
  if (!entryPoint.isRoot)
    return framed(entryPoint, inner, variablesOf(entryPoint.field, args), args, rootArgs);
  const head = headOf(variablesOf(entryPoint.field, args));
  return { query: `${entryPoint.isMutation ? 'mutation' : 'query'}${head} { ${inner} }`, variables: args };
}

/** What the API takes in one operation: twelve aliases, a thousand fields. */
const MAX_ALIASES = 12;
const MAX_FIELDS = 950;

/** A call through an entry point; `rootArgs` are those of the root field by which it is reached. */
export interface Call {
  entryPoint: EntryPoint;
  args: Args;
  rootArgs: Args;
}

/** The first of some calls, as many as one operation takes, behind the aliases `c0`, `c1` … All are queries, or mutations. */
export function batchOf(calls: readonly Call[], depth = 3): Question & { size: number } {
  const fragments = new Map<string, string>();
  const asked: string[] = [];
  const declared: string[] = [];
  const variables: Args = {};
  let fields = 0;
  for (const { entryPoint, args, rootArgs } of calls.slice(0, MAX_ALIASES)) {
    const { field, route } = entryPoint;
    const selection = selectionOf(field.type, depth, declaredAction(field));
    fields += (selection.match(/\w+/g)?.length ?? 0) + (route?.fields.length ?? 0) + 4;
    if (fields > MAX_FIELDS && asked.length > 0) break;
    const alias = `c${asked.length}`;
    const root = rootOf(entryPoint, rootArgs, `${alias}_root_`);
    const call =
      callOf(field, args, `${alias}_`) + spreadOf(selection, getNamedType(field.type).name, fragments);
    asked.push(`${alias}: ${root.around(call)}`);
    declared.push(...root.declared, ...variablesOf(field, args, `${alias}_`));
    Object.assign(variables, root.variables, prefixed(args, `${alias}_`));
  }
  const operation = calls[0]?.entryPoint.isMutation ? 'mutation' : 'query';
  const query = `${operation}${headOf(declared)} { ${asked.join(' ')} }${[...fragments.values()].join('')}`;
  return { size: asked.length, query, variables };
}

/** Spreads the fragment of a selection, which is added to `fragments` unless it is there. */
function spreadOf(selection: string, type: string, fragments: Map<string, string>): string {
  if (selection === '') return '';
  const names = [...fragments.keys()];
  const name = `F${fragments.has(selection) ? names.indexOf(selection) : names.length}`;
  fragments.set(selection, ` fragment ${name} on ${type}${selection}`);
  return ` { ...${name} }`;
}

/** The way to an entry point below the root, without the entry point. */
export function wayTo(entryPoint: EntryPoint, rootArgs: Args): Question {
  return framed(entryPoint, '__typename', [], {}, rootArgs);
}

function framed(
  entryPoint: EntryPoint,
  inner: string,
  declared: readonly string[],
  args: Args,
  rootArgs: Args,
): Question {
  const root = rootOf(entryPoint, rootArgs);
  const head = headOf([...root.declared, ...declared]);
  return { query: `query${head} { ${root.around(inner)} }`, variables: { ...root.variables, ...args } };
}

/** What is written around an entry point below the root; nothing where the entry point is a root field. */
function rootOf(
  { name, isRoot, route }: EntryPoint,
  rootArgs: Args,
  prefix = 'root_',
): { around: (inner: string) => string; declared: readonly string[]; variables: Args } {
  if (isRoot) return { around: (inner) => inner, declared: [], variables: {} };
  if (!route) throw new Error(`${name}: no path leads there from the root`);
  const { root, node, fields } = route;
  const call = callOf(root, rootArgs, prefix);
  return {
    around: (inner) => {
      const within = fields.reduceRight((below, field) => `${field} { ${below} }`, inner);
      return `${call} { ${node === undefined ? within : `... on ${node} { ${within} }`} }`;
    },
    declared: variablesOf(root, rootArgs, prefix),
    variables: prefixed(rootArgs, prefix),
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
 * further entry points that assert the same.
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
