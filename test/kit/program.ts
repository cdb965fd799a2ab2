import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from './child-environment';

const ROOT = join(__dirname, '../..');
const PARTS = ['package.json', '.swcrc', 'ormconfig.ts', 'scripts', 'src', 'migrations'];

/** A command of the program, while it runs. */
export interface Run {
  child: ChildProcess;
  output: () => string;
  /** Resolves when the output matches; rejects when the process ends first. */
  shows: (pattern: RegExp) => Promise<void>;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/** The program as it is built, in a folder of its own. */
export interface Program {
  run: (command: string, args?: string[], settings?: Record<string, string>) => Run;
  remove: () => void;
}

/** Builds a copy of the tree. */
export function buildProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'stations-program-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder });
  return {
    run: (command, args = [], settings = {}) => {
      const child = spawn(process.execPath, [join(folder, `dist/src/cli/${command}.js`), ...args], {
        env: childEnvironment({ TEST_POSTGRES: '', LOG_LEVEL: 'warn', ...settings }),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      return watch(child);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function watch(child: ChildProcess): Run {
  let output = '';
  let check: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      check();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ...{ child, ended, output: () => output },
    shows: async (pattern) =>
      new Promise((resolve, reject) => {
        check = () => {
          if (pattern.test(output)) resolve();
        };
        check();
        void ended.then(() => reject(new Error(`the command ended:\n${output}`)));
      }),
  };
}
