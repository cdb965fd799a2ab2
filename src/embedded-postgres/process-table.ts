import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process by its id, and by what distinguishes it from a later process with the same id. */
export interface ProcessRef {
  pid: number;
  identity: string;
}

const LINUX = process.platform === 'linux';
const POLL_MS = 20;

/** The process that has this id; undefined for none, or for a zombie. */
export function processRef(pid: number): ProcessRef | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const identity = LINUX ? linuxIdentity(pid) : otherIdentity(pid);
  return identity === undefined ? undefined : { pid, identity };
}

/** Whether this process still runs. */
export function isAlive({ pid, identity }: ProcessRef): boolean {
  return processRef(pid)?.identity === identity;
}

/** Signals a process, unless it has ended and its id may be another's. */
export function signal(target: ProcessRef, name: NodeJS.Signals): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Polls until the condition is true; false on timeout. */
export async function waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

/** Whether the process is a PostgreSQL server, or a backend of one, on this cluster. */
export function worksOn(pid: number, cluster: string): boolean {
  if (!LINUX) {
    const args = ps(pid, 'args=');
    return args.includes('postgres') && args.includes(cluster);
  }
  const folder = `/proc/${pid}`;
  try {
    if (readFileSync(`${folder}/comm`, 'utf8').trim() !== 'postgres') return false;
    // a postmaster has its cluster as an argument and, a moment later, as its working folder; its backends have the latter
    return (
      readlinkSync(`${folder}/cwd`) === cluster ||
      readFileSync(`${folder}/cmdline`, 'utf8').split('\0').includes(cluster)
    );
  } catch {
    return false;
  }
}

/** Every PostgreSQL process on this cluster (Linux only: elsewhere PostgreSQL's own check of shared memory must suffice). */
export function processesOn(cluster: string): ProcessRef[] {
  if (!LINUX) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && worksOn(pid, cluster))
    .flatMap((pid) => processRef(pid) ?? []);
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the second field is the program's name, which may itself have spaces and brackets
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0] ?? 'X', fields[19] ?? ''];
    return 'ZX'.includes(state) ? undefined : `${bootId()}-${startTime}`;
  } catch {
    return undefined;
  }
}

function otherIdentity(pid: number): string | undefined {
  const [state = '', ...startTime] = ps(pid, 'stat=,lstart=').trim().split(/\s+/);
  if (state === '' || state.startsWith('Z')) return undefined;
  return createHash('sha256').update(startTime.join(' ')).digest('hex').slice(0, 16);
}

function ps(pid: number, columns: string): string {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return 'boot';
  }
}
