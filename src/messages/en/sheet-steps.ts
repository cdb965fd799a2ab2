import type { Translation } from '../translation';
import type { sheetSteps as zh } from '../zh/sheet-steps';

export const sheetSteps: Translation<typeof zh> = {
  STALE_PREVIEW: () =>
    'Since the preview, the choices of names or the data have changed, and nothing was written. Please look at the changes again before you write them.',
  FAULTY_ROWS: ({ rows }) =>
    `${rows} rows are faulty, and nothing was written. Please mend them and upload the file again, or choose to skip them.`,
  NOTHING_TO_WRITE: () => 'There is nothing to write: each row is recorded already, faulty, or no data.',
  FIGURES_NOT_WRITTEN: () =>
    'What the form says was completed is compared with the records and never written. Please look at the audit of published figures.',
  PART_NOT_IN_FILE: () => 'The file does not have this part. Please choose another.',
  IMPORT_EXPIRED: ({ on }) =>
    `Files are kept for 30 days: this one was deleted on ${on}. Please upload it again if it is still needed.`,
  IMPORT_ALREADY_APPLIED: () =>
    'This import is written, and its names can no longer be matched. Please upload the file again.',
  IMPORT_ALREADY_UNDONE: () => 'This import was undone. To write it again, please upload the file again.',
  IMPORT_NOT_APPLIED: () => 'This import is not written, so that there is nothing to undo.',
  NAME_NOT_IN_FILE: () => 'The file has no such name. Please choose one of those listed.',
};
