/**
 * TEXT, NUMBER, DAY, BOOLEAN: what the cell holds, typed or cached. PERCENT: a number that is shown as a percentage.
 * ERROR: #DIV/0! and the like. UNCALCULATED: a formula whose value is not in the file.
 */
type CellKind = 'TEXT' | 'NUMBER' | 'PERCENT' | 'DAY' | 'BOOLEAN' | 'ERROR' | 'UNCALCULATED';

export interface Cell {
  kind: CellKind;
  /** As stored: a number as a plain decimal, a day as YYYY-MM-DD, a boolean as TRUE or FALSE; empty where not calculated. */
  text: string;
  /** Without the sign of equality; null where the cell has none. Then the value is what the program last cached. */
  formula: string | null;
  /** False for a number of more digits than spreadsheets keep. */
  isExact: boolean;
}

/** A range of cells shown as one, all counted from 0; its value is in the first. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One sheet as it came, without its styles. Rows and columns count from 0. */
export interface SheetData {
  name: string;
  isHidden: boolean;
  /** Rows may be shorter than the sheet is wide. */
  rows: (Cell | null)[][];
  merges: Merge[];
  hiddenRows: number[];
  hiddenColumns: number[];
}

export interface Workbook {
  sheets: SheetData[];
  /** From which day the serials of days count: 1900, or 1904 in old files of the Macintosh. */
  dateSystem: 1900 | 1904;
  /** Custom properties of the document, where it has any. */
  properties?: Readonly<Record<string, string>>;
}

/** The name of a column: A, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The name of a cell as the spreadsheet has it: D9. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Looks up cells of a sheet, through its merges. */
export class Grid {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  /** By row and column. */
  private readonly merges: Merge[][] = [];
  private readonly hidden: ReadonlySet<number>;

  constructor(readonly sheet: SheetData) {
    this.name = sheet.name;
    this.height = sheet.rows.length;
    this.width = sheet.rows.reduce((width, row) => Math.max(width, row.length), 0);
    this.hidden = new Set(sheet.hiddenRows);
    for (const merge of sheet.merges) {
      const [bottom, right] = [
        Math.min(merge.bottom, this.height - 1),
        Math.min(merge.right, this.width - 1),
      ];
      for (let row = merge.top; row <= bottom; row += 1)
        for (let column = merge.left; column <= right; column += 1) (this.merges[row] ??= [])[column] = merge;
    }
  }

  /** What a cell holds itself: null for an empty one, and for one that a merge covers. */
  at(row: number, column: number): Cell | null {
    const merge = this.mergeAt(row, column);
    if (merge && (merge.top !== row || merge.left !== column)) return null;
    return this.sheet.rows[row]?.[column] ?? null;
  }

  /** What is shown at a cell: that of the merge that covers it. */
  shownAt(row: number, column: number): Cell | null {
    const { top, left } = this.mergeAt(row, column) ?? { top: row, left: column };
    return this.sheet.rows[top]?.[left] ?? null;
  }

  /** What a cell holds itself or, in a column whose rows are merged, what stands for all of them. */
  sharedAt(row: number, column: number): Cell | null {
    const merge = this.mergeAt(row, column);
    return merge && merge.left === merge.right ? this.shownAt(row, column) : this.at(row, column);
  }

  mergeAt(row: number, column: number): Merge | null {
    return this.merges[row]?.[column] ?? null;
  }

  isHiddenRow(row: number): boolean {
    return this.hidden.has(row);
  }

  /** The columns of a row that hold something. */
  filled(row: number): number[] {
    const columns: number[] = [];
    for (let column = 0; column < this.width; column += 1) if (this.at(row, column)) columns.push(column);
    return columns;
  }
}
