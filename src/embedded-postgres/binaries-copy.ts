import { spawnSync } from 'node:child_process';
import { constants, cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { linkLibraries } from './library-links';

const UNNEEDED = /\.a$|^pkgconfig$|^pgxs$/;

/** Copies the native folder of the package, readable for every account, with its links; all of it or nothing. */
export function copyNative(native: string, copy: string): void {
  const folder = path.dirname(copy);
  for (const entry of readdirSync(folder)) {
    // earlier versions and interrupted copies
    if (entry.startsWith('postgresql-')) rmSync(path.join(folder, entry), { recursive: true, force: true });
  }
  const draft = mkdtempSync(path.join(folder, 'postgresql-copy-'));
  try {
    const inside = path.join(draft, 'native');
    cpSync(native, inside, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => !UNNEEDED.test(path.basename(source)),
    });
    linkLibraries(inside);
    spawnSync('chmod', ['-R', 'u=rwX,go=rX', inside]);
    spawnSync('chmod', ['-R', 'a+x', path.join(inside, 'bin')]);
    renameSync(inside, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  // never verified again, so it must survive a power cut
  spawnSync('sync');
}
