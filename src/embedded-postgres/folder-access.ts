import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account';
import { childOptions } from './child-process';

/** Prefix of every temporary folder, which is removed by the start that made it, or by the next start. */
export const TEMPORARY = 'pgdata.new-';

/** Whether this process can run programs as the account: the root of a container may lack the right. */
export function canBecome(account: Account): boolean {
  return runs(account, ':');
}

/** Whether the account can enter a folder. */
export function canEnter(folder: string, account: Account): boolean {
  return runs(account, 'cd "$1"', folder);
}

/** Adds the right to traverse (not read) a folder of root's that is closed to others, as mkdtemp creates it. */
export function grantTraverse(folder: string, account: Account): void {
  const { uid, mode } = lstatSync(folder);
  if (uid === 0 && (mode & 0o001) === 0 && canEnter(path.dirname(folder), account))
    chmodSync(folder, (mode & 0o7777) | 0o011);
}

/** Tests by writing: mode bits do not show access lists, network shares or mounts without owners. */
export function isWritableBy(folder: string, account: Account): boolean {
  const probe = mkdtempSync(path.join(folder, TEMPORARY));
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

function runs(account: Account, script: string, folder = '/'): boolean {
  const options = { ...childOptions(account), stdio: 'ignore' } as const;
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], options).status === 0;
}
