import { FILE_LIMITS } from '../file-limits';
import type { RawCell, RawColumn, RawMerge, RawRow, RawSheet, RawValue, RawWorkbook } from '../raw';
import { workbookStream } from './container';
import { RECORD, recordsFrom, textIn, type XlsRecord } from './records';

/** Formats of percentages that every .xls knows. */
const PERCENT_FORMATS = [9, 10];
/** Excel keeps fifteen significant digits. */
const KEPT_DIGITS = 15;

/**
 * What the library's reader leaves out of an .xls: what is hidden, how wide columns are, which numbers are percentages and
 * from which day days count; texts in rich type, or that a formula shared by several cells has given; and the merges of
 * a sheet with a chart in it.
 */
export function completeXls(bytes: Buffer, book: RawWorkbook): RawWorkbook {
  const stream = workbookStream(bytes);
  if (!stream) return book;
  const globals = globalsOf(stream);
  return {
    ...book,
    dateSystem: globals.dateSystem,
    sheets: book.sheets.map((sheet, at) => {
      const found = globals.sheets[at];
      return found ? new SheetCompletion(sheet, globals.percent).complete(stream, found) : sheet;
    }),
  };
}

interface Globals {
  dateSystem: '1900' | '1904';
  sheets: { start: number; isHidden: boolean }[];
  /** By the number of a cell's format. */
  percent: boolean[];
}

function globalsOf(stream: Buffer): Globals {
  let dateSystem: Globals['dateSystem'] = '1900';
  const sheets: Globals['sheets'] = [];
  const percentFormats = new Set(PERCENT_FORMATS);
  const formats: number[] = [];
  for (const { id, data } of recordsFrom(stream, 0)) {
    if (id === RECORD.DATE_MODE) dateSystem = data.readUInt16LE(0) === 1 ? '1904' : '1900';
    else if (id === RECORD.BOUND_SHEET)
      sheets.push({ start: data.readUInt32LE(0), isHidden: (data.readUInt8(4) & 3) !== 0 });
    else if (id === RECORD.XF) formats.push(data.readUInt16LE(2));
    else if (id === RECORD.FORMAT && textIn(data, 2).includes('%')) percentFormats.add(data.readUInt16LE(0));
  }
  return { dateSystem, sheets, percent: formats.map((format) => percentFormats.has(format)) };
}

/** Completes one sheet by its records. */
class SheetCompletion {
  private readonly cells: Map<string, RawCell>;
  private readonly rowDefs: Map<number, RawRow>;
  private readonly columns: RawColumn[] = [];
  private readonly merges: RawMerge[] = [];
  /** The cell of the last formula, whose text may follow. */
  private formula: { row: number; column: number } | null = null;

  constructor(
    private readonly sheet: RawSheet,
    private readonly percent: readonly boolean[],
  ) {
    this.cells = sheet.cells ?? new Map<string, RawCell>();
    this.rowDefs = sheet.rowDefs ?? new Map<number, RawRow>();
  }

  complete(stream: Buffer, { start, isHidden }: Globals['sheets'][number]): RawSheet {
    for (const record of recordsFrom(stream, start)) this.read(record);
    const { sheet, cells, rowDefs, columns, merges } = this;
    return { ...sheet, cells, rowDefs, columns, merges, hidden: isHidden };
  }

  private read({ id, data }: XlsRecord): void {
    switch (id) {
      case RECORD.ROW:
        if ((data.readUInt16LE(12) & 0x20) !== 0) this.rowDefs.set(data.readUInt16LE(0), { hidden: true });
        break;
      case RECORD.COLUMNS:
        this.readColumns(data);
        break;
      case RECORD.NUMBER:
      case RECORD.RK:
        this.markPercent(data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4));
        break;
      case RECORD.MULTIPLE_RK:
        for (let at = 4; at + 8 <= data.length; at += 6)
          this.markPercent(data.readUInt16LE(0), data.readUInt16LE(2) + (at - 4) / 6, data.readUInt16LE(at));
        break;
      case RECORD.FORMULA:
        this.readFormula(data);
        break;
      case RECORD.STRING:
        if (this.formula) this.put(this.formula.row, this.formula.column, textIn(data, 0));
        this.formula = null;
        break;
      case RECORD.MERGES:
        for (let at = 2; at + 8 <= data.length; at += 8) this.addMerge(data.subarray(at));
        break;
      case RECORD.RICH_STRING:
        this.put(data.readUInt16LE(0), data.readUInt16LE(2), textIn(data, 6));
        break;
      default:
    }
  }

  private addMerge(range: Buffer): void {
    const [startRow, endRow] = [range.readUInt16LE(0), range.readUInt16LE(2)];
    this.merges.push({ startRow, endRow, startCol: range.readUInt16LE(4), endCol: range.readUInt16LE(6) });
  }

  private readColumns(data: Buffer): void {
    const last = Math.min(data.readUInt16LE(2), FILE_LIMITS.columns);
    const [width, options] = [data.readUInt16LE(4) / 256, data.readUInt16LE(8)];
    for (let column = data.readUInt16LE(0); column <= last; column += 1) {
      while (this.columns.length < column) this.columns.push({});
      this.columns[column] = { width, hidden: (options & 1) === 1 };
    }
  }

  /** Of what was calculated, as many digits as Excel shows. */
  private readFormula(data: Buffer): void {
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)];
    this.formula = data.readUInt16LE(12) === 0xffff ? { row, column } : null;
    const value = this.sheet.rows[row]?.[column];
    if (typeof value === 'number') this.put(row, column, Number(value.toPrecision(KEPT_DIGITS)));
    this.markPercent(row, column, data.readUInt16LE(4));
  }

  private markPercent(row: number, column: number, format: number): void {
    const value = this.sheet.rows[row]?.[column];
    if (this.percent[format] !== true || typeof value !== 'number') return;
    this.cells.set(`${row},${column}`, { value, type: 'number', style: { numFmt: '0.00%' } });
  }

  private put(row: number, column: number, value: RawValue): void {
    const { rows } = this.sheet;
    while (rows.length <= row) rows.push([]);
    const values = rows[row] ?? [];
    while (values.length < column) values.push(null);
    values[column] = value;
    rows[row] = values;
  }
}
