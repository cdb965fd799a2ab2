import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { linkLibraries } from './library-links';

const NEEDLESS = /\.a$|^pkgconfig$|^pgxs$/;

/** Copies the native folder of the package, readable for every account, with its links; all of it or nothing. */
export function copyNative(native: string, copy: string): void {
  const shelter = path.dirname(copy);
  for (const entry of readdirSync(shelter)) {
    // earlier versions and interrupted copies
    if (entry.startsWith('postgresql-')) rmSync(path.join(shelter, entry), { recursive: true, force: true });
  }
  const draft = mkdtempSync(path.join(shelter, 'postgresql-copy-'));
  try {
    const inside = path.join(draft, 'native');
    copyTree(native, inside);
    linkLibraries(inside);
    renameSync(inside, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  // never verified again, so it must survive a power cut
  spawnSync('sync');
}

function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (NEEDLESS.test(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFile(source, target);
  }
}

function copyFile(source: string, target: string): void {
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  const runs = path.basename(path.dirname(source)) === 'bin' || (statSync(source).mode & 0o100) !== 0;
  chmodSync(target, runs ? 0o755 : 0o644);
}
