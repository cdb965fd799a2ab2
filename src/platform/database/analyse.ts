import pg from 'pg';
import { whyNoConnection } from './connection-fault';

/** Runs ANALYZE on all tables, and updates the visibility map, after many rows have been inserted. */
export async function analyseDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'stations analyse' });
  try {
    await client.connect();
    const { rows } = await client.query<{ table: string }>(
      `select pg_catalog.format('%I.%I', schemaname, tablename) as table
         from pg_catalog.pg_tables where tableowner = current_user and schemaname in ('core', 'auth')`,
    );
    await client.query(`vacuum (analyze) ${rows.map(({ table }) => table).join(', ')}`);
  } catch (error) {
    throw whyNoConnection(error) ?? error;
  } finally {
    await client.end();
  }
}
