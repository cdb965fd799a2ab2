import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { type Account, isRoot, ownName, ownerOf, unprivilegedAccount } from './account';
import { fallbackFolder } from './fallback-folder';
import { canBecome, canEnter, grantTraverse, isWritableBy } from './folder-access';

/** The folder of the cluster, and the account that PostgreSQL runs as. */
export interface ClusterLocation {
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

/** Whether a start on this DATA_DIR would find a database rather than create one. */
export function hasEmbeddedDatabase(dataDir: string): boolean {
  return lstatSync(path.join(dataDir, CLUSTER), { throwIfNoEntry: false }) !== undefined;
}

/** Decides where the cluster is or will be, without any change except to create an empty fallback folder where needed. */
export function locateCluster(dataFolder: string, log: (line: string) => void): ClusterLocation {
  const entry = path.join(dataFolder, CLUSTER);
  const isLink = lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const cluster = isLink ? path.resolve(dataFolder, readlinkSync(entry)) : entry;
  const folder = path.dirname(cluster);
  if (existsSync(cluster)) refuseForeign(cluster);
  if (isWhole(cluster)) {
    const account = isRoot() ? accountOf(cluster) : undefined;
    if (isLink) log(`the database of ${dataFolder} is kept in ${folder} / 数据库保存在 ${folder}`);
    return { folder, cluster, account, exists: true };
  }
  if (!isLink) return newLocation(dataFolder, log);
  throw new StartError(
    `the database of DATA_DIR ${dataFolder} should be in ${cluster}, but is not: restore it, or remove ${entry} to begin with an empty one / 数据库文件夹 ${cluster} 不存在:请恢复它,或删除 ${entry} 以新建空库`,
  );
}

function newLocation(dataFolder: string, log: (line: string) => void): ClusterLocation {
  const account = isRoot() ? newAccount() : undefined;
  let folder = dataFolder;
  if (account) {
    grantTraverse(dataFolder, account);
    if (!isWritableBy(dataFolder, account)) {
      folder = fallbackFolder(dataFolder, (candidate) => isWritableBy(candidate, account));
      log(
        `user ${account.name} cannot work in ${dataFolder}, so the database is kept in ${folder} / 用户 ${account.name} 无法使用该目录,数据库保存在 ${folder}`,
      );
    }
  }
  // one in a fallback folder that DATA_DIR does not point to belonged to a DATA_DIR since removed, with its passwords
  return { folder, cluster: path.join(folder, CLUSTER), account, exists: false };
}

function isWhole(cluster: string): boolean {
  return ['PG_VERSION', path.join('global', 'pg_control')].every((file) =>
    lstatSync(path.join(cluster, file), { throwIfNoEntry: false })?.isFile(),
  );
}

/** An existing cluster keeps its owner, unless that is root (as after a restored copy): PostgreSQL refuses root. */
function accountOf(cluster: string): Account {
  const owner = ownerOf(cluster);
  const account = owner.uid === 0 ? newAccount() : owner;
  grantTraverse(path.dirname(cluster), account);
  if (canEnter(path.dirname(cluster), account)) return account;
  throw new StartError(
    `user ${account.name}, whose database is in ${cluster}, cannot enter that folder: allow it on every folder above (chmod o+x) / 用户 ${account.name} 无法进入数据库目录:请对上级目录执行 chmod o+x`,
  );
}

function newAccount(): Account {
  const account = unprivilegedAccount();
  if (account && canBecome(account)) return account;
  throw new StartError(
    `PostgreSQL does not run as root, and this root cannot become ${account?.name ?? 'another user, since /etc/passwd names none'}: start as an ordinary user / PostgreSQL 不能以 root 运行:请以普通用户启动`,
  );
}

function refuseForeign(cluster: string): void {
  const owner = ownerOf(cluster);
  if (isRoot() || owner.uid === process.getuid?.()) return;
  throw new StartError(
    `the database in ${cluster} belongs to ${owner.name}, not to ${ownName()}: start as that user or as root, or set DATA_DIR to another folder / 数据库属于另一个用户:请以该用户或 root 启动,或更换 DATA_DIR`,
  );
}
