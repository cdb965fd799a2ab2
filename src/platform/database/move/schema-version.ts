import type { ClientBase } from 'pg';
import { knownMigrations } from '../migrations';
import { beforeBaseline, isBeforeBaseline } from '../server-state';

/** A database's schema version compared with this program's; `none` where no migration ever ran. */
type SchemaVersion = 'none' | 'older' | 'same' | 'newer';

/** Refuses a database from before the baseline. */
export async function schemaVersion(client: ClientBase): Promise<SchemaVersion> {
  const { rows: found } = await client.query<{ known: boolean }>(
    `select pg_catalog.to_regclass('public.schema_migration') is not null as known`,
  );
  if (found[0]?.known !== true) return 'none';
  const { rows } = await client.query<{ timestamp: string }>(
    'select "timestamp"::text as timestamp from public.schema_migration',
  );
  const known = knownMigrations();
  const ran = rows.map(({ timestamp }) => timestamp);
  if (ran.some((timestamp) => isBeforeBaseline(timestamp, known))) throw beforeBaseline();
  if (ran.some((timestamp) => !known.includes(timestamp))) return 'newer';
  if (ran.length === 0) return 'none';
  return known.every((timestamp) => ran.includes(timestamp)) ? 'same' : 'older';
}
