import { FILE_LIMITS } from '../file-limits';
import { fileRefusal } from '../file-refusal';
import type { RawCell, RawColumn, RawMerge, RawRow, RawSheet, RawValue } from '../raw';
import type { CellReader } from './cell-reader';
import type { Attributes } from './xml';

/** One more than is read of a row: enough to see that there is too much. */
const MAX_COLUMNS = FILE_LIMITS.columns + 1;
/** Of a column of one character, in centimetres. */
const CHARACTER_CM = 0.19;
const HIDDEN = new Set(['collapse', 'filter']);

/** A cell of the row that is read, and the first column that it is in. */
interface LineCell {
  column: number;
  cell: CellReader;
  value: RawValue;
}

/** One table of an .ods, as the library has a sheet. */
export class OdsTable {
  private readonly rows: RawValue[][] = [];
  private readonly cells = new Map<string, RawCell>();
  private readonly columns: RawColumn[] = [];
  private readonly merges: RawMerge[] = [];
  private readonly rowDefs = new Map<number, RawRow>();
  private row = 0;
  private column = 0;
  private repeated = 1;
  private isHiddenRow = false;
  private readonly line: LineCell[] = [];
  private filled = 0;

  constructor(
    private readonly name: string,
    private readonly isHidden: boolean,
  ) {}

  addColumns(attributes: Attributes, style: Attributes | undefined): void {
    const width = Number.parseFloat(style?.get('style:column-width') ?? '');
    const column: RawColumn = {
      ...(style?.get('style:column-width')?.endsWith('cm') &&
        width > 0 && { width: Math.round((width / CHARACTER_CM) * 10) / 10 }),
      hidden: HIDDEN.has(attributes.get('table:visibility') ?? ''),
    };
    const count = Math.min(repeatedIn(attributes, 'columns'), MAX_COLUMNS - this.columns.length);
    for (let at = 0; at < count; at += 1) this.columns.push(column);
  }

  beginRow(attributes: Attributes): void {
    this.line.length = 0;
    this.column = 0;
    this.repeated = repeatedIn(attributes, 'rows');
    this.isHiddenRow = HIDDEN.has(attributes.get('table:visibility') ?? '');
  }

  addCell(cell: CellReader): void {
    const { value, formula, width, height } = cell;
    const isEmpty = value === null || value === '';
    if (!isEmpty || formula !== null || width > 1 || height > 1)
      this.line.push({ column: this.column, cell, value });
    this.column += cell.repeated;
  }

  /** A row stands for as many as it says; of empty ones nothing is kept. */
  endRow(): void {
    const count = this.line.length === 0 ? 0 : Math.min(this.repeated, FILE_LIMITS.rows + 1);
    for (let at = 0; at < count; at += 1) this.putRow(this.row + at);
    this.row += this.repeated;
  }

  private putRow(row: number): void {
    // As many as are read, and one more that says that there are too many.
    if (row > FILE_LIMITS.rows && this.rows.length > FILE_LIMITS.rows) return;
    const at = Math.min(row, FILE_LIMITS.rows);
    const values: RawValue[] = [];
    for (const one of this.line)
      for (let more = 0; more < Math.min(one.cell.repeated, MAX_COLUMNS); more += 1)
        this.putCell(at, one.column + more, one, values);
    while (this.rows.length < at) this.rows.push([]);
    this.rows[at] = values;
    if (this.isHiddenRow) this.rowDefs.set(at, { hidden: true });
  }

  private putCell(row: number, column: number, { cell, value }: LineCell, values: RawValue[]): void {
    const at = Math.min(column, MAX_COLUMNS - 1);
    const { formula, width, height } = cell;
    if (width > 1 || height > 1)
      this.merges.push({ startRow: row, startCol: at, endRow: row + height - 1, endCol: at + width - 1 });
    if (value === null && formula === null) return;
    this.filled += 1;
    if (this.filled > FILE_LIMITS.cells) throw fileRefusal('FILE_TOO_COMPLEX');
    while (values.length < at) values.push(null);
    values[at] = value;
    const style = styleOf(cell, value);
    if (formula !== null || style)
      this.cells.set(`${row},${at}`, {
        value,
        type: formula === null ? 'number' : 'formula',
        ...(formula !== null && { formula }),
        ...(style && { style }),
      });
  }

  get sheet(): RawSheet {
    const { name, rows, cells, columns, merges, rowDefs, isHidden } = this;
    return { name, rows, cells, columns, merges, rowDefs, hidden: isHidden };
  }
}

function styleOf({ isPercentage }: CellReader, value: RawValue): RawCell['style'] {
  if (isPercentage && typeof value === 'number') return { numFmt: '0.00%' };
  return value instanceof Date ? { numFmt: 'yyyy-mm-dd' } : undefined;
}

function repeatedIn(attributes: Attributes, what: 'rows' | 'columns'): number {
  const given = Number(attributes.get(`table:number-${what}-repeated`) ?? 1);
  return Number.isInteger(given) && given > 0 ? given : 1;
}
