import { type Chapters, DAY, reason } from './cast';

/** An uploaded log: its names are matched, and it is written and taken back. */
export const IMPORTS: Chapters = {
  matchImportNames: ({ worker, made }) => ({
    by: worker,
    args: {
      input: {
        importId: made.importId,
        names: [{ kind: 'ZONE', text: '某处', id: made.zoneId }],
      },
    },
    action: 'IMPORT_NAMES_MATCHED',
    thing: 'SheetImport',
    values: 'both',
    select: 'sheetImport { digest }',
    keep: ({ sheetImport }) => {
      made.digest = sheetImport.digest;
    },
  }),
  applyImport: ({ worker, made: { importId, digest } }) => ({
    by: worker,
    args: { input: { importId, digest, parts: ['SERVICE_RECORDS'] } },
    action: 'IMPORT_APPLIED',
    thing: 'SheetImport',
    values: 'after',
  }),
  undoImport: ({ worker, made: { importId } }) => ({
    by: worker,
    args: { importId, reason },
    action: 'IMPORT_UNDONE',
    thing: 'SheetImport',
    values: 'after',
  }),
};

/** The log: one row, whose zone is not known by its name. */
export const LOG = `日期,片区,指标,个数\n${DAY},某处,红棉热线,5\n`;
