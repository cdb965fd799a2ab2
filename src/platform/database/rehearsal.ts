import { statement } from './statement';
import type { Transaction } from './tenant-scope';

const BEGIN = statement('rehearsal.begin', 'savepoint rehearsal');
/** What is checked at the commit otherwise. */
const CHECK = statement('rehearsal.check', 'set constraints all immediate');
const ROLL_BACK = statement('rehearsal.rollBack', 'rollback to savepoint rehearsal');

/** Does `work` in a transaction and takes back what it wrote, with the locks that it took; returns its result. */
export async function rehearsed<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  await transaction.query(BEGIN, []);
  const result = await work();
  await transaction.query(CHECK, []);
  await transaction.query(ROLL_BACK, []);
  return result;
}
