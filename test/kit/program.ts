import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import { runCommand as runToEnd } from '../../src/cli/run-command';
import { childEnvironment } from './child-environment';

const ROOT = join(__dirname, '../..');
const load = createRequire(__filename);

/** A command of the program, while it runs. */
export interface Run {
  child: ChildProcess;
  /** What it has written to both streams, in order. */
  output: () => string;
  written: { stdout: string; stderr: string };
  /** Resolves when the output matches; rejects when the process ends first. */
  shows: (pattern: RegExp) => Promise<string>;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts a command of the build that globalSetup made: `start` or one of src/cli. */
export function startCommand(
  command: string,
  args: readonly string[] = [],
  settings: Record<string, string> = {},
): Run {
  const file = command === 'start' ? 'dist/src/main.js' : `dist/src/cli/${command}.js`;
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    env: childEnvironment({ TEST_POSTGRES: '', LOG_LEVEL: 'warn', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child);
}

/** Runs a command to its end. */
export async function runCommand(
  command: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Result> {
  const run = startCommand(command, args, settings);
  return { code: await run.ended, ...run.written };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const exitCode = (): number => Number(process.exitCode ?? 0);

/** Runs a command of src/cli to its end in this process, which spares it a start. */
export async function runHere(
  command: string,
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Result> {
  const file = load.resolve(`../../src/cli/${command}`);
  const result: Result = { code: 0, stdout: '', stderr: '' };
  const before = process.exitCode;
  const listeners = SIGNALS.map((signal) => process.listeners(signal));
  let ended: Promise<void> | undefined;
  const spies = (['log', 'error'] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...words: unknown[]) => {
      result[name === 'log' ? 'stdout' : 'stderr'] += `${format(...words)}\n`;
    }),
  );
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    result.stdout += String(text);
    return true;
  });
  const replaced = [
    jest.replaceProperty(process, 'argv', [process.execPath, file, ...args]),
    jest.replaceProperty(process, 'env', childEnvironment(settings)),
    // A command runs as soon as it is loaded: here its end is learnt.
    jest.replaceProperty(load.cache[load.resolve('../../src/cli/run-command')]!, 'exports', {
      runCommand: async (work: () => Promise<void>) => {
        ended = runToEnd(work);
        return ended;
      },
    }),
  ];
  try {
    process.exitCode = undefined;
    Reflect.deleteProperty(load.cache, file);
    load(file);
    await ended;
    return { ...result, code: exitCode() };
  } finally {
    process.exitCode = before;
    SIGNALS.forEach((signal, at) => {
      for (const added of process.listeners(signal).filter((one) => !listeners[at]!.includes(one))) {
        process.removeListener(signal, added);
      }
    });
    for (const property of replaced) property.restore();
    for (const spy of [...spies, written]) spy.mockRestore();
  }
}

/** Follows what a process writes. */
export function watch(child: ChildProcess): Run {
  let output = '';
  let check: () => void = () => undefined;
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      written[stream] += text;
      check();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    written,
    output: () => output,
    shows: async (pattern) =>
      new Promise((resolve, reject) => {
        check = () => {
          if (pattern.test(output)) resolve(output);
        };
        check();
        void ended.then(() => reject(new Error(`the command ended:\n${output}`)));
      }),
  };
}
