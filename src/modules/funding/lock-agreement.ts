import type { Transaction } from '../../platform/database/tenant-scope';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/refusal';
import { type AgreementRow, findAgreement, lockAgreement } from '../agreement';

/**
 * The agreement whose money is to change, held against others who change it until the transaction ends: each could be
 * right by itself, and both together be above what is due. What is read of its money afterwards is the latest.
 */
export async function lockAgreementForWrite(transaction: Transaction, id: string): Promise<AgreementRow> {
  const agreement = isId(id) ? await findAgreement(transaction, id) : null;
  if (!agreement) throw notFound(id);
  await lockAgreement(transaction, id);
  return agreement;
}
