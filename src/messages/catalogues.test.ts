import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from './en';
import { message, type MessageCode } from '.';
import { zh } from './zh';

const CODES = Object.keys(zh) as MessageCode[];

test('both languages have the same codes, and no code is in two files', () => {
  expect(Object.keys(en)).toEqual(CODES);
  for (const language of ['zh', 'en']) {
    const folder = join(__dirname, language);
    const entries = readdirSync(folder).flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm),
    ]);
    expect(entries.map(([, code]) => code).sort()).toEqual([...CODES].sort());
  }
});

test('a missing or unknown argument does not compile, nor does an unknown code', () => {
  const made = [
    // @ts-expect-error: least is missing
    message('TOO_FEW'),
    // @ts-expect-error: least is a number
    message('TOO_FEW', { least: '1' }),
    // @ts-expect-error: it takes no arguments
    message('NEGATIVE', { most: 1 }),
    // @ts-expect-error: there is no such code
    message('SWORDFISH'),
  ];
  expect(made).toHaveLength(4);
});

test('every code is used', () => {
  const src = join(__dirname, '..');
  // Triggers name the rule that they find broken.
  const used = new Set(
    [src, join(src, '..', 'migrations')]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
      )
      .filter(
        (file) =>
          file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith(join(src, 'messages')),
      )
      .flatMap((file) => readFileSync(file, 'utf8').match(/'[A-Z][A-Z0-9_]+'/g) ?? []),
  );
  expect(CODES.filter((code) => !used.has(`'${code}'`))).toEqual([]);
});
