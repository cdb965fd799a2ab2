/** A cell by its position. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The current cell, and the opposite corner of what is selected. */
export interface Selection {
  readonly cursor: Position;
  readonly anchor: Position;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export type Move =
  | 'UP'
  | 'DOWN'
  | 'LEFT'
  | 'RIGHT'
  | 'NEXT'
  | 'PREVIOUS'
  | 'HOME'
  | 'END'
  | 'PAGE_UP'
  | 'PAGE_DOWN';

const PAGE = 15;

export function at(position: Position): Selection {
  return { cursor: position, anchor: position };
}

/** Moves the cursor, and with it the selection unless that is extended. */
export function moved({ cursor, anchor }: Selection, move: Move, size: Size, isExtended = false): Selection {
  const to = target(cursor, move, size);
  return { cursor: to, anchor: isExtended ? anchor : to };
}

function target({ row, column }: Position, move: Move, { rows, columns }: Size): Position {
  const inRow = (it: number): number => Math.max(0, Math.min(rows - 1, it));
  const inColumn = (it: number): number => Math.max(0, Math.min(columns - 1, it));
  switch (move) {
    case 'UP':
      return { row: inRow(row - 1), column };
    case 'DOWN':
      return { row: inRow(row + 1), column };
    case 'LEFT':
      return { row, column: inColumn(column - 1) };
    case 'RIGHT':
      return { row, column: inColumn(column + 1) };
    case 'NEXT':
      // On to the next row at the end of one, and no further than the last cell.
      return column < columns - 1 || row === rows - 1
        ? { row, column: inColumn(column + 1) }
        : { row: row + 1, column: 0 };
    case 'PREVIOUS':
      return column > 0 || row === 0
        ? { row, column: inColumn(column - 1) }
        : { row: row - 1, column: columns - 1 };
    case 'HOME':
      return { row, column: 0 };
    case 'END':
      return { row, column: columns - 1 };
    case 'PAGE_UP':
      return { row: inRow(row - PAGE), column };
    case 'PAGE_DOWN':
      return { row: inRow(row + PAGE), column };
  }
}

/** The selected cells, row by row. */
export function selected({ cursor, anchor }: Selection): Position[][] {
  const range = (a: number, b: number): number[] =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);
  return range(cursor.row, anchor.row).map((row) =>
    range(cursor.column, anchor.column).map((column) => ({ row, column })),
  );
}

export function isSelected({ cursor, anchor }: Selection, { row, column }: Position): boolean {
  const between = (it: number, a: number, b: number): boolean => it >= Math.min(a, b) && it <= Math.max(a, b);
  return between(row, cursor.row, anchor.row) && between(column, cursor.column, anchor.column);
}

/** Where pasted cells go: from the upper left of the selection on; a single value fills all of it. */
export function pasted(
  selection: Selection,
  cells: readonly (readonly string[])[],
  size: Size,
): { readonly position: Position; readonly text: string }[] {
  const area = selected(selection);
  const [single] = cells[0] ?? [];
  if (cells.length === 1 && cells[0]?.length === 1 && single !== undefined) {
    return area.flat().map((position) => ({ position, text: single }));
  }
  const from = area[0]?.[0] ?? selection.cursor;
  return cells.flatMap((row, down) =>
    row.flatMap((text, right) => {
      const position = { row: from.row + down, column: from.column + right };
      return position.row < size.rows && position.column < size.columns ? [{ position, text }] : [];
    }),
  );
}
