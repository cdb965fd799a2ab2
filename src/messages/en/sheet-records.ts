import type { Translation } from '../translation';
import type { sheetRecords as zh } from '../zh/sheet-records';

export const sheetRecords: Translation<typeof zh> = {
  ALREADY_RECORDED: ({ by }) =>
    `${by} has entered an equal record; this row is not written again. If it is another service, please say so in its note and upload the file again.`,
  ALREADY_IMPORTED: ({ by }) =>
    `Another log, imported by ${by}, has an equal row; this row is not written again. If it is another service, please say so in its note and upload the file again.`,
  KEPT_AS_CORRECTED: () =>
    'This row was imported before, and its record has been corrected by hand since. It stays as corrected.',
  KEPT_AS_VOIDED: () =>
    'This row was imported before, and its record has been voided by hand since. It is not written again.',
  SIMILAR_ROW_VOIDED: () =>
    'A row of the same day, place and indicator was imported before, and its record was voided. This row will be a new record; please check it.',
  SIMILAR_ROW_IMPORTED: ({ by }) =>
    `${by} has imported a row of the same day, place and indicator that this file does not have. This row will be a new record; if it is a change of that one, please correct the record instead.`,
  CHANGED_ROW_UNCLEAR: () =>
    'Several rows of the same day, place and indicator differ from those imported before, and it is not clear which came from which. Please correct the records first and upload the file again; nothing is written twice.',
  CHANGED_ROW_CORRECTED_SINCE: () =>
    'This row differs from the one imported before, whose record has been corrected by hand since. Please check and correct that record.',
  CHANGED_ROW_OF_OTHER: ({ by }) =>
    `This row changes a record imported by ${by}. A manager corrects the records of others: please have one import the file, or correct the record.`,
  ROWS_GONE: ({ rows }) =>
    `${rows} rows that were imported before are not in this file; their records stay as they are. Please void those that should not count.`,
};
