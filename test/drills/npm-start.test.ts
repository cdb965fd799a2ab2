import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { childEnvironment } from '../kit/child-environment';
import { makeFolder } from '../kit/folder';
import { runCommand, type Run, watch } from '../kit/program';
import { postmasterPid } from './embedded-bench';

const ROOT = join(__dirname, '../..');
const PASSWORD = 'a password for this test only';
const READY = /A completion table/;

let copy: string;
/** Shared by all tests but the last. */
let running: Run | undefined;

beforeAll(() => {
  copy = join(makeFolder('stations start '), '社工 服务站');
  mkdirSync(copy);
  for (const part of ['package.json', '.swcrc', 'ormconfig.ts', 'scripts', 'src', 'web', 'migrations']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  // Of what globalSetup has built, the build of the copy finds all but these up to date.
  cpSync(join(ROOT, 'dist'), join(copy, 'dist'), { recursive: true });
  for (const part of ['cli', 'start', 'main.js']) rmSync(join(copy, 'dist/src', part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(async () => {
  await stop();
  rmSync(join(copy, '..'), { recursive: true, force: true });
});

function npmStart(settings: Record<string, string> = {}): Run {
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: childEnvironment({
      PORT: '0',
      LOG_LEVEL: 'warn',
      DEMO_PASSWORD: PASSWORD,
      TEST_POSTGRES: '',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = watch(child);
  return running;
}

/** A server that is up, and what it has printed. */
async function served(): Promise<Run> {
  const run = running ?? npmStart();
  await run.shows(READY);
  return run;
}

/** Its exit code. */
async function stop(): Promise<number | null> {
  const { child, ended } = running ?? {};
  running = undefined;
  child?.kill('SIGTERM');
  return (await ended) ?? null;
}

async function ask<Data>(url: string, query: string, variables: object, token?: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: Data }).data;
}

interface Table {
  stations: {
    nodes: {
      agreements: {
        nodes: {
          completion: {
            rows: { indicator: { code: string }; total: { target: string; completed: string } }[];
          };
        }[];
      };
    }[];
  };
}

async function readTable(output: string): Promise<Record<string, string>> {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  const { signIn } = await ask<{ signIn: { accessToken: string } }>(
    url,
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input: { email: 'worker@fengyuan.example', password: PASSWORD } },
  );
  const { stations } = await ask<Table>(
    url,
    `{ stations { nodes { agreements { nodes { completion { rows {
        indicator { code } total { target completed } } } } } } } }`,
    {},
    signIn.accessToken,
  );
  const [agreement] = stations.nodes[0]?.agreements.nodes ?? [];
  return Object.fromEntries(
    (agreement?.completion.rows ?? []).map(({ indicator, total }) => [
      indicator.code,
      `${total.completed}/${total.target}`,
    ]),
  );
}

test('npm start serves the tables of the demo from a copy of the tree, twice in a row', async () => {
  const first = await served();
  expect(await readTable(first.output())).toMatchObject({
    CASE_FILE: '2185/1800',
    TYPICAL_CASE: '5/6',
  });
  expect(await stop()).toBe(0);

  const began = Date.now();
  const output = (await served()).output();
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(output).not.toContain('Loading the demo');
  expect(await readTable(output)).toMatchObject({ CASE_FILE: '2185/1800' });
}, 120_000);

test('the line that the start prints shows a table when it is pasted', async () => {
  const output = (await served()).output();
  const line = output.split('\n').find((text) => text.trim().startsWith('curl')) ?? '';
  const shell = spawn('bash', ['-c', line], { stdio: ['ignore', 'pipe', 'ignore'] });
  let answer = '';
  shell.stdout.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  await new Promise((resolve) => shell.once('close', resolve));
  expect(answer).toContain('{"station":{"name":"示例街社工服务站"},"completion":{');
  // Of the year in force.
  const [, elapsed = ''] = /"timeProgressPercent":"([\d.]+)"/.exec(answer) ?? [];
  expect(Number(elapsed)).toBeGreaterThan(50);
  expect(Number(elapsed)).toBeLessThan(70);
  expect(answer).toMatch(/"completed":"[1-9]\d*","percent":"\d+\.\d\d"/);
}, 60_000);

test('a PostgreSQL that dies is started again; when it dies once more, the process ends with a line', async () => {
  const run = await served();
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(run.output())?.[0] ?? '';
  process.kill(postmasterPid(join(copy, '.data')), 'SIGKILL');
  await run.shows(/PostgreSQL has ended by itself and is started again/);
  // Only a database that answers finds a password wrong.
  for (let answered = false; !answered;) {
    const data = await ask<{ signIn: object } | null>(
      url,
      'mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
      { input: { email: 'nobody@fengyuan.example', password: PASSWORD } },
    );
    answered = data !== null;
  }
  process.kill(postmasterPid(join(copy, '.data')), 'SIGKILL');
  running = undefined;
  expect(await run.ended).not.toBe(0);
  const said = run.output().split('\n');
  expect(said.filter((line) => line.startsWith('PostgreSQL ended again, so the server stops'))).toHaveLength(
    1,
  );
  expect(run.output()).not.toMatch(/^\s+at /m);
}, 60_000);

test('a port that is taken, and a variable that is malformed, are reported in one line', async () => {
  await stop();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const taken = npmStart({ PORT: String(port) });
  expect(await taken.ended).not.toBe(0);
  const said = taken.output().split('\n');
  expect(said.filter((line) => line.includes(`port ${port}`))).toHaveLength(1);
  expect(taken.output()).not.toMatch(/^\s+at /m);
  await new Promise((resolve) => other.close(resolve));

  const malformed = await runCommand('start', [], { PORT: 'four thousand', STATEMENT_TIMEOUT_MS: '-1' });
  expect(malformed.code).not.toBe(0);
  const printed = malformed.stdout + malformed.stderr;
  expect(printed).toMatch(/PORT must be a whole number.*STATEMENT_TIMEOUT_MS must be/);
  expect(printed).not.toMatch(/^\s+at /m);
}, 60_000);
