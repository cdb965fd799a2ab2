// PostGraphile 4 over the tables, under the same row-level security: set up as its own documentation recommends.
import { createRequire } from 'node:module';
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const require = createRequire(import.meta.url);
const jwt = require('jsonwebtoken');
const { postgraphile } = require('postgraphile');
const ConnectionFilter = require('postgraphile-plugin-connection-filter');
const { default: Aggregates } = require('@graphile/pg-aggregates');
const { makePgSmartTagsPlugin } = require('graphile-utils');

/** The tables that the questions read; for the others it generates two relations of the same name. */
const TABLES = [
  'agreement',
  'completion_month',
  'completion_term',
  'completion_total',
  'district',
  'indicator',
  'measure',
  'point',
  'service_record',
  'station',
  'station_access',
  'target',
  'term',
  'zone',
];
const Tables = makePgSmartTagsPlugin([
  { kind: 'class', match: ({ name }) => !TABLES.includes(name), tags: { omit: true } },
  // PostGraphile has a type Point of its own.
  { kind: 'class', match: ({ name }) => name === 'point', tags: { name: 'community_point' } },
]);

async function start({ databaseUrl, tokenSecret, poolSize }) {
  const key = createSecretKey(tokenSecret, 'utf8');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: '-c jit=off' });
  const handler = postgraphile(pool, ['core'], {
    appendPlugins: [Tables, ConnectionFilter, Aggregates],
    bodySizeLimit: '5MB',
    disableQueryLog: true,
    graphiql: false,
    legacyRelations: 'omit',
    setofFunctionsContainNulls: false,
    pgSettings: async (request) => {
      const token = (request.headers.authorization ?? '').slice('Bearer '.length);
      const who = jwt.verify(token, key, { algorithms: ['HS256'] });
      const isCity = who.kind === 'SUPERVISOR' && who.district === null;
      const supervisor = isCity ? 'app_city' : 'app_supervisor';
      return {
        role: who.kind === 'OPERATOR' ? 'app_operator' : supervisor,
        'app.organisation_id': who.org,
        'app.member_id': who.sub,
        'app.role': who.role,
        'app.district_code': who.district ?? '',
        'app.station_ids': '*',
        'app.whole_city': isCity ? 'on' : '',
        'app.agreement_ids': '',
      };
    },
  });
  const server = createServer(handler);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

process.on('disconnect', () => process.exit(0));
process.once('message', async (settings) => {
  const server = await start(settings);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicroseconds: user + system, rssBytes: process.memoryUsage.rss() });
  });
  process.send({ port: server.address().port });
});
