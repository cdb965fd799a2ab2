import type { Answer } from '../../kit/api';
import { FILTERS, LISTS } from '../lists';
import { verdictAt } from '../positions';
import { mayPass } from '../verdicts';
import type { Oracle } from '../oracle';
import { ask, askEach, findAll, pathTo, validArgs } from './ask';
import { Expectations } from './expectations';
import { leaksIn } from './path-findings';
import { ofEachScope, type Person } from './people';
import { type Args, type EntryPoint, type Position, positionsOf, withValueAt } from './schema';
import type { Site } from './sites';
import { namedIn } from './walk';
import type { Matrix } from './world';

/** A list that goes by pages: an entry point that takes `after`. */
export function isList({ field }: EntryPoint): boolean {
  return field.args.some(({ name }) => name === 'after');
}

/** What narrows a list, except by ids that have a verdict of their own. */
export function filtersOf(entryPoint: EntryPoint): Position[] {
  return positionsOf(entryPoint).filter(
    ({ name, type, path }) =>
      !/^(first|after)$/.test(path.at(-1)!.name) &&
      (type.name !== 'ID' || verdictAt(name).exists === 'anywhere'),
  );
}

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id?: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const NOTHING: Page = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** One reader of one list: at the site, or at the root. */
class Reader {
  constructor(
    readonly who: Person,
    readonly site: Site,
    private readonly entryPoint: EntryPoint,
    private readonly args: Args,
  ) {}

  async ask(more: Args): Promise<Answer<Record<string, unknown>>> {
    return ask(this.who.client, this.entryPoint, { ...this.args, ...more }, this.site);
  }

  /** Asks in several ways at once. */
  async askEach(ways: readonly Args[]): Promise<Answer<Record<string, unknown>>[]> {
    const calls = ways.map((more) => ({ ...this.args, ...more }));
    return askEach(this.who.client, this.entryPoint, calls, this.site);
  }

  pageIn(answer: Answer<Record<string, unknown>>): Page {
    // Of several things that have the list, the first: who has none of them has an empty list.
    const page = pathTo(this.entryPoint).reduce<unknown>(
      (value, field) => ((Array.isArray(value) ? value[0] : value) as Args | undefined)?.[field],
      answer.data,
    );
    return (page ?? NOTHING) as Page;
  }

  /** The whole list in three pages at most, the first of `first` entries. */
  async all(first: number): Promise<{ pages: Page[]; answers: Answer<Record<string, unknown>>[] }> {
    const pages: Page[] = [];
    const answers: Answer<Record<string, unknown>>[] = [];
    let more: Args = { first };
    for (;;) {
      const answer = await this.ask(more);
      if (answer.errors.length > 0)
        throw new Error(`${this.who.name}, ${this.entryPoint.name}: ${answer.text}`);
      const page = this.pageIn(answer);
      answers.push(answer);
      pages.push(page);
      const { hasNextPage, endCursor: after } = page.pageInfo;
      if (!hasNextPage) return { pages, answers };
      const half = Math.ceil((page.totalCount - first) / 2);
      more = { first: pages.length === 1 ? Math.min(Math.max(half, first), 100) : 100, after };
    }
  }
}

const idsOf = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ edges }) => edges.map(({ node, cursor }) => node.id ?? cursor));

/**
 * Reads a list as everyone who may, page by page, and reports what is missing from it or too much in it, a count that
 * is not that of its entries, and whatever leaks through a cursor of another reader, or a filter that matches another's rows.
 */
