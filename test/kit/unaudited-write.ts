import { statement } from '../../src/platform/database/statement';
import type { TenantScope, Transaction } from '../../src/platform/database/tenant-scope';

const CLOSING = statement('test.closing', 'select');

/** A write of a scope by itself, with nothing for the audit log. */
export async function writeUnaudited<T>(
  scope: TenantScope,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return scope.write(work, () => [CLOSING, []]);
}
