import { statement } from '../../../platform/database/statement';
import type { TenantScope } from '../../../platform/database/tenant-scope';
import { type Batch, matched } from '../../../platform/graphql/loaders';
import type { SheetImportRow } from '../import.repository';

const CONTENT = statement<{ id: string; content: Buffer | null }>(
  'sheetImport.content',
  `select s.id, s.content from unnest($1::uuid[], $2::uuid[]) k(organisation_id, id)
     join core.sheet_import s using (organisation_id, id)`,
);

/** The bytes of uploaded files; null of one that is gone. */
export const contentOf: Batch<TenantScope, Pick<SheetImportRow, 'organisationId' | 'id'>, Buffer | null> = {
  name: CONTENT.name,
  keyOf: ({ id }) => id,
  fetch: async (scope, keys) => {
    const ids = keys.map(({ id }) => id);
    const rows = await scope.read(CONTENT, [keys.map(({ organisationId }) => organisationId), ids]);
    return matched(ids, rows, ({ id }) => id).map((row) => row?.content ?? null);
  },
};
