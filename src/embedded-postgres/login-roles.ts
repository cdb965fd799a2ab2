import { Client, DatabaseError } from 'pg';
import { closeFunctions } from '../platform/database/public-rights';
import { StartError } from '../platform/start-error';
import type { Secrets } from './secrets';

/** Owns the database and its tables, and creates the group roles; used by migrations only. */
export const OWNER = 'stations_owner';
/** The login of the running server: owns nothing and inherits nothing. */
export const SERVER = 'stations_server';
/** The database of the program. */
export const DATABASE = 'stations';

const ATTRIBUTES = 'login nosuperuser nobypassrls noreplication nocreatedb';

/** Creates the two login roles and the database, or restores their attributes. */
export async function ensureLoginRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  const client = new Client({
    connectionString: superuserUrl,
    connectionTimeoutMillis: 10_000,
    // these statements have passwords: they must not reach the server's log, whatever its settings
    options: '-c log_statement=none -c log_min_error_statement=panic -c log_min_duration_statement=-1',
  });
  try {
    await client.connect();
    await ensureRole(client, OWNER, `${ATTRIBUTES} inherit createrole`, secrets.owner);
    await ensureRole(client, SERVER, `${ATTRIBUTES} noinherit nocreaterole`, secrets.server);
    await ensureDatabase(client);
    await closeRights(client, superuserUrl);
  } catch (error) {
    throw error instanceof DatabaseError && error.code === '28P01' ? wrongSecrets(error) : error;
  } finally {
    await client.end();
  }
}

function wrongSecrets(cause: unknown): StartError {
  return new StartError(
    'the passwords in secrets.json under DATA_DIR do not open the database beside it: restore both from the same backup / 密码文件与数据库不匹配:请从同一份备份恢复两者',
    { cause },
  );
}

async function ensureRole(client: Client, role: string, attributes: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_catalog.pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${role} with ${attributes} password ${client.escapeLiteral(password)}`);
}

/** Revokes what PUBLIC may do by default and no login needs; and lets the owner see which sessions block it. */
async function closeRights(client: Client, superuserUrl: string): Promise<void> {
  await client.query(`grant pg_read_all_stats to ${OWNER}`);
  await client.query('revoke connect, temporary on database postgres, template1 from public');
  await client.query(`revoke temporary on database ${DATABASE} from public`);
  const url = new URL(superuserUrl);
  url.pathname = `/${DATABASE}`;
  const inside = new Client({ connectionString: url.toString(), connectionTimeoutMillis: 10_000 });
  try {
    await inside.connect();
    await closeFunctions(inside);
  } finally {
    await inside.end();
  }
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    'select pg_catalog.pg_get_userbyid(datdba) as owner from pg_catalog.pg_database where datname = $1',
    [DATABASE],
  );
  if (!rows[0])
    await client.query(`create database ${DATABASE} owner ${OWNER} encoding 'UTF8' template template0`);
  else if (rows[0].owner !== OWNER) await client.query(`alter database ${DATABASE} owner to ${OWNER}`);
}
