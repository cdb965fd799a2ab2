import type { ImportFaultFragment, ImportRowsQuery } from '../../generated/graphql';

type Row = NonNullable<ImportRowsQuery['sheetImport']>['rows'][number];
type Fault = ImportFaultFragment;

/** The first rows of a sheet have its title and headings: they tell what a column is. */
const HEAD_ROWS = 4;
/** Of a sheet that is not longer, all rows are drawn. */
const SHORT = 40;

/** Where a cell is, both from 1. */
interface CellCoordinates {
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
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
  /** Of a merge that has begun above what is drawn together. */
  readonly isContinued: boolean;
  readonly faults: readonly Fault[];
}

interface DrawnRow {
  readonly number: number;
  readonly isHidden: boolean;
  /** Without those that a merge covers. */
  readonly cells: readonly DrawnCell[];
}

/** Rows that are drawn together, as far as one with faults, which are named below it; before them, whether rows are left out. */
export interface DrawnGroup {
  readonly isAfterGap: boolean;
  readonly rows: readonly DrawnRow[];
  readonly faults: readonly Fault[];
}

interface Drawing {
  readonly columns: readonly string[];
  readonly groups: readonly DrawnGroup[];
}

/** Where a merge is, and what it shows. */
interface Merge {
  readonly first: CellCoordinates;
  readonly last: CellCoordinates;
  readonly text: string | null;
}

type PlacedFault = CellCoordinates & { readonly fault: Fault };

/** The rows of one sheet with the faults at their cells, merged as the spreadsheet has them. */
export function drawingOf(rows: readonly Row[], faults: readonly Fault[]): Drawing {
  const places = faults.map((fault): PlacedFault => ({ fault, ...coordinatesOf(fault.cell) }));
  const width = Math.max(
    ...rows.map(({ cells }) => cells.reduce((last, text, at) => (text === null ? last : at + 1), 0)),
    ...places.map(({ column }) => column),
  );
  return {
    columns: range(1, width).map(columnName),
    groups: groupsOf(rows, places).map((group) => {
      const numbers = group.rows.map(({ number }) => number);
      const here = places.filter(({ row }) => numbers.includes(row));
      return {
        ...group,
        rows: group.rows.map((row) => ({
          number: row.number,
          isHidden: row.isHidden,
          cells: cellsOf(row, numbers, width, here),
        })),
        faults: [...here].sort((a, b) => a.column - b.column).map(({ fault }) => fault),
      };
    }),
  };
}

/** A gap and what is said below a row part what is drawn together. */
function groupsOf(
  rows: readonly Row[],
  places: readonly PlacedFault[],
): { isAfterGap: boolean; rows: Row[] }[] {
  const faulty = new Set(places.map(({ row }) => row));
  const groups: { isAfterGap: boolean; rows: Row[] }[] = [];
  for (const row of rows) {
    const group = groups[groups.length - 1];
    const before = group?.rows[group.rows.length - 1];
    const isAfterGap = before !== undefined && before.number < row.number - 1;
    if (!group || !before || isAfterGap || faulty.has(before.number))
      groups.push({ isAfterGap, rows: [row] });
    else group.rows.push(row);
  }
  return groups;
}

/** The cells of a row; of a merge one, in the first of the rows drawn together that it covers. */
function cellsOf(
  { number, cells, merges }: Row,
  together: readonly number[],
  width: number,
  places: readonly PlacedFault[],
): DrawnCell[] {
  const areas = merges.map(({ range: name, text }): Merge => {
    const [first = '', last = ''] = name.split(':');
    return { first: coordinatesOf(first), last: coordinatesOf(last), text };
  });
  return range(1, width).flatMap((column): DrawnCell[] => {
    const merge = areas.find(({ first, last }) => first.column <= column && column <= last.column);
    const { first, last } = merge ?? { first: { row: number, column }, last: { row: number, column } };
    const covered = together.filter((row) => first.row <= row && row <= last.row);
    if (column !== first.column || number !== covered[0]) return [];
    const right = Math.min(last.column, width);
    const own = places.filter((it) => covered.includes(it.row) && column <= it.column && it.column <= right);
    return [
      {
        column,
        columns: right - column + 1,
        rows: covered.length,
        text: (merge ? merge.text : cells[column - 1]) ?? '',
        isContinued: number > first.row,
        faults: own.map(({ fault }) => fault),
      },
    ];
  });
}
