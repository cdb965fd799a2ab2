import fc from 'fast-check';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { coerceVariables } from '../execution/variables';
import { OPERATION_LIMITS } from './document-limits';
import { brokenLimit } from './document-size';
import { costOf as costOfSelected } from './operation-cost';
import { planOperation, type OperationPlan } from './operation-plan';

const schema = buildSchema(`
  type Query { thing: Thing! things: [Thing!]! page(first: Int = 20): Page! search(input: Search!): Rows! led(first: Int = 20): Leading! any: Any either: Either }
  type Mutation { write(input: Batch!): Written! touch: Boolean! make: Thing! }
  interface Any { id: ID! other: Thing }
  union Either = Thing | Page
  type Thing implements Any { id: ID! other: Thing things: [Thing!]! counted: Int cells: [Cell!]! }
  type Cell { id: ID! }
  type Page { nodes: [Thing!]! edges: [Edge!]! thing: Thing }
  type Edge { node: Thing! }
  input Search { first: Int = 30 word: String }
  type Leading { thing: Thing! found: Found! }
  type Found { nodes: [Thing!]! pageInfo: Info! }
  type Info { end: ID }
  type Rows { rows: [Thing!]! }
  input Batch { items: [String!]! }
  type Written { items: [Thing!]! }
`);
// Set as the decorator does it.
const hint = (path: string, cost: object): void => {
  const [type = '', field] = path.split('.');
  const found = schema.getType(type) as {
    extensions: object;
    getFields: () => Record<string, { extensions: object }>;
  };
  (field === undefined ? found : found.getFields()[field]!).extensions = { cost };
};
hint('Thing.counted', { weight: 5 });
hint('Cell', { weight: 0.01, size: 50 });
hint('Query.search', { sizedBy: 'input.first' });
hint('Mutation.write', { weight: 7, sizedBy: 'input.items', each: 2 });

function planOf(text: string): OperationPlan {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return planOperation(schema, document, getOperationAST(document)!);
}

function costOf(text: string, given = {}): number {
  const { variables, errors } = coerceVariables(schema, getOperationAST(parse(text))!, given, false);
  expect(errors).toBeUndefined();
  return costOfSelected(planOf(text).selected, variables!);
}

test.each([
  ['an object costs one', '{ thing { id } }', 1],
  ['an object in an object costs two', '{ thing { other { id } } }', 2],
  ['a list that nothing is known of is taken for ten', '{ things { id } }', 10],
  ['a list of a type that says how many there are', '{ thing { cells { id } } }', 1.5],
  ['a scalar that has to be worked out', '{ thing { counted } }', 6],
  ['a page of its usual size', '{ page { nodes { id } } }', 1 + 20],
  ['a page by edges', '{ page(first: 3) { edges { node { id } } } }', 1 + 3 * 2],
  ['an object of a page, which there is but one of', '{ page(first: 3) { thing { id } } }', 2],
  [
    'a list of the things on a page, which is no page',
    '{ page(first: 3) { nodes { things { id } } } }',
    1 + 3 * 11,
  ],
  ['a size inside an input', '{ search(input: { first: 4 }) { rows { id } } }', 1 + 4],
  ['a size left out of an input', '{ search(input: { word: "a" }) { rows { id } } }', 1 + 30],
  ['a list of an input', 'mutation { write(input: { items: ["a", "b"] }) { items { id } } }', 7 + 2 * 2 + 2],
  [
    'one thing where a list is expected',
    'mutation { write(input: { items: "a" }) { items { id } } }',
    7 + 2 + 1,
  ],
  ['a page that a field leads to', '{ led(first: 4) { found { nodes { id } } } }', 1 + 1 + 4],
  ['what a page is found beside', '{ led(first: 4) { thing { things { id } } } }', 1 + 1 + 10],
  ['a write', 'mutation { touch }', 50],
  ['a write, and what is selected of its answer', 'mutation { make { id other { id } } }', 51],
  [
    'an interface, with what is selected of one of its types',
    '{ any { id ... on Thing { other { id } } } }',
    2,
  ],
  ['a union', '{ either { ... on Page { thing { id } } } }', 2],
  ['__typename', '{ __typename thing { __typename } }', 1],
])('%s', (_, text, cost) => {
  expect(costOf(text)).toBeCloseTo(cost, 6);
});

