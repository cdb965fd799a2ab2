import { setTimeout as pause } from 'node:timers/promises';
import { type Owner, withOwner } from '../platform/database/owner';
import { StartError } from '../platform/start-error';
import { quote } from './login-rights';

const WITHIN_MS = 15_000;
const EVERY_MS = 50;

/**
 * Disables a login, committed, and ends its sessions until none is left. Both are repeated: any login may change the
 * password of its own role, so an open transaction of it can lock the role's row.
 */
export async function disableLogin(ownerUrl: string, login: string): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    const role = await quote(owner, login);
    // Sessions are ended by a member of their role.
    await owner.query(`grant ${role} to current_user`);
    await withOwner(ownerUrl, async (other) => {
      const until = Date.now() + WITHIN_MS;
      const state = { isSettled: false };
      const disabling = forbidLogin(owner, role, until).finally(() => {
        state.isSettled = true;
      });
      disabling.catch(() => undefined);
      let open = await endSessions(other, login);
      while ((open > 0 || !state.isSettled) && Date.now() < until) {
        await pause(EVERY_MS);
        open = await endSessions(other, login);
      }
      await disabling;
      if (open > 0) {
        throw new StartError(
          `${login} is shut out, but ${String(open)} of its sessions do not end; run the command again / 账号已停用，但仍有会话未结束，请重新运行命令`,
        );
      }
    });
  });
}

async function forbidLogin(owner: Owner, role: string, until: number): Promise<void> {
  for (;;) {
    try {
      await owner.query(`alter role ${role} nologin`);
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      // Lock timeout, or the row was changed concurrently: PostgreSQL does not retry after a wait for roles.
      if ((code !== '55P03' && code !== 'XX000') || Date.now() > until) throw error;
    }
  }
}

/** Ends the sessions of a login in every database; returns how many there were. */
async function endSessions(owner: Owner, login: string): Promise<number> {
  const ended = await owner.query(
    'select pg_catalog.pg_terminate_backend(pid, 1000) from pg_catalog.pg_stat_activity where usename = $1',
    [login],
  );
  return ended.length;
}

/**
 * Drops a role with all its objects and rights in this database. Objects of it in another database of the cluster prevent
 * that: then the role remains, without any right, and the instruction for what to do is returned.
 */
export async function dropRole(owner: Owner, login: string): Promise<string | null> {
  const role = await quote(owner, login);
  await owner.query(`drop owned by ${role}`);
  await owner.query('savepoint with_role');
  try {
    await owner.query(`drop role ${role}`);
    return null;
  } catch (error) {
    const { code, detail = '' } = error as { code?: string; detail?: string };
    if (code !== '2BP01') throw error;
    await owner.query('rollback to savepoint with_role');
    return `The role stays, shut out and without rights, because of another database (${detail}). There a superuser may run: drop owned by ${role}; drop role ${role} / 该账号在其他数据库中仍有对象，已停用且无任何权限，请由超级用户在该数据库中清除`;
  }
}
