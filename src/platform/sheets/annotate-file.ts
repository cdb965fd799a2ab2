import { writeXlsx, type WriteSheet } from 'hucre';
import type { Annotation, CellRemark } from './annotation';
import { FILE_LIMITS } from './file-limits';
import { filledHeight, type KeptCell, keptCells } from './kept-cells';
import type { RawSheet } from './raw';
import { readRaw } from './raw-workbook';

/** A program takes long to open a sheet of more; the cells are coloured and listed all the same. */
const MAX_COMMENTS = 5000;
/** Excel opens no sheet of more than 65,530. */
const MAX_LINKS = 60_000;

/**
 * The bytes of an .xlsx of what a file holds, with remarks at its cells and a list of them as the last sheet. Values,
 * merges, widths and looks are the file's; its drawings, rules and links to other files are left behind.
 */
export async function annotateFile(bytes: Buffer, annotation: Annotation): Promise<Buffer> {
  const { sheets, dateSystem } = await readRaw(bytes);
  const kept = sheets.filter(({ name }) => name !== annotation.list.name);
  const written = await writeXlsx({
    ...(dateSystem && { dateSystem }),
    sheets: [...kept.map((sheet) => annotated(sheet, annotation)), listOf(kept, annotation)],
  });
  return Buffer.from(written);
}

function annotated(sheet: RawSheet, annotation: Annotation): WriteSheet {
  const height = filledHeight(sheet);
  const cells = keptCells(sheet, height, annotation);
  let comments = 0;
  for (const [at, remarks] of remarksOn(sheet, annotation)) {
    comments += 1;
    cells.set(at, remarked(cells.get(at) ?? {}, remarks, annotation, comments <= MAX_COMMENTS));
  }
  const { name, rows, merges = [], columns = [], rowDefs, freezePane, hidden, veryHidden } = sheet;
  return {
    name,
    rows: Array.from({ length: height }, (_, row) => rows[row] ?? []),
    cells,
    merges: merges.filter(
      ({ startRow, startCol }) => startRow < FILE_LIMITS.rows && startCol < FILE_LIMITS.columns,
    ),
    columns: columns.map(({ width = 9, hidden: isHidden = false }) => ({ width, hidden: isHidden })),
    hidden: hidden === true || veryHidden === true,
    ...(rowDefs && { rowDefs: new Map([...rowDefs].filter(([row]) => row < height)) }),
    ...(freezePane && { freezePane }),
  };
}

/** The remarks on a sheet by their cells, and of merged cells by the first, in which a program shows them. */
function remarksOn({ name, merges = [] }: RawSheet, { remarks }: Annotation): Map<string, CellRemark[]> {
  const said = new Map<string, CellRemark[]>();
  for (const remark of remarks) {
    if (remark.sheet !== name) continue;
    const [row, column] = coordinatesOf(remark.cell);
    const merge = merges.find(
      ({ startRow, startCol, endRow, endCol }) =>
        row >= startRow && row <= endRow && column >= startCol && column <= endCol,
    );
    const at = merge ? `${merge.startRow},${merge.startCol}` : `${row},${column}`;
    said.set(at, [...(said.get(at) ?? []), remark]);
  }
  return said;
}

/** Row and column, from 0, of a cell by its name. */
function coordinatesOf(cell: string): [row: number, column: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return [
    Number(row) - 1,
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  ];
}

function remarked(
  cell: KeptCell,
  remarks: readonly CellRemark[],
  { author, colours }: Annotation,
  isCommented: boolean,
): KeptCell {
  const colour = colours.find((one) => remarks.some((remark) => remark.colour === one)) ?? '';
  const texts = new Set([...remarks.map(({ text }) => text), ...(cell.comment ? [cell.comment.text] : [])]);
  return {
    ...cell,
    style: { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour } } },
    ...(isCommented && { comment: { author, text: [...texts].join('\n') } }),
  };
}

const TOP = { vertical: 'top', wrapText: true } as const;

/** The list, whose second column leads to the cells. */
function listOf(sheets: readonly RawSheet[], { remarks, list }: Annotation): WriteSheet {
  const names = new Set(sheets.map(({ name }) => name));
  const listed = remarks.filter(({ sheet }) => names.has(sheet));
  const cells = new Map<string, KeptCell>();
  for (const column of list.headings.keys())
    cells.set(`0,${column}`, { style: { font: { bold: true }, alignment: TOP } });
  for (const [at, { sheet, cell, colour }] of listed.slice(0, MAX_LINKS).entries()) {
    const location = `'${sheet.replaceAll("'", "''")}'!${cell}`;
    cells.set(`${at + 1},1`, {
      hyperlink: { target: '', location },
      style: {
        font: { underline: true, color: { rgb: '0563C1' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour } },
        alignment: TOP,
      },
    });
  }
  return {
    name: list.name,
    rows: [list.headings, ...listed.map((remark) => [remark.sheet, remark.cell, ...remark.listed])],
    cells,
    columns: list.widths.map((width) => ({ width, style: { alignment: TOP } })),
    freezePane: { rows: 1 },
  };
}