test.each([
  ['in the whole input', 'query($i: Search!) { search(input: $i) { rows { id } } }', { i: { first: 6 } }, 7],
  ['in the whole input, left out', 'query($i: Search!) { search(input: $i) { rows { id } } }', { i: {} }, 31],
  ['within an input', 'query($n: Int) { search(input: { first: $n }) { rows { id } } }', { n: 8 }, 9],
  [
    'as a list',
    'mutation($l: [String!]!) { write(input: { items: $l }) { items { id } } }',
    { l: ['a', 'b', 'c'] },
    16,
  ],
  [
    'as a list of a default',
    'mutation($l: [String!]! = ["a"]) { write(input: { items: $l }) { items { id } } }',
    {},
    10,
  ],
])('a variable tells a size %s', (_, text, variables, cost) => {
  expect(costOf(text, variables)).toBe(cost);
});

test('an interface’s fragment on the same object is not charged twice, and no fragment hides behind another type', () => {
  const both = `{ any { ...A ... on Thing { ...A } } } fragment A on Any { ... on Thing { other { id } } }`;
  expect(costOf(both)).toBe(2);
  const hidden = `{ either { ... on Page { thing { id } } ... on Thing { ...A } } } fragment A on Any { other { other { id } } }`;
  expect(costOf(hidden)).toBe(4);
});

test('with fragments or without, with aliases or in another order, the cost is the same', () => {
  interface Tree {
    kids: Tree[];
    spread: 'no' | 'inline' | 'named';
  }
  const treeOf = fc.memo((levels): fc.Arbitrary<Tree> =>
    fc.record({
      kids: levels === 1 ? fc.constant([]) : fc.array(treeOf(levels - 1), { maxLength: 2 }),
      spread: fc.constantFrom('no', 'inline', 'named'),
    }),
  );
  fc.assert(
    fc.property(treeOf(5), fc.integer({ min: 1, max: 50 }), (root, first) => {
      const fragments: string[] = [];
      let aliases = 0;
      const plain = (one: Tree): string =>
        `id ${one.kids.map((kid, index) => `${index === 0 ? 'other' : 'things'} { ${plain(kid)} }`).join(' ')}`;
      const dressed = (one: Tree): string => {
        const kids = one.kids.map((kid, index) => {
          const alias = aliases < 12 ? `a${(aliases += 1)}: ` : '';
          return `${alias}${index === 0 ? 'other' : 'things'} { ${dressed(kid)} }`;
        });
        const inside = `${kids.reverse().join(' ')} id`;
        if (one.spread === 'no') return inside;
        if (one.spread === 'inline') return `... on Thing { ... { ${inside} } }`;
        const name = `F${fragments.length}`;
        fragments.push(`fragment ${name} on Thing { ${inside} }`);
        return `...${name}`;
      };
      const text = (inside: string): string => `{ page(first: ${first}) { nodes { ${inside} } } }`;
      const one = text(plain(root));
      const other = `${text(dressed(root))} ${fragments.join(' ')}`;
      fc.pre([one, other].every((document) => brokenLimit(parse(document), OPERATION_LIMITS) === null));
      expect(costOf(other)).toBeCloseTo(costOf(one), 6);
    }),
  );
});

test('conditions change neither the cost nor the depth of an operation', () => {
  const conditional = `query($yes: Boolean = false) {
    thing { ... on Thing @include(if: false) { other { id } } ...F @skip(if: $yes) } }
    fragment F on Thing { things @include(if: $yes) { id } }`;
  const plain = '{ thing { other { id } things { id } } }';
  expect(costOf(conditional, { yes: false })).toBe(costOf(plain));
  expect(planOf(conditional).depth).toBe(planOf(plain).depth);
});

test('introspection is detected at any position, and nothing else counts as introspection', () => {
  const asks = (text: string): boolean => planOf(text).introspects;
  expect(asks('{ ...F } fragment F on Query { ... { x: __type(name: "Thing") { name } } }')).toBe(true);
  expect(asks('{ __typename __schema: thing { ...__schema } } fragment __schema on Thing { id }')).toBe(
    false,
  );
});
