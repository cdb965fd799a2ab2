import type { Annotation } from './annotation';
import { FILE_LIMITS } from './file-limits';
import type { RawCell, RawSheet } from './raw';

/** A cell as it is written again. */
export type KeptCell = Partial<RawCell>;

/** What a formula may be made of to be written again: cells of its own workbook, values, and what only calculates. */
const HARMLESS =
  /"[^"]*"|'[^'[\]]+'!|[\p{L}\p{N}_.]+!|(?:ABS|AND|AVERAGE|COUNT|COUNTA|COUNTIF|COUNTIFS|DATE|DAY|IF|IFERROR|INT|MAX|MIN|MONTH|NOT|OR|ROUND|SUM|SUMIF|SUMIFS|SUMPRODUCT|TEXT|YEAR)\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d+(?:\.\d+)?%?|TRUE|FALSE|[-+*/^&=<>(),:\s]+/uy;
const MAX_CHARACTERS = 500;

function isHarmless({ formula = '', formulaType, formulaDynamic }: RawCell): boolean {
  if (formulaType === 'array' || formulaDynamic === true || formula.length > MAX_CHARACTERS) return false;
  // Part by part: one pattern of all of it could try too many ways.
  for (HARMLESS.lastIndex = 0; HARMLESS.lastIndex < formula.length;)
    if (!HARMLESS.test(formula)) return false;
  return true;
}

/** How many rows of a sheet hold something: those below are merely formatted. */
export function filledHeight({ rows, cells }: RawSheet): number {
  let height = Math.min(rows.length, FILE_LIMITS.rows);
  let calculated = 0;
  for (const [at, { formula }] of cells ?? [])
    if (formula !== undefined) calculated = Math.max(calculated, Number(at.split(',')[0]) + 1);
  // Rows may be holes, against the type.
  const isFilled = (row: number): boolean =>
    (rows[row] ?? []).some((value) => value !== null && value !== '');
  while (height > calculated && !isFilled(height - 1)) height -= 1;
  return height;
}

/**
 * The cells of a sheet that have more than a value: their looks, comments and formulas. Where any formula of the sheet
 * could do more than calculate, all give way to their values: some share their text with others. What an earlier
 * annotation has coloured or said is taken off.
 */
export function keptCells(
  sheet: RawSheet,
  height: number,
  { author, colours }: Annotation,
): Map<string, KeptCell> {
  const cells = [...(sheet.cells ?? [])].filter(([at]) => {
    const [row = 0, column = 0] = at.split(',').map(Number);
    return row < height && column < FILE_LIMITS.columns;
  });
  const keepsFormulas = cells.every(([, cell]) => cell.formula === undefined || isHarmless(cell));
  return new Map(
    cells.map(([at, cell]) => {
      const { style, comment } = cell;
      return [
        at,
        {
          ...contentOf(cell, keepsFormulas),
          ...(style && { style: bare(style, colours) }),
          ...(comment && comment.author !== author && { comment }),
        },
      ];
    }),
  );
}

function contentOf({ value, formula, formulaResult, ...rest }: RawCell, keepsFormulas: boolean): KeptCell {
  if (formula === undefined) return { value };
  const result = formulaResult ?? value;
  // Without a value, what was to be calculated, as text.
  if (!keepsFormulas) return { value: result ?? `=${formula}` };
  const { formulaType, formulaSharedIndex, formulaRef } = rest;
  return {
    value,
    formula,
    ...(result !== null && { formulaResult: result }),
    ...(formulaType && { formulaType }),
    ...(formulaSharedIndex !== undefined && { formulaSharedIndex }),
    ...(formulaRef !== undefined && { formulaRef }),
  };
}

function bare(
  { fill, ...style }: NonNullable<RawCell['style']>,
  colours: readonly string[],
): NonNullable<RawCell['style']> {
  const colour = fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined;
  return fill && !(colour !== undefined && colours.includes(colour)) ? { ...style, fill } : style;
}
