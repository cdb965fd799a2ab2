import { spawnSync } from 'node:child_process';
import { readText } from './read-text';

const LINUX = process.platform === 'linux';

/** When a process started, which tells it from a later one with its id; undefined for none, or for a zombie. */
export function startTimeOf(pid: number): string | undefined {
  const [state = '', ...startTime] = LINUX ? linuxStat(pid) : ps(pid, 'stat=,lstart=').trim().split(/\s+/);
  return /^[^ZX]/.test(state) ? startTime.join('-').replaceAll(':', '-') : undefined;
}

/** The program and the arguments of a process; empty for none, or for a zombie. */
export function commandOf(pid: number): string {
  return LINUX ? readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps(pid, 'args=');
}

/** Its state, and when it started: the boot, and clock ticks since then. */
function linuxStat(pid: number): string[] {
  const stat = readText(`/proc/${pid}/stat`);
  // the second field is the program's name, which may itself have spaces and brackets
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [state, readText('/proc/sys/kernel/random/boot_id').slice(0, 8) || 'boot', fields[18] ?? ''];
}

function ps(pid: number, columns: string): string {
  return spawnSync('ps', ['-ww', '-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout;
}
