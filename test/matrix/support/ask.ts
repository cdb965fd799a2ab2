import { isNonNullType } from 'graphql';
import type { Answer, Client } from '../../kit/api';
import { CALLS, THROUGH } from '../calls';
import { batchOf, questionAt } from './operation';
import type { Person } from './people';
import type { Args, EntryPoint } from './schema';
import type { Site } from './sites';
import type { Matrix } from './world';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/**
 * What came of a call: ALLOWED; EMPTY, for lists without entries or nothing at all; else the codes of its refusals or
 * user errors.
 */
export function outcomeOf(answer: Answer<Record<string, unknown>>, entryPoint: EntryPoint): string {
  if (answer.errors.length > 0) {
    return [...new Set(answer.errors.map(({ extensions }) => String(extensions?.code)))].join(' ');
  }
  const value = pathTo(entryPoint).reduce<Json>(inside, answer.data as Json);
  if (value !== null && typeof value === 'object' && 'userErrors' in value) {
    const codes = (value.userErrors as { code: string }[]).map(({ code }) => code);
    return codes.length > 0 ? [...new Set(codes)].join(' ') : 'ALLOWED';
  }
  return isEmpty(value) ? 'EMPTY' : 'ALLOWED';
}

/** Where in an answer the value of an entry point is. */
export function pathTo({ field, route }: EntryPoint): string[] {
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

/** The arguments of a valid call. */
export async function validArgs(name: string, who: Person, site: Site, matrix: Matrix): Promise<Args> {
  const call = CALLS[name];
  return call ? call(who, site, matrix) : {};
}

/** Sends a call through an entry point. An entry point below the root is looked for at the site's own row of its type. */
export async function ask(
  client: Client,
  entryPoint: EntryPoint,
  args: Args,
  site: Site,
  depth?: number,
): Promise<Answer<Record<string, unknown>>> {
  const { query, variables } = questionAt(entryPoint, args, rootArgsOf(entryPoint, site), depth);
  return client.ask(query, variables);
}

export type Asked = Answer<Record<string, unknown>>;

/**
 * Sends calls, several in one operation, and returns what each would have got alone: its part of the data, or its errors.
 * Where an error leaves no data to tell them apart, each is sent alone.
 */
export async function askAll(
  client: Client,
  calls: readonly { entryPoint: EntryPoint; args: Args }[],
  site: Site,
  depth?: number,
): Promise<Asked[]> {
  const answers = new Array<Asked>(calls.length);
  const complete = calls.map((call) => ({ ...call, rootArgs: rootArgsOf(call.entryPoint, site) }));
  for (let open = [...calls.keys()]; open.length > 0;) {
    const { query, variables, size } = batchOf(
      open.map((at) => complete[at]!),
      depth,
    );
    const whole = size > 1 ? await client.ask(query, variables) : undefined;
    const unanswered = open.slice(0, size).filter((at, place) => {
      const part = whole && partOf(whole, calls[at]!.entryPoint, place);
      if (part) answers[at] = part;
      return part === undefined;
    });
    // Invalid variables are reported some at a time, and nothing is executed: the others are sent again.
    if (unanswered.length < size) open = [...unanswered, ...open.slice(size)];
    else {
      for (const at of unanswered) {
        const { entryPoint, args } = calls[at]!;
        answers[at] = await ask(client, entryPoint, args, site, depth);
      }
      open = open.slice(size);
    }
  }
  return answers;
}

/** Sends calls through one entry point. */
export async function askEach(
  client: Client,
  entryPoint: EntryPoint,
  calls: readonly Args[],
  site: Site,
  depth?: number,
): Promise<Asked[]> {
  return askAll(
    client,
    calls.map((args) => ({ entryPoint, args })),
    site,
    depth,
  );
}

/** The answer to the call behind one alias of an operation; undefined where nothing in the answer is of it alone. */
function partOf(
  { status, headers, data, errors }: Asked,
  entryPoint: EntryPoint,
  place: number,
): Asked | undefined {
  const alias = `c${place}`;
  const invalid = errors.filter(({ message }) => message.startsWith(`Variable "$${alias}_`));
  if (invalid.length > 0) {
    const own = invalid.map(({ message, extensions }) => {
      return { message: message.replaceAll(`${alias}_`, ''), extensions: extensions! };
    });
    return { status, headers, data: null, errors: own, text: JSON.stringify({ errors: own }) };
  }
  if (data === null) return undefined;
  const [name] = pathTo(entryPoint) as [string];
  const own = errors
    .filter(({ path }) => path?.[0] === alias)
    .map(({ locations: _, path = [], ...error }) => ({ ...error, path: [name, ...path.slice(1)] }));
  const part = { data: { [name]: data[alias] }, errors: own };
  return { status, headers, text: JSON.stringify(part), ...part };
}

/** Whether a refusal leaves the rest of an operation its data. */
export function isRefusedAlone({ field, route }: EntryPoint): boolean {
  return !isNonNullType((route?.root ?? field).type);
}

/** The arguments of the root field by which an entry point below the root is reached. */
export function rootArgsOf({ name, route }: EntryPoint, site: Site): Args {
  if (!route) return {};
  if (route.node === undefined) return THROUGH[`Query.${route.root.name}`] ?? {};
  const id = site.ids[route.node];
  if (id === undefined)
    throw new Error(`${name}: no site has a ${route.node}: make one in test/matrix/support/sites.ts`);
  return { id };
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
