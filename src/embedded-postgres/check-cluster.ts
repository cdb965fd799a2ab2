import { chmodSync, lchownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { type Account, ownerOf } from './account';
import type { Binaries } from './binaries';
import type { ClusterLocation } from './cluster-location';

/** Refuses a cluster of another major version, and repairs owner and mode, which copying a folder loses. */
export function checkCluster({ cluster, account }: ClusterLocation, { major }: Binaries): void {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) {
    throw new StartError(
      `the database in ${cluster} was made by PostgreSQL ${version}, and this release brings ${major}: run the release that made it, or move the data with pg_dump / 数据库版本为 ${version},本版本自带 ${major}:请使用原版本,或用 pg_dump 迁移数据`,
    );
  }
  if (account && ownerOf(cluster).uid !== account.uid) changeOwner(cluster, account);
  if ((lstatSync(cluster).mode & 0o027) !== 0) chmodSync(cluster, 0o700);
}

function changeOwner(entry: string, account: Account): void {
  lchownSync(entry, account.uid, account.gid);
  if (!lstatSync(entry).isDirectory()) return;
  for (const name of readdirSync(entry)) changeOwner(path.join(entry, name), account);
}
