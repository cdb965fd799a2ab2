import { trimmed } from '../decimal';
import { FILE_LIMITS } from './file-limits';
import type { Cell, SheetData, Workbook } from './grid';
import type { RawCell, RawSheet, RawWorkbook } from './raw';

/** A day as the strict form of .xlsx has it. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

/** The adapter in front of the library: nothing else names it, nothing behind this has its types. */

/** Excel keeps fifteen significant digits. */
const KEPT_DIGITS = 15;
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/;

/** What no database keeps as text: a zero byte, half a character. What stands for it is seen, and is in no name. */
const UNKEEPABLE = /[\0\p{Cs}]/gu;
const kept = (text: string): string => text.replace(UNKEEPABLE, '\uFFFD');

/** The cells of a workbook that has passed the gate. Of a file of values all are texts. */
export function workbookOf({ sheets, dateSystem, properties }: RawWorkbook): Workbook {
  const custom = Object.entries(properties?.custom ?? {});
  return {
    sheets: sheets.map(sheetOf),
    dateSystem: dateSystem === '1904' ? 1904 : 1900,
    properties: Object.fromEntries(
      custom.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
  };
}

function sheetOf(raw: RawSheet): SheetData {
  return {
    name: kept(raw.name),
    isHidden: raw.hidden === true || raw.veryHidden === true,
    rows: cellsOf(raw),
    merges: (raw.merges ?? [])
      .map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: Math.min(endRow, FILE_LIMITS.rows),
        right: Math.min(endCol, FILE_LIMITS.columns),
      }))
      .filter(({ top, left, bottom, right }) => bottom > top || right > left),
    hiddenRows: [...(raw.rowDefs ?? [])].filter(([, { hidden }]) => hidden).map(([row]) => row),
    hiddenColumns: (raw.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : [])),
  };
}

/** Without the empty rows at the end, of which a sheet that was formatted to its last row has a million. */
function cellsOf(raw: RawSheet): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [];
  const count = raw.rows.length;
  let filled = 0;
  for (let row = 0; row < count; row += 1) {
    // Rows may be holes, against the type.
    const values = raw.rows[row] ?? [];
    const cells: (Cell | null)[] = [];
    for (let column = 0; column < values.length; column += 1) {
      const cell = cellOf(values[column] ?? null, raw.cells?.get(`${row},${column}`));
      if (!cell) continue;
      while (cells.length < column) cells.push(null);
      cells.push(cell);
    }
    if (cells.length === 0) continue;
    while (rows.length < row) rows.push([]);
    rows.push(cells);
    filled += cells.length;
    if (rows.length > FILE_LIMITS.rows || filled > FILE_LIMITS.cells) break;
  }
  return rows;
}

function cellOf(shown: RawCell['value'], raw: RawCell | undefined): Cell | null {
  const formula = raw?.formula ?? null;
  const value = formula === null ? shown : (raw?.formulaResult ?? shown);
  // What was calculated to be empty is.
  if (value === '') return null;
  if (value === null)
    return formula === null ? null : { kind: 'UNCALCULATED', text: '', formula, isExact: true };
  if (typeof value === 'number') {
    const isPercent = raw?.style?.numFmt?.includes('%') === true;
    return { kind: isPercent ? 'PERCENT' : 'NUMBER', formula, ...decimalOf(value) };
  }
  if (typeof value === 'boolean')
    return { kind: 'BOOLEAN', text: value ? 'TRUE' : 'FALSE', formula, isExact: true };
  if (value instanceof Date) return { kind: 'DAY', text: dayText(value), formula, isExact: true };
  const moment = MOMENT.exec(value)?.[1];
  if (moment !== undefined) return { kind: 'DAY', text: moment, formula, isExact: true };
  if (ERROR.test(value)) return { kind: 'ERROR', text: value, formula, isExact: true };
  return value.trim() === '' ? null : { kind: 'TEXT', text: kept(value), formula, isExact: true };
}

/** The shortest text of a double is what the file holds, up to fifteen digits. */
function decimalOf(value: number): { text: string; isExact: boolean } {
  if (!Number.isFinite(value)) return { text: String(value), isExact: false };
  const text = trimmed(String(value));
  const digits = text
    .replace(/^-?0*\.?0*/, '')
    .replace('.', '')
    .replace(/0+$/, '').length;
  if (digits <= KEPT_DIGITS) return { text, isExact: true };
  return { text: trimmed(value.toPrecision(KEPT_DIGITS)), isExact: false };
}

function dayText(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}
