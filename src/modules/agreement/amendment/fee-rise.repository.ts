import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import type { FeeRise } from '../warning.rules';

const FEES = statement<FeeRise & { id: string }>(
  'amendment.fees',
  `select c.amendment_id as id, a.annual_fee::text as "firstFee", c.becomes from core.amendment_change c
     join core.agreement a on a.organisation_id = c.organisation_id and a.id = c.agreement_id
    where c.amendment_id = any ($1::uuid[]) and c.field = 'annualFee'`,
);

/** Batch: what an amendment makes of the fee, beside the first one; null where it leaves it as it is. */
export const feeOfAmendment: Batch<TenantScope, string, FeeRise | null> = {
  name: FEES.name,
  keyOf: (id) => id,
  fetch: async (scope, ids) => matched(ids, await scope.read(FEES, [ids]), (row) => row.id),
};
