import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, grouped } from '../../../platform/graphql/loaders';
import { agreementColumns, type AgreementRow } from '../read.sql';

/** An agreement beside the one by which it was found. */
type Found = AgreementRow & { of: string };

function related(name: string, sql: string): Batch<TenantScope, string, AgreementRow[]> {
  const found = statement<Found>(name, sql);
  return {
    name,
    keyOf: (id) => id,
    fetch: async (scope, ids) => grouped(ids, await scope.read(found, [ids]), (row) => row.of),
  };
}

/** Batch: what an agreement renews, at most one. */
export const renewedAgreement = related(
  'agreement.renews',
  `select ${agreementColumns('a')}, n.id as "of" from core.agreement n join core.agreement a on a.id = n.renews
    where n.id = any ($1::uuid[])`,
);

/** Batch: the agreements that renew one, in any state, the first registered first. */
export const agreementsThatRenew = related(
  'agreement.renewedBy',
  `select ${agreementColumns('a')}, a.renews as "of" from core.agreement a where a.renews = any ($1::uuid[])
    order by a.registered_at, a.id`,
);
