import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from '../calendar';
import { parseDecimal } from '../decimal';

function textScalar(
  name: string,
  description: string,
  parse: (value: string) => string | null,
  example: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : null;
    if (parsed === null) throw new GraphQLError(`${name} must be like ${example}`);
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

export const DateScalar = textScalar(
  'Date',
  'Calendar date, YYYY-MM-DD.',
  (value) => (isDay(value) ? value : null),
  '"2024-05-01"',
);

export const YearMonthScalar = textScalar(
  'YearMonth',
  'Calendar month, YYYY-MM.',
  (value) => (/^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`) ? value : null),
  '"2024-05"',
);

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Instant, RFC 3339, UTC.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

function readInstant(value: unknown): Date {
  const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
  const day = typeof value === 'string' ? pattern.exec(value)?.[1] : undefined;
  // JavaScript takes the 30th of February for the 1st of March.
  const instant = day !== undefined && isDay(day) ? new Date(String(value)) : null;
  if (!instant || Number.isNaN(instant.getTime())) {
    throw new GraphQLError('DateTime must be like "2024-05-01T08:30:00Z"');
  }
  return instant;
}

export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: `Exact decimal number, serialised as a string, never rounded through a float. Input: a string or an integer, read by value (37.00 is a whole number).
Output: percent and CNY with two decimals, others without trailing zeros.`,
  serialize: (value) => String(value),
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    return readDecimal(typeof value === 'string' ? value : null);
  },
  parseLiteral: (node: ValueNode) =>
    readDecimal(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null),
});

function readDecimal(value: string | null): string {
  const parsed = value === null ? null : parseDecimal(value);
  if (parsed === null) {
    throw new GraphQLError(
      'Decimal must be a string or an integer like "37.50" or 37, never a fraction without quotes',
    );
  }
  return parsed;
}
