import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Binaries } from './binaries';
import { childOptions, succeeds } from './child-process';
import type { ClusterLocation } from './cluster-location';
import { commandOf } from './processes';
import { readText } from './read-text';

const START_SECONDS = '120';
const STOP_SECONDS = { fast: '10', immediate: '5' };

/**
 * Starts PostgreSQL on a cluster, in a session of its own: a Ctrl-C in our terminal must not reach it before us. Resolves
 * when it accepts connections, with a promise of the end of its last process; with undefined when it does not start.
 */
export async function pgCtlStart(
  { cluster, account }: ClusterLocation,
  { pgCtl, postgres }: Binaries,
  settings: Record<string, string>,
  output: number,
): Promise<{ ended: Promise<unknown> } | undefined> {
  const options = childOptions(account);
  const server = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // pg_ctl passes all this to a shell, and quotes the two paths so that $ and " keep their meaning: they come quoted
  const args = [
    '-p',
    postgres.replaceAll(/["$`\\]/g, '\\$&'),
    '-o',
    ['-D', cluster, ...server].map(quoted).join(' '),
  ];
  const child = spawn(pgCtl, ['start', '--silent', '-t', START_SECONDS, ...args], {
    ...options,
    env: { ...options.env, PGDATA: cluster },
    detached: true,
    // all processes of PostgreSQL inherit the pipe, so it closes when the last of them has ended
    stdio: ['ignore', output, output, 'pipe'],
  });
  const pipe = child.stdio[3] as Socket;
  pipe.unref().resume();
  const ended = once(pipe, 'close').catch(() => undefined);
  return (await succeeds(child)) ? { ended } : undefined;
}

/** Stops the server of a cluster, no matter who started it, if need be by SIGKILL; false when there was none. */
export async function pgCtlStop(
  { cluster, account }: ClusterLocation,
  { pgCtl }: Binaries,
): Promise<boolean> {
  const found = postmasterOf(cluster);
  for (const mode of ['fast', 'immediate'] as const) {
    const pid = postmasterOf(cluster);
    if (pid === undefined) break;
    // one that is suspended (SIGSTOP) would not handle the signals of pg_ctl
    signal(pid, 'SIGCONT');
    const args = ['stop', '--silent', '-D', cluster, '-m', mode, '-t', STOP_SECONDS[mode]];
    await succeeds(spawn(pgCtl, args, { ...childOptions(account), detached: true, stdio: 'ignore' }));
  }
  const left = postmasterOf(cluster);
  if (left !== undefined) signal(left, 'SIGKILL');
  // its process id may be another program's by now, or a zombie's: PostgreSQL would then refuse to start
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  return found !== undefined;
}

/** The process that postmaster.pid names, unless the id belongs to another program by now, which pg_ctl would signal. */
function postmasterOf(cluster: string): number | undefined {
  const pid = Number.parseInt(readText(path.join(cluster, 'postmaster.pid')), 10);
  return pid > 0 && commandOf(pid).includes(`postgres -D ${cluster} -`) ? pid : undefined;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** For a shell. */
function quoted(argument: string): string {
  return `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
