import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from './child-environment';

const ROOT = join(__dirname, '../..');
const run = promisify(execFile);

export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

/** The commands as the build makes them, in a copy of the tree. */
export interface CommandLine {
  run: (command: string, words: readonly string[], environment: Record<string, string>) => Promise<Result>;
  remove: () => void;
}

export async function buildCommandLine(): Promise<CommandLine> {
  const copy = mkdtempSync(join(tmpdir(), 'stations-commands-'));
  for (const part of ['package.json', '.swcrc', 'ormconfig.ts', 'scripts', 'src', 'migrations']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await run('node', ['scripts/build.mjs'], { cwd: copy });
  return {
    run: async (command, words, environment) => {
      const options = { cwd: copy, env: childEnvironment(environment) };
      try {
        return { code: 0, ...(await run('node', [`dist/src/cli/${command}.js`, ...words], options)) };
      } catch (error) {
        return error as Result;
      }
    },
    remove: () => {
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
