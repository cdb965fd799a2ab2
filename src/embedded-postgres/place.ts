import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdtempSync, readlinkSync, rmSync, type Stats } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { type Account, isRoot, ownName, ownerOf, unprivilegedAccount } from './account';
import { childOptions } from './child-options';
import { fallbackFolder } from './shelter';

/** The folder of the cluster, and the account that PostgreSQL runs as. */
export interface Place {
  /** DATA_DIR, or a fallback folder where PostgreSQL's account cannot reach DATA_DIR. */
  folder: string;
  cluster: string;
  /** Undefined: the account of this process. */
  account: Account | undefined;
  /** Whether a complete cluster exists. */
  exists: boolean;
}

/** The name of the cluster in its folder. In DATA_DIR it is a symbolic link where the cluster is in a fallback folder. */
export const CLUSTER = 'pgdata';
/** Prefix of every temporary folder, which is removed by the start that made it, or by the next start. */
export const DRAFT = 'pgdata.new-';

/** Whether a start on this DATA_DIR would find a database rather than create one. */
export function hasEmbeddedDatabase(dataDir: string): boolean {
  return lstatSync(path.join(dataDir, CLUSTER), { throwIfNoEntry: false }) !== undefined;
}

/** Decides where the cluster is or will be, without any change except to create an empty fallback folder where needed. */
export function choosePlace(dataFolder: string, log: (line: string) => void): Place {
  const entry = path.join(dataFolder, CLUSTER);
  const found = lstatSync(entry, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return recordedPlace(dataFolder, entry, log);
  if (found) refuseForeign(entry, found);
  const exists = isWhole(entry);
  if (!isRoot()) return { folder: dataFolder, cluster: entry, account: undefined, exists };
  if (exists) return { folder: dataFolder, cluster: entry, account: accountOf(entry), exists };
  const account = newAccount();
  grantTraverse(dataFolder, account);
  if (isWritableBy(dataFolder, account)) return { folder: dataFolder, cluster: entry, account, exists };
  const folder = fallbackFolder(dataFolder, (shelter) => isWritableBy(shelter, account));
  log(
    `user ${account.name} cannot work in ${dataFolder}, so the database is kept in ${folder} / 用户 ${account.name} 无法使用该目录,数据库保存在 ${folder}`,
  );
  // an existing one that DATA_DIR does not point to belonged to a DATA_DIR since removed, and its passwords with it
  return { folder, cluster: path.join(folder, CLUSTER), account, exists: false };
}

function recordedPlace(dataFolder: string, entry: string, log: (line: string) => void): Place {
  const cluster = path.resolve(dataFolder, readlinkSync(entry));
  if (!isWhole(cluster)) {
    throw new StartError(
      `the database of DATA_DIR ${dataFolder} should be in ${cluster}, but is not: restore it, or remove ${entry} to begin with an empty one / 数据库文件夹 ${cluster} 不存在:请恢复它,或删除 ${entry} 以新建空库`,
    );
  }
  refuseForeign(cluster, lstatSync(cluster));
  const folder = path.dirname(cluster);
  const account = isRoot() ? accountOf(cluster) : undefined;
  log(`the database of ${dataFolder} is kept in ${folder} / 数据库保存在 ${folder}`);
  return { folder, cluster, account, exists: true };
}

function isWhole(cluster: string): boolean {
  if (!lstatSync(cluster, { throwIfNoEntry: false })?.isDirectory()) return false;
  return ['PG_VERSION', path.join('global', 'pg_control')].every((file) =>
    lstatSync(path.join(cluster, file), { throwIfNoEntry: false })?.isFile(),
  );
}

/** An existing cluster keeps its owner, unless that is root (as after a restored copy): PostgreSQL refuses root. */
function accountOf(cluster: string): Account {
  const owner = ownerOf(cluster);
  const account = owner.uid === 0 ? newAccount() : owner;
  grantTraverse(path.dirname(cluster), account);
  if (!canEnter(path.dirname(cluster), account)) {
    throw new StartError(
      `user ${account.name}, whose database is in ${cluster}, cannot enter that folder: allow it on every folder above (chmod o+x) / 用户 ${account.name} 无法进入数据库目录:请对上级目录执行 chmod o+x`,
    );
  }
  return account;
}

function newAccount(): Account {
  const account = unprivilegedAccount();
  // root of a container may lack the right to switch to another account
  if (account && runs(account, ':')) return account;
  throw new StartError(
    `PostgreSQL does not run as root, and this root cannot become ${account?.name ?? 'another user, since /etc/passwd names none'}: start as an ordinary user / PostgreSQL 不能以 root 运行:请以普通用户启动`,
  );
}

function refuseForeign(cluster: string, { uid }: Stats): void {
  if (isRoot() || uid === process.getuid?.()) return;
  throw new StartError(
    `the database in ${cluster} belongs to ${ownerOf(cluster).name}, not to ${ownName()}: start as that user or as root, or set DATA_DIR to another folder / 数据库属于另一个用户:请以该用户或 root 启动,或更换 DATA_DIR`,
  );
}

/** Adds the right to traverse (not read) a DATA_DIR that is closed to others, as mkdtemp creates it. */
function grantTraverse(dataFolder: string, account: Account): void {
  const { uid, mode } = lstatSync(dataFolder);
  if (uid === 0 && (mode & 0o001) === 0 && canEnter(path.dirname(dataFolder), account)) {
    chmodSync(dataFolder, (mode & 0o7777) | 0o011);
  }
}

/** Tests by writing: mode bits do not show access lists, network shares or mounts without owners. */
function isWritableBy(folder: string, account: Account): boolean {
  const probe = mkdtempSync(path.join(folder, DRAFT));
  try {
    chownSync(probe, account.uid, account.gid);
    chmodSync(probe, 0o700);
    return runs(account, 'cd "$1" && : > written', probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM' || code === 'EINVAL') return false;
    throw error;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function canEnter(folder: string, account: Account): boolean {
  return runs(account, 'cd "$1"', folder);
}

function runs(account: Account, script: string, folder = '/'): boolean {
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...childOptions(account), stdio: 'ignore' })
      .status === 0
  );
}
