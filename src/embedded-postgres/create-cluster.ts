import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import type { Binaries } from './binaries';
import { childOptions, succeeds } from './child-process';
import { CLUSTER, type ClusterLocation } from './cluster-location';
import { TEMPORARY } from './folder-access';
import { pgCtlStop } from './pg-ctl';
import type { Secrets } from './secrets';
import type { ServerLog } from './server-log';

/** The bootstrap superuser; its password never leaves DATA_DIR. */
export const SUPERUSER = 'postgres';

/** What a new cluster needs. */
interface InitdbOptions {
  location: ClusterLocation;
  /** DATA_DIR's real path. */
  dataFolder: string;
  binaries: Binaries;
  secrets: Secrets;
  serverLog: ServerLog;
  /** False only for tests: a power cut may then corrupt it. */
  durable: boolean;
  log: (line: string) => void;
}

/** Code-point order and Unicode's letters, the same on every machine: lists for people name their own collation. */
const LOCALE = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--text-search-config=simple',
];

/**
 * Creates the cluster in a temporary folder and renames it when it is complete, so that an interrupted start leaves no
 * half-made cluster.
 */
export async function createCluster(options: InitdbOptions): Promise<void> {
  const { location, dataFolder, secrets } = options;
  const { folder, cluster, account } = location;
  const entry = path.join(dataFolder, CLUSTER);
  for (const taken of new Set([cluster, entry])) await moveAside(taken, options);
  for (const parent of new Set([folder, dataFolder])) removeLeftOvers(parent);
  const temporary = mkdtempSync(path.join(folder, TEMPORARY));
  chmodSync(temporary, 0o711);
  try {
    const draft = path.join(temporary, CLUSTER);
    const passwordFile = path.join(temporary, 'password');
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600, flag: 'wx' });
    if (account) for (const file of [draft, passwordFile]) lchownSync(file, account.uid, account.gid);
    await initdb(draft, passwordFile, options);
    renameSync(draft, cluster);
    syncFolder(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  if (entry === cluster) return;
  symlinkSync(cluster, entry);
  syncFolder(dataFolder);
}

/** Renames what exists where the new cluster goes instead of deleting it: it may still matter to someone. */
async function moveAside(cluster: string, { location, binaries, log }: InitdbOptions): Promise<void> {
  const found = lstatSync(cluster, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) await pgCtlStop({ ...location, cluster }, binaries);
  const aside = `${cluster}.unusable-${new Date().toISOString().replace(/\D/g, '').slice(0, 17)}`;
  renameSync(cluster, aside);
  log(
    `what was found at ${cluster} is no whole database of this DATA_DIR and is now ${aside} / 原目录不是可用的数据库,已改名`,
  );
}

async function initdb(
  draft: string,
  passwordFile: string,
  { location, binaries, serverLog, durable }: InitdbOptions,
): Promise<void> {
  const before = serverLog.end;
  const access = ['--auth-host=scram-sha-256', '--auth-local=reject', `--username=${SUPERUSER}`];
  const files = [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...(durable ? [] : ['--no-sync'])];
  const child = spawn(binaries.initdb, [...files, ...access, ...LOCALE, '--no-instructions'], {
    ...childOptions(location.account),
    detached: true,
    stdio: ['ignore', serverLog.descriptor, serverLog.descriptor],
  });
  if (await succeeds(child)) return;
  if (serverLog.since(before).includes('could not look up effective user ID')) throw namelessUser();
  throw serverLog.failure('could not make its database', location.folder, before);
}

/** Removes folders of starts that were killed: each has a unique name, because a program of theirs may still be writing. */
function removeLeftOvers(folder: string): void {
  for (const entry of readdirSync(folder).filter((name) => name.startsWith(TEMPORARY))) {
    try {
      rmSync(path.join(folder, entry), { recursive: true, force: true });
    } catch (error) {
      // still being written: left to the next start
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function namelessUser(): StartError {
  const uid = String(process.getuid?.() ?? '');
  return new StartError(
    `the user id ${uid} has no name in /etc/passwd, which PostgreSQL needs: start as a user that is listed there, or as root / 当前用户(uid ${uid})不在 /etc/passwd 中:请换用已登记的用户或 root 启动`,
  );
}
