import { readFileSync } from 'node:fs';
import type { Api } from './api';

/** Processor time in seconds. */
export interface Work {
  /** Of this process with its threads, the server in it included. */
  here: number;
  /** Of the connections to the database; 0 where the system does not tell it of other processes. */
  inDatabase: number;
}

/** Of a second, in /proc. */
const TICKS = 100;

/** What some work costs the processor, whatever else the machine does meanwhile. */
export async function workOf(api: Pick<Api, 'world'>, work: () => Promise<unknown>): Promise<Work> {
  const before = await connectionsOf(api);
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  const after = await connectionsOf(api);
  const ticks = [...after].reduce((sum, [pid, spent]) => sum + spent - (before.get(pid) ?? 0), 0);
  return { here: (user + system) / 1e6, inDatabase: ticks / TICKS };
}

/** Ticks that each connection to the database has worked until now. */
async function connectionsOf({ world }: Pick<Api, 'world'>): Promise<Map<number, number>> {
  const rows = await world.ownerQuery<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return new Map(rows.map(({ pid }) => [pid, ticksOf(pid)]));
}

/** The 14th and 15th field; the name before them is in brackets and may have spaces. */
function ticksOf(pid: number): number {
  if (process.platform !== 'linux') return 0;
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    // It has ended since.
    return 0;
  }
}
