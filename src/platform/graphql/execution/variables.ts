import {
  coerceInputValue,
  GraphQLError,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  valueFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect';
import { coerceValidInput, NOT_COERCED } from './input-coercion';

/** The coerced values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** The coerced variables of a request, or their errors. */
export type CoercedVariables =
  | { readonly variables: Variables; readonly errors?: never }
  | { readonly errors: readonly GraphQLError[]; readonly variables?: never };

/** Errors of one request, and characters of each, at most: the input may be as long as a body. */
const MAX_ERRORS = 5;
const MAX_MESSAGE_LENGTH = 300;
/** How much of a value a message of graphql-js shows: levels, and items of a list. */
const SHOWN_DEPTH = 3;
const SHOWN_ITEMS = 10;

/** Thrown to end coercion once there are enough errors. */
const ENOUGH = new Error('There are enough errors of variables');

/**
 * Coerces the variables of a request as graphql-js does and with its messages, in time and memory linear in the size of
 * the input, however much of it is wrong.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
  hideSuggestions: boolean,
): CoercedVariables {
  const errors: GraphQLError[] = [];
  const variables = Object.create(null) as Record<string, unknown>;
  const report = (definition: VariableDefinitionNode, message: string, cause?: GraphQLError): void => {
    errors.push(
      new GraphQLError(shortened(message), { nodes: definition, ...(cause && { originalError: cause }) }),
    );
    if (errors.length === MAX_ERRORS) throw ENOUGH;
  };
  try {
    for (const definition of variableDefinitions) {
      coerceOne(schema, definition, given, variables, hideSuggestions, report);
    }
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return errors.length === 0 ? { variables } : { errors };
}

function coerceOne(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  given: Variables,
  variables: Record<string, unknown>,
  hideSuggestions: boolean,
  report: (definition: VariableDefinitionNode, message: string, cause?: GraphQLError) => void,
): void {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) {
    report(
      definition,
      `Variable "$${name}" expected value of type "${print(definition.type)}" which cannot be used as an input type.`,
    );
    return;
  }
  if (!Object.hasOwn(given, name)) {
    if (definition.defaultValue) variables[name] = valueFromAST(definition.defaultValue, type);
    else if (isNonNullType(type)) {
      report(definition, `Variable "$${name}" of required type "${inspect(type)}" was not provided.`);
    }
    return;
  }
  const value = given[name];
  if (value === null && isNonNullType(type)) {
    report(definition, `Variable "$${name}" of non-null type "${inspect(type)}" must not be null.`);
    return;
  }
  const coerced = coerceValidInput(type, value);
  if (coerced !== NOT_COERCED) {
    variables[name] = coerced;
    return;
  }
  // An object with fields that its type does not have is reported once for each of them: its excerpt is made once.
  const excerpts = new Map<unknown, string>();
  variables[name] = coerceInputValue(
    value,
    type,
    (path, invalid, error) => {
      const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
      const at = place === '' ? '' : ` at "${name}${place}"`;
      const shown = excerpts.get(invalid) ?? inspect(excerptOf(invalid, SHOWN_DEPTH));
      excerpts.set(invalid, shown);
      report(definition, `Variable "$${name}" got invalid value ${shown}${at}; ${error.message}`, error);
    },
    hideSuggestions,
  );
}

/** The part of a value that a message can show. */
function excerptOf(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, MAX_MESSAGE_LENGTH);
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.slice();
    for (let at = 0; at < Math.min(items.length, SHOWN_ITEMS); at++)
      items[at] = excerptOf(items[at], depth - 1);
    return items;
  }
  const excerpt = Object.create(null) as Record<string, unknown>;
  let length = 0;
  for (const key in value) {
    excerpt[key] = excerptOf((value as Record<string, unknown>)[key], depth - 1);
    length += key.length + 1;
    if (length > MAX_MESSAGE_LENGTH) break;
  }
  return excerpt;
}

function shortened(message: string): string {
  if (message.length <= MAX_MESSAGE_LENGTH) return message;
  return `${message.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
