import { createSecretKey, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { serve, type ServerSettings } from '../child';
import { type BareQuestion, BARE_QUESTIONS, ENTER, type Sql } from './bare.sql';

interface Claims {
  sub: string;
  sid: string;
  org: string;
  kind: string;
  district: string | null;
  version: number;
}

/**
 * The baseline of the comparison: node:http, a verified token, and one hand-written statement that returns
 * the whole response, under the same row-level security. Each request costs one round trip to the database.
 */
serve(async ({ databaseUrl, tokenSecret, poolSize }: ServerSettings) => {
  const key = createSecretKey(tokenSecret, 'utf8');
  const pools = new Map<string, pg.Pool>();
  const poolOf = (role: string): pg.Pool => {
    const options = `-c role=${role} -c jit=off`;
    const pool =
      pools.get(role) ??
      new pg.Pool({ connectionString: databaseUrl, max: poolSize, pipeline: true, options });
    pools.set(role, pool);
    return pool;
  };

  const answer = async (request: IncomingMessage): Promise<string> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const question = BARE_QUESTIONS[pathname.slice(1)];
    if (!question) throw new Error(`no ${pathname}`);
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    const who = jwt.verify(token, key, { algorithms: ['HS256'] }) as unknown as Claims;
    const body = await read(request);
    const client = await poolOf(roleOf(who)).connect();
    try {
      return await ask(client, who, question, searchParams, body);
    } finally {
      client.release();
    }
  };

  const server = createServer((request, response) => {
    answer(request).then(
      (text) => {
        response.setHeader('content-type', 'application/json');
        response.setHeader('content-length', Buffer.byteLength(text));
        response.end(text);
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
});

async function ask(
  client: pg.PoolClient,
  who: Claims,
  { sql, values, writes }: BareQuestion,
  parameters: URLSearchParams,
  body: string,
): Promise<string> {
  const send = async ({ name, text }: Sql, given: unknown[]): Promise<pg.QueryResult> =>
    client.query({ name, text, values: given });
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } })
    .connection;
  stream.cork();
  const sent = [
    client.query(writes ? 'begin' : 'begin isolation level repeatable read read only'),
    send(ENTER, [who.org, who.sub, who.sid, who.version]),
    send(
      sql,
      values({ organisationId: who.org, memberId: who.sub, requestId: randomUUID(), parameters, body }),
    ),
    client.query('commit'),
  ];
  stream.uncork();
  try {
    const [, , result] = (await Promise.all(sent)) as [
      unknown,
      unknown,
      pg.QueryResult<{ answer: string | null }>,
    ];
    return result.rows[0]?.answer ?? 'null';
  } catch (error) {
    await Promise.allSettled(sent);
    throw error;
  }
}

function roleOf({ kind, district }: Claims): string {
  if (kind === 'OPERATOR') return 'app_operator';
  return district === null ? 'app_city' : 'app_supervisor';
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
