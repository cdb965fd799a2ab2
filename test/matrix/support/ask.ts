import { isNonNullType } from 'graphql';
import type { Answer, Client } from '../../kit/api';
import { CALLS, THROUGH, USER_ERRORS } from '../calls';
import { verdictAt } from '../positions';
import type { Truth } from '../things';
import { mayPass, NODE_TYPES } from '../verdicts';
import { batchesAt, questionAt } from './operation';
import type { Person } from './people';
import { type Args, type Door, idPositionsOf, type Position, valuesAt } from './schema';
import type { Site } from './sites';
import type { Matrix } from './world';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/**
 * What came of a call: ALLOWED; EMPTY, for lists without entries or nothing at all; else the codes of its refusals or
 * user errors.
 */
export function outcomeOf(answer: Answer<Record<string, unknown>>, door: Door): string {
  if (answer.errors.length > 0) {
    return [...new Set(answer.errors.map(({ extensions }) => String(extensions?.code)))].join(' ');
  }
  const value = pathTo(door).reduce<Json>(inside, answer.data as Json);
  if (value !== null && typeof value === 'object' && 'userErrors' in value) {
    const codes = (value.userErrors as { code: string }[]).map(({ code }) => code);
    return codes.length > 0 ? [...new Set(codes)].join(' ') : 'ALLOWED';
  }
  return isEmpty(value) ? 'EMPTY' : 'ALLOWED';
}

/** Where in an answer the value of a door stands. */
export function pathTo({ field, route }: Door): string[] {
  return [...(route ? [route.root.name, ...route.fields] : []), field.name];
}

function inside(value: Json, field: string): Json {
  const one = Array.isArray(value) ? (value[0] ?? null) : value;
  return one !== null && typeof one === 'object' && !Array.isArray(one) ? (one[field] ?? null) : null;
}

/** True for nothing, a list without entries, and a thing that has lists, all of them without entries. */
function isEmpty(value: Json): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  if ('totalCount' in value) return value.totalCount === 0 && isEmpty(value.nodes ?? null);
  const lists = Object.values(value).filter(
    (part) => Array.isArray(part) || (part !== null && typeof part === 'object' && 'totalCount' in part),
  );
  return lists.length > 0 && lists.every(isEmpty);
}

/** The arguments of a sound call. */
export async function soundArgs(name: string, who: Person, site: Site, matrix: Matrix): Promise<Args> {
  const call = CALLS[name];
  return call ? call(who, site, matrix) : {};
}

/** Sends a call through a door. A door below the root is looked for at the site's own thing of its type. */
export async function ask(
  client: Client,
  door: Door,
  args: Args,
  site: Site,
  depth?: number,
): Promise<Answer<Record<string, unknown>>> {
  const { query, variables } = questionAt(door, args, rootArgsOf(door, site), depth);
  return client.ask(query, variables);
}

type Asked = Answer<Record<string, unknown>>;

/**
 * Sends calls through a door, several in one operation, and returns what each would have got by itself: its part of the
 * data and its errors. Where an error leaves no data to tell them apart, each is sent by itself.
 */
export async function askEach(
  client: Client,
  door: Door,
  calls: readonly Args[],
  site: Site,
  depth?: number,
): Promise<Asked[]> {
  const answers: Asked[] = [];
  for (const { query, variables, size } of batchesAt(door, calls, rootArgsOf(door, site), depth)) {
    const some = calls.slice(answers.length, answers.length + size);
    const whole: Asked | undefined = size > 1 ? await client.ask(query, variables) : undefined;
    for (const [at, args] of some.entries()) {
      answers.push(whole?.data ? partOf(whole, door, at) : await ask(client, door, args, site, depth));
    }
  }
  return answers;
}

function partOf({ status, headers, data, errors }: Asked, door: Door, at: number): Asked {
  const alias = `c${at}`;
  const [name] = pathTo(door) as [string];
  const own = errors
    .filter(({ path }) => path?.[0] === alias)
    .map(({ locations: _, path = [], ...error }) => ({ ...error, path: [name, ...path.slice(1)] }));
  const part = { data: { [name]: data![alias] }, errors: own };
  return { status, headers, text: JSON.stringify(part), ...part };
}

/** Whether a refusal leaves the rest of an operation its data. */
export function isRefusedAlone({ field, route }: Door): boolean {
  return !isNonNullType((route?.root ?? field).type);
}

/** The arguments of the root field by which a door below the root is come to. */
export function rootArgsOf({ name, route }: Door, site: Site): Args {
  if (!route) return {};
  if (route.node === undefined) return THROUGH[`Query.${route.root.name}`] ?? {};
  const id = site.ids[route.node];
  if (id === undefined)
    throw new Error(`${name}: no site has a ${route.node}: make one in test/matrix/support/sites.ts`);
  return { id };
}

/** What is there for whom, as the tables say. */
export class Expectations {
  constructor(
    private readonly truth: Truth,
    private readonly who: Person,
  ) {}

  /** Whether a thing of a kind exists for whoever asks. */
  sees(kind: string, id: unknown): boolean {
    const kinds = kind === '*' ? NODE_TYPES : [kind];
    return kinds.some((one) => this.truth.visible(one, this.who).has(String(id)));
  }

  /** Whether a door below the root is come to at all. */
  comesTo({ route }: Door, site: Site): boolean {
    if (!route) return true;
    if (route.node === undefined) return mayPass(`Query.${route.root.name}`, this.who);
    return this.sees(route.node, site.ids[route.node]);
  }

  /** Whether an id is good at a position; `sound` are the arguments of a call in which all ids are, but for who calls. */
  accepts(position: Position, id: unknown, site: Site, sound: Args): boolean {
    const { thing, exists } = verdictAt(position.name);
    if (exists === 'anywhere') return true;
    if (exists !== 'here') return this.sees(exists === 'directory' ? 'Organisation' : thing, id);
    const named = valuesAt(sound, position.path);
    return named.length > 0 ? named.includes(id) : id === site.ids[thing];
  }

  /** What a call that is sound but for its ids, and for who makes it, comes to. `name` may be one of a special case. */
  outcome(name: string, door: Door, args: Args, site: Site, sound = args): string {
    const { who } = this;
    if (who.column === 'outside' && !mayPass(door.name, who)) return 'UNAUTHENTICATED';
    if (!this.comesTo(door, site)) return door.route?.node === undefined ? 'FORBIDDEN' : 'NOT_FOUND';
    if (!mayPass(door.name, who)) return 'FORBIDDEN';
    const refused = idPositionsOf(door).flatMap((position) => {
      const ids = valuesAt(args, position.path);
      const { otherwise } = verdictAt(position.name);
      return ids.every((id) => this.accepts(position, id, site, sound)) ? [] : [otherwise];
    });
    if (refused.includes('NOT_FOUND')) return 'NOT_FOUND';
    if (!mayPass(name, who)) return 'FORBIDDEN';
    if (refused.length > 0) return [...new Set(refused)].join(' ');
    return USER_ERRORS[`${name} by ${who.column}`] ?? USER_ERRORS[name] ?? 'ALLOWED';
  }
}

/** Runs `work` on every item, some at a time, and returns what it found in the order of the items. */
export async function findAll<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<string[]>,
  atOnce = 6,
): Promise<string[]> {
  const found: string[][] = items.map(() => []);
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) found[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found.flat();
}
