import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';
import { ownName } from './account';

/** Creates DATA_DIR if missing and returns its real path, without symbolic links. */
export function prepareDataFolder(dataDir: string): string {
  const wanted = path.resolve(dataDir);
  makeFolder(wanted);
  const folder = realpathSync(wanted);
  if (!statSync(folder).isDirectory()) throw notAFolder(folder);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  return folder;
}

/** mkdir's own "recursive" never returns where a file system pretends not to know its root, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
    // whatever the umask: under root, another account must be able to traverse the folders that we create
    chmodSync(folder, 0o711);
  } catch (error) {
    // another start created it first
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(folder)) throw error;
  }
}

/** Turns an error of the file system into a message that says what to change; returns any other error unchanged. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  const { code, syscall, path: file = dataDir } = Object(error) as NodeJS.ErrnoException;
  // the last is PostgreSQL's own code for it
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return diskFull(file, error);
  if (syscall === undefined || syscall === 'kill' || syscall.startsWith('spawn')) return error;
  if (code === 'ENOTDIR' || code === 'EEXIST') return notAFolder(dataDir, error);
  const isDenied =
    ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') || (code === 'ENOENT' && syscall === 'mkdir');
  if (!isDenied) return error;
  return new StartError(
    `DATA_DIR ${dataDir} cannot be written by ${ownName()} (${code} at ${file}): give that user the folder, or set DATA_DIR to a folder it can write / 数据目录不可写:请修改其权限,或把 DATA_DIR 改为可写的目录`,
    { cause: error },
  );
}

/** The message for a full disk. */
export function diskFull(where: string, cause?: unknown): StartError {
  return new StartError(
    `the disk of ${where} is full: free some space (about 200 MB), or set DATA_DIR to a folder on another disk / 磁盘空间不足:请清理磁盘,或把 DATA_DIR 改到别的磁盘`,
    { cause },
  );
}

function notAFolder(file: string, cause?: unknown): StartError {
  return new StartError(
    `DATA_DIR ${file} is not a folder, or lies under something that is not one: set DATA_DIR to a folder / DATA_DIR 不是目录:请改为一个目录`,
    { cause },
  );
}
