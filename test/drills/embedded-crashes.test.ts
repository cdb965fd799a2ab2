import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ask, Bench, kill, postmasterPid, untilGone } from './embedded-bench';

/** What a start does with what killed processes have left in DATA_DIR. */
const bench = new Bench();
const { home, temp } = bench;

beforeAll(async () => {
  const { ownerUrl } = await bench.start();
  await ask(ownerUrl, `create table kept as select '留存' as word`);
  await bench.clear();
});

afterEach(async () => bench.clear());
afterAll(() => bench.remove());

it('a postmaster left by a killed process is stopped, and one with the settings of this start takes its place', async () => {
  const { child, line } = await bench.startInChild();
  expect(line).toBe('ready');
  const pid = postmasterPid(home);
  await kill(child);
  const { ownerUrl } = await bench.start(home, { work_mem: '9MB' });
  await untilGone(pid);
  expect(postmasterPid(home)).not.toBe(pid);
  expect(await ask(ownerUrl, 'select word from kept')).toEqual([{ word: '留存' }]);
  expect(await ask(ownerUrl, 'show work_mem')).toEqual([{ work_mem: '9MB' }]);
});

it('a left postmaster that does not answer is ended and replaced', async () => {
  const { child } = await bench.startInChild();
  const pid = postmasterPid(home);
  await kill(child);
  process.kill(pid, 'SIGSTOP');
  await bench.start();
  expect(postmasterPid(home)).not.toBe(pid);
});

it('a postmaster that was killed is replaced, and the data recovered', async () => {
  const { child } = await bench.startInChild();
  process.kill(postmasterPid(home), 'SIGKILL');
  await kill(child);
  const { ownerUrl } = await bench.start();
  expect(await ask(ownerUrl, 'select word from kept')).toEqual([{ word: '留存' }]);
});

it('a start waits for processes that outlive a killed postmaster, since they still write to its files', async () => {
  const postgres = await bench.start();
  const [checkpointer] = await ask<{ pid: number }>(
    postgres.superuserUrl,
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  );
  const log = path.join(home, 'postgres.log');
  const before = readFileSync(log, 'utf8').length;
  process.kill(checkpointer!.pid, 'SIGSTOP');
  process.kill(postmasterPid(home), 'SIGKILL');
  await postgres.stop();
  const started = bench.start();
  while (!readFileSync(log, 'utf8').slice(before).includes('shared memory block')) await setTimeout(5);
  process.kill(checkpointer!.pid, 'SIGCONT');
  const { ownerUrl } = await started;
  expect(await ask(ownerUrl, 'select word from kept')).toEqual([{ word: '留存' }]);
});

it('a stale postmaster.pid is cleared, also when its process id now belongs to another program', async () => {
  const gone = bench.stranger();
  await kill(gone);
  const other = bench.stranger();
  for (const { pid } of [gone, other]) {
    const file = path.join(home, 'pgdata', 'postmaster.pid');
    writeFileSync(file, `${pid}\n${home}/pgdata\n1\n5432\n\n127.0.0.1\n1 1\nready   \n`);
    const postgres = await bench.start();
    expect(await ask(postgres.ownerUrl, 'select word from kept')).toEqual([{ word: '留存' }]);
    await postgres.stop();
  }
  expect([other.exitCode, other.signalCode]).toEqual([null, null]);
});

it('what an interrupted first start left is made anew, and nothing is deleted that might be data', async () => {
  const dataDir = path.join(temp, 'interrupted');
  mkdirSync(path.join(dataDir, 'pgdata.new-dead', 'pgdata', 'base'), { recursive: true });
  mkdirSync(path.join(dataDir, 'pgdata'));
  writeFileSync(path.join(dataDir, 'pgdata', 'PG_VERSION'), '18\n');
  const { serverUrl } = await bench.start(dataDir);
  expect(await ask(serverUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('pgdata'))).toEqual([
    'pgdata',
    expect.stringMatching(/^pgdata\.unusable-\d+$/),
  ]);
});
