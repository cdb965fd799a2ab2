import type { Caller } from '../../../access';
import { badInput } from '../../../platform/app-error';
import { type Cell, cellName, Grid } from '../../../platform/sheets';
import { FILE } from '../annotated/file.repository';
import type { SheetImportRow } from '../import.repository';
import { isGone } from '../import-state.rules';
import type { ImportTurns } from '../import-turns';
import type { RowsArgs, SheetRowType } from './rows.type';

const MAX_ROWS = 200;
const MAX_TEXT = 200;

/** 原表的行: an uploaded file, to be looked at beside what is wrong with it. */
export class RowsService {
  constructor(private readonly turns: ImportTurns) {}

  async rows(caller: Caller, row: SheetImportRow, { sheet, numbers }: RowsArgs): Promise<SheetRowType[]> {
    const member = caller.assert('import.read');
    if (numbers.length > MAX_ROWS) throw badInput('TOO_MANY', { most: MAX_ROWS, inTotal: false });
    const isEmpty = numbers.length === 0 || isGone(row, member.now());
    const [kept] = isEmpty ? [] : await member.read(FILE, [row.organisationId, row.id]);
    if (!kept) return [];
    // Other fields of the request are answered meanwhile: it does not step aside.
    const workbook = await this.turns.read(row.organisationId, kept.content);
    const data = workbook.sheets.find(({ name }) => name === sheet);
    return data ? rowsOf(new Grid(data), numbers) : [];
  }
}

function rowsOf(grid: Grid, numbers: readonly number[]): SheetRowType[] {
  return numbers
    .filter((number) => number >= 1 && number <= grid.height)
    .map((number) => ({
      number,
      isHidden: grid.isHiddenRow(number - 1),
      cells: Array.from({ length: grid.width }, (_, column) => textOf(grid.at(number - 1, column))),
      merges: mergesOf(grid, number - 1),
    }));
}

function mergesOf(grid: Grid, row: number): SheetRowType['merges'] {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const merges = new Set(columns.flatMap((column) => grid.mergeAt(row, column) ?? []));
  return Array.from(merges, ({ top, left, bottom, right }) => {
    // One over the whole sheet ends where the sheet does.
    const last = cellName(Math.min(bottom, grid.height - 1), Math.min(right, grid.width - 1));
    return { range: `${cellName(top, left)}:${last}`, text: textOf(grid.at(top, left)) };
  });
}

function textOf(cell: Cell | null): string | null {
  return cell === null ? null : Array.from(cell.text).slice(0, MAX_TEXT).join('');
}
