import { buildSchema } from 'graphql';
import { requireDeclaredActions } from '../../src/platform/graphql/declared-action';
import { findingsIn, serviceFindings } from './support/services';

/** What services and the schema have to declare and assert, read from the code. */
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

test('a schema with an entry point that declares nothing is not built', () => {
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
