import { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';

import {
  APOLLO_HTTP_SETTINGS,
  createHttpServer,
  type HttpLimits,
  type HttpServerOptions,
  type HttpService,
  Metrics,
  type RequestInfo,
  type Route,
  type UploadRoute,
} from '../../src/platform/http';

const SCHEMA = `
  type Query { hello: String big(size: Int!): String wait: String aside: String fail(code: String!): String crash: String }
  type Mutation { touch(text: String): Payload }
  type Payload { done: Boolean userErrors: [UserError!]! }
  type UserError { message: String! }
`;

export interface ToyContext {
  info: RequestInfo;
  member?: string;
}

/** Requests that block in `wait` until they are released, and a way to know that they have arrived. */
class Gate {
  readonly signals: AbortSignal[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly watchers: { count: number; resolve: () => void }[] = [];
  private arrived = 0;

  pass(signal: AbortSignal): Promise<void> {
    this.signals.push(signal);
    this.arrived += 1;
    for (const watcher of this.watchers) if (this.arrived >= watcher.count) watcher.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Resolves once so many requests have arrived, in all. */
  reached(count: number): Promise<void> {
    if (this.arrived >= count) return Promise.resolve();
    return new Promise((resolve) => this.watchers.push({ count, resolve }));
  }

  /** Releases the one that has waited longest. */
  letOneGo(): void {
    this.waiting.shift()?.();
  }

  open(): void {
    while (this.waiting.length > 0) this.letOneGo();
  }
}

export interface Toy {
  service: HttpService;
  port: number;
  gate: Gate;
  metrics: Metrics;
  log: Record<string, unknown>[];
  /** Resolves with the first log line that matches, also a future one. */
  logged(fits: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export interface ToyOverrides extends Partial<Omit<HttpServerOptions<ToyContext>, 'limits'>> {
  limits?: Partial<HttpLimits>;
  routes?: (Route | UploadRoute)[];
}

/** Starts an HTTP service over a tiny schema, on a free port. */
export async function startToy(overrides: ToyOverrides = {}): Promise<Toy> {
  const toy = makeToy(overrides);
  const { port } = await toy.service.listen(0, '127.0.0.1');
  return { ...toy, port };
}

export function makeToy(overrides: ToyOverrides = {}): Omit<Toy, 'port'> {
  const gate = new Gate();
  const metrics = new Metrics({ process: false });
  const { log, logged, logger } = memoryLogger();
  const service = createHttpServer<ToyContext>({
    graphql: new ApolloServer<ToyContext>({
      ...APOLLO_HTTP_SETTINGS,
      typeDefs: SCHEMA,
      resolvers: resolversOf(gate),
      logger: silent,
    }),
    buildContext: (_request, info) => Promise.resolve({ info }),
    memberOf: (context) => context.member,
    ready: () => Promise.resolve(),
    routes: [],
    logger,
    metrics,
    trustProxy: false,
    ...overrides,
    limits: {
      bodyBytes: 1024 * 1024,
      maxInFlight: 8,
      maxQueued: 8,
      requestTimeoutMs: 20_000,
      drainMs: 20_000,
      drainIdleMs: 30,
      ...overrides.limits,
    },
  });
  const stop = async (): Promise<void> => {
    gate.open();
    agent.destroy();
    await service.drain();
  };
  return { service, gate, metrics: overrides.metrics ?? metrics, log, logged, stop };
}

const nothing = (): void => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function resolversOf(gate: Gate) {
  return {
    Query: {
      hello: () => 'hello',
      big: (_: unknown, { size }: { size: number }) => 'x'.repeat(size),
      wait: async (_: unknown, __: unknown, context: ToyContext) => {
        await gate.pass(context.info.deadline);
        return 'done';
      },
      aside: async (_: unknown, __: unknown, { info }: ToyContext) =>
        info.aside?.(async () => {
          await gate.pass(info.deadline);
          return 'back';
        }),
      fail: (_: unknown, { code }: { code: string }) => {
        throw new GraphQLError('refused', { extensions: { code } });
      },
      crash: () => {
        throw new Error('the password is swordfish');
      },
    },
    Mutation: {
      touch: (_: unknown, { text }: { text?: string }) => ({
        done: true,
        userErrors: text === '' ? [{ message: 'empty' }] : [],
      }),
    },
  };
}

function memoryLogger(): Pick<Toy, 'log' | 'logged'> & { logger: pino.Logger } {
  const log: Record<string, unknown>[] = [];
  const watchers = new Set<(line: Record<string, unknown>) => void>();
  const write = (text: string): void => {
    const line = JSON.parse(text) as Record<string, unknown>;
    log.push(line);
    for (const watcher of watchers) watcher(line);
  };
  const logged: Toy['logged'] = (fits) =>
    new Promise((resolve) => {
      const known = log.find(fits);
      if (known !== undefined) {
        resolve(known);
        return;
      }
      const watcher = (line: Record<string, unknown>): void => {
        if (!fits(line)) return;
        watchers.delete(watcher);
        resolve(line);
      };
      watchers.add(watcher);
    });
  return { log, logged, logger: pino({ level: 'debug' }, { write }) };
}

const agent = new Agent({ keepAlive: false });

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  /** Code of the first GraphQL error. */
  code: string | undefined;
  message: string | undefined;
  data: unknown;
}

export interface Call {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  agent?: Agent;
  signal?: AbortSignal;
}

/** Sends one HTTP request and reads its answer. */
export function send(toy: Pick<Toy, 'port'>, call: Call = {}): Promise<Answer> {
  const { method = 'GET', path = '/graphql', headers = {}, body, signal } = call;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        port: toy.port,
        host: '127.0.0.1',
        method,
        path,
        headers,
        agent: call.agent ?? agent,
        ...(signal && { signal }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve(answerOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

function answerOf(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Answer {
  const text = bytes.toString('utf8');
  const json = (headers['content-type'] ?? '').includes('json') && headers['content-encoding'] === undefined;
  const parsed = (json && text !== '' ? JSON.parse(text) : {}) as {
    data?: unknown;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const [error] = parsed.errors ?? [];
  return {
    status,
    headers,
    bytes,
    text,
    code: error?.extensions?.code,
    message: error?.message,
    data: parsed.data,
  };
}

/** Sends a GraphQL operation as clients do. */
export function query(
  toy: Pick<Toy, 'port'>,
  text: string,
  call: Call & { variables?: unknown } = {},
): Promise<Answer> {
  return send(toy, {
    method: 'POST',
    body: JSON.stringify({ query: text, variables: call.variables }),
    ...call,
    headers: { 'content-type': 'application/json', ...call.headers },
  });
}

/** Sends raw bytes and reads until the server closes the connection. */
export function sendRaw(toy: Pick<Toy, 'port'>, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(toy.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(text);
    });
  });
}
