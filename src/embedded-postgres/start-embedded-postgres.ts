import { DatabaseError } from 'pg';
import { mendCollations } from '../platform/database/collations';
import { StartError } from '../platform/start-error';
import { type Binaries, findBinaries } from './binaries';
import { checkCluster } from './check-cluster';
import { type ClusterLocation, locateCluster } from './cluster-location';
import { createCluster, SUPERUSER } from './create-cluster';
import { explainFileError, prepareDataFolder } from './data-folder';
import { lockFolder } from './folder-lock';
import { DATABASE, ensureLoginRoles, OWNER, SERVER } from './login-roles';
import { pgCtlStop } from './pg-ctl';
import { loadSecrets, type Secrets } from './secrets';
import { type Server, startServer } from './server';
import { ServerLog } from './server-log';
import { Supervisor } from './supervisor';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** postgres://… of the owner, for migrations. */
  ownerUrl: string;
  /** postgres://… of the run-time login. */
  serverUrl: string;
  /** postgres://… of the superuser, on the database `postgres`: for tests and bootstrap only. */
  superuserUrl: string;
  /** Begins to restart PostgreSQL, once, should it end by itself; rejects when it has ended for good. */
  watch(): Promise<never>;
  /** Stops PostgreSQL and unlocks DATA_DIR. Idempotent. */
  stop(): Promise<void>;
}

/** The options of an embedded PostgreSQL. */
interface EmbeddedOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Extra `-c` settings, e.g. fsync=off for tests. */
  settings?: Record<string, string>;
}

interface Start extends EmbeddedOptions {
  /** DATA_DIR's real path. */
  dataFolder: string;
  location: ClusterLocation;
  binaries: Binaries;
  secrets: Secrets;
  serverLog: ServerLog;
}

/**
 * Starts PostgreSQL on DATA_DIR, where that of a killed process is stopped first, with its login roles and its database
 * in place. Throws a StartError for what the person who starts it can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const releases: (() => void)[] = [];
  const release = (): void => {
    for (const one of releases.splice(0)) one();
  };
  try {
    const dataFolder = prepareDataFolder(options.dataDir);
    releases.push(await lockFolder(dataFolder));
    const location = locateCluster(dataFolder, options.log);
    // a copied DATA_DIR would point to the same fallback folder
    if (location.folder !== dataFolder) releases.push(await lockFolder(location.folder));
    const secrets = loadSecrets(dataFolder, location.exists);
    const serverLog = ServerLog.open(dataFolder);
    releases.push(() => serverLog.close());
    const binaries = findBinaries(location.folder, location.account, options.log);
    const start = { ...options, dataFolder, location, binaries, secrets, serverLog };
    await prepareCluster(start);
    return await running(start, release);
  } catch (error) {
    release();
    throw explainFileError(error, options.dataDir);
  }
}

async function prepareCluster(start: Start): Promise<void> {
  const { location, binaries, settings, log } = start;
  if (!location.exists) {
    await createCluster({ ...start, durable: settings?.fsync !== 'off' });
    return;
  }
  if (await pgCtlStop(location, binaries))
    log('stopped the PostgreSQL that an earlier start left running / 已停止上次遗留的数据库进程');
  checkCluster(location, binaries);
}

/** Starts a server and prepares the login roles and the database; stops it if that fails. */
async function running(start: Start, release: () => void): Promise<EmbeddedPostgres> {
  const { location, binaries, secrets, serverLog, settings = {}, log } = start;
  const startOn = async (port?: number): Promise<Server> =>
    startServer(location, binaries, settings, serverLog, port);
  const stopServer = async (): Promise<unknown> => pgCtlStop(location, binaries);
  const server = await startOn();
  const url = (user: string, password: string, database: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  const superuserUrl = url(SUPERUSER, secrets.superuser, 'postgres');
  const before = serverLog.end;
  try {
    await ensureLoginRoles(superuserUrl, secrets);
    // A release may come with another version of ICU than the one that sorted the indexes.
    await mendCollations(url(SUPERUSER, secrets.superuser, DATABASE));
  } catch (error) {
    await stopServer();
    if (error instanceof StartError || error instanceof DatabaseError) throw error;
    throw serverLog.failure('ended while its roles were made', location.folder, before);
  }
  const supervisor = new Supervisor(server, startOn, stopServer, log, serverLog.file);
  return {
    ownerUrl: url(OWNER, secrets.owner, DATABASE),
    serverUrl: url(SERVER, secrets.server, DATABASE),
    superuserUrl,
    watch: async () => supervisor.watch(),
    stop: async () => supervisor.stop().finally(release),
  };
}
