import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the console adds to `npm start`: at most ten seconds to the first one, nothing to later ones. */
const ROOT = join(__dirname, '../..');
const MAX_SECONDS = 10;
/** A busy machine adds to the time that passes, but not to the time of the processor. */
const MEASURED =
  'data:text/javascript,process.on("exit",()=>console.log("cpu",JSON.stringify(process.cpuUsage())))';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'stations-build-'));
  for (const part of [
    'package.json',
    'tsconfig.json',
    '.swcrc',
    'ormconfig.ts',
    'scripts',
    'src',
    'web',
    'migrations',
    'dist',
  ]) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  for (const part of ['web', '.build-web.json']) rmSync(join(copy, 'dist', part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const build = (): string =>
  execFileSync(process.execPath, [`--import=${MEASURED}`, 'scripts/build.mjs'], {
    cwd: copy,
    encoding: 'utf8',
  });

test('the first build takes less than ten seconds for it, the next one none', () => {
  const first = build();
  expect(first).toContain('build: the console');
  expect(first).not.toContain('compiled');
  const [, usage] = /^cpu (.*)$/m.exec(first)!;
  const { user, system } = JSON.parse(usage!) as NodeJS.CpuUsage;
  expect((user + system) / 1e6).toBeLessThan(MAX_SECONDS);
  expect(build()).not.toContain('build: the console');
});
