import { statement } from './statement';
import type { Transaction } from './tenant-scope';

// The row need not exist: concurrent inserts of it wait for one another as well. The update changes nothing, but its
// row is locked before the condition is evaluated.
export const ROW_LOCK = statement(
  'lock.row',
  `insert into core.row_lock (key) values (pg_catalog.sha256(pg_catalog.convert_to($1, 'UTF8')))
   on conflict (key) do update set key = excluded.key where false`,
);

/**
 * Serialises transactions by locking the row of this kind and these ids until they end. Advisory locks are not used: any
 * login of the database can take them. What is read afterwards is the latest.
 */
export async function lockRow(transaction: Transaction, kind: string, ...ids: string[]): Promise<void> {
  await transaction.query(ROW_LOCK, [[kind, ...ids].join(' ')]);
}
