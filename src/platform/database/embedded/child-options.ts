import type { Account } from './account';

interface ChildOptions {
  cwd: string;
  env: Record<string, string>;
  uid?: number;
  gid?: number;
}

/**
 * How PostgreSQL's programs are run: our environment holds secrets and PG* variables, and our working folder may be
 * one that the account cannot enter, so they get neither.
 */
export function childOptions(account: Account | undefined): ChildOptions {
  return {
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}
