import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded-postgres';

const ROOT = path.resolve(__dirname, '../..');
const SOURCE = path.join(ROOT, 'src/embedded-postgres/index.ts');
const NOBODY = 65_534;

/** Run by another Node process: starts PostgreSQL and stays; its first line says "ready" or why not. */
const CHILD = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  const options = { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
  const { source, dataDir, settings, uid } = JSON.parse(process.argv[1]);
  const { startEmbeddedPostgres } = require(source);
  if (uid) { process.setgroups([]); process.setgid(uid); process.setuid(uid); }
  startEmbeddedPostgres({ dataDir, settings, log: () => {} }).then(
    () => { console.log('ready'); setInterval(() => {}, 60000); },
    (error) => { console.log(error.name + ': ' + error.message); },
  );`;

/** Whether the tests run as root, whom mode bits do not bind. */
export const IS_ROOT = process.getuid?.() === 0;

/** What the tests start, so that all of it is ended and removed whatever a test does. */
export class Bench {
  readonly temp = mkdtempSync(path.join(tmpdir(), 'stations-embedded-'));
  /** The DATA_DIR that most tests share: a first start takes longer than the others. */
  readonly home = path.join(this.temp, `社工站 数据 "$HOME" folder's`);
  readonly logged: string[] = [];
  private readonly dataDirs = new Set<string>();
  private readonly running: EmbeddedPostgres[] = [];
  private readonly children: ChildProcess[] = [];

  constructor() {
    // open for walking: PostgreSQL's own account has to get in when the tests run as root
    chmodSync(this.temp, 0o755);
  }

  async start(dataDir = this.home, extra: Record<string, string> = {}): Promise<EmbeddedPostgres> {
    this.dataDirs.add(dataDir);
    const log = (line: string): unknown => this.logged.push(line);
    const settings = { fsync: 'off', synchronous_commit: 'off', ...extra };
    const postgres = await startEmbeddedPostgres({ dataDir, log, settings });
    this.running.push(postgres);
    return postgres;
  }

  /** Starts PostgreSQL from another Node process, as an ordinary user if asked to. */
  async startInChild(dataDir = this.home, ordinary = false): Promise<{ child: ChildProcess; line: string }> {
    this.dataDirs.add(dataDir);
    const input = {
      source: SOURCE,
      dataDir,
      settings: { fsync: 'off' },
      uid: ordinary && IS_ROOT ? NOBODY : 0,
    };
    const child = this.child(CHILD, JSON.stringify(input));
    let said = '';
    for await (const chunk of child.stdout ?? []) {
      said += String(chunk);
      if (said.includes('\n')) break;
    }
    return { child, line: said.trim() };
  }

  private child(program: string, input: string): ChildProcess {
    const child = spawn(process.execPath, ['-e', program, input], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    return child;
  }

  /** A process that has nothing to do with PostgreSQL but runs as the same account. */
  stranger(): ChildProcess {
    const { uid, gid } = statSync(path.join(this.home, 'pgdata'));
    const stranger = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...(IS_ROOT && { uid, gid }) });
    this.children.push(stranger);
    return stranger;
  }

  /** After a test: ends what it started. */
  async clear(): Promise<void> {
    await Promise.all(this.running.splice(0).map(async (postgres) => postgres.stop()));
    await Promise.all(this.children.splice(0).map(kill));
  }

  /** After all tests. */
  remove(): void {
    for (const dataDir of this.dataDirs) {
      // there only after a test that failed: its postmaster would outlive us
      const file = path.join(dataDir, 'pgdata', 'postmaster.pid');
      if (existsSync(file)) process.kill(postmasterPid(dataDir), 'SIGQUIT');
      const fallback = fallbackFolderOf(dataDir);
      if (fallback !== undefined) rmSync(fallback, { recursive: true, force: true });
    }
    rmSync(this.temp, { recursive: true, force: true });
  }
}

/** Ends a process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Waits for the end of a process that is no child of ours. */
export async function untilGone(pid: number): Promise<void> {
  while (isThere(pid)) await setTimeout(5);
}

/** One that has ended is still there until its parent has fetched its exit code. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}

/** The process id of the postmaster on a DATA_DIR. */
export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Where the database of a DATA_DIR is kept, if not in it. */
export function fallbackFolderOf(dataDir: string): string | undefined {
  const entry = path.join(dataDir, 'pgdata');
  const kept = existsSync(entry) && lstatSync(entry).isSymbolicLink();
  return kept ? path.dirname(readlinkSync(entry)) : undefined;
}

/** Asks one question on a connection of its own. */
export async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
