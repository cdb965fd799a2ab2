import type { Account } from './account';

interface ChildOptions {
  cwd: string;
  env: Record<string, string>;
  uid?: number;
  gid?: number;
}

/**
 * The environment and working folder of PostgreSQL's programs: our environment has secrets and PG* variables, and our
 * working folder may be closed to the account, so they get neither.
 */
export function childOptions(account: Account | undefined): ChildOptions {
  return {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}
