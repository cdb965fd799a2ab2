import {
  type GraphQLInputType,
  type GraphQLLeafType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Random } from './random';

/** Legal literals of scalars. */
const LITERALS: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '1', '-7', '50', '1000'],
  Float: ['0.5', '3', '-1e3'],
  String: ['""', '"a"', '"街道"', '"""b\n c"""'],
  ID: ['"x"', '5'],
  Boolean: ['true', 'false'],
  Date: ['"2024-05-01"'],
  YearMonth: ['"2024-05"'],
  DateTime: ['"2024-05-01T08:30:00Z"'],
  Decimal: ['"1.50"', '37'],
};
const OTHER_LITERALS = ['"calm"', '12', '[1, {a: 2}]'];

/** Values of all kinds, for positions of another type. */
const ANYTHING: readonly unknown[] = [
  null,
  0,
  1.5,
  -1,
  2 ** 40,
  '',
  'ten',
  'x'.repeat(400),
  true,
  [],
  [[1]],
  [null],
  {},
  { a: { b: [1, { c: 2 }] } },
  Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`unknown${at}`, at])),
  JSON.parse('{"__proto__": 1}') as unknown,
  Array.from({ length: 20 }, (_, at) => `item ${at}`),
];

/** A literal of an input type; `variable` may replace any part by a variable. */
export function literalOf(
  type: GraphQLInputType,
  random: Random,
  variable: (type: GraphQLInputType, hasDefault: boolean) => string | null,
  hasDefault = false,
  levels = 3,
): string {
  const name = variable(type, hasDefault);
  if (name !== null) return name;
  if (isNonNullType(type))
    return (
      literalOf(type.ofType, random, variable, hasDefault, levels).replace(/^null$/, '') ||
      literalOf(type, random, () => null, hasDefault, levels)
    );
  if (random.chance(0.08)) return 'null';
  if (isListType(type)) {
    const item = type.ofType;
    if (random.chance(0.1)) return literalOf(item, random, () => null, false, levels);
    return `[${Array.from({ length: random.int(3) }, () => literalOf(item, random, variable, false, levels)).join(' ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        (isNonNullType(field.type) && field.defaultValue === undefined) || (levels > 0 && random.chance(0.5)),
    );
    const parts = fields.map(
      (field) =>
        `${field.name}: ${literalOf(field.type, random, variable, field.defaultValue !== undefined, levels - 1)}`,
    );
    return `{ ${parts.join(' ')} }`;
  }
  return leafLiteral(type, random);
}

function leafLiteral(type: GraphQLLeafType, random: Random): string {
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  return random.pick(LITERALS[type.name] ?? OTHER_LITERALS);
}

/** A value of a variable as a client sends it, mostly a legal one. */
export function jsonOf(type: GraphQLInputType, random: Random, levels = 3): unknown {
  if (random.chance(0.03)) return random.pick(ANYTHING);
  if (isNonNullType(type)) {
    const value = jsonOf(type.ofType, random, levels);
    return value === null && random.chance(0.9) ? jsonOf(type, random, levels) : value;
  }
  if (random.chance(0.08)) return null;
  if (isListType(type)) {
    const item = type.ofType;
    if (random.chance(0.1)) return jsonOf(item, random, levels);
    return Array.from({ length: random.int(4) }, () => jsonOf(item, random, levels));
  }
  if (isInputObjectType(type)) {
    const value: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const isDue = isNonNullType(field.type) && field.defaultValue === undefined;
      if (random.chance(isDue ? 0.98 : 0.4) && (isDue || levels > 0))
        value[field.name] = jsonOf(field.type, random, levels - 1);
    }
    if (random.chance(0.02)) value[random.pick(['constructor', 'nmae', 'toString'])] = 1;
    return value;
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  const literal = random.pick(LITERALS[type.name] ?? ['"calm"', '12']);
  return literal.startsWith('"""') ? 'block' : (JSON.parse(literal) as unknown);
}
