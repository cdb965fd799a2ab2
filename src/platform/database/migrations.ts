import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { StartError } from '../start-error';
import { whyNoConnection } from './connection-fault';
import { applicationOf, watchingLocks } from './lock-watch';
import { prepareTurns, takeTurn } from './owner-turn';
import { closeFunctions, closeTemporaryTables } from './public-rights';
import { ensureRoles } from './roles';
import { refuseServerLogin } from './server-login';
import { unknownMigration } from './server-state';

/** How long a migration waits at most. */
interface MigrationWaits {
  /** For another migration, or another work of the owner, to be done. */
  turnMs: number;
  /** For each lock on a table. */
  lockMs: number;
}

const WAITS: MigrationWaits = { turnMs: 60_000, lockMs: 10_000 };

/** A data source of the owner, for migrations alone: the server never has one. */
export function ownerDataSource(
  url: string,
  application = applicationOf('migrate'),
  lockMs = WAITS.lockMs,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: migrationFiles(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: {
      // One statement of a migration may build an index over millions of rows.
      options: `-c statement_timeout=0 -c lock_timeout=${String(lockMs)}`,
      max: 2,
      application_name: application,
    },
  });
}

/** Makes the roles and brings the database up to date. Returns the names of the migrations that ran. */
export async function migrate(
  ownerUrl: string,
  serverLogin: string,
  { turnMs, lockMs }: MigrationWaits = WAITS,
): Promise<string[]> {
  const application = applicationOf('migrate');
  const connection = {
    connectionString: ownerUrl,
    application_name: application,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
  const client = new pg.Client({ ...connection, options: `-c lock_timeout=${String(lockMs)}` });
  // Its transaction is open, and idle, while the migrations run on other connections.
  const turn = new pg.Client({
    ...connection,
    options: `-c lock_timeout=${String(turnMs)} -c idle_in_transaction_session_timeout=0`,
  });
  for (const one of [client, turn]) one.on('error', () => undefined);
  const source = ownerDataSource(ownerUrl, application, lockMs);
  try {
    await client.connect();
    await turn.connect();
    return await watchingLocks(ownerUrl, application, async () => {
      await requireVersion(client);
      await requireDatabaseOwner(client);
      await refuseServerLogin(client, serverLogin);
      await refuseUnknownMigrations(client);
      await prepareTurns(client);
      await turn.query('begin');
      await takeTurn(turn);
      await ensureRoles(client, serverLogin);
      await source.initialize();
      const done = await source.runMigrations();
      await client.query('grant select on public.schema_migration to app_auth');
      await closeTemporaryTables(client, serverLogin);
      await closeFunctions(client);
      return done.map(({ name }) => name);
    });
  } catch (error) {
    throw explained(error);
  } finally {
    if (source.isInitialized) await source.destroy();
    await Promise.all([client.end(), turn.end()]);
  }
}

/** The timestamps of this version's migrations: a database that lacks one is not ready. */
export function knownMigrations(): string[] {
  return migrationFiles().map((file) => /^\d+/.exec(basename(file))?.[0] ?? '');
}

/** The migrations of this version by file, oldest first. */
function migrationFiles(): string[] {
  const folder = join(__dirname, '../../../migrations');
  return readdirSync(folder)
    .filter((file) => /^\d+-[a-z-]+\.(js|ts)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select pg_catalog.current_setting('server_version_num')::int as version,
            pg_catalog.current_setting('server_encoding') as encoding`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 150_000) {
    throw new StartError(`PostgreSQL 15 or newer is needed; this is ${String(Math.floor(version / 10_000))}`);
  }
  if (rows[0]?.encoding !== 'UTF8') {
    throw new StartError(
      `The database must be in UTF-8, this one is in ${rows[0]?.encoding ?? '?'}: create it with "encoding 'UTF8' template template0" / 数据库编码须为 UTF8`,
    );
  }
}

/** The owner's policies apply to the owner of the database: any other login would find its tables empty. */
async function requireDatabaseOwner(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owns: boolean; who: string; database: string }>(
    `select pg_catalog.pg_has_role('pg_database_owner', 'usage') as owns, current_user as who,
            pg_catalog.current_database() as database`,
  );
  const { owns = false, who = '', database = '' } = rows[0] ?? {};
  if (owns) return;
  throw new StartError(
    `DATABASE_OWNER_URL: ${who} does not own the database ${database}; let a superuser run: alter database ${database} owner to ${who} / 该账号不是数据库的所有者，请由超级用户执行上述命令`,
  );
}

async function refuseUnknownMigrations(client: pg.Client): Promise<void> {
  const table = await client.query(`select where to_regclass('public.schema_migration') is not null`);
  if (table.rowCount === 0) return;
  const known = knownMigrations();
  const { rows } = await client.query<{ version: string }>(
    'select max(timestamp)::text as version from public.schema_migration where timestamp <> all ($1::bigint[]) having count(*) > 0',
    [known],
  );
  if (rows[0]) throw unknownMigration(rows[0].version, known);
}

function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === '42501' && /role|grant/i.test(message ?? '')) {
    return new StartError(
      `DATABASE_OWNER_URL: the owner may not make or grant the group roles (${message ?? ''}); give it CREATEROLE, or make the roles by hand as docs/operations.md says`,
    );
  }
  return whyNoConnection(error) ?? error;
}
