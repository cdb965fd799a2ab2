import { cellName, type Grid, type Workbook, Grid as SheetGrid } from '../../../platform/sheets';
import { PROBLEM_LIST } from './problem-list';
import { type CellPosition, sheetFault, type SheetFault } from './fault';

/** READY: understood. IGNORED: no figure of the form. FAULTY: not written as it is. */
type LineState = 'READY' | 'IGNORED' | 'FAULTY';

export interface Line {
  state: LineState;
  sheet: string;
  /** Its first cell. */
  cell: string;
}

export interface LineCounts {
  rows: number;
  ready: number;
  ignored: number;
  faulty: number;
}

/**
 * Keeps account of a workbook: every cell that holds something is claimed by a line or a heading, or becomes a line of
 * its own that is ignored with a note, or faulty where it has a number. So nothing is left out without a report of it.
 */
export class Ledger {
  readonly lines: Line[] = [];
  readonly faults: SheetFault[] = [];
  readonly grids: Grid[];
  /** By sheet and row, the columns. */
  private readonly claimed = new Map<string, Set<number>[]>();

  constructor(readonly workbook: Workbook) {
    this.grids = workbook.sheets.map((sheet) => new SheetGrid(sheet));
  }

  claim({ sheet, row, column }: CellPosition): void {
    const rows = this.claimed.get(sheet) ?? [];
    (rows[row] ??= new Set()).add(column);
    this.claimed.set(sheet, rows);
  }

  isClaimed({ sheet, row, column }: CellPosition): boolean {
    return this.claimed.get(sheet)?.[row]?.has(column) === true;
  }

  /** A line of the form: faulty where any of its faults is an error. */
  add({ sheet, row, column }: CellPosition, faults: readonly SheetFault[]): LineState {
    this.faults.push(...faults);
    const state = faults.some(({ severity }) => severity === 'ERROR') ? 'FAULTY' : 'READY';
    this.lines.push({ state, sheet, cell: cellName(row, column) });
    return state;
  }

  /** A line that cannot be read for a reason that another line may have reported. */
  addFaulty({ sheet, row, column }: CellPosition, faults: readonly SheetFault[]): void {
    this.faults.push(...faults);
    this.lines.push({ state: 'FAULTY', sheet, cell: cellName(row, column) });
  }

  ignore({ sheet, row, column }: CellPosition): void {
    this.lines.push({ state: 'IGNORED', sheet, cell: cellName(row, column) });
  }

  /** After all forms were read: what nobody has claimed, a line a row; and what is hidden. */
  close(): void {
    for (const grid of this.grids) {
      if (grid.name === PROBLEM_LIST && !this.claimed.has(grid.name)) {
        this.ignoreList(grid);
        continue;
      }
      if (!grid.sheet.isHidden) this.warnOfColumns(grid);
      this.warnOfCovered(grid);
      let isFirst = true;
      for (let row = 0; row < grid.height; row += 1) {
        const filled = grid.filled(row);
        const [first] = filled;
        if (first === undefined) continue;
        if (isFirst && grid.sheet.isHidden) this.warn('HIDDEN_SHEET', grid, row, first);
        if (!grid.sheet.isHidden && grid.isHiddenRow(row)) this.warn('HIDDEN_ROW', grid, row, first);
        isFirst = false;
        this.closeRow(grid, row, filled);
      }
    }
  }

  /** What we have added to a workbook that was mended and uploaded again. */
  private ignoreList(grid: Grid): void {
    const place = { sheet: grid.name, row: 0, column: 0 };
    this.faults.push(sheetFault('NOTE', place, grid.at(0, 0), 'PROBLEM_LIST_IGNORED'));
    this.ignore(place);
  }

  private warnOfColumns(grid: Grid): void {
    for (const column of grid.sheet.hiddenColumns) {
      const row = grid.sheet.rows.findIndex((_, at) => grid.at(at, column));
      if (row >= 0) this.warn('HIDDEN_COLUMN', grid, row, column);
    }
  }

  /** Cells under a merge hold what nobody sees; some programs leave the same value there. */
  private warnOfCovered(grid: Grid): void {
    for (const { top, left, bottom, right } of grid.sheet.merges)
      for (let row = top; row <= Math.min(bottom, grid.height - 1); row += 1)
        for (let column = left; column <= Math.min(right, grid.width - 1); column += 1) {
          const cell = grid.sheet.rows[row]?.[column];
          if (cell && cell.text !== grid.shownAt(row, column)?.text)
            this.faults.push(
              sheetFault('WARNING', { sheet: grid.name, row, column }, cell, 'COVERED_BY_MERGE'),
            );
        }
  }

  private warn(
    code: 'HIDDEN_SHEET' | 'HIDDEN_ROW' | 'HIDDEN_COLUMN',
    grid: Grid,
    row: number,
    column: number,
  ): void {
    this.faults.push(sheetFault('WARNING', { sheet: grid.name, row, column }, grid.at(row, column), code));
  }

  private closeRow(grid: Grid, row: number, filled: readonly number[]): void {
    const left = filled.filter((column) => !this.isClaimed({ sheet: grid.name, row, column }));
    const [first] = left;
    if (first === undefined) return;
    const containsNumber = (column: number): boolean => grid.at(row, column)?.kind !== 'TEXT';
    const number = left.find(containsNumber);
    const place = { sheet: grid.name, row, column: number ?? first };
    const cell = grid.at(row, place.column);
    if (number === undefined) {
      this.faults.push(sheetFault('NOTE', place, cell, 'ROW_IGNORED'));
      this.ignore(place);
    } else {
      this.add(place, [sheetFault('ERROR', place, cell, 'ROW_NOT_UNDERSTOOD')]);
    }
  }

  get counts(): LineCounts {
    const of = (state: LineState): number => this.lines.filter((line) => line.state === state).length;
    return { rows: this.lines.length, ready: of('READY'), ignored: of('IGNORED'), faulty: of('FAULTY') };
  }
}
