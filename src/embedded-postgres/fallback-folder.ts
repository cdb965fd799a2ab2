import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../platform/start-error';

/** /var/lib first: systems clear /var/tmp of old files, and everyone may write there. */
const PARENTS = ['/var/lib', '/var/tmp'];

/**
 * A folder of root's for the database of a DATA_DIR that PostgreSQL's account cannot reach. Its name is derived from
 * DATA_DIR's path, so it could be guessed and created beforehand: one that others own or may write is refused.
 */
export function fallbackFolder(dataFolder: string, isUsable: (folder: string) => boolean): string {
  const name = `stations-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
  for (const parent of PARENTS) {
    if (!isSafeParent(parent)) continue;
    const folder = path.join(realpathSync(parent), name);
    if (!makeFolder(folder)) continue;
    if (isUsable(folder)) return folder;
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
  throw new StartError(
    `PostgreSQL does not run as root, and its user can work neither in ${dataFolder} nor under ${PARENTS.join(' or ')}: set DATA_DIR to a folder that every user may enter, for example under /srv / 请把 DATA_DIR 设为所有用户都能进入的目录,例如 /srv 下`,
  );
}

function isSafeParent(parent: string): boolean {
  const found = lstatSync(parent, { throwIfNoEntry: false });
  if (!found?.isDirectory() || found.uid !== 0) return false;
  const [othersWrite, sticky] = [(found.mode & 0o022) !== 0, (found.mode & 0o1000) !== 0];
  return !othersWrite || sticky;
}

/** False where nothing can be made. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o711 });
    chmodSync(folder, 0o711);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false;
    if (code !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return true;
  throw new StartError(
    `${folder} is needed for the database but was made by someone else: look into it and remove it / ${folder} 已被他人占用:请检查后删除`,
  );
}
