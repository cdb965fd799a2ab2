import type { Day } from '../../../platform/calendar';
import { exact, trimmed } from '../../../platform/decimal';
import { cellName, type Grid } from '../../../platform/sheets';
import { storedText } from '../../../platform/text-forms';
import { type SheetFault, sheetFault } from '../reading/fault';
import type { Ledger } from '../reading/lines';
import type { Named } from '../reading/names.rules';
import { headingOf, keyOf, wordsOf } from '../reading/words';
import { personFaults, rowSumFaults, summaryFaults } from './checks.rules';
import { rosterHead } from './head.rules';
import type { MonthColumns, RosterColumn, RosterHead, RosterPerson, RosterRow, RowMonth } from './person';
import { groupAt, RowReader } from './row-reader';
import { cellsOf } from './cells.rules';
import {
  agreementDays,
  certificateOf,
  certificatesOf,
  contractsOf,
  noteOf,
  zoneOfPosition,
} from './words.rules';

export interface Fujian2Reading {
  /** As the form names the days of its agreement; null where it does not. */
  agreement: { startsOn: Day; endsOn: Day } | null;
  months: string[];
  people: RosterPerson[];
  /** Of rows that could not be read. */
  unreadNames: string[];
  /** Where the names begin: their heading. */
  namesAt: { sheet: string; cell: string } | null;
}

/** A row of a person, with what is wrong with it. */
interface PersonRow extends RosterRow {
  /** 序号, or that of the person that the row belongs to too: 同14. */
  no: number;
  isPart: boolean;
  faults: SheetFault[];
}

const SUMMARY = /小计|总计|合计|稳岗率/u;
const TITLE = /人员到岗情况(?:表)?$|^附件/u;
const PART = /^同(\d+)$/u;
const REQUIRED: [RosterColumn, string][] = [
  ['NO', '序号'],
  ['CERTIFICATE', '岗位资格证/资质'],
  ['CONTRACT', '合同期限'],
];

/** 附件2 人员到岗情况表: a person a row, the months side by side. */
export class Fujian2Reader {
  private readonly reading: Fujian2Reading = {
    agreement: null,
    months: [],
    people: [],
    unreadNames: [],
    namesAt: null,
  };

  constructor(
    private readonly ledger: Ledger,
    private readonly zones: readonly Named[],
    private readonly terms: readonly { startsOn: string; endsOn: string }[],
  ) {}

  read(): Fujian2Reading {
    for (const grid of this.ledger.grids) {
      const head = rosterHead(grid, this.terms, this.ledger.workbook.dateSystem);
      if (!head) continue;
      this.readTexts(grid, head);
      if (this.isWhole(grid, head)) this.readRows(grid, head);
    }
    return this.reading;
  }

  private readTexts(grid: Grid, head: RosterHead): void {
    for (let row = 0; row <= head.bottom; row += 1)
      for (const column of grid.filled(row)) {
        const cell = grid.at(row, column);
        const found = cell?.kind === 'TEXT' ? agreementDays(cell.text) : null;
        if (found) this.reading.agreement ??= found;
        if (found || row >= head.top || TITLE.test(wordsOf(cell)))
          this.ledger.claim({ sheet: grid.name, row, column });
      }
  }

  private isWhole(grid: Grid, { top, columns }: RosterHead): boolean {
    const missing = REQUIRED.filter(([column]) => !columns.has(column));
    const place = { sheet: grid.name, row: top, column: columns.get('NAME') ?? 0 };
    for (const [, heading] of missing)
      this.ledger.faults.push(sheetFault('ERROR', place, null, 'COLUMN_MISSING', { heading }));
    return missing.length === 0;
  }

  private readRows(grid: Grid, head: RosterHead): void {
    this.reading.months = head.months.map(({ month }) => month);
    this.reading.namesAt ??= {
      sheet: grid.name,
      cell: cellName(head.top, head.columns.get('NAME') ?? 0),
    };
    const reader = new RowReader(grid, head);
    const rows: PersonRow[] = [];
    const summaries: number[] = [];
    for (let row = head.bottom + 1; row < grid.height; row += 1) {
      if (this.isSummary(grid, head, row)) summaries.push(row);
      else if (grid.at(row, head.columns.get('NAME') ?? 0))
        rows.push(this.personRow(grid, head, reader, row));
    }
    const mains = new Map(rows.filter(({ isPart }) => !isPart).map((row) => [row.no, row]));
    for (const row of rows) this.checkRow(grid, head, row, mains);
    for (const main of rows) {
      if (main.isPart) continue;
      const parts = rows.filter(
        (row) => row === main || (row.isPart && row.no === main.no && mains.get(row.no) === main),
      );
      this.readPerson(grid, head, main, parts);
    }
    for (const row of rows.filter(({ isPart, no }) => isPart && !mains.has(no)))
      this.ledger.add(this.placeOf(grid, head, row.row), row.faults);
    for (const row of summaries) this.compareSummary(grid, head, row, rows);
  }

