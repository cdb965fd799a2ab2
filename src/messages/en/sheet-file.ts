import type { Translation } from '../translation';
import type { sheetFile as zh } from '../zh/sheet-file';

export const sheetFile: Translation<typeof zh> = {
  FILE_NAME_NOT_ENCODED: () => 'The name of the file in X-File-Name must be percent-encoded.',
  WRONG_UPLOAD_TYPE: () =>
    'Please upload the file with a Content-Type of its own, such as application/octet-stream, not as a form.',
  FILE_EMPTY: () => 'The file is empty. Please save it again and upload it.',
  FILE_TOO_LARGE: ({ megabytes }) =>
    `The file is larger than ${megabytes} MB. Please remove its pictures, or split it into several files.`,
  FILE_KIND_UNKNOWN: () => 'This is no spreadsheet. Please upload .xlsx, .xls, .ods or .csv.',
  FILE_IS_WEB_PAGE: () =>
    'This is a web page, not a spreadsheet. Please open it in Excel or WPS, save it as .xlsx and upload that.',
  FILE_ENCRYPTED: () =>
    'The file has a password. Please remove the password in Excel or WPS and upload it again.',
  FILE_BROKEN: () =>
    'The file is damaged or cut off and cannot be read. Please open it in Excel or WPS, save it as .xlsx and upload that.',
  FILE_HAS_DOCTYPE: () =>
    'The file has contents that are not allowed (DOCTYPE). Please open it in Excel or WPS, save it as .xlsx and upload that.',
  FILE_TOO_COMPLEX: () =>
    'The file is too large once unpacked. Please remove empty rows, columns and pictures, keep only the sheets that are needed, save it as .xlsx and upload that.',
  FILE_TAKES_TOO_LONG: () =>
    'The file takes too long to read. Please remove sheets and formats that are not needed, save it as .xlsx and upload that.',
  FILE_TEXT_UNREADABLE: () =>
    'The encoding of the text is not known. Please save it as "CSV UTF-8" or as .xlsx and upload that.',
  FILE_HAS_TOO_MANY_SHEETS: ({ sheets, most }) =>
    `The file has ${sheets} sheets, at most ${most} are read. Please split it into several files.`,
  FILE_HAS_TOO_MANY_ROWS: ({ sheet, most }) =>
    `"${sheet}" has more than ${most} rows. Please split it into several files.`,
  FILE_HAS_TOO_MANY_COLUMNS: ({ sheet, most }) =>
    `"${sheet}" has more than ${most} columns. Please remove what is not needed on the right.`,
};
