import { randomInt } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../platform/start-error';
import { giveToOwnerOf } from './account';
import { startTimeOf } from './processes';

const LOCK = /^server-(\d+)-(.+)\.lock$/;
const ATTEMPTS = 6;

/**
 * Locks a folder for one live process. Every starter first creates a file that names itself, then looks for others:
 * of two concurrent starts, at least one sees the other and gives up. The name of the file is its content, so there is
 * no half-written lock, and one that a dead process left is removed without the risk of removing a live one.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const name = `server-${process.pid}-${startTimeOf(process.pid) ?? 'self'}.lock`;
  const file = path.join(folder, name);
  for (let attempt = 1; ; attempt += 1) {
    createLockFile(file, folder);
    const holder = otherHolder(folder, name);
    if (holder === undefined) return () => rmSync(file, { force: true });
    rmSync(file, { force: true });
    if (attempt === ATTEMPTS) throw inUse(folder, holder);
    await delay(randomInt(20, 100));
  }
}

function createLockFile(file: string, folder: string): void {
  try {
    const descriptor = openSync(file, 'wx', 0o600);
    giveToOwnerOf(folder, descriptor);
    closeSync(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(folder, process.pid);
    throw error;
  }
}

function otherHolder(folder: string, own: string): number | undefined {
  for (const entry of readdirSync(folder)) {
    const [, pid, startTime] = LOCK.exec(entry) ?? [];
    if (entry === own || pid === undefined) continue;
    if (startTimeOf(Number(pid)) === startTime) return Number(pid);
    rmSync(path.join(folder, entry), { force: true });
  }
  return undefined;
}

function inUse(folder: string, pid: number): StartError {
  return new StartError(
    `DATA_DIR ${folder} is in use by a running server (process ${pid}): stop that one, or set DATA_DIR to another folder / 数据目录正被另一个运行中的服务(进程 ${pid})使用:请先停止它,或把 DATA_DIR 改为别的目录`,
  );
}
