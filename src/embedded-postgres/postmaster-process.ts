import { readPostmasterFile } from './postmaster-file';
import { isAlive, type ProcessRef, signal, waitUntil } from './process-table';

/** A PostgreSQL server that accepts connections on 127.0.0.1. */
export interface Postmaster {
  process: ProcessRef;
  port: number;
}

const READY_MS = 120_000;
const FAST_MS = 10_000;
const IMMEDIATE_MS = 5_000;

/** The port of a postmaster once it accepts connections; undefined when it ends or takes too long. */
export async function untilReady(
  cluster: string,
  target: ProcessRef,
  timeoutMs = READY_MS,
): Promise<number | undefined> {
  let port: number | undefined;
  await waitUntil(() => {
    const file = readPostmasterFile(cluster);
    if (file?.pid === target.pid && file.status === 'ready') port = file.port;
    return port !== undefined || !isAlive(target);
  }, timeoutMs);
  return port;
}

/** Stops a postmaster: fast shutdown, then immediate shutdown, then SIGKILL. */
export async function stopPostmaster(target: ProcessRef): Promise<void> {
  const steps = [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ] as const;
  for (const [name, patience] of steps) {
    signal(target, name);
    // one that was suspended (SIGSTOP) would not handle the signal
    signal(target, 'SIGCONT');
    if (await waitUntil(() => !isAlive(target), patience)) return;
  }
}
