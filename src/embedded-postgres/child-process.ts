import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './account';

/**
 * The environment and working folder of PostgreSQL's programs: our environment has secrets and PG* variables, and our
 * working folder may be closed to the account, so they get neither.
 */
export function childOptions(
  account: Account | undefined,
): Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  return {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

/** Whether a program ends with exit code 0; rejects when it cannot be run. */
export async function succeeds(child: ChildProcess): Promise<boolean> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
