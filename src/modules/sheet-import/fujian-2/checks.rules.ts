import { monthsAfter } from '../../../platform/calendar';
import { exact, trimmed } from '../../../platform/decimal';
import type { Grid } from '../../../platform/sheets';
import { type SheetFault, sheetFault } from '../reading/fault';
import { readNumber } from '../reading/values.rules';
import type { ContractDays, Presence, RosterHead, RosterPerson, RosterRow } from './person';

const sum = (values: readonly string[]): string =>
  trimmed(values.reduce((total, value) => total.plus(value), exact('0')));

/** Compares a number of the form with what the rows give; an empty cell and an uncalculated formula say nothing. */
function compared(grid: Grid, row: number, column: number | undefined, expected: string): SheetFault[] {
  const cell = column === undefined ? null : grid.at(row, column);
  if (column === undefined || cell === null || cell.kind === 'UNCALCULATED') return [];
  const reading = readNumber(cell);
  const given = 'value' in reading ? reading.value : cell.text;
  if (given === expected) return [];
  return [
    sheetFault('WARNING', { sheet: grid.name, row, column }, cell, 'TOTAL_DIFFERS', { given, expected }),
  ];
}

/** 人员到岗小计 of one row. */
export function rowSumFaults(grid: Grid, head: RosterHead, { row, months }: RosterRow): SheetFault[] {
  const expected = sum(months.map((month) => month?.presence ?? '0'));
  return compared(grid, row, head.columns.get('PRESENCE_SUM'), expected);
}

/** A row of sums: of those with a certificate, those without, or all. Of presence alone where its cells say so. */
export function summaryFaults(
  grid: Grid,
  head: RosterHead,
  row: number,
  rows: readonly RosterRow[],
): SheetFault[] {
  const faults = head.months.flatMap(({ presence, insurance, salary }, at) => {
    const months = rows.flatMap(({ months: all }) => all[at] ?? []);
    const count = (is: (month: (typeof months)[number]) => boolean): string =>
      String(months.filter(is).length);
    return [
      ...compared(grid, row, presence, sum(months.map((month) => month.presence))),
      ...compared(
        grid,
        row,
        insurance ?? undefined,
        count((month) => month.insurance),
      ),
      ...compared(
        grid,
        row,
        salary ?? undefined,
        count((month) => month.salary),
      ),
    ];
  });
  const presence = rows.flatMap(({ months }) => months.map((month) => month?.presence ?? '0'));
  return [
    ...faults,
    ...compared(grid, row, head.columns.get('PRESENCE_SUM'), sum(presence)),
    ...compared(
      grid,
      row,
      head.columns.get('EXPERIENCED_SUM'),
      sum(rows.map(({ experienced }) => experienced)),
    ),
  ];
}

const rowOf = ({ rows }: RosterPerson): number => (rows[0] ?? 1) - 1;

/** Half a month counts where the first day is after it. */
const HALF = 15;

/** The days on post: a contract that ends is not left by that, but where the person came back after a break. */
export function daysOnPost({
  contracts,
  leftOn,
}: Pick<RosterPerson, 'contracts' | 'leftOn'>): ContractDays[] {
  return contracts.map(({ from, to }, at) => ({ from, to: at === contracts.length - 1 ? leftOn : to }));
}

/** Whether somebody was on post in a month, by the days of contract and leaving. */
function presenceBy(person: RosterPerson, month: string): Presence {
  const within = daysOnPost(person).filter(
    ({ from, to }) => from.slice(0, 7) <= month && (to === null || to.slice(0, 7) >= month),
  );
  const [first] = within.map(({ from }) => from);
  if (first === undefined) return '0';
  return month === first.slice(0, 7) && Number(first.slice(8)) > HALF ? '0.5' : '1';
}

/** What a person's rows say against the days of contract and leaving. */
export function personFaults(
  grid: Grid,
  head: RosterHead,
  person: RosterPerson,
  rows: readonly RosterRow[],
): SheetFault[] {
  const faults: SheetFault[] = [];
  for (const [at, { month, presence }] of head.months.entries()) {
    const [given = '0', expected] = [person.presence[at], presenceBy(person, month)];
    if (given === expected) continue;
    const row = rows.find(({ months }) => months[at])?.row ?? rowOf(person);
    const place = { sheet: grid.name, row, column: presence };
    faults.push(
      sheetFault('WARNING', place, grid.shownAt(row, presence), 'PRESENCE_DIFFERS', {
        month,
        given,
        expected,
      }),
    );
  }
  return [...faults, ...experienceFaults(grid, head, person)];
}

/** Two years since the contract began must be over by the first day of a month. */
function experienceFaults(grid: Grid, head: RosterHead, person: RosterPerson): SheetFault[] {
  const column = head.columns.get('EXPERIENCED_SUM');
  const row = rowOf(person);
  const cell = column === undefined ? null : grid.at(row, column);
  if (column === undefined || cell === null || cell.kind === 'UNCALCULATED') return [];
  const since = monthsAfter(person.contractFrom, 24);
  const counted = head.months.map(({ month }, at) =>
    since <= `${month}-01` ? (person.presence[at] ?? '0') : '0',
  );
  const [given, expected] = [exact(person.experienced), exact(sum(counted))];
  const place = { sheet: grid.name, row, column };
  if (given.gt(expected)) {
    const args = { name: person.name, startsOn: person.contractFrom };
    return [sheetFault('WARNING', place, cell, 'EXPERIENCE_NEEDS_DATE', args)];
  }
  if (given.eq(expected)) return [];
  const args = { given: person.experienced, expected: trimmed(expected) };
  return [sheetFault('WARNING', place, cell, 'TOTAL_DIFFERS', args)];
}