  private text(grid: Grid, head: RosterHead, row: number, column: RosterColumn): string {
    const at = head.columns.get(column);
    return at === undefined ? '' : (grid.shownAt(row, at)?.text ?? '').trim();
  }

  private placeOf(grid: Grid, head: RosterHead, row: number, column: RosterColumn = 'NAME') {
    return { sheet: grid.name, row, column: head.columns.get(column) ?? 0 };
  }

  private isSummary(grid: Grid, head: RosterHead, row: number): boolean {
    const labels = (['KIND', 'NO', 'NAME'] as const).map((column) => this.text(grid, head, row, column));
    return labels.some((label) => SUMMARY.test(keyOf(label)));
  }

  private personRow(grid: Grid, head: RosterHead, reader: RowReader, row: number): PersonRow {
    for (const column of grid.filled(row)) this.ledger.claim({ sheet: grid.name, row, column });
    const faults: SheetFault[] = [];
    const read = reader.read(row, faults);
    const words = keyOf(this.text(grid, head, row, 'NO'));
    const part = PART.exec(words)?.[1];
    const number = part ?? (/^\d+$/.test(words) ? words : null);
    if (number === null) {
      const place = this.placeOf(grid, head, row, 'NO');
      const cell = grid.shownAt(row, place.column);
      faults.push(sheetFault('ERROR', place, cell, 'CELL_REQUIRED', { heading: '序号' }));
    }
    faults.push(...rowSumFaults(grid, head, read));
    return { ...read, no: number === null ? -1 - row : Number(number), isPart: part !== undefined, faults };
  }

  /** Whether a row is of the person that its number names. */
  private checkRow(
    grid: Grid,
    head: RosterHead,
    row: PersonRow,
    mains: ReadonlyMap<number, PersonRow>,
  ): void {
    const main = mains.get(row.no);
    if (main === row) return;
    const place = this.placeOf(grid, head, row.row, 'NO');
    const cell = grid.shownAt(row.row, place.column);
    const no = String(row.no);
    if (!main) row.faults.push(sheetFault('ERROR', place, cell, 'PERSON_NOT_FOUND', { no }));
    else if (!row.isPart) row.faults.push(sheetFault('ERROR', place, cell, 'PERSON_TWICE', { no }));
    else if (this.identity(grid, head, row.row) !== this.identity(grid, head, main.row))
      row.faults.push(sheetFault('ERROR', place, cell, 'PERSON_ROWS_DIFFER', { no }));
  }

  private identity(grid: Grid, head: RosterHead, row: number): string {
    return keyOf(`${this.text(grid, head, row, 'NAME')}|${this.text(grid, head, row, 'CONTRACT')}`);
  }

