import type { ImportFaultFragment, ImportRowsQuery } from '../../generated/graphql';

type Row = NonNullable<ImportRowsQuery['sheetImport']>['rows'][number];
type Fault = ImportFaultFragment;

/** The first rows of a sheet have its title and headings: they tell what a column is. */
const HEAD_ROWS = 4;
/** Of a sheet that is not longer, all rows are drawn. */
const SHORT = 40;

/** Where a cell is, both from 1. */
export interface CellCoordinates {
  readonly row: number;
  readonly column: number;
}

/** "D9" is in row 9 and column 4. */
export function coordinatesOf(cell: string): CellCoordinates {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** The letters of a column, from 1: 4 is D. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest);
}

/** The faults of a page by their sheets, in the order of their first. */
export function bySheet(faults: readonly Fault[]): Map<string, Fault[]> {
  const sheets = new Map<string, Fault[]>();
  for (const fault of faults) sheets.set(fault.sheet, [...(sheets.get(fault.sheet) ?? []), fault]);
  return sheets;
}

/** Which rows of a sheet to ask for: those with faults and the ones beside them, and the heads; of a short one all as far as the last fault. */
export function rowsToDraw(faults: readonly Fault[]): number[] {
  const faulty = faults.map(({ cell }) => coordinatesOf(cell).row);
  const last = Math.max(...faulty);
  const wanted = last <= SHORT ? range(1, last + 1) : [...range(1, HEAD_ROWS), ...faulty.flatMap(beside)];
  return [...new Set(wanted)].sort((a, b) => a - b);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const beside = (row: number): number[] => range(Math.max(1, row - 1), row + 1);

export interface DrawnCell {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** A row as it is drawn, with all its faults; before it, whether rows are left out. */
export interface DrawnRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly isAfterGap: boolean;
  readonly cells: readonly DrawnCell[];
  readonly faults: readonly Fault[];
}

export interface Drawing {
  readonly columns: readonly string[];
  readonly rows: readonly DrawnRow[];
}

/** The rows of one sheet with the faults at their cells. */
export function drawingOf(rows: readonly Row[], faults: readonly Fault[]): Drawing {
  const places = faults.map((fault) => ({ fault, ...coordinatesOf(fault.cell) }));
  const width = Math.max(
    ...rows.map(({ cells }) => cells.reduce((last, text, at) => (text === null ? last : at + 1), 0)),
    ...places.map(({ column }) => column),
  );
  return {
    columns: range(1, width).map(columnName),
    rows: rows.map(({ number, isHidden, cells }, at) => {
      const here = places.filter(({ row }) => row === number);
      const before = rows[at - 1];
      return {
        number,
        isHidden,
        isAfterGap: before !== undefined && before.number < number - 1,
        cells: range(1, width).map((column) => ({
          text: cells[column - 1] ?? '',
          faults: here.filter((it) => it.column === column).map(({ fault }) => fault),
        })),
        faults: [...here].sort((a, b) => a.column - b.column).map(({ fault }) => fault),
      };
    }),
  };
}
