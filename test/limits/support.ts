import type { Answer, Client, TestApi } from '../kit/api';

/** The cost that a response reports. */
export interface CostReport {
  requested: number | null;
  limit: number;
  budget: number;
  remaining: number;
}

export function reportOf(answer: Pick<Answer<unknown>, 'text'>): CostReport {
  const { extensions } = JSON.parse(answer.text) as { extensions: { cost: CostReport } };
  return extensions.cost;
}

/** The cost of an operation, also of a refused one. */
export async function costOf(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<number | null> {
  return reportOf(await client.ask(query, variables)).requested;
}

/** The code, and the reason where there is one, of the only error of an answer without data. */
export function refusalOf({ data, errors, status }: Answer<unknown>): Record<string, unknown> {
  const [error, ...others] = errors;
  return {
    status,
    data,
    code: error?.extensions?.code,
    ...(error?.extensions?.reason === undefined ? {} : { reason: error.extensions.reason }),
    ...(others.length === 0 ? {} : { others }),
  };
}

/** The number of statements run so far for requests, without those of the audit log, which records refusals too. */
export function statementsIn(api: TestApi): Map<string, number> {
  const statements = api.statements();
  statements.delete('audit.insert');
  return statements;
}

/** Sends a raw request. */
export async function send(api: TestApi, init: RequestInit, search = ''): Promise<Response> {
  return fetch(`${api.url}/graphql${search}`, init);
}

/** Sends a raw JSON body. */
export async function post(
  api: TestApi,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Record<string, unknown>>> {
  const response = await send(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const parsed = JSON.parse(text) as Partial<Answer<Record<string, unknown>>>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: parsed.data ?? null,
    errors: parsed.errors ?? [],
  };
}

/** Fragments F0, F1, … of Query, each of which spreads the next one twice; the caller writes the last one. */
export function fragmentBomb(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `fragment F${at} on Query{...F${at + 1} ...F${at + 1}}`,
  ).join('');
}

/** CPU milliseconds of some work, of server and client together. */
export async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The least of three times: of the same work, the one that other processes disturbed least. */
export async function leastProcessorMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) times.push(await processorMs(work));
  return Math.min(...times);
}
