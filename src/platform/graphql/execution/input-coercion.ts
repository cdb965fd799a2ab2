import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** Marks a value that its type does not accept, or that is left to graphql-js. */
export const NOT_COERCED = Symbol('not coerced');

type Coercer = (value: unknown) => unknown;

const coercers = new WeakMap<GraphQLInputType, Coercer>();

/**
 * Coerces a valid input value as coerceInputValue of graphql-js does, in a fifth of its time: it keeps no path to the
 * value, so an invalid one is left to graphql-js to report.
 */
export function coerceValidInput(type: GraphQLInputType, value: unknown): unknown {
  return coercerOf(type)(value);
}

function coercerOf(type: GraphQLInputType): Coercer {
  let coercer = coercers.get(type);
  if (!coercer) {
    // Input types may be recursive: the inner ones are looked up when they are needed.
    coercer = coercerFor(type);
    coercers.set(type, coercer);
  }
  return coercer;
}

function coercerFor(type: GraphQLInputType): Coercer {
  if (isNonNullType(type)) {
    const coerce = coercerOf(type.ofType);
    return (value) => (value == null ? NOT_COERCED : coerce(value));
  }
  if (isListType(type)) return coercerOfList(coercerOf(type.ofType));
  if (isInputObjectType(type)) return coercerOfObject(type);
  return (value) => {
    if (value == null) return null;
    try {
      const coerced: unknown = type.parseValue(value);
      return coerced === undefined ? NOT_COERCED : coerced;
    } catch {
      return NOT_COERCED;
    }
  };
}

function coercerOfList(coerce: Coercer): Coercer {
  return (value) => {
    if (value == null) return null;
    const items: unknown[] = [];
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const coerced = coerce(item);
      if (coerced === NOT_COERCED) return NOT_COERCED;
      items.push(coerced);
    }
    return items;
  };
}

interface InputField {
  name: string;
  coerce: Coercer;
  defaultValue: unknown;
  isRequired: boolean;
}

function coercerOfObject(type: GraphQLInputObjectType): Coercer {
  if (type.isOneOf) return (value) => (value == null ? null : NOT_COERCED);
  let known: readonly InputField[] | undefined;
  return (value) => {
    if (value == null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return NOT_COERCED;
    known ??= Object.values(type.getFields()).map((field) => ({
      name: field.name,
      coerce: coercerOf(field.type),
      defaultValue: field.defaultValue,
      isRequired: isRequiredInputField(field),
    }));
    return coerceObject(known, value as Record<string, unknown>);
  };
}

function coerceObject(known: readonly InputField[], given: Record<string, unknown>): unknown {
  const coerced: Record<string, unknown> = {};
  let found = 0;
  for (const { name, coerce, defaultValue, isRequired } of known) {
    const value = given[name];
    if (value === undefined) {
      if (defaultValue !== undefined) coerced[name] = defaultValue;
      else if (isRequired) return NOT_COERCED;
      continue;
    }
    const inner = coerce(value);
    if (inner === NOT_COERCED) return NOT_COERCED;
    coerced[name] = inner;
    found += 1;
  }
  // A field beyond those found is not one of the type.
  return Object.keys(given).length === found ? coerced : NOT_COERCED;
}
