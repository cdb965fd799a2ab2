import type { AmendmentCheck } from '../../agreement';
import { readDues } from './dues.repository';
import { belowReceived } from './dues.rules';

/** An amendment brings no instalment below what has been received for it. */
export const refuseDuesBelowReceived: AmendmentCheck = async (
  transaction,
  { organisationId, id },
  { annualFee, instalments, effectiveOn },
  before,
) => {
  if (annualFee == null && instalments == null) return [];
  const after = await readDues(transaction, { organisationId, agreementId: id }, effectiveOn);
  return belowReceived(before, after);
};
