import { FILE_LIMITS } from './file-limits';
import { fileRefusal } from './file-refusal';
import type { SheetData, Workbook } from './grid';

/** Refuses a workbook with more sheets, rows, columns or cells than are read. */
export function checkSize({ sheets }: Workbook): void {
  if (sheets.length > FILE_LIMITS.sheets)
    throw fileRefusal('FILE_HAS_TOO_MANY_SHEETS', { sheets: sheets.length, most: FILE_LIMITS.sheets });
  let filled = 0;
  for (const sheet of sheets) filled += cellsIn(sheet);
  if (filled > FILE_LIMITS.cells) throw fileRefusal('FILE_TOO_COMPLEX');
}

/** Of merges too: each cell of one is looked at. A merge of whole columns ends where the sheet does. */
function cellsIn({ name: sheet, rows, merges }: SheetData): number {
  if (rows.length > FILE_LIMITS.rows)
    throw fileRefusal('FILE_HAS_TOO_MANY_ROWS', { sheet, most: FILE_LIMITS.rows });
  let filled = 0;
  for (const row of rows) {
    if (row.length > FILE_LIMITS.columns)
      throw fileRefusal('FILE_HAS_TOO_MANY_COLUMNS', { sheet, most: FILE_LIMITS.columns });
    filled += row.length;
  }
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (const { top, left, bottom, right } of merges) {
    const [height, across] = [
      Math.min(bottom, rows.length - 1) - top + 1,
      Math.min(right, width - 1) - left + 1,
    ];
    filled += Math.max(0, height) * Math.max(0, across);
  }
  return filled;
}
