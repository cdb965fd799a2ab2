import { buildSchema } from 'graphql';
import { describeApi } from '../../src/api';
import { declaredAction, requireDeclaredActions } from '../../src/platform/graphql/declared-action';
import { Assertions, declarationFindings } from './support/assertions';
import { doorsOf } from './support/schema';
import { findingsIn, serviceFindings } from './support/services';
import { type Matrix, startMatrix } from './support/world';
import { mayPass } from './verdicts';

/** What a door declares that it asserts, and what is asserted when somebody goes through it. */
let matrix: Matrix;
let assertions: Assertions;
beforeAll(async () => {
  matrix = await startMatrix();
  assertions = new Assertions();
});
afterAll(async () => {
  assertions.stop();
  await matrix.close();
});

const outside = { column: 'outside', role: null, isKey: false } as const;
const doors = doorsOf(describeApi());
const closed = doors.filter(({ name }) => !mayPass(name, outside));

test.each(closed.map((door) => [door.name, door] as const))(
  '%s asserts what it declares',
  async (_, door) => {
    expect(declaredAction(door.field)).toBeDefined();
    expect(await declarationFindings(matrix, door, assertions)).toEqual([]);
  },
);

test('a declaration that is false is found out', async () => {
  const door = doors.find(({ name }) => name === 'Query.agreement')!;
  const lying = { ...door, field: { ...door.field, extensions: { action: 'viewer.read' } } };
  expect(await declarationFindings(matrix, lying, assertions)).toEqual([
    'Query.agreement declares viewer.read and asserts first agreement.read',
  ]);
});

test('every method of a service that is given a caller asserts an action first', () => {
  expect(serviceFindings()).toEqual([]);
});

test('a method that forgets to is found', () => {
  const service = (body: string): string[] =>
    findingsIn(
      'x.service.ts',
      `class XService { async read(caller: Caller, id: string) { ${body} } }
      async function careful(caller: Caller) { return caller.assert('x.read'); }
      async function careless(caller: Caller) { return caller.language; }`,
    );
  const found = ['x.service.ts: read() is given a caller and does not first assert an action'];
  expect(service(`const member = caller.assert('x.read'); return member;`)).toEqual([]);
  expect(service('return careful(caller);')).toEqual([]);
  expect(service('return this.others.read(caller, id);')).toEqual([]);
  expect(service('return this.repository.read(id);')).toEqual(found);
  expect(service(`await this.look(id); caller.assert('x.read');`)).toEqual(found);
  expect(service('return careless(caller);')).toEqual(found);
  expect(service('return this.read(caller, id);')).toEqual(found);
});

test('a schema with a door that declares nothing is not built', () => {
  const schema = buildSchema(`
    type Query { open: Int closed: Int } type Mutation { do: Int } type Thing { plain: Int some(first: Int): Int }
  `);
  const lacks = (name: string): string =>
    `${name} declares no action: write @Asserts('…') above its method (src/access/asserts.ts)`;
  expect(() => requireDeclaredActions(schema, ['Query.open', 'Query.gone'])).toThrow(
    new Error(
      [
        ...['Query.closed', 'Mutation.do', 'Thing.some'].map(lacks),
        'Query.gone is open to everyone, yet there is no such field',
      ].join('\n'),
    ),
  );
});
