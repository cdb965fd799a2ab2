import {
  type ArgumentNode,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** How many something is: known from the document, or told by a variable. */
export type Size = number | SizeOfVariable;

export interface SizeOfVariable {
  variable: string;
  /** Where in the variable's value. */
  path: readonly string[];
  /** Where the variable is null, or is not a size. */
  fallback: number;
  /** Where the variable is not given. */
  absent: number;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Taken where neither the document nor the schema says how many. */
const UNSAID = 100;
/** No page is longer: whoever asks for more is told so by the field itself. */
const LONGEST_PAGE = 1000;

/** What the arguments of a field say at a path (`first`, `input.records`), or else what the schema has them say. */
export function sizeOfArgument(
  field: GraphQLField<unknown, unknown>,
  given: readonly ArgumentNode[],
  operation: OperationDefinitionNode,
  path: string,
): Size {
  const [name = '', ...rest] = path.split('.');
  const value = given.find((argument) => argument.name.value === name)?.value;
  return sizeOfValue(value, rest, defaultSize(field, name, rest), operation);
}

/** The size that a request's variables give. */
export function sizeNow(size: Size, variables: Variables): number {
  if (typeof size === 'number') return size;
  const value = variables[size.variable];
  if (value === undefined) return size.absent;
  return sizeIn(value, size.path) ?? size.fallback;
}

function sizeOfValue(
  value: ValueNode | undefined,
  path: readonly string[],
  fallback: number,
  operation: OperationDefinitionNode,
): Size {
  if (value === undefined) return fallback;
  if (value.kind === Kind.VARIABLE) {
    const variable = value.name.value;
    const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === variable);
    const said = definition?.defaultValue && valueFromASTUntyped(definition.defaultValue);
    return { variable, path, fallback, absent: sizeIn(said, path) ?? fallback };
  }
  const [name, ...rest] = path;
  if (value.kind === Kind.OBJECT && name !== undefined) {
    const part = value.fields.find((field) => field.name.value === name);
    return sizeOfValue(part?.value, rest, fallback, operation);
  }
  // Lists with variables in them are as long as they look.
  if (value.kind === Kind.LIST) return value.values.length;
  return sizeIn(valueFromASTUntyped(value), path) ?? fallback;
}

/** What the schema's defaults say: the null of a client means the default too. */
function defaultSize(field: GraphQLField<unknown, unknown>, name: string, path: readonly string[]): number {
  const argument = field.args.find((one) => one.name === name);
  let value = argument?.defaultValue;
  let type: GraphQLInputType | undefined = argument?.type;
  for (const part of path) {
    const object = type && getNullableType(type);
    const inner = isInputObjectType(object) ? object.getFields()[part] : undefined;
    value = partOf(value, part) ?? inner?.defaultValue;
    type = inner?.type;
  }
  return sizeIn(value, []) ?? UNSAID;
}

function sizeIn(value: unknown, path: readonly string[]): number | undefined {
  let found = value;
  for (const part of path) found = partOf(found, part);
  if (found === undefined || found === null) return undefined;
  if (Array.isArray(found)) return found.length;
  // One thing where a list is expected is a list of one. Anything else that is no number is refused for its type.
  if (typeof found !== 'number' || Number.isNaN(found)) return 1;
  return Math.min(Math.max(found, 1), LONGEST_PAGE);
}

function partOf(value: unknown, part: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
}