  private readPerson(grid: Grid, head: RosterHead, main: PersonRow, rows: readonly PersonRow[]): void {
    const faults = main.faults;
    const text = (column: RosterColumn): string => this.text(grid, head, main.row, column);
    const wrong = (column: RosterColumn, code: 'CONTRACT_NOT_READ' | 'CERTIFICATE_NOT_READ'): void => {
      const place = this.placeOf(grid, head, main.row, column);
      const value = storedText(text(column)).slice(0, 30);
      faults.push(sheetFault('ERROR', place, grid.shownAt(main.row, place.column), code, { value }));
    };
    const contracts = contractsOf(text('CONTRACT'));
    if (!contracts) wrong('CONTRACT', 'CONTRACT_NOT_READ');
    const notes = rows.map(({ row }) => noteOf(this.text(grid, head, row, 'NOTE')));
    const certifiedRow = rows.find(({ isCertified }) => isCertified);
    const level = certifiedRow ? certificateOf(this.text(grid, head, certifiedRow.row, 'CERTIFICATE')) : null;
    const isLevelNoted = notes.every(({ certificates }) =>
      certificates.every((noted) => noted.level !== null),
    );
    if (level === null && (certifiedRow || !isLevelNoted)) wrong('CERTIFICATE', 'CERTIFICATE_NOT_READ');
    const months = head.months.map((month, at) =>
      this.monthOf(
        grid,
        month,
        rows.map(({ months: all }) => all[at] ?? null),
        main,
      ),
    );
    const person: RosterPerson = {
      sheet: grid.name,
      no: main.no,
      name: storedText(text('NAME')),
      position: headingOf(grid.shownAt(main.row, head.columns.get('POSITION') ?? -1)),
      zone: zoneOfPosition(text('POSITION'), this.zones),
      rows: rows.map(({ row }) => row + 1),
      ...certificatesOf(level, notes),
      contractFrom: contracts?.[0]?.from ?? '',
      contractTo: contracts?.at(-1)?.to ?? null,
      contracts: contracts ?? [],
      leftOn: notes.find(({ leftOn }) => leftOn)?.leftOn ?? null,
      hasLeave: notes.some(({ hasLeave }) => hasLeave),
      presence: months.map(({ presence }) => presence),
      socialInsurancePaid: months.map(({ insurance }) => insurance),
      salaryPaid: months.map(({ salary }) => salary),
      certified: presenceIn(rows, true),
      uncertified: presenceIn(rows, false),
      experienced: rows.reduce((total, { experienced }) => trimmed(exact(total).plus(experienced)), '0'),
      cells: cellsOf(head, rows, { main, certified: certifiedRow ?? main }),
    };
    const isFaulty = rows.some((row) => row.faults.some(({ severity }) => severity === 'ERROR'));
    if (contracts && !isFaulty) {
      faults.push(...personFaults(grid, head, person, rows));
      this.reading.people.push(person);
    } else this.reading.unreadNames.push(person.name);
    for (const row of rows) {
      const place = this.placeOf(grid, head, row.row);
      if (isFaulty) this.ledger.addFaulty(place, row.faults);
      else this.ledger.add(place, row.faults);
    }
  }

  /** A month of a person: of the one row that has it. */
  private monthOf(
    grid: Grid,
    { month, presence }: MonthColumns,
    said: readonly (RowMonth | null)[],
    { row, faults }: PersonRow,
  ): RowMonth {
    const place = { sheet: grid.name, row, column: presence };
    const cell = grid.shownAt(row, presence);
    const given = said.filter((one) => one !== null);
    if (given.length === 0) faults.push(sheetFault('ERROR', place, cell, 'PRESENCE_MISSING', { month }));
    const filled = given.filter((one) => one.presence !== '0' || one.insurance || one.salary);
    if (filled.length > 1) faults.push(sheetFault('ERROR', place, cell, 'PRESENCE_TWICE', { month }));
    return filled[0] ?? { presence: '0', insurance: false, salary: false };
  }

  /** A row of sums is compared, and not stored. */
  private compareSummary(grid: Grid, head: RosterHead, row: number, rows: readonly PersonRow[]): void {
    for (const column of grid.filled(row)) this.ledger.claim({ sheet: grid.name, row, column });
    const labels = keyOf(
      (['NO', 'NAME', 'KIND'] as const).map((column) => this.text(grid, head, row, column)).join(''),
    );
    const place = { sheet: grid.name, row, column: grid.filled(row)[0] ?? 0 };
    this.ledger.faults.push(sheetFault('NOTE', place, grid.at(row, place.column), 'SUMS_COMPARED'));
    this.ledger.ignore(place);
    if (labels.includes('稳岗率')) return;
    const kind = wordsOf(groupAt(grid, head, row));
    const isOf = (word: string): boolean => labels.startsWith(word) || kind.startsWith(word);
    const of = rows.filter(({ isCertified }) =>
      isOf('非持证') ? !isCertified : isOf('持证') ? isCertified : true,
    );
    this.ledger.faults.push(...summaryFaults(grid, head, row, of));
  }
}

function presenceIn(rows: readonly PersonRow[], certified: boolean): string {
  const months = rows.filter(({ isCertified }) => isCertified === certified).flatMap((row) => row.months);
  return months.reduce((total, month) => trimmed(exact(total).plus(month?.presence ?? '0')), '0');
}
