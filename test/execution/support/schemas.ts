import {
  buildSchema,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  YearMonthScalar,
} from '../../../src/platform/graphql/scalars';
import { hashOf } from './random';
import type { World } from './world';

interface WorldContext {
  world: World;
}

/** The schema of the API, with made-up resolvers. */
export function ownSchema(): GraphQLSchema {
  const text = readFileSync(path.join(__dirname, '../../../schema/schema.graphql'), 'utf8');
  return inhabited(buildSchema(text), [DateScalar, DateTimeScalar, DecimalScalar, YearMonthScalar]);
}

/** A schema of edge cases. */
export function hostileSchema(): GraphQLSchema {
  return inhabited(
    buildSchema(`
      schema { query: Query mutation: Mutation }
      type Query implements Any {
        id: ID! any: Any anys: [Any!]! either: [Either!] eithers: [[Either]!] matrix: [[Int!]!]! deep: Deep! deeps: [[Deep!]]!
        touchy: Touchy! maybe: Touchy touchies: [Touchy!] named(name: String = "n"): Named!
        echo(input: Input list: [Input!] = [{ e: true }] n: Int! = 5 colour: Colour = RED float: Float text: String = "d"
          nested: [[Int]] touchy: Touchy flag: Boolean! = false): String!
        constructor: String toString(length: Int): Deep! hasOwnProperty: [Deep!]! valueOf(n: Int! m: [Int!]): Named
      }
      type Mutation { first(n: Int): Deep second(input: Input): Deep! third: [Deep!]! fourth: Touchy! fifth(e: Colour!): Either }
      interface Any { id: ID! any: Any }
      interface Named { constructor: String toString(length: Int): Deep! }
      union Either = Deep | Other
      type Deep implements Any & Named { id: ID! any: Any constructor: String toString(length: Int): Deep! deep: Deep deeps: [Deep!]! other: Other! colour: Colour number: Int! numbers: [Int] either: Either! echo(input: Input, n: Int = 1): String }
      type Other implements Any { id: ID! any: Any! deep(n: Int! = 2): Deep! colours: [Colour!]! number: String others: [[Other!]!]! touchy: Touchy! }
      enum Colour { RED GREEN BLUE }
      scalar Touchy
      input Input { a: Int! = 3 b: [Int!] c: Input d: Colour = GREEN e: Boolean! touchy: Touchy f: [[String!]] }
    `),
    [TOUCHY],
  );
}

/** A scalar that throws, and returns undefined for some values. */
const TOUCHY = new GraphQLScalarType({
  name: 'Touchy',
  serialize: (value) => {
    // A function called `then` would make its object a thenable.
    if (typeof value === 'function') return 'a function';
    const digit = String(value).at(-1);
    if (digit === '7') throw new Error('seven');
    if (digit === '5') return undefined;
    if (digit === '3') return null;
    if (digit === '1') throw new GraphQLError('one', { extensions: { code: 'TOUCHY' } });
    return digit === '9' ? { nine: [value] } : value;
  },
  parseValue: (value) => {
    if (value === 12) throw new Error('twelve');
    if (value === 'ten') throw new GraphQLError('ten', { extensions: { code: 'TOUCHY' } });
    return value === '' ? undefined : { value };
  },
  parseLiteral: (node, variables) => ({ value: valueFromASTUntyped(node, variables) }),
});

/** Gives a schema resolvers, resolveType and isTypeOf of all kinds, by the names of its fields and types. */
function inhabited(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): GraphQLSchema {
  for (const { name, serialize, parseValue, parseLiteral } of scalars) {
    Object.assign(schema.getType(name)!, { serialize, parseValue, parseLiteral });
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) inhabitObject(type);
    else if (isAbstractType(type)) inhabitAbstract(type);
  }
  return schema;
}

function inhabitObject(type: GraphQLObjectType): void {
  for (const [name, field] of Object.entries(type.getFields())) {
    if (hashOf(`${type.name}.${name}`) % 3 === 0) continue;
    field.resolve = (_source, args, { world }: WorldContext, info) => world.resolve(args as never, info);
  }
  const isOfType = (value: { __typename?: unknown }): boolean => value.__typename !== 'Nowhere';
  const kind = Math.abs(hashOf(type.name)) % 6;
  if (kind === 0) type.isTypeOf = isOfType;
  if (kind === 1) type.isTypeOf = async (value: { __typename?: unknown }) => Promise.resolve(isOfType(value));
}

function inhabitAbstract(type: GraphQLAbstractType): void {
  const nameOf = (value: { __typename?: string }): string | undefined => value.__typename;
  const kind = Math.abs(hashOf(type.name)) % 4;
  if (kind === 0) type.resolveType = nameOf;
  if (kind === 1) type.resolveType = async (value: { __typename?: string }) => Promise.resolve(nameOf(value));
  if (kind === 2) {
    type.resolveType = (value: { __typename?: string }) => {
      if (value.__typename === 'Query') throw new Error('no type to be found');
      return nameOf(value);
    };
  }
}
