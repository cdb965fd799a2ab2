import type { Transaction } from '../../platform/database/tenant-scope';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/app-error';
import { type AgreementRow, lockAgreementShared, lockAgreement } from '../agreement';

/**
 * Row-locks an agreement until the transaction ends, before its money is read and changed: two concurrent changes could
 * each be valid and together exceed what is due. An amendment that lowers what is due comes before or after.
 */
export async function lockAgreementForWrite(transaction: Transaction, id: string): Promise<AgreementRow> {
  const agreement = isId(id) ? await lockAgreementShared(transaction, id) : null;
  if (!agreement) throw notFound(id);
  await lockAgreement(transaction, id);
  return agreement;
}