export async function listFindings(matrix: Matrix, entryPoint: EntryPoint): Promise<string[]> {
  const list = LISTS[entryPoint.name];
  if (!list)
    throw new Error(
      `${entryPoint.name} goes by pages and is not known: add it to LISTS in test/matrix/lists.ts`,
    );
  const before = await matrix.oracle();
  const readers = await readersOf(matrix, entryPoint, before);
  const cursors = new Map<string, string[]>();
  const read = new Map<Reader, string[]>();
  const answers: [Person, Answer<Record<string, unknown>>][] = [];

  const found = await findAll(readers, async (reader) => {
    const { pages, answers: given } = await reader.all(list.isOpen ? 100 : 4);
    answers.push(...given.map((answer) => [reader.who, answer] as [Person, typeof answer]));
    const ids = idsOf(pages);
    read.set(reader, ids);
    cursors.set(
      reader.who.name + reader.site.name,
      pages.flatMap(({ edges }) => edges.map(({ cursor }) => cursor)),
    );
    if (list.isOpen) return [];
    const counts = [...new Set(pages.map(({ totalCount }) => totalCount))];
    const wrongCount =
      counts.join() === String(ids.length)
        ? []
        : [`${entryPoint.name}: ${reader.who.name} gets the count ${counts.join()} for ${ids.length}`];
    return [...wrongCount, ...differences(entryPoint, reader, before, ids)];
  });

  const all = [...new Set([...cursors.values()].flat())];
  const foreign = await findAll(readers, async (reader) => {
    const own = read.get(reader)!;
    const others = sample(
      all.filter((cursor) => !cursors.get(reader.who.name + reader.site.name)!.includes(cursor)),
    );
    const complaints: string[] = [];
    for (const answer of await reader.askEach(others.map((after) => ({ first: 100, after })))) {
      answers.push([reader.who, answer]);
      const page = answer.errors.length > 0 ? null : reader.pageIn(answer);
      const ids = page ? idsOf([page]) : [];
      const isEnd = list.isOpen ? page !== null : own.slice(own.length - ids.length).join() === ids.join();
      const isCounted = list.isOpen === true || page?.totalCount === own.length;
      if (isEnd && isCounted) continue;
      complaints.push(
        `${entryPoint.name}: ${reader.who.name} with a cursor of others gets ${answer.text.slice(0, 200)}`,
      );
    }
    const bad = await reader.ask({ after: 'no cursor of ours' });
    const isRefused = bad.errors[0]?.extensions?.code === 'BAD_USER_INPUT';
    // Below a list without entries nothing is asked.
    const isAsked = bad.errors.length > 0 || reader.pageIn(bad) !== NOTHING;
    return isRefused || !isAsked
      ? complaints
      : [...complaints, `${entryPoint.name}: takes any cursor: ${bad.text.slice(0, 200)}`];
  });

  const filtered = await findAll(readers, async (reader) => {
    const complaints: string[] = [];
    const args = { ...(await argsOf(entryPoint, reader, matrix)), first: 100 };
    const narrowed = filtersOf(entryPoint).flatMap((position) =>
      valuesFor(matrix, position).map((value) => ({ position, value })),
    );
    const given = await reader.askEach(
      narrowed.map(({ position, value }) => withValueAt(args, position.path, value)),
    );
    for (const [at, { position }] of narrowed.entries()) {
      const answer = given[at]!;
      answers.push([reader.who, answer]);
      if (answer.errors.length > 0) {
        complaints.push(`${position.name}: ${reader.who.name} is refused: ${answer.text.slice(0, 200)}`);
        continue;
      }
      const page = reader.pageIn(answer);
      const isFull = page.edges.length === 100 && page.pageInfo.hasNextPage && page.totalCount > 100;
      if (list.isOpen || isFull || page.totalCount === page.edges.length) continue;
      complaints.push(
        `${position.name}: ${reader.who.name} gets the count ${page.totalCount} for ${page.edges.length}`,
      );
    }
    return complaints;
  });

  const leaks = await leaksIn(
    matrix,
    before,
    answers.map(([who, { data }]) => [who, namedIn(data)] as const),
  );
  return [...found, ...foreign, ...filtered, ...new Set(leaks)];
}

async function argsOf(entryPoint: EntryPoint, { who, site }: Reader, matrix: Matrix): Promise<Args> {
  return validArgs(entryPoint.name, who, site, matrix);
}

async function readersOf(matrix: Matrix, entryPoint: EntryPoint, oracle: Oracle): Promise<Reader[]> {
  const { own, successor, 'other district': far } = matrix.sites;
  const sites = entryPoint.route?.node === undefined ? [own] : [own, successor, far];
  const readers: Reader[] = [];
  for (const who of ofEachScope(matrix.people).filter((one) => mayPass(entryPoint.name, one))) {
    const expectations = new Expectations(oracle, who);
    for (const site of sites) {
      if (!expectations.reaches(entryPoint, site)) continue;
      readers.push(new Reader(who, site, entryPoint, await validArgs(entryPoint.name, who, site, matrix)));
    }
  }
  return readers;
}

function differences(
  entryPoint: EntryPoint,
  { who, site }: Reader,
  oracle: Oracle,
  ids: readonly string[],
): string[] {
  const { kind, of } = LISTS[entryPoint.name]!;
  if (kind === null) return [];
  const visible = [...oracle.visible(kind, who)];
  const within = of?.(oracle, site, who);
  const expected = visible.filter((id) => within?.includes(id) ?? true);
  if ([...ids].sort().join() === expected.sort().join()) return [];
  const text = `${entryPoint.name}: ${who.name} at ${site.name} is shown ${ids.length} of ${expected.length}`;
  return [`${text}, too many: ${ids.filter((id) => !expected.includes(id)).join()}`];
}

/** Values that rows of each site match. */
function valuesFor({ sites }: Matrix, { name }: Position): unknown[] {
  const value = FILTERS[name];
  if (!value)
    throw new Error(`${name} narrows a list and is not known: add it to FILTERS in test/matrix/lists.ts`);
  return [...new Set(Object.values(sites).map(value))];
}

/** The first, the last and the middle of many. */
function sample<Item>(items: readonly Item[]): Item[] {
  return [...new Set([items[0], items[Math.floor(items.length / 2)], items.at(-1)])].filter(
    (item) => item !== undefined,
  );
}
