import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from '../../../kit/child-environment';
import type { Result } from '../../../kit/program';
import { BINARIES } from './debian-postgres';

export const ROOT = join(__dirname, '../../../..');
const run = promisify(execFile);

/** The one code block of a document that contains a text. */
export function documented(file: string, words: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, code]) => code!);
  const found = blocks.filter((code) => code.includes(words));
  if (found.length !== 1)
    throw new Error(`${file}: ${found.length} blocks of code with ${JSON.stringify(words)}`);
  return found[0]!;
}

/** Runs a script file in a shell, with PostgreSQL's own programs in the PATH. */
export async function shell(
  script: string,
  words: readonly string[],
  environment: Record<string, string>,
  cwd = ROOT,
): Promise<Result> {
  const options = { cwd, env: childEnvironment(environment) };
  try {
    return {
      code: 0,
      ...(await run('bash', ['-c', `PATH='${BINARIES}':"$PATH"\n${script}`, 'script', ...words], options)),
    };
  } catch (error) {
    return error as Result;
  }
}
