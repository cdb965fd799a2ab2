import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { demoAccounts, demoExample, loadDemo } from '../demo';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres';
import { ACCOUNTS, cityStateOf } from '../generate';
import type { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrations';
import { StartError } from '../platform/start-error';
import { createServer, type RunningServer } from '../server';
import { welcome } from './banner';
import { keptSecret } from './kept-secret';
import { signingKeys } from './signing-keys';

/** Prints a line on the terminal. */
export type Say = (line: string) => void;

/** What runs now, and how to stop it gracefully. */
interface Started {
  stop: () => Promise<void>;
  /** Rejects when the program cannot continue. */
  failed?: Promise<never>;
}

/** Starts everything: the embedded database when no other is configured, the demo in it, the server. */
export async function start(config: Config, logger: Logger, say: Say): Promise<Started> {
  const { databaseUrl } = config;
  return databaseUrl === undefined
    ? startWithEmbedded(config, logger, say)
    : startOn(databaseUrl, config, logger, say);
}

/** On a database server of one's own: migrated by `npm run migrate`, without demo data. */
async function startOn(databaseUrl: string, config: Config, logger: Logger, say: Say): Promise<Started> {
  const server = await createServer({ config, databaseUrl, keys: signingKeys(config, null), logger });
  try {
    say(welcome({ host: config.host, port: await listen(server, config) }));
    server.outbox.start();
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** With an embedded PostgreSQL under DATA_DIR, and in it a generated city or the demo stations. */
async function startWithEmbedded(config: Config, logger: Logger, say: Say): Promise<Started> {
  const dataDir = resolve(config.dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, log: say });
  let server: RunningServer | undefined;
  const stop = async (): Promise<void> => stopBoth(server, postgres);
  try {
    await migrate(postgres.ownerUrl, decodeURIComponent(new URL(postgres.serverUrl).username));
    server = await createServer({
      config,
      databaseUrl: postgres.serverUrl,
      keys: signingKeys(config, dataDir),
      logger,
      demoAccounts: async (database) => ((await hasCity(database)) ? ACCOUNTS : demoAccounts()),
    });
    const password = config.demoPassword ?? keptSecret(dataDir, 'demo-password', 12);
    const shown = (await hasCity(server.database))
      ? { accounts: ACCOUNTS }
      : { accounts: demoAccounts(), example: await demoOn(server, password, say) };
    say(welcome({ host: config.host, port: await listen(server, config), password, ...shown }));
    server.outbox.start();
    return { stop, failed: postgres.watch() };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** True for a generated city, false for the demo; refuses an incomplete city. */
async function hasCity(database: Database): Promise<boolean> {
  const { cityId, isComplete } = await cityStateOf(database);
  if (cityId !== null && !isComplete) {
    throw new StartError(
      'The database holds an unfinished city: run the same "npm run generate" again, or set DATA_DIR to another folder / 城市数据尚未生成完毕：请再次运行同一 npm run generate 命令，或更换 DATA_DIR',
    );
  }
  return isComplete;
}

async function demoOn(
  server: RunningServer,
  password: string,
  say: Say,
): Promise<{ email: string; agreementId: string }> {
  const demo = { ...server, clock: () => new Date(), password, progress: say };
  await loadDemo(demo);
  return demoExample(demo);
}

async function listen({ http }: RunningServer, { host, port }: Config): Promise<number> {
  return (await http.listen(port, host)).port;
}

async function stopBoth(server: RunningServer | undefined, postgres: EmbeddedPostgres): Promise<void> {
  try {
    await server?.stop();
  } finally {
    await postgres.stop();
  }
}
