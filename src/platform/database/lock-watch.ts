import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../start-error';

const EVERY_MS = 200;

/** A session that blocks ours. Since when is null where the owner may not see it. */
interface Blocker {
  pid: number;
  login: string | null;
  application: string | null;
  since: Date | null;
}

const BLOCKERS = `
  select b.pid, a.usename as login, a.application_name as application, coalesce(a.xact_start, a.backend_start) as since
    from pg_catalog.pg_stat_activity w
   cross join lateral unnest(pg_catalog.pg_blocking_pids(w.pid)) b(pid)
    left join pg_catalog.pg_stat_activity a on a.pid = b.pid
   where w.application_name = $1 and w.datname = pg_catalog.current_database()`;

/** A unique application name for the sessions of one task, which distinguishes them from those of another. */
export const applicationOf = (work: string): string => `stations ${work} ${randomBytes(4).toString('hex')}`;

/**
 * Runs the owner's work, in sessions of the name `application`. On a lock timeout the error names the blocking
 * sessions: they are read during the wait, on a second connection, since afterwards they are no longer known.
 */
export async function watchingLocks<T>(
  ownerUrl: string,
  application: string,
  work: () => Promise<T>,
): Promise<T> {
  let seen: Blocker[] = [];
  const watch = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'stations watch',
    connectionTimeoutMillis: 10_000,
    options: '-c statement_timeout=2000',
  });
  watch.on('error', () => undefined);
  await watch.connect();
  const readBlockers = async (): Promise<void> => {
    const { rows } = await watch.query<Blocker>(BLOCKERS, [application]);
    if (rows.length > 0) seen = rows;
  };
  const timer = setInterval(() => void readBlockers().catch(() => undefined), EVERY_MS);
  try {
    return await work();
  } catch (error) {
    throw isLockTimeout(error) ? new StartError(blockedMessage(seen)) : error;
  } finally {
    clearInterval(timer);
    await watch.end();
  }
}

/** A lock timeout or a deadlock: of pg, or wrapped by TypeORM. */
function isLockTimeout(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return ['55P03', '40P01'].includes(driverError?.code ?? code ?? '');
}

function blockedMessage(blockers: readonly Blocker[]): string {
  const who = blockers.map(({ pid, login, application, since }) => {
    if (pid === 0) return 'a prepared transaction (pg_prepared_xacts)';
    const from = since === null ? 'unknown (pg_read_all_stats is needed)' : since.toISOString();
    return `process ${String(pid)}, login ${login ?? 'unknown'}, application "${application ?? ''}", since ${from}`;
  });
  const named = who.length === 0 ? '' : `: ${[...new Set(who)].join('; ')}`;
  return `The tables are in use by another session${named}. Nothing of this step was changed. Wait for it or end it (select pg_terminate_backend(pid)), then run the command again / 数据表正被其他会话占用，本步骤未作任何更改。请等其结束或将其终止，然后重新运行命令`;
}
