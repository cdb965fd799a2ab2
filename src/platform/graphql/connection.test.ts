import fc from 'fast-check';
import { newId } from '../ids';
import { AppError } from '../app-error';
import { type Page, toConnection, toPage } from './connection';

const KEYS = ['text', 'uuid'] as const;
const count = async (): Promise<number> => Promise.resolve(0);

/** The code of a refusal. */
function refusalOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return undefined;
}

describe('the size of a page', () => {
  it.each([
    [{}, 50],
    [{ first: null }, 50],
    [{ first: 1 }, 1],
    [{ first: 100 }, 100],
  ])('%j: %i', (args, size) => {
    expect(toPage(args, KEYS)).toEqual({ size, after: null });
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('%i is refused', (first) => {
    expect(refusalOf(() => toPage({ first }, KEYS))).toBe('BAD_USER_INPUT');
  });

  it('may be larger where a list permits it', () => {
    expect(toPage({ first: 1000 }, KEYS, 1000).size).toBe(1000);
    expect(refusalOf(() => toPage({ first: 1001 }, KEYS, 1000))).toBe('BAD_USER_INPUT');
  });
});

const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

describe('a cursor', () => {
  it('decodes to the sort key that it was made of, whatever the name of the row', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !text.includes('\0')),
        (name) => {
          const id = newId();
          const { edges } = toConnection(
            [{ name, id }],
            { size: 1, after: null },
            (row) => [row.name, row.id],
            count,
          );
          const read = (): Page => toPage({ after: edges[0]!.cursor }, KEYS);
          expect(read().after).toEqual([name, id]);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['no base64', '***'],
    ['a word', 'abc'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['an object', cursorOf({ 0: 'a', 1: newId() })],
    ['a text', cursorOf('a')],
    ['too few keys', cursorOf([newId()])],
    ['too many keys', cursorOf(['a', 'b', newId()])],
    ['a number among the keys', cursorOf([1, newId()])],
    ['an id of no form', cursorOf(['a', 'b'])],
    ['an id of dashes', cursorOf(['a', '-'.repeat(36)])],
    ['a very long key', cursorOf(['a'.repeat(401), newId()])],
    ['a key that no database takes', cursorOf(['a\0', newId()])],
  ])('made of %s is refused', (_, after) => {
    expect(refusalOf(() => toPage({ after }, KEYS))).toBe('BAD_USER_INPUT');
  });

  it('is validated against the list that it is used in: a day is a day, an id an id', () => {
    const dated = (key: string): string | undefined =>
      refusalOf(() => toPage({ after: cursorOf([key, newId()]) }, ['date', 'uuid']));
    expect(dated('2024-02-29')).toBeUndefined();
    expect(['2023-02-29', '广州市逢源街社工服务站', 'now', 'infinity', ''].map(dated)).toEqual(
      Array<string>(5).fill('BAD_USER_INPUT'),
    );
  });

  it('is refused or decoded, and nothing else, whatever a client sends', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (after) => {
          expect(refusalOf(() => toPage({ after }, KEYS))).toBe('BAD_USER_INPUT');
        },
      ),
    );
  });
});

describe('a connection', () => {
  it('has the rows of its page, whether more follow, and its first and last cursor', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ at, id: newId() }));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        (size, found, turned) => {
          // A repository fetches one row more than the page has, at most.
          const fetched = rows.slice(0, Math.min(found, size + 1));
          const page = { size, after: turned ? ['x', newId()] : null };
          const { edges, nodes, pageInfo } = toConnection(fetched, page, ({ id }) => ['x', id], count);
          expect(nodes).toEqual(rows.slice(0, Math.min(found, size)));
          expect(edges.map(({ node }) => node)).toEqual(nodes);
          expect(pageInfo).toEqual({
            hasNextPage: found > size,
            hasPreviousPage: turned,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          });
        },
      ),
    );
  });

  it('counts only when the total is selected', () => {
    let asked = 0;
    const connection = toConnection(
      [],
      { size: 1, after: null },
      () => [],
      async () => {
        asked += 1;
        return Promise.resolve(7);
      },
    );
    expect(asked).toBe(0);
    void connection.count();
    expect(asked).toBe(1);
  });
});
