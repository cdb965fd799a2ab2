import type { Cell, Grid, Workbook } from '../../../platform/sheets';
import { readDay } from '../reading/values.rules';
import { keyOf, wordsOf } from '../reading/words';
import type { MonthColumns, RosterColumn, RosterHead } from './person';

const COLUMNS: [RosterColumn, RegExp][] = [
  ['KIND', /^(?:人员)?(?:类型|类别)$/u],
  ['NO', /^序号$/u],
  ['NAME', /^(?:员工)?姓名$/u],
  ['POSITION', /^(?:职位|岗位|职务|岗位名称)$/u],
  ['CERTIFICATE', /资格|资质|证书/u],
  ['CONTRACT', /合同/u],
  ['EXPERIENCED_SUM', /从业.*小计$/u],
  ['PRESENCE_SUM', /到岗小计$/u],
  ['NOTE', /^备注$/u],
];
const PRESENCE = /^(?:人员)?(?:到位|到岗)(?:情况)?$/u;
const INSURANCE = /社保/u;
const SALARY = /工资/u;
const MONTH = /^(?:(\d{4})[年\-/.])?(\d{1,2})月?$/u;

type Terms = readonly { startsOn: string; endsOn: string }[];

/** The headings of a roster, wherever they are: a name, and months with those who were on post. */
export function rosterHead(grid: Grid, terms: Terms, dateSystem: Workbook['dateSystem']): RosterHead | null {
  for (let row = 0; row < grid.height; row += 1) {
    const name = grid.filled(row).find((column) => /^(?:员工)?姓名$/u.test(wordsOf(grid.at(row, column))));
    if (name === undefined) continue;
    for (const bottom of [row, row + 1, row + 2]) {
      const months = monthsAt(grid, row, bottom, (cell) => monthOf(cell, terms, dateSystem));
      if (months.length === 0) continue;
      return { top: row, bottom, columns: columnsAt(grid, row, bottom), months };
    }
  }
  return null;
}

function columnsAt(grid: Grid, top: number, bottom: number): Map<RosterColumn, number> {
  const columns = new Map<RosterColumn, number>();
  for (let column = 0; column < grid.width; column += 1) {
    for (let row = top; row <= bottom; row += 1) {
      const words = wordsOf(grid.at(row, column));
      const found = words === '' ? undefined : COLUMNS.find(([, pattern]) => pattern.test(words));
      if (found && !columns.has(found[0])) columns.set(found[0], column);
    }
  }
  return columns;
}

/** The months over the headings of a row; empty where none of them has its presence. */
function monthsAt(
  grid: Grid,
  top: number,
  row: number,
  monthIn: (cell: Cell | null) => string | null,
): MonthColumns[] {
  const months = new Map<string, MonthColumns>();
  let month: string | null = null;
  for (let column = 0; column < grid.width; column += 1) {
    for (let over = top; over <= row; over += 1) {
      const cell = grid.at(over, column);
      month = monthIn(cell) ?? month;
    }
    const words = wordsOf(grid.at(row, column));
    if (month === null || words === '') continue;
    if (PRESENCE.test(words) && !months.has(month))
      months.set(month, { month, presence: column, insurance: null, salary: null });
    const found = months.get(month);
    if (!found) continue;
    if (INSURANCE.test(words)) found.insurance ??= column;
    else if (SALARY.test(words)) found.salary ??= column;
  }
  return [...months.values()];
}

/** The month of a heading; without its year only where one year of the agreement has it. */
function monthOf(cell: Cell | null, terms: Terms, dateSystem: Workbook['dateSystem']): string | null {
  if (cell === null) return null;
  const isIn = (month: string): boolean =>
    terms.some(({ startsOn, endsOn }) => month >= startsOn.slice(0, 7) && month <= endsOn.slice(0, 7));
  const day = readDay(cell, dateSystem);
  // A number may be any, but for that of a day of the agreement.
  if ('value' in day && (cell.kind !== 'NUMBER' || isIn(day.value.slice(0, 7)))) return day.value.slice(0, 7);
  if (cell.kind !== 'TEXT') return null;
  const [, year, number] = MONTH.exec(keyOf(cell.text)) ?? [];
  if (number === undefined || Number(number) < 1 || Number(number) > 12) return null;
  const two = number.padStart(2, '0');
  if (year !== undefined) return `${year}-${two}`;
  const years = new Set(terms.flatMap(({ startsOn, endsOn }) => [startsOn.slice(0, 4), endsOn.slice(0, 4)]));
  const possible = [...years].map((one) => `${one}-${two}`).filter(isIn);
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
