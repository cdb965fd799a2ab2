import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { declaredAction } from '../../../src/platform/graphql/declared-action';

/** An entry point: a root field, a field with arguments, or one that declares what it asserts. */
export interface EntryPoint {
  /** `Query.agreement`, `Agreement.completion` */
  name: string;
  type: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  isRoot: boolean;
  isMutation: boolean;
  /** The path to an entry point below the root; undefined for a root field. */
  route: Route | undefined;
}

/** A way from the root: by node(id) to a type of node, or by another field; then fields one below the other. */
export interface Route {
  root: GraphQLField<unknown, unknown>;
  node?: string;
  fields: readonly string[];
}

interface Step {
  name: string;
  isList: boolean;
}

/** A position of a value in what an entry point takes: `Mutation.setTargets(input.targets.zoneId)`. */
export interface Position {
  name: string;
  entryPoint: EntryPoint;
  path: readonly Step[];
  type: GraphQLNamedInputType;
  /** The input type that has the field; undefined for an argument. */
  owner: string | undefined;
}

export type Args = Record<string, unknown>;

export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

export function entryPointsOf(schema: GraphQLSchema): EntryPoint[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const routes = routesOf(schema);
  return objectTypes(schema).flatMap((type) => {
    const isRoot = roots.includes(type);
    return Object.values(type.getFields())
      .filter((field) => isRoot || field.args.length > 0 || declaredAction(field) !== undefined)
      .map((field) => ({
        name: `${type.name}.${field.name}`,
        type,
        field,
        isRoot,
        isMutation: type === schema.getMutationType(),
        route: isRoot ? undefined : routes.get(type.name),
      }));
  });
}

function isNode(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

/** The shortest way to each type: from nodes, agreements before all others; else from a root field. */
function routesOf(schema: GraphQLSchema): Map<string, Route> {
  const { node, ...others } = schema.getQueryType()!.getFields();
  const nodes = objectTypes(schema)
    .filter(isNode)
    .map(({ name }) => name);
  const first = nodes.filter((name) => name === 'Agreement');
  const routes = new Map<string, Route>(
    [...first, ...nodes].map((name) => [name, { root: node!, node: name, fields: [] }]),
  );
  follow(schema, routes);
  for (const root of Object.values(others)) {
    const type = getNamedType(root.type);
    if (isObjectType(type) && !routes.has(type.name)) routes.set(type.name, { root, fields: [] });
  }
  follow(schema, routes);
  return routes;
}

/** A map goes on to what is added to it on the way. */
function follow(schema: GraphQLSchema, routes: Map<string, Route>): void {
  for (const [name, route] of routes) {
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || routes.has(next.name) || field.args.some(isRequiredArgument)) continue;
      routes.set(next.name, { ...route, fields: [...route.fields, field.name] });
    }
  }
}

/** Every value that an entry point takes, however deep. */
export function positionsOf(entryPoint: EntryPoint): Position[] {
  const walk = (
    input: GraphQLArgument | GraphQLInputField,
    before: readonly Step[],
    owner: string | undefined,
    within: readonly string[],
  ): Position[] => {
    const type = getNamedType(input.type);
    const path = [...before, { name: input.name, isList: isList(input.type) }];
    if (!isInputObjectType(type)) {
      const name = `${entryPoint.name}(${path.map((step) => step.name).join('.')})`;
      return [{ name, entryPoint, path, type, owner }];
    }
    if (within.includes(type.name)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      walk(field, path, type.name, [...within, type.name]),
    );
  };
  return entryPoint.field.args.flatMap((argument) => walk(argument, [], undefined, []));
}

export function idPositionsOf(entryPoint: EntryPoint): Position[] {
  return positionsOf(entryPoint).filter(({ type }) => type.name === 'ID');
}

function isList(type: GraphQLInputType): boolean {
  return isListType(getNullableType(type));
}

/** The same arguments with another value at one place; objects on the way are made where they are missing. */
export function withValueAt(args: Args, path: readonly Step[], value: unknown): Args {
  const [step, ...rest] = path;
  if (!step) return args;
  const inner = (before: unknown): unknown =>
    rest.length === 0 ? value : withValueAt((before ?? {}) as Args, rest, value);
  const before = args[step.name];
  if (!step.isList) return { ...args, [step.name]: inner(before) };
  const [first, ...others] = (before ?? []) as unknown[];
  return { ...args, [step.name]: [inner(first), ...others] };
}

/** The values at a place, however many lists lie on the way; none where nothing is given. */
export function valuesAt(value: unknown, path: readonly Step[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [step, ...rest] = path;
  return step ? valuesAt((value as Args)[step.name], rest) : [value];
}
