import { DatabaseError } from 'pg';
import { StartError } from '../platform/start-error';
import { mendCollations } from '../platform/database/collations';
import { findBinaries, locatePackage, type Package } from './binaries';
import { checkCluster, createCluster, moveAside, SUPERUSER } from './cluster';
import { explainFileError, prepareDataFolder } from './data-folder';
import { lockFolder } from './folder-lock';
import { adoptPostmaster } from './left-overs';
import { DATABASE, ensureLoginRoles, OWNER, SERVER } from './login-roles';
import { choosePlace, type Place } from './place';
import { startPostmaster } from './postmaster';
import { type Postmaster, stopPostmaster } from './postmaster-process';
import { Supervisor } from './supervisor';
import { loadSecrets, type Secrets } from './secrets';
import { ServerLog } from './server-log';

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
export interface EmbeddedOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Extra `-c` settings, e.g. fsync=off for tests. */
  settings?: Record<string, string>;
}

interface Start extends EmbeddedOptions {
  packaged: Package;
  /** DATA_DIR's real path. */
  dataFolder: string;
  place: Place;
  secrets: Secrets;
  serverLog: ServerLog;
}

/**
 * Starts PostgreSQL on DATA_DIR, or adopts the one that a killed process left there, with its login roles and its
 * database in place. Throws a StartError for what the person who starts it can mend.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const releases: (() => void)[] = [];
  const release = (): void => {
    for (const one of releases.splice(0)) one();
  };
  try {
    const packaged = locatePackage();
    const dataFolder = prepareDataFolder(options.dataDir);
    releases.push(await lockFolder(dataFolder));
    const place = choosePlace(dataFolder, options.log);
    // a copied DATA_DIR would point to the same fallback folder
    if (place.folder !== dataFolder) releases.push(await lockFolder(place.folder));
    const secrets = loadSecrets(dataFolder, place.exists);
    const serverLog = ServerLog.open(dataFolder);
    const start = { ...options, packaged, dataFolder, place, secrets, serverLog };
    const postmaster = await readyPostmaster(start).finally(() => {
      serverLog.close();
    });
    return running(postmaster, start, release);
  } catch (error) {
    release();
    throw explainFileError(error, options.dataDir);
  }
}

function running(postmaster: Postmaster, start: Start, release: () => void): EmbeddedPostgres {
  const { secrets, log, serverLog } = start;
  const { port } = postmaster;
  const startAgain = async (samePort: number): Promise<Postmaster> => restarted(start, samePort);
  const supervisor = new Supervisor(postmaster, startAgain, log, serverLog.file);
  return {
    ownerUrl: url(OWNER, secrets.owner, port, DATABASE),
    serverUrl: url(SERVER, secrets.server, port, DATABASE),
    superuserUrl: superuserUrl(secrets, port),
    watch: async () => supervisor.watch(),
    stop: async () => supervisor.stop().finally(release),
  };
}

async function restarted(start: Start, port: number): Promise<Postmaster> {
  const serverLog = ServerLog.open(start.dataFolder);
  try {
    return await started({ ...start, serverLog, place: { ...start.place, exists: true } }, port);
  } finally {
    serverLog.close();
  }
}

/** Starts a postmaster and prepares the login roles and the database; stops it if that fails. */
async function readyPostmaster(start: Start): Promise<Postmaster> {
  const { place, secrets, serverLog } = start;
  const postmaster = (await adopted(start)) ?? (await started(start));
  const before = serverLog.end;
  try {
    await ensureLoginRoles(superuserUrl(secrets, postmaster.port), secrets);
    // A release may come with another version of ICU than the one that sorted the indexes.
    await mendCollations(superuserUrl(secrets, postmaster.port, DATABASE));
    return postmaster;
  } catch (error) {
    await stopPostmaster(postmaster.process);
    if (error instanceof StartError || error instanceof DatabaseError) throw error;
    throw serverLog.failure('ended while its roles were made', place.folder, before);
  }
}

async function adopted({ place, secrets, log }: Start): Promise<Postmaster | undefined> {
  if (!place.exists) return undefined;
  const postmaster = await adoptPostmaster(place.cluster, (port) => superuserUrl(secrets, port));
  if (postmaster)
    log(`adopted the PostgreSQL that an earlier start left running (process ${postmaster.process.pid})`);
  return postmaster;
}

async function started(start: Start, port?: number): Promise<Postmaster> {
  const { packaged, place, dataFolder, secrets, serverLog, settings = {}, log } = start;
  const binaries = findBinaries(packaged, place.folder, place.account, log);
  if (place.exists) {
    checkCluster(place, binaries);
  } else {
    await moveAside(place, dataFolder, log);
    const durable = settings.fsync !== 'off';
    await createCluster(place, dataFolder, { binaries, secrets, log: serverLog, durable });
  }
  return startPostmaster(place, binaries, settings, serverLog, port);
}

function superuserUrl(secrets: Secrets, port: number, database = 'postgres'): string {
  return url(SUPERUSER, secrets.superuser, port, database);
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
