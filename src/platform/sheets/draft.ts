import type { Day } from '../calendar';
import type { Decimal } from '../decimal';
import { cellName, type Merge } from './grid';

/** How a cell looks. Titles and headings are bold; all but titles have a border. */
export type Look = 'TITLE' | 'HEADING' | 'TEXT' | 'NOTE' | 'NUMBER' | 'PERCENT' | 'DAY' | 'MONTH';

/** What a cell holds. Text is text, whatever it begins with; a formula comes with its exact value. */
export type DraftValue = { text: string } | { number: Decimal } | { day: Day } | null;

export interface DraftCell {
  value: DraftValue;
  look: Look;
  /** Without the sign of equality. */
  formula?: string;
}

/** What may be typed into a range: one of a list, or what a formula of its first cell permits; and what is said otherwise. */
export interface Validation {
  range: string;
  rule: { list: readonly string[] } | { listIn: string } | { formula: string };
  title: string;
  message: string;
}

/** How a sheet is printed: on one page's width of A3, the first rows again on every page. */
interface PrintSetup {
  titleRows: number;
  /** In the corner of every page. */
  header: string;
}

export interface SheetDraft {
  name: string;
  rows: readonly (readonly (DraftCell | null)[])[];
  merges: readonly Merge[];
  /** In characters, by column. */
  widths: readonly number[];
  /** In points, by row. */
  heights: ReadonlyMap<number, number>;
  frozen: { rows: number; columns: number };
  print: PrintSetup | null;
  validations: readonly Validation[];
  isHidden: boolean;
}

export interface WorkbookDraft {
  title: string;
  sheets: readonly SheetDraft[];
  /** Custom properties of the document: what it was made for. */
  properties: Readonly<Record<string, string>>;
}

export const text = (value: string, look: Look = 'TEXT'): DraftCell => ({ value: { text: value }, look });
export const number = (value: Decimal): DraftCell => ({ value: { number: value }, look: 'NUMBER' });
export const blank = (look: Look = 'TEXT'): DraftCell => ({ value: null, look });

/** Where a draft ends: the row below its last, the column right of its last. */
interface Extent {
  height: number;
  width: number;
}

/** Fills a sheet cell by cell. */
export class SheetBuilder {
  private readonly rows: (DraftCell | null)[][] = [];
  private readonly merges: Merge[] = [];
  private readonly heights = new Map<number, number>();
  private readonly validations: Validation[] = [];

  put(row: number, column: number, cell: DraftCell): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
  }

  /** One cell over a range, whose border is that of all. */
  span(merge: Merge, cell: DraftCell): void {
    const { top, left, bottom, right } = merge;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) this.put(row, column, blank(cell.look));
    this.put(top, left, cell);
    if (bottom > top || right > left) this.merges.push(merge);
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  validate(
    first: [row: number, column: number],
    last: [row: number, column: number],
    rest: Omit<Validation, 'range'>,
  ): void {
    this.validations.push({ range: `${cellName(...first)}:${cellName(...last)}`, ...rest });
  }

  get extent(): Extent {
    return { height: this.rows.length, width: Math.max(0, ...this.rows.map((cells) => cells.length)) };
  }

  build(
    rest: Pick<SheetDraft, 'name' | 'widths'> & Partial<Pick<SheetDraft, 'frozen' | 'print' | 'isHidden'>>,
  ): SheetDraft {
    const { rows, merges, heights, validations } = this;
    return {
      frozen: { rows: 0, columns: 0 },
      print: null,
      isHidden: false,
      ...rest,
      rows,
      merges,
      heights,
      validations,
    };
  }
}
