import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** SHA-256 by file, relative to the folder of migrations. */
export type Sums = Readonly<Record<string, string>>;

const LIST = 'frozen.json';

/** The sums of the migrations and of what they share, as they are now. */
export function migrationSums(folder: string): Sums {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const sumOf = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return Object.fromEntries(files.map((file) => [file.split(sep).join('/'), sumOf(file)]));
}

export function frozenSums(folder: string): Sums {
  const list = join(folder, LIST);
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Sums) : {};
}

/** Adds new files to the list. The sums in it stay: a file that was edited since is found by its test. */
export function freezeMigrations(folder: string): void {
  const sums = { ...migrationSums(folder), ...frozenSums(folder) };
  const sorted = Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(folder, LIST), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** What differs from the list, and what to do about it. */
export function frozenDrift(frozen: Sums, now: Sums): string[] {
  return [...new Set([...Object.keys(frozen), ...Object.keys(now)])].flatMap((file) => {
    if (frozen[file] === now[file]) return [];
    return frozen[file] === undefined
      ? [`migrations/${file} is not in migrations/${LIST}: run "npm run schema"`]
      : [`migrations/${file} is frozen: restore it, and write a new migration`];
  });
}
