import { statement } from './statement';
import type { Transaction } from './tenant-scope';

// The row need not be there yet: two who insert it wait for one another as well. The update changes nothing, but its
// row is locked before the condition is looked at.
export const ROW_LOCK = statement(
  'lock.row',
  `insert into core.row_lock (key) values (pg_catalog.sha256(pg_catalog.convert_to($1, 'UTF8')))
   on conflict (key) do update set key = excluded.key where false`,
);

/**
 * Lets transactions that concern the same thing wait for one another until they end. A row lock and no advisory lock:
 * those may be taken by every login of the database. What is read afterwards is the latest.
 */
export async function lockRow(transaction: Transaction, kind: string, ...ids: string[]): Promise<void> {
  await transaction.query(ROW_LOCK, [[kind, ...ids].join(' ')]);
}
