import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

interface Link {
  source: string;
  target: string;
}

/**
 * Creates the links between libraries that npm cannot carry and a postinstall script would have created.
 * False when some are missing and the folder is not writable.
 */
export function linkLibraries(native: string): boolean {
  const missing = links(native).filter(({ target }) => !existsSync(target));
  try {
    for (const link of missing) makeLink(link);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

function links(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const root = path.dirname(native);
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[]).map(({ source, target }) => ({
    source: path.join(root, source),
    target: path.join(root, target),
  }));
}

function makeLink({ source, target }: Link): void {
  if (lstatSync(target, { throwIfNoEntry: false })) rmSync(target);
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (error) {
    // another start created it first
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
