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
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { type Account, ownerOf } from './account';
import type { Binaries } from './binaries';
import { childOptions } from './child-options';
import { clearLeftOvers } from './left-overs';
import { CLUSTER, DRAFT, type Place } from './place';
import type { Secrets } from './secrets';
import type { ServerLog } from './server-log';

/** The bootstrap superuser; its password never leaves DATA_DIR. */
export const SUPERUSER = 'postgres';

/** The options of initdb. */
export interface InitdbOptions {
  binaries: Binaries;
  secrets: Secrets;
  log: ServerLog;
  /** False only for tests: a power cut may then corrupt it. */
  durable: boolean;
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
export async function createCluster(
  { folder, cluster, account }: Place,
  dataFolder: string,
  initdbOptions: InitdbOptions,
): Promise<void> {
  for (const parent of new Set([folder, dataFolder])) removeLeftOvers(parent);
  const temporary = mkdtempSync(path.join(folder, DRAFT));
  chmodSync(temporary, 0o711);
  try {
    const draft = path.join(temporary, CLUSTER);
    const passwordFile = path.join(temporary, 'password');
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${initdbOptions.secrets.superuser}\n`, { mode: 0o600, flag: 'wx' });
    if (account) for (const file of [draft, passwordFile]) lchownSync(file, account.uid, account.gid);
    await initialise(initdbOptions, draft, passwordFile, account);
    renameSync(draft, cluster);
    syncFolder(folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  if (folder !== dataFolder) {
    symlinkSync(cluster, path.join(dataFolder, CLUSTER));
    syncFolder(dataFolder);
  }
}

/** Renames what exists where the new cluster goes instead of deleting it: it may still matter to someone. */
export async function moveAside(
  { cluster }: Place,
  dataFolder: string,
  log: (line: string) => void,
): Promise<void> {
  for (const taken of new Set([cluster, path.join(dataFolder, CLUSTER)])) {
    const found = lstatSync(taken, { throwIfNoEntry: false });
    if (!found) continue;
    if (found.isDirectory()) await clearLeftOvers(taken);
    const aside = `${taken}.unusable-${new Date().toISOString().replace(/\D/g, '').slice(0, 17)}`;
    renameSync(taken, aside);
    log(
      `what was found at ${taken} is no whole database of this DATA_DIR and is now ${aside} / 原目录不是可用的数据库,已改名`,
    );
  }
}

/** Refuses a cluster of another major version, and repairs owner and mode, which copying a folder loses. */
export function checkCluster({ cluster, account }: Place, { major }: Binaries): void {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) {
    throw new StartError(
      `the database in ${cluster} was made by PostgreSQL ${version}, and this release brings ${major}: run the release that made it, or move the data with pg_dump / 数据库版本为 ${version},本版本自带 ${major}:请使用原版本,或用 pg_dump 迁移数据`,
    );
  }
  if (account && ownerOf(cluster).uid !== account.uid) giveTree(cluster, account);
  if ((lstatSync(cluster).mode & 0o027) !== 0) chmodSync(cluster, 0o700);
}

async function initialise(
  { binaries, log, durable }: InitdbOptions,
  draft: string,
  passwordFile: string,
  account: Account | undefined,
): Promise<void> {
  const before = log.end;
  const access = [
    '--auth-host=scram-sha-256',
    '--auth-local=reject',
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
  ];
  const child = spawn(
    binaries.initdb,
    [`--pgdata=${draft}`, ...LOCALE, ...access, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    { ...childOptions(account), detached: true, stdio: ['ignore', log.descriptor, log.descriptor] },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code === 0) return;
  if (log.since(before).includes('could not look up effective user ID')) throw namelessUser();
  throw log.failure('could not make its database', path.dirname(path.dirname(draft)), before);
}

/** Removes folders of starts that were killed: each has a unique name, because a program of theirs may still be writing. */
function removeLeftOvers(folder: string): void {
  for (const entry of readdirSync(folder).filter((name) => name.startsWith(DRAFT))) {
    try {
      rmSync(path.join(folder, entry), { recursive: true, force: true });
    } catch (error) {
      // still being written: left to the next start
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

function giveTree(entry: string, account: Account): void {
  lchownSync(entry, account.uid, account.gid);
  if (!lstatSync(entry).isDirectory()) return;
  for (const name of readdirSync(entry)) giveTree(path.join(entry, name), account);
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function namelessUser(): StartError {
  const uid = String(process.getuid?.() ?? '');
  return new StartError(
    `the user id ${uid} has no name in /etc/passwd, which PostgreSQL needs: start as a user that is listed there, or as root / 当前用户(uid ${uid})不在 /etc/passwd 中:请换用已登记的用户或 root 启动`,
  );
}
