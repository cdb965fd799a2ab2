import type { Translation } from '../translation';
import type { sheetAnnotation as zh } from '../zh/sheet-annotation';

export const sheetAnnotation: Translation<typeof zh> = {
  LISTED_SHEET: () => 'Sheet',
  LISTED_CELL: () => 'Cell',
  LISTED_VALUE: () => 'Value',
  LISTED_SEVERITY: () => 'Severity',
  LISTED_PROBLEM: () => 'What is wrong',
  LISTED_REMEDY: () => 'What to do',
  LISTED_AS_ERROR: () => 'Error',
  LISTED_AS_WARNING: () => 'Warning',
  LISTED_AS_NOTE: () => 'Note',
  MEND_ERROR: () =>
    'Please correct it in this file, save it and upload it again. Until then the row is not written.',
  LOOK_AT_WARNING: () => 'Please check it. If it is right, leave it: the row is written.',
  NOTHING_TO_MEND: () => 'Nothing.',
};
