import * as fixtures from './fixtures';
import * as fresh from './fresh-fixtures';
import type { Person } from './people';
import type { Args } from './schema';
import type { Site } from './sites';
import type { Matrix } from './world';

const reason = '登记有误';

/** Valid calls about uploaded files, as in calls.ts. */
export const IMPORT_CALLS: Record<string, (who: Person, site: Site, matrix: Matrix) => Args | Promise<Args>> =
  {
    // Nothing is uploaded to what is not in force: there it is asked with the id of something else.
    'Query.sheetImport': (_, { ids }) => ({ id: ids.SheetImport ?? ids.Agreement }),
    'Mutation.applyImport': async (...of) => ({
      input: { ...(await fresh.readyImport(...of)), parts: ['SERVICE_RECORDS'], skipFaultyRows: true },
    }),
    'Mutation.undoImport': async (who, ...of) => ({
      importId: await fresh.appliedImport(who, who, ...of),
      reason,
    }),
    'Mutation.undoImport (of another)': async (who, site, matrix) => ({
      importId: await fresh.appliedImport(site.operator, who, site, matrix),
      reason,
    }),
    'Mutation.matchImportNames': async (who, site, matrix) => ({
      input: {
        importId: (await fresh.readyImport(who, site, matrix)).importId,
        names: [{ kind: 'ZONE', text: fixtures.UNKNOWN_ZONE, id: site.ids.Zone }],
      },
    }),
  };
