import { randomInt } from 'node:crypto';
import { chownSync, closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../platform/start-error';
import { isRoot } from './account';
import { isAlive, processRef } from './process-table';

const LOCK = /^server-(\d+)-(.+)\.lock$/;
const ATTEMPTS = 6;

/**
 * Locks a folder for one live process. Every starter first creates a file that names itself, then looks for others:
 * of two concurrent starts, at least one sees the other and gives up. The name of the file is its content, so there is
 * no half-written lock, and one that a dead process left is removed without the risk of removing a live one.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const self = processRef(process.pid);
  const name = `server-${process.pid}-${self?.identity ?? 'self'}.lock`;
  const file = path.join(folder, name);
  for (let attempt = 1; ; attempt += 1) {
    createLockFile(file, folder);
    const holder = otherHolder(folder, name);
    if (holder === undefined) {
      return () => {
        rmSync(file, { force: true });
      };
    }
    rmSync(file, { force: true });
    if (attempt === ATTEMPTS) throw inUse(folder, holder);
    await delay(randomInt(20, 100));
  }
}

function createLockFile(file: string, folder: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(folder, process.pid);
    throw error;
  }
  const { uid, gid } = statSync(folder);
  if (isRoot() && uid !== 0) chownSync(file, uid, gid);
}

function otherHolder(folder: string, own: string): number | undefined {
  for (const entry of readdirSync(folder)) {
    const [, pid, identity] = LOCK.exec(entry) ?? [];
    if (entry === own || pid === undefined || identity === undefined) continue;
    if (isAlive({ pid: Number(pid), identity })) return Number(pid);
    rmSync(path.join(folder, entry), { force: true });
  }
  return undefined;
}

function inUse(folder: string, pid: number): StartError {
  return new StartError(
    `DATA_DIR ${folder} is in use by a running server (process ${pid}): stop that one, or set DATA_DIR to another folder / 数据目录正被另一个运行中的服务(进程 ${pid})使用:请先停止它,或把 DATA_DIR 改为别的目录`,
  );
}
