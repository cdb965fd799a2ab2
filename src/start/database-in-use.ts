import { resolve } from 'node:path';
import type { Config } from '../config';
import { startEmbeddedPostgres } from '../embedded-postgres';
import { migrate } from '../platform/database/migrations';

/** The database of a command. */
export interface DatabaseInUse {
  serverUrl: string;
  /** Undefined where DATABASE_OWNER_URL is not set. */
  ownerUrl: string | undefined;
  /** DATA_DIR of the embedded database; null for a database server of your own. */
  dataDir: string | null;
}

/** The embedded server is configured for a few stations; commands read and write many rows. */
const MANY_ROWS = { max_wal_size: '4GB', shared_buffers: '512MB', checkpoint_timeout: '15min' };

/**
 * Runs a command on the database of DATABASE_URL, which its owner has migrated; without one on the embedded database,
 * which is started for the duration of the command.
 */
export async function withDatabase<T>(
  { databaseUrl, databaseOwnerUrl, dataDir }: Config,
  say: (line: string) => void,
  work: (database: DatabaseInUse) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) {
    return work({ serverUrl: databaseUrl, ownerUrl: databaseOwnerUrl, dataDir: null });
  }
  const folder = resolve(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: say, settings: MANY_ROWS });
  try {
    await migrate(postgres.ownerUrl, decodeURIComponent(new URL(postgres.serverUrl).username));
    return await work({ ...postgres, dataDir: folder });
  } finally {
    await postgres.stop();
  }
}
