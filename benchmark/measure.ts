import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { askBare } from './asks/bare';
import { askOrdinary } from './asks/ordinary';
import { askOurs } from './asks/ours';
import { askPostGraphile } from './asks/postgraphile';
import type { City } from './city';
import type { OwnName, OwnQuestion } from './cycle';
import type { Client, Load, RunningServer, ServerName } from './fleet';
import type { Asks, Question, QuestionName } from './questions';
import { tokenOf } from './tokens';

const ASKS: Record<ServerName, Asks> = {
  bare: askBare,
  ours: askOurs,
  postgraphile: askPostGraphile,
  ordinary: askOrdinary,
};

/** Errors of GraphQL, and what a mutation refuses. */
const REFUSED = /"errors"|"userErrors":\[\{/;
const ROUNDS = 3;
const WARM_UP_SECONDS = 1;

/** The medians of one server, question and number of connections. */
export interface Figures {
  server: ServerName;
  question: QuestionName | OwnName;
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Of the server's own process, per request. */
  cpuMs: number;
  rssMb: number;
}

/** Measures the servers in turn, so that other load on the machine affects them alike. */
export class Measuring {
  private runs = randomInt(0x1000_0000);

  constructor(
    private readonly superuser: pg.Client,
    private readonly secret: string,
    private readonly city: City,
    private readonly client: Client,
    private readonly seconds: number,
  ) {}

  /** Medians of three rounds, each of which measures every server. */
  async compare(
    question: Question | OwnQuestion,
    connections: number,
    servers: RunningServer[],
  ): Promise<Figures[]> {
    const rounds = new Map<ServerName, Figures[]>(servers.map(({ name }) => [name, []]));
    for (const server of servers) await this.warmUp(question, server, connections);
    for (let round = 0; round < ROUNDS; round++) {
      for (const server of servers) {
        rounds.get(server.name)?.push(await this.once(question, connections, server));
      }
    }
    return [...rounds].map(([server, figures]) => ({
      server,
      question: question.name,
      connections,
      perSecond: median(figures.map(({ perSecond }) => perSecond)),
      p50: median(figures.map(({ p50 }) => p50)),
      p99: median(figures.map(({ p99 }) => p99)),
      cpuMs: median(figures.map(({ cpuMs }) => cpuMs)),
      rssMb: median(figures.map(({ rssMb }) => rssMb)),
    }));
  }

  async warmUp(question: Question | OwnQuestion, server: RunningServer, connections = 4): Promise<void> {
    await this.once(question, Math.min(connections, 4), server, WARM_UP_SECONDS);
  }

  /** One round. */
  async once(
    question: Question | OwnQuestion,
    connections: number,
    server: RunningServer,
    seconds = this.seconds,
  ): Promise<Figures> {
    const { name, port, usage } = server;
    const asks = await this.asksOf(question, name);
    const before = await usage();
    const run = (this.runs++ % 0x1000_0000).toString(16).padStart(7, '0');
    const url = `http://127.0.0.1:${port}`;
    const seen = await this.client.load({ url, asks, connections, seconds, most: question.requests, run });
    const after = await usage();
    // An error would be the fastest answer of all.
    if (seen.bad > 0 || REFUSED.test(seen.sample)) {
      throw new Error(`${name} does not answer "${question.name}": ${seen.sample.slice(0, 1000)}`);
    }
    const { perSecond, p50, p99, requests } = seen;
    return {
      server: name,
      question: question.name,
      connections,
      perSecond,
      p50,
      p99,
      cpuMs: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / requests,
      rssMb: after.rssBytes / 1e6,
    };
  }

  /** A token lasts a quarter of an hour, so each measurement has tokens of its own. */
  private async asksOf(question: Question | OwnQuestion, server: ServerName): Promise<Load['asks']> {
    const asks: Load['asks'] = [];
    const tokens = new Map<string, string>();
    for (const { organisationId, place } of question.who(this.city)) {
      const token =
        tokens.get(organisationId) ?? (await tokenOf(this.superuser, organisationId, this.secret));
      tokens.set(organisationId, token);
      const { path, body } =
        'ask' in question ? question.ask(this.city, place) : ASKS[server](question.name, this.city, place);
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      asks.push({ path, headers, body: JSON.stringify(body) });
    }
    return asks;
  }
}

export function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
