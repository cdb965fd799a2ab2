import { cellName } from '../../../platform/sheets';
import type { PersonCells, RosterColumn, RosterHead, RosterRow } from './person';

/** The cells of a person, of its first row or of the one that has a certificate; months in the row that has them. */
export function cellsOf(
  { columns, months }: RosterHead,
  rows: readonly RosterRow[],
  { main, certified }: { main: RosterRow; certified: RosterRow },
): PersonCells {
  const at = (column: RosterColumn, { row }: RosterRow): string =>
    cellName(row, columns.get(column) ?? columns.get('NAME') ?? 0);
  return {
    name: at('NAME', main),
    position: at('POSITION', main),
    certificate: at('CERTIFICATE', certified),
    contract: at('CONTRACT', main),
    note: at('NOTE', main),
    months: months.map(({ month, presence, insurance, salary }, index) => {
      const { row } = rows.find((one) => one.months[index]) ?? main;
      const name = (column: number | null): string | null => (column === null ? null : cellName(row, column));
      return { month, presence: cellName(row, presence), insurance: name(insurance), salary: name(salary) };
    }),
  };
}
