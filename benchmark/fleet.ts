import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import type { ServerSettings, Usage } from './child';
import { BENCHMARK } from './places';

export const SERVERS = ['bare', 'ours', 'postgraphile', 'ordinary'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Every server gets the same young generation of the heap and the same size of pools. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];
const POOL_SIZE = 10;

/** One server in a process of its own. */
export interface RunningServer {
  name: ServerName;
  port: number;
  usage: () => Promise<Usage>;
  stop: () => void;
}

/** The secret that signs the tokens of one run. */
export const newSecret = (): string => randomBytes(32).toString('base64');

export async function startServer(
  name: ServerName,
  databaseUrl: string,
  tokenSecret: string,
  nodeOptions = NODE_OPTIONS,
): Promise<RunningServer> {
  const file =
    name === 'postgraphile'
      ? path.join(BENCHMARK, 'servers/postgraphile.mjs')
      : path.join(__dirname, 'servers', `${name}.js`);
  const child = fork(file, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: nodeOptions });
  const settings: ServerSettings = { databaseUrl, tokenSecret, poolSize: POOL_SIZE };
  const { port } = await ask<{ port: number }>(child, settings);
  return { name, port, usage: async () => ask<Usage>(child, 'usage'), stop: () => child.disconnect() };
}

/** What the client process is to send. */
export interface Load {
  url: string;
  asks: { path: string; headers: Record<string, string>; body: string }[];
  connections: number;
  seconds: number;
  /** Requests at most. */
  most: number;
  /** Seven hexadecimal digits that no other load of this run has. */
  run: string;
}

export interface Seen {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  bad: number;
  sample: string;
}

/** The client process. */
export class Client {
  private constructor(private readonly child: ChildProcess) {}

  static async start(): Promise<Client> {
    const child = fork(path.join(BENCHMARK, 'load.mjs'));
    await once(child, 'message');
    return new Client(child);
  }

  async load(load: Load): Promise<Seen> {
    const seen = await ask<Seen | { failed: string }>(this.child, load);
    if ('failed' in seen) throw new Error(seen.failed);
    return seen;
  }

  stop(): void {
    this.child.disconnect();
  }
}

async function ask<T>(child: ChildProcess, question: object | string): Promise<T> {
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal });
  const exit = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`a process of the benchmark ended with ${String(code)}`);
  });
  child.send(question);
  try {
    const [message] = (await Promise.race([answer, exit])) as [T];
    return message;
  } finally {
    ended.abort();
    exit.catch(() => undefined);
    answer.catch(() => undefined);
  }
}
