import { realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import {
  isAlive,
  processesOn,
  processRef,
  type ProcessRef,
  signal,
  waitUntil,
  worksOn,
} from './process-table';
import { type Postmaster, stopPostmaster, untilReady } from './postmaster-process';
import { POSTMASTER_FILE, readPostmasterFile } from './postmaster-file';

const ADOPT_MS = 60_000;
const ANSWER_MS = 3_000;
const SELF_END_MS = 3_000;
const FORCED_END_MS = 5_000;

/**
 * The postmaster that a killed process left running on this cluster, if our password works; otherwise it is ended.
 * Only called under the folder lock, so no other live process of ours uses it.
 */
export async function adoptPostmaster(
  cluster: string,
  urlAt: (port: number) => string,
): Promise<Postmaster | undefined> {
  const found = runningPostmaster(cluster);
  if (!found) return undefined;
  const port = await untilReady(cluster, found, ADOPT_MS);
  if (port !== undefined && (await serves(urlAt(port), cluster))) return { process: found, port };
  await stopPostmaster(found);
  return undefined;
}

/** Ends every process on a cluster and removes its postmaster file, so that a new one can start. */
export async function clearLeftOvers(cluster: string): Promise<void> {
  const postmaster = runningPostmaster(cluster);
  if (postmaster) await stopPostmaster(postmaster);
  // backends outlive a killed postmaster by a moment, or by the rest of their query; and a postmaster may have
  // started too late for its file
  const backends = processesOn(cluster);
  const gone = (): boolean => !backends.some(isAlive);
  if (!(await waitUntil(gone, SELF_END_MS))) {
    for (const backend of backends) signal(backend, 'SIGQUIT');
    if (!(await waitUntil(gone, FORCED_END_MS))) for (const backend of backends) signal(backend, 'SIGKILL');
    await waitUntil(gone, FORCED_END_MS);
  }
  // its process id may be another program's by now, or a zombie's: PostgreSQL would then refuse to start
  rmSync(path.join(cluster, POSTMASTER_FILE), { force: true });
}

function runningPostmaster(cluster: string): ProcessRef | undefined {
  const noted = readPostmasterFile(cluster);
  return noted && worksOn(noted.pid, cluster) ? processRef(noted.pid) : undefined;
}

/** Whether our password works on the server at this address, and its cluster is this one. */
async function serves(url: string, cluster: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  // without a listener, a connection that breaks here would end this process
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
