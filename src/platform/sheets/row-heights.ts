import type { DraftCell, SheetDraft } from './draft';

/** In points: of one line of text, and of a title. */
const LINE = 14;
const TITLE = 22;
const MARGIN = 2;
/** Of a column that is left as it is. */
const USUAL_WIDTH = 8.43;

type Drawn = Pick<SheetDraft, 'rows' | 'merges' | 'widths' | 'heights'>;

/**
 * The heights of rows, in points: those that are given, and of the others those that need more than one line. Some programs
 * fit no row to its text, and none one that has merged cells.
 */
export function heightsOf({ rows, merges, widths, heights }: Drawn): Map<number, number> {
  const all = new Map(heights);
  const rightOf = new Map<string, number>();
  const tall = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    rightOf.set(`${top},${left}`, right);
    if (bottom > top) tall.add(`${top},${left}`);
  }
  for (const [row, cells] of rows.entries()) {
    if (all.has(row)) continue;
    const needed = cells.map((cell, column) => {
      // What is merged over several rows has their room.
      if (!cell || tall.has(`${row},${column}`)) return 0;
      const right = rightOf.get(`${row},${column}`) ?? column;
      const columns = Array.from(
        { length: right - column + 1 },
        (_, at) => widths[column + at] ?? USUAL_WIDTH,
      );
      return heightOf(
        cell,
        columns.reduce((sum, width) => sum + width, 0),
      );
    });
    const height = Math.max(0, ...needed);
    if (height > 0) all.set(row, height);
  }
  return all;
}

/** Of a cell that is so many characters wide; zero where the usual height is enough. */
function heightOf({ value, look }: DraftCell, width: number): number {
  if (value === null || !('text' in value) || value.text === '') return 0;
  const lines = value.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
  if (look === 'TITLE') return lines * TITLE;
  return lines === 1 ? 0 : lines * LINE + MARGIN;
}

/** In characters of a half width. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, sign) => sum + (/[\u2e80-\u{3ffff}]/u.test(sign) ? 2 : 1), 0);
}
