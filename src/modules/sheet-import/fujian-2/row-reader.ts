import { type Cell, type Grid } from '../../../platform/sheets';
import { type SheetFault, sheetFault } from '../reading/fault';
import { readNumber, readTick, saysNone } from '../reading/values.rules';
import { wordsOf } from '../reading/words';
import { certificateOf } from './words.rules';
import type { MonthColumns, Presence, RosterHead, RosterRow, RowMonth } from './person';

const SEGMENT = /分段计算/u;
const WITHOUT = /^[非未无]/u;

/** 类型 of a row: its own, or that of a row above it where the cells are not merged. */
export function groupAt(grid: Grid, { bottom, columns }: RosterHead, row: number): Cell | null {
  const column = columns.get('KIND');
  if (column === undefined) return null;
  for (let at = row; at > bottom; at -= 1) {
    const cell = grid.shownAt(at, column);
    if (cell) return cell;
  }
  return null;
}

/** Reads the months of one row of a person, and what is wrong with them. */
export class RowReader {
  constructor(
    private readonly grid: Grid,
    private readonly head: RosterHead,
  ) {}

  read(row: number, faults: SheetFault[]): RosterRow {
    return {
      row,
      isCertified: this.isCertified(row),
      months: this.head.months.map((month) => this.month(row, month, faults)),
      experienced: this.experienced(row, faults),
    };
  }

  /** By the group that the row is in; of a form without groups, by the certificate that it names. */
  private isCertified(row: number): boolean {
    const group = wordsOf(groupAt(this.grid, this.head, row));
    if (group.startsWith('持证')) return true;
    if (WITHOUT.test(group)) return false;
    const column = this.head.columns.get('CERTIFICATE') ?? -1;
    return certificateOf(this.grid.shownAt(row, column)?.text ?? '') !== null;
  }

  private month(
    row: number,
    { month, presence, insurance, salary }: MonthColumns,
    faults: SheetFault[],
  ): RowMonth | null {
    if (this.isSegment(row, presence)) return null;
    const was = this.tick(row, presence, month, faults);
    return {
      presence: was,
      insurance: this.paid(row, insurance, month, faults),
      salary: this.paid(row, salary, month, faults),
    };
  }

  /** Whether a cell says that another row has this month: itself, or empty to the right of one that does. */
  private isSegment(row: number, column: number): boolean {
    const first = this.head.months[0]?.presence ?? column;
    for (let at = column; at >= first; at -= 1) {
      const cell = this.grid.shownAt(row, at);
      if (cell !== null) return SEGMENT.test(cell.text);
    }
    return false;
  }

  private tick(row: number, column: number, month: string, faults: SheetFault[]): Presence {
    const cell = this.grid.shownAt(row, column);
    const place = { sheet: this.grid.name, row, column };
    if (cell === null) {
      faults.push(sheetFault('ERROR', place, null, 'PRESENCE_MISSING', { month }));
      return '0';
    }
    const reading = readTick(cell);
    if ('value' in reading) return reading.value;
    faults.push({ ...sheetFault('ERROR', place, cell, 'CELL_EMPTY'), ...reading.wrong });
    return '0';
  }

  private paid(row: number, column: number | null, month: string, faults: SheetFault[]): boolean {
    if (column === null) return false;
    const value = this.tick(row, column, month, faults);
    if (value === '0.5') {
      const cell = this.grid.shownAt(row, column);
      const place = { sheet: this.grid.name, row, column };
      faults.push(sheetFault('ERROR', place, cell, 'CELL_NOT_A_TICK', { value: '0.5' }));
    }
    return value === '1';
  }

  private experienced(row: number, faults: SheetFault[]): string {
    const column = this.head.columns.get('EXPERIENCED_SUM');
    const cell: Cell | null = column === undefined ? null : this.grid.at(row, column);
    if (column === undefined || cell === null || saysNone(cell) || cell.kind === 'UNCALCULATED') return '0';
    const reading = readNumber(cell);
    if ('value' in reading) return reading.value;
    const place = { sheet: this.grid.name, row, column };
    faults.push({ ...sheetFault('ERROR', place, cell, 'CELL_EMPTY'), ...reading.wrong });
    return '0';
  }
}
