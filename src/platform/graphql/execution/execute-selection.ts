import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  locatedError,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect';
import { type Path, pathToArray } from 'graphql/jsutils/Path';
import type { FieldPlan, SelectionPlan } from './execution-plan';
import { abandon, isPending, isPromise, type MaybePromise } from './promises';
import { argumentsOf, type Data, infoOf, pathTo, type Run } from './run';
import { runtimeTypeOf } from './runtime-type';
import type { LeafShape, Shape } from './shape';

/** Executes the selection on one object. */
export function executeSelection(
  run: Run,
  { fields, objectOf }: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): MaybePromise<Data> {
  const values = new Array<unknown>(fields.length);
  let isAnyPending = false;
  let at = 0;
  try {
    for (const field of fields) {
      const value = executeField(run, field, source, path);
      values[at++] = value;
      if (isPending(value)) isAnyPending = true;
    }
  } catch (error) {
    if (!isAnyPending) throw error;
    return Promise.all(values.slice(0, at))
      .then(objectOf)
      .finally(() => {
        throw error;
      });
  }
  return isAnyPending ? Promise.all(values).then(objectOf) : objectOf(values);
}

/** Resolves and completes a field. */
export function executeField(run: Run, field: FieldPlan, source: unknown, parent: Path | undefined): unknown {
  const { shape } = field;
  let path: Path | undefined;
  try {
    let value: unknown;
    if (field.isPlain) {
      value = isObjectLike(source) ? source[field.name] : undefined;
      // The common case in a page: no path is needed without an error.
      if (shape.kind === 'leaf' && !isPromise(value) && typeof value !== 'function')
        return completeLeaf(field, shape, value);
    }
    path = pathTo(field, parent);
    if (!field.isPlain || typeof value === 'function')
      value = field.resolve(source, argumentsOf(run, field), run.context, infoOf(run, field, path));
    return completed(run, field, shape, path, value);
  } catch (error) {
    return nulled(run, field, shape, path ?? pathTo(field, parent), error);
  }
}

/** Completes a resolved value, or its promise, and handles its errors. */
function completed(run: Run, field: FieldPlan, shape: Shape, path: Path, value: unknown): unknown {
  const result = isPromise(value)
    ? completeLater(run, field, shape, path, value)
    : completeValue(run, field, shape, path, value);
  return isPending(result) ? nulledLater(run, field, shape, path, result) : result;
}

// The closures are in a function of their own: V8 would allocate their context for every value, promise or not.
function completeLater(
  run: Run,
  field: FieldPlan,
  shape: Shape,
  path: Path,
  value: Promise<unknown>,
): Promise<unknown> {
  return Promise.resolve(value).then((settled) => completeValue(run, field, shape, path, settled));
}

function nulledLater(
  run: Run,
  field: FieldPlan,
  shape: Shape,
  path: Path,
  value: Promise<unknown>,
): Promise<unknown> {
  return value.then(undefined, (error: unknown) => nulled(run, field, shape, path, error));
}

function completeValue(run: Run, field: FieldPlan, shape: Shape, path: Path, value: unknown): unknown {
  if (shape.kind === 'leaf') return completeLeaf(field, shape, value);
  if (value instanceof Error) throw value;
  if (value === null || value === undefined) return completeNull(field, shape);
  if (shape.kind === 'list') return completeList(run, field, shape.item, path, value);
  if (shape.kind === 'object') return completeObject(run, field, shape.type, path, value);
  return completeAbstract(run, field, shape.type, path, value);
}

function completeAbstract(
  run: Run,
  field: FieldPlan,
  type: GraphQLAbstractType,
  path: Path,
  value: unknown,
): unknown {
  const info = infoOf(run, field, fieldPathOf(path));
  const completeAs = (name: unknown): MaybePromise<Data> =>
    completeObject(run, field, runtimeTypeOf(name, type, value, info), path, value);
  const name = (type.resolveType ?? defaultTypeResolver)(value, run.context, info, type);
  return isPromise(name) ? Promise.resolve(name).then(completeAs) : completeAs(name);
}

function completeNull(field: FieldPlan, { nonNull }: Shape): null {
  if (!nonNull) return null;
  throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.name}.`);
}

function completeLeaf(field: FieldPlan, shape: LeafShape, value: unknown): unknown {
  if (value === null || value === undefined) return completeNull(field, shape);
  if (value instanceof Error) throw value;
  if (shape.isText && typeof value === 'string') return value;
  const serialized = shape.type.serialize(value);
  if (serialized === null || serialized === undefined) {
    throw new Error(
      `Expected \`${inspect(shape.type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  }
  return serialized;
}

function completeList(
  run: Run,
  field: FieldPlan,
  item: Shape,
  path: Path,
  value: unknown,
): MaybePromise<unknown[]> {
  if (!isIterable(value)) {
    throw new GraphQLError(
      `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.name}".`,
    );
  }
  const items: unknown[] = [];
  let isAnyPending = false;
  try {
    for (const one of value) {
      const itemPath = { prev: path, key: items.length, typename: undefined };
      const result = completeItem(run, field, item, itemPath, one);
      items.push(result);
      if (isPending(result)) isAnyPending = true;
    }
  } catch (error) {
    if (isAnyPending) abandon(items);
    throw error;
  }
  return isAnyPending ? Promise.all(items) : items;
}

function completeItem(run: Run, field: FieldPlan, shape: Shape, path: Path, value: unknown): unknown {
  try {
    return completed(run, field, shape, path, value);
  } catch (error) {
    return nulled(run, field, shape, path, error);
  }
}

function completeObject(
  run: Run,
  field: FieldPlan,
  type: GraphQLObjectType,
  path: Path,
  value: unknown,
): MaybePromise<Data> {
  const selection = field.selectionOf(type, run.variables);
  return type.isTypeOf
    ? executeIfOfType(run, field, selection, type, path, value)
    : executeSelection(run, selection, value, path);
}

function executeIfOfType(
  run: Run,
  field: FieldPlan,
  selection: SelectionPlan,
  type: GraphQLObjectType,
  path: Path,
  value: unknown,
): MaybePromise<Data> {
  const executeIf = (isOfType: boolean): MaybePromise<Data> => {
    if (isOfType) return executeSelection(run, selection, value, path);
    throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
      nodes: field.nodes,
    });
  };
  const isOfType = type.isTypeOf?.(value, run.context, infoOf(run, field, fieldPathOf(path))) ?? true;
  return isPromise(isOfType) ? Promise.resolve(isOfType).then(executeIf) : executeIf(isOfType);
}

/** Null instead of a failed value where it is nullable; otherwise throws the error on to its parent. */
function nulled(run: Run, field: FieldPlan, { nonNull }: Shape, path: Path, cause: unknown): null {
  const error = locatedError(cause, field.nodes, pathToArray(path));
  if (nonNull) throw error;
  run.errors.add(error, path);
  return null;
}

/** The path of the field at whose value, or at an item of which, a path ends. */
function fieldPathOf(path: Path): Path {
  let field = path;
  while (typeof field.key === 'number' && field.prev) field = field.prev;
  return field;
}

function isObjectLike(value: unknown): value is Data {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Symbol.iterator in value &&
    typeof value[Symbol.iterator] === 'function'
  );
}
