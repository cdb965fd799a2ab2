import pg, { type ClientBase } from 'pg';
import { StartError } from '../../start-error';
import { schemaVersion } from './schema-version';
import type { Table } from './tables';

/** Tables that are not ours, and tables of ours that have rows of organisations. */
const FOREIGN = `
  select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     and not (n.nspname in ('auth', 'bi', 'core', 'scope') and pg_catalog.to_regclass('public.schema_migration') is not null)
     and not (n.nspname = 'public' and c.relname ~ '^schema_migration')
     and not exists (select from pg_catalog.pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
   order by 1 limit 1`;

/** Refuses, before any change, a database that is not empty or that this program cannot fill. */
export async function refuseUnfitTarget(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'stations move' });
  try {
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>(
      `select pg_catalog.pg_encoding_to_char(encoding) as encoding from pg_catalog.pg_database
        where datname = pg_catalog.current_database()`,
    );
    const encoding = rows[0]?.encoding ?? '';
    if (encoding !== 'UTF8') {
      throw new StartError(
        `The database of DATABASE_OWNER_URL has the encoding ${encoding}: make it with encoding 'UTF8' / 目标数据库的编码为 ${encoding}：请以 UTF8 编码重新创建`,
      );
    }
    const { rows: foreign } = await client.query<{ name: string }>(FOREIGN);
    if (foreign[0]) throw notEmpty(foreign[0].name);
    const version = await schemaVersion(client);
    if (version === 'newer') {
      throw new StartError(
        'The database of DATABASE_OWNER_URL is newer than this program: use an empty database, or the program that made it / 目标数据库的版本高于本程序：请使用空库，或使用创建它的程序版本',
      );
    }
    if (version === 'none') return;
    const { rows: some } = await client.query('select from core.organisation limit 1');
    if (some.length > 0) throw notEmpty('core.organisation');
  } finally {
    await client.end();
  }
}

/**
 * Lifts FORCE ROW LEVEL SECURITY and disables triggers for copying, until closeTables: forced policies bind the owner, and
 * triggers would write rollups and versions, or refuse rows. Both belong to the transaction and end with it.
 */
export async function openTables(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name, isForced } of tables) {
    if (isForced) await client.query(`alter table ${name} no force row level security`);
    await client.query(`alter table ${name} disable trigger user`);
  }
  for (const { name } of tables.filter(({ isOfOrganisations }) => isOfOrganisations)) {
    const { rows } = await client.query(`select from ${name} limit 1`);
    if (rows.length > 0) throw notEmpty(name);
  }
  // Rows that migrations inserted come again with the rows of the source.
  for (const { name, isOfOrganisations } of [...tables].reverse()) {
    if (!isOfOrganisations) await client.query(`delete from ${name}`);
  }
}

export async function closeTables(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name, isForced } of tables) {
    await client.query(`alter table ${name} enable trigger user`);
    if (isForced) await client.query(`alter table ${name} force row level security`);
  }
}

function notEmpty(table: string): StartError {
  return new StartError(
    `The database of DATABASE_OWNER_URL is not empty (${table}): make a new one / 目标数据库不是空库（${table}）：请新建一个数据库`,
  );
}
