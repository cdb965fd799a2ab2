import 'reflect-metadata';
import { pino } from 'pino';
import { readConfig } from '../config';
import { loadDemo } from '../demo';
import { StartError } from '../platform/start-error';
import { createServer } from '../server';
import { signingKeys } from '../start/signing-keys';
import { runCommand } from './run-command';

/** `npm run demo`: loads the demo stations into the database of DATABASE_URL. */
void runCommand(async () => {
  const config = readConfig();
  const { databaseUrl, demoPassword: password } = config;
  if (databaseUrl === undefined || password === undefined) {
    throw new StartError(
      'DATABASE_URL and DEMO_PASSWORD must be set; the embedded demo loads itself on "npm start"',
    );
  }
  const keys = signingKeys(config, null);
  const server = await createServer({ config, databaseUrl, keys, logger: pino({ level: config.logLevel }) });
  try {
    await loadDemo({
      ...server,
      clock: () => new Date(),
      password,
      progress: (line) => {
        console.log(line);
      },
    });
  } finally {
    await server.stop();
  }
});
