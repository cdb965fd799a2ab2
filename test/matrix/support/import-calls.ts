import { mayPass } from '../verdicts';
import * as fixtures from './fixtures';
import type { Person } from './people';
import type { Args } from './schema';
import type { Site } from './sites';
import type { Matrix } from './world';

const reason = '登记有误';

/** Logs that have been uploaded: no two are the same. */
const logs = { uploaded: 0 };

/** A log of the site that can be written, and the digest of its preview. */
async function readyImport(
  who: Person,
  site: Site,
  { api }: Matrix,
  by = who,
): Promise<{ importId: string; digest: string }> {
  // Nothing is uploaded to what is not in force: there it is asked with the id of something else.
  const other = site.ids.SheetImport ?? site.ids.Agreement!;
  if (!site.ids.SheetImport || !mayPass('Mutation.applyImport', who)) return { importId: other, digest: '' };
  logs.uploaded += 1;
  const { client } = site.operator;
  const importId = await fixtures.uploadLog(api.url, client, site, logs.uploaded);
  // A preview is of who looks at it.
  const { data } = await by.client.ask<{ sheetImport: { digest: string } | null }>(
    'query($id: ID!) { sheetImport(id: $id) { digest } }',
    { id: importId },
  );
  return { importId, digest: data?.sheetImport?.digest ?? '' };
}

/** A log of the site that `by` has written, where it may. */
async function appliedImport(by: Person, who: Person, site: Site, matrix: Matrix): Promise<string> {
  const { importId, digest } = await readyImport(who, site, matrix, by);
  const input = { importId, digest, parts: ['SERVICE_RECORDS'], skipFaultyRows: true };
  await by.client.ask(
    'mutation($input: ApplyImportInput!) { applyImport(input: $input) { userErrors { code } } }',
    { input },
  );
  return importId;
}

/** Valid calls about uploaded files, as in calls.ts. */
export const IMPORT_CALLS: Record<string, (who: Person, site: Site, matrix: Matrix) => Args | Promise<Args>> =
  {
    // Nothing is uploaded to what is not in force: there it is asked with the id of something else.
    'Query.sheetImport': (_, { ids }) => ({ id: ids.SheetImport ?? ids.Agreement }),
    'SheetImport.rows': () => ({ sheet: '服务记录表', numbers: [1] }),
    'Mutation.applyImport': async (...of) => ({
      input: { ...(await readyImport(...of)), parts: ['SERVICE_RECORDS'], skipFaultyRows: true },
    }),
    'Mutation.undoImport': async (who, ...of) => ({
      importId: await appliedImport(who, who, ...of),
      reason,
    }),
    'Mutation.undoImport (of another)': async (who, site, matrix) => ({
      importId: await appliedImport(site.operator, who, site, matrix),
      reason,
    }),
    'Mutation.matchImportNames': async (who, site, matrix) => ({
      input: {
        importId: (await readyImport(who, site, matrix)).importId,
        names: [{ kind: 'ZONE', text: fixtures.UNKNOWN_ZONE, id: site.ids.Zone }],
      },
    }),
  };
