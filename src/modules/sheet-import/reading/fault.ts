import { type Message, message, type MessageArgs, type MessageCode } from '../../../messages';
import { type Cell, cellName } from '../../../platform/sheets';

/** ERROR: the row is not written. WARNING: it is, and should be looked at. NOTE: nothing is wrong. */
export type Severity = 'ERROR' | 'WARNING' | 'NOTE';

/** What is wrong, or worth knowing, at one cell. */
export interface SheetFault extends Message {
  severity: Severity;
  sheet: string;
  /** As the spreadsheet names it: D9. */
  cell: string;
  /** What the cell holds. */
  value: string | null;
}

/** Where a cell is; rows and columns count from 0. */
export interface CellPosition {
  sheet: string;
  row: number;
  column: number;
}

export function sheetFault<Code extends MessageCode>(
  severity: Severity,
  { sheet, row, column }: CellPosition,
  cell: Cell | null,
  code: Code,
  ...args: MessageArgs<Code>
): SheetFault {
  const value = cell === null ? null : cell.text;
  return { ...message(code, ...args), severity, sheet, cell: cellName(row, column), value };
}
