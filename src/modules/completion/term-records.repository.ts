import { statement } from '../../platform/database/statement';
import type { TenantScope } from '../../platform/database/tenant-scope';
import { type Batch, matched } from '../../platform/graphql/loaders';
import type { TermRow } from '../agreement';
import { TOTAL_ROLLUP } from './read.sql';

const WITH_RECORDS = statement<{ id: string }>(
  'completion.termsWithRecords',
  `select t.id from unnest($1::uuid[], $2::uuid[], $3::uuid[]) t(organisation_id, agreement_id, id)
    where exists (select from ${TOTAL_ROLLUP} and p.records > 0)`,
);

/** Batch: whether any record counts in a term. */
export const hasRecords: Batch<TenantScope, TermRow, boolean> = {
  name: WITH_RECORDS.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, terms) => {
    const ids = terms.map(({ id }) => id);
    const rows = await scope.read(WITH_RECORDS, [
      terms.map(({ organisationId }) => organisationId),
      terms.map(({ agreementId }) => agreementId),
      ids,
    ]);
    return matched(ids, rows, ({ id }) => id).map((row) => row !== null);
  },
};
