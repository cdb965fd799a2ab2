import 'reflect-metadata';
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import jwt from 'jsonwebtoken';
import { buildSchema } from 'type-graphql';
import { DataSource, type EntityManager } from 'typeorm';
import { serve } from '../child';
import { ENTITIES } from './ordinary/entities';
import { RECORD_ENTITIES } from './ordinary/record.entities';
import { type OrdinaryContext, OrdinaryResolver } from './ordinary/resolver';

interface Claims {
  sub: string;
  sid: string;
  org: string;
  kind: string;
  district: string | null;
  version: number;
}

/** Apollo, type-graphql and TypeORM as most teams would put them together, under the same row-level security. */
serve(async ({ databaseUrl, tokenSecret, poolSize }) => {
  const key = createSecretKey(tokenSecret, 'utf8');
  const sources = new Map<string, DataSource>();
  for (const role of ['app_operator', 'app_supervisor', 'app_city']) {
    const source = new DataSource({
      type: 'postgres',
      url: databaseUrl,
      entities: [...ENTITIES, ...RECORD_ENTITIES],
      installExtensions: false,
      extra: { options: `-c role=${role} -c jit=off`, max: poolSize },
    });
    await source.initialize();
    sources.set(role, source);
  }
  const graphql = new ApolloServer<OrdinaryContext>({
    schema: await buildSchema({ resolvers: [OrdinaryResolver], validate: false }),
  });
  await graphql.start();

  const contextOf = (authorization: string): OrdinaryContext => {
    const token = authorization.slice('Bearer '.length);
    const who = jwt.verify(token, key, { algorithms: ['HS256'] }) as unknown as Claims;
    const supervisor = who.district === null ? 'app_city' : 'app_supervisor';
    const source = sources.get(who.kind === 'OPERATOR' ? 'app_operator' : supervisor);
    if (!source) throw new Error('no data source');
    return {
      organisationId: who.org,
      memberId: who.sub,
      scoped: async <T>(work: (manager: EntityManager) => Promise<T>) =>
        source.transaction(async (manager) => {
          await manager.query('select scope.enter($1, $2, $3, $4)', [who.org, who.sub, who.sid, who.version]);
          return work(manager);
        }),
    };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void graphql
        .executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: 'POST',
            headers: new HeaderMap(Object.entries(request.headers) as [string, string][]),
            search: '',
            body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown,
          },
          context: async () => Promise.resolve(contextOf(request.headers.authorization ?? '')),
        })
        .then(({ status, headers, body }) => {
          const text = body.kind === 'complete' ? body.string : '';
          for (const [name, value] of headers) response.setHeader(name, value);
          response.setHeader('content-length', Buffer.byteLength(text));
          response.statusCode = status ?? 200;
          response.end(text);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
});
