// Runs every check of the project: the static ones side by side, then Jest. One line a check, its output only when it fails.
//   node scripts/test.mjs [--static | --fast | --browser | --drills] [arguments for Jest]
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const results = path.join(root, 'coverage', 'test-results.json');
const onlyStatic = process.argv.includes('--static');
const isFast = process.argv.includes('--fast');
const isBrowser = process.argv.includes('--browser');
const isDrills = process.argv.includes('--drills');
const jestArguments = process.argv
  .slice(2)
  .filter((argument) => !['--static', '--fast', '--browser', '--drills'].includes(argument));
// Of --fast: unit tests and the API.
if (isFast) jestArguments.push('--roots', ...['src', 'web', 'test/api'].map((part) => path.join(root, part)));
if (isBrowser) jestArguments.push('--config', 'jest.browser.config.cjs');
if (isDrills) jestArguments.push('--config', 'jest.drills.config.cjs');
process.chdir(root);

const bin = (name, file) => path.join('node_modules', name, file);
const cruised = ['src', 'web', 'migrations', 'test', 'benchmark', 'ormconfig.ts'].filter((it) =>
  existsSync(it),
);

/** Longest first, so that the short ones fill in beside it. */
const staticChecks = [
  ['lint', bin('oxlint', 'bin/oxlint'), '--deny-warnings'],
  [
    'imports',
    bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
    ...cruised,
    '--output-type',
    'err-long',
  ],
  ['types', bin('typescript-native', 'bin/tsc')],
  ['types (web)', bin('typescript-native', 'bin/tsc'), '-p', 'web'],
  ['types (browser)', bin('typescript-native', 'bin/tsc'), '-p', 'test/browser'],
  ['operations (web)', 'scripts/web-operations.mjs', '--check'],
  ['schema', bin('eslint', 'bin/eslint.js'), 'schema/schema.graphql', '--max-warnings=0'],
  ['format', bin('oxfmt', 'bin/oxfmt'), '--check'],
];

const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/** Exit code and, unless it goes straight to the terminal, the output of one Node program. */
function run(args, stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function runStaticCheck([name, ...args]) {
  const started = performance.now();
  const { code, output } = await run(args, ['ignore', 'pipe', 'pipe']);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(started)})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0 ? [] : [name];
}

async function runStaticChecks() {
  const waiting = [...staticChecks];
  const failed = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      failed.push(...(await runStaticCheck(check)));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), waiting.length) }, worker));
  return failed;
}

/** The closing line, from Jest's own count: a suite that could not even start is a failure too. */
function summary() {
  if (!existsSync(results)) return { ran: 0, line: '0 passed, 0 failed' };
  const report = JSON.parse(readFileSync(results, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.numPendingTests + report.numTodoTests;
  const line = `${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { ran: report.numPassedTests + failed, line };
}

async function runTests() {
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const started = performance.now();
  const jest = [bin('jest', 'bin/jest.js'), '--json', `--outputFile=${results}`, ...jestArguments];
  // Jest reports on stderr: sent where our own lines go, so that they stay in order.
  const { code } = await run(jest, ['ignore', 1, 1]);
  const { ran, line } = summary();
  console.log(`${code === 0 ? '✓' : '✗'} tests (${seconds(started)})`);
  return { failed: code !== 0 || ran === 0 ? [ran === 0 ? 'tests (none ran)' : 'tests'] : [], line };
}

/** Debian's Chromium, which CI must have (.ci/run installs it). */
const CHROMIUM = '/usr/bin/chromium-headless-shell';
if (isBrowser && !existsSync(CHROMIUM)) {
  console.log(
    'Left out: the tests in a browser. They need Chromium: apt-get install chromium-headless-shell fonts-noto-cjk',
  );
  process.exit(process.env.CI ? 1 : 0);
}

const failed = isBrowser || isDrills ? [] : await runStaticChecks();
const tests = onlyStatic ? undefined : await runTests();
if (tests) failed.push(...tests.failed);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
if (tests) console.log(tests.line);
