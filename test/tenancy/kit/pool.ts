import type { ClientBase } from 'pg';
import { Database } from '../../../src/platform/database/database';
import type { DatabaseRole } from '../../../src/platform/database/roles';
import type { Fixture } from './fixture';

/** The server's database, with pools so small that work shares their connections. */
export async function smallDatabase({ world }: Fixture, poolSize: number): Promise<Database> {
  const database = new Database({
    url: world.serverUrl,
    poolSize,
    poolWaitMs: 20_000,
    statementTimeoutMs: 20_000,
    lockTimeoutMs: 10_000,
  });
  await database.start();
  return database;
}

/** What a pooled connection still has from its previous use. */
interface Residue {
  /** The server process behind it. */
  pid: number;
  role: string;
  /** Settings of the scope that are not empty. */
  settings: string[];
  inTransaction: boolean;
  visibleAgreements: number;
}

export const CLEAN = { settings: [], inTransaction: false, visibleAgreements: 0 };

export async function residue(database: Database, role: DatabaseRole): Promise<Residue> {
  const client = await database.connect(role);
  try {
    return await residueOf(client, role);
  } finally {
    client.release();
  }
}

/** The same of a connection that is checked out. */
export async function residueOf(client: ClientBase, role: DatabaseRole): Promise<Residue> {
  const { rows } = await client.query<Residue>(
    `select pg_backend_pid() as pid, current_user::text as role,
              array(select name from unnest('{organisation_id,member_id,role,district_code,whole_city,station_ids,
                      agreement_ids,auth_email,auth_hash,auth_member_id}'::text[]) name
                     where coalesce(current_setting('app.' || name, true), '') <> '') as settings,
              now() <> statement_timestamp() as "inTransaction",
              ${role === 'app_auth' ? 0 : '(select count(*)::int from core.agreement)'} as "visibleAgreements"`,
  );
  return rows[0]!;
}

/** Resolves when a statement whose text contains `part` runs or waits in the database. */
export async function running(behind: ClientBase, part: string, waitEvent = ''): Promise<number> {
  for (;;) {
    // Within a transaction the activity is a cached snapshot.
    await behind.query('select pg_stat_clear_snapshot()');
    const { rows } = await behind.query<{ pid: number }>(
      `select pid from pg_stat_activity
        where pid <> pg_backend_pid() and datname = current_database() and state = 'active'
          and position($1 in query) > 0 and ($2 = '' or wait_event_type = $2)`,
      [part, waitEvent],
    );
    if (rows[0]) return rows[0].pid;
  }
}
