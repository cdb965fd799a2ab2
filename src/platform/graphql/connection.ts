import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { isDay } from '../calendar';
import { parseDecimal } from '../decimal';
import { isId } from '../ids';
import { badInput } from '../app-error';
import { lengthOf } from '../text-forms';
import { Cost, NEGLIGIBLE } from './limits/cost';

@Cost({ weight: NEGLIGIBLE })
@ObjectType({ description: 'The position of a page in its list.', simpleResolvers: true })
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field({ description: 'True when the page was requested with a cursor, and so is not the first.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'Page size, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** The values of the columns that a list is ordered by, the id last: unique for each row. */
export type SortKey = readonly string[];

/** What to fetch: one row more than the page has, to know whether there is a next one. */
export interface Page {
  size: number;
  after: SortKey | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  /** Counts all rows: called only when a client selects the total. */
  count: () => Promise<number>;
}

/** The type of a column of a sort key. */
export type SortKeyType = 'text' | 'date' | 'timestamptz' | 'integer' | 'decimal' | 'uuid';

/** The longest page of any list; most allow less. */
export const MAX_PAGE_SIZE = 1000;

/** Validates the arguments of a page; `keys` are the types of the sort key. */
export function toPage(args: PageArgs, keys: readonly SortKeyType[], most = 100): Page {
  const size = args.first ?? 50;
  if (size < 1 || size > most) {
    throw badInput('PAGE_SIZE_OUT_OF_RANGE', { most });
  }
  return { size, after: args.after == null ? null : readCursor(args.after, keys) };
}

/** Builds a connection from `page.size + 1` rows at most. `count` runs only when a client selects the total. */
export function toConnection<Node>(
  rows: readonly Node[],
  page: Page,
  placeOf: (row: Node) => SortKey,
  count: () => Promise<number>,
): Connection<Node> {
  const nodes = rows.slice(0, page.size);
  const cursorOf = (node: Node | undefined): string | null => (node ? writeCursor(placeOf(node)) : null);
  return {
    nodes,
    // Computed only where selected: most clients take the nodes, and a thousand cursors cost as much as a thousand rows.
    get edges() {
      return nodes.map((node) => ({ node, cursor: writeCursor(placeOf(node)) }));
    },
    get pageInfo() {
      return {
        hasNextPage: rows.length > page.size,
        hasPreviousPage: page.after !== null,
        startCursor: cursorOf(nodes[0]),
        endCursor: cursorOf(nodes.at(-1)),
      };
    },
    count,
  };
}

/** Encodes a sort key as a cursor. */
export function writeCursor(sortKey: SortKey): string {
  return Buffer.from(JSON.stringify(sortKey)).toString('base64url');
}

/** Decodes and validates a cursor of keyset pagination. It carries no authority: row-level security applies to its reader. */
export function readCursor(cursor: string, keys: readonly SortKeyType[]): SortKey {
  let sortKey: unknown;
  try {
    sortKey = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    sortKey = null;
  }
  const isValid =
    Array.isArray(sortKey) &&
    sortKey.length === keys.length &&
    sortKey.every((part, at) => typeof part === 'string' && isKey(part, keys[at] ?? 'text'));
  if (!isValid) {
    throw badInput('INVALID_CURSOR');
  }
  return sortKey as SortKey;
}

/** Characters of the longest name in a sort key. */
const MAX_NAME = 200;

/** Validated here, because the database would fail on a value of another type. */
function isKey(part: string, kind: SortKeyType): boolean {
  switch (kind) {
    case 'text':
      return lengthOf(part) <= MAX_NAME && !part.includes('\0');
    case 'date':
      return isDay(part);
    case 'timestamptz':
      return isMoment(part);
    case 'integer':
      return /^\d{1,9}$/.test(part);
    case 'decimal':
      return parseDecimal(part) !== null;
    case 'uuid':
      return isId(part);
  }
}

/** True for an instant as JavaScript writes it. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return isDay(text.slice(0, 10)) && !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

interface ConnectionTypes<Node> {
  Connection: ClassType<Connection<Node>>;
}

/** The connection and edge types of a node type, named after it. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
): ConnectionTypes<Node> {
  @Cost({ weight: NEGLIGIBLE })
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} and its cursor.` })
  class EdgeType implements Edge<Node> {
    @Field({ description: 'Pass it as after to get the rows behind this one.' })
    cursor!: string;

    @Field(node)
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType])
    edges!: EdgeType[];

    @Field(() => [node()], { description: 'The nodes of edges, for clients that need no cursor per row.' })
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    count!: () => Promise<number>;

    @Cost({ weight: 10 })
    @Field(() => Int, { description: 'The number of all rows, on whichever page.' })
    async totalCount(): Promise<number> {
      return this.count();
    }
  }
  return { Connection: ConnectionType };
}
