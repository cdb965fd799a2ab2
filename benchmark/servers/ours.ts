import 'reflect-metadata';
import { pino } from 'pino';
import { SigningKeys } from '../../src/access';
import { readConfig } from '../../src/config';
import { createServer } from '../../src/server';
import { serve } from '../child';

/** This server as it is deployed: row-level security, limits, masking, audit. Only rate limits and timeouts are lifted. */
serve(async ({ databaseUrl, tokenSecret, poolSize }) => {
  const { http } = await createServer({
    config: readConfig({
      NODE_ENV: 'production',
      POOL_SIZE: String(poolSize),
      COST_PER_MINUTE: '100000000000000',
      POOL_WAIT_MS: '60000',
      STATEMENT_TIMEOUT_MS: '60000',
      REQUEST_TIMEOUT_MS: '60000',
    }),
    databaseUrl,
    keys: new SigningKeys([{ kid: 'benchmark', secret: tokenSecret }], 'the benchmark'),
    logger: pino({ level: 'warn' }),
  });
  await http.listen(0, '127.0.0.1');
  return http.server;
});
