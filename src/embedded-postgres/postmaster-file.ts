import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a running postmaster writes about itself into its cluster. */
export interface PostmasterFile {
  pid: number;
  port: number;
  status: string;
}

/** The file's name in the cluster. */
export const POSTMASTER_FILE = 'postmaster.pid';

/** Reads it; undefined when there is none, or none with a process id. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  const lines = read(cluster).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

function read(cluster: string): string {
  try {
    return readFileSync(path.join(cluster, POSTMASTER_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
