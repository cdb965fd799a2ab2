import { message, type Message } from '../../../messages';
import type { Day } from '../../../platform/calendar';
import { exact } from '../../../platform/decimal';
import { MAX_NOTE } from '../../../platform/input-rules';
import { containsPersonalData } from '../../../platform/personal-data';
import type { Cell, Grid } from '../../../platform/sheets';
import { lengthOf, storedProse } from '../../../platform/text-forms';
import { decimalsOf, type Indicator } from '../../completion';
import type { FormContext } from '../form-context';
import { wrongWith } from '../fujian-1/figure-reader';
import { type CellPosition, type SheetFault, sheetFault } from '../reading/fault';
import type { Ledger } from '../reading/lines';
import { isOfZone, type NameBook } from '../reading/name-book';
import type { Match, Named } from '../reading/names.rules';
import { readDay, readNumber, saysNone } from '../reading/values.rules';
import { headingOf, wordsOf } from '../reading/words';
import { type LogColumn, type LogHead, logHeads, measureOf } from './columns.rules';
import type { LogRecord } from './record';

const SUM = /^(?:合计|总计|小计)/u;
const HEADINGS: Record<'DAY' | 'INDICATOR', string> = { DAY: '日期', INDICATOR: '指标' };

/** 服务记录表: one row a record. */
export class ServiceLogReader {
  private readonly records: LogRecord[] = [];
  /** The row in which each content was read first. */
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly context: FormContext,
    private readonly names: NameBook,
  ) {}

  read(): LogRecord[] {
    for (const grid of this.ledger.grids)
      for (const head of logHeads(grid, this.context.indicators)) this.readLog(grid, head);
    return this.records;
  }

  private readLog(grid: Grid, head: LogHead): void {
    for (const column of grid.filled(head.row))
      this.ledger.claim({ sheet: grid.name, row: head.row, column });
    const report = (column: number, code: 'HEADING_TWICE' | 'HEADING_NOT_KNOWN', heading: string): void => {
      const place = { sheet: grid.name, row: head.row, column };
      const severity = code === 'HEADING_TWICE' ? 'ERROR' : 'WARNING';
      this.ledger.faults.push(sheetFault(severity, place, grid.at(head.row, column), code, { heading }));
    };
    for (const { column, heading, isTwice } of head.unknown)
      report(column, isTwice ? 'HEADING_TWICE' : 'HEADING_NOT_KNOWN', heading);
    const missing = (['DAY', 'INDICATOR'] as const)
      .filter((column) => !head.columns.has(column))
      .map((column) => HEADINGS[column]);
    if (head.quantities.length === 0) missing.push('个数');
    for (const heading of missing) {
      const place = { sheet: grid.name, row: head.row, column: 0 };
      this.ledger.faults.push(sheetFault('ERROR', place, null, 'COLUMN_MISSING', { heading }));
    }
    if (missing.length > 0) return;
    for (let row = head.row + 1; row < head.end; row += 1) {
      const filled = grid.filled(row);
      if (filled.length > 0) this.readRow(grid, head, row, filled);
    }
  }

  private readRow(grid: Grid, head: LogHead, row: number, filled: readonly number[]): void {
    const { columns, quantities } = head;
    const has = (column: LogColumn): boolean => grid.at(row, columns.get(column) ?? -1) !== null;
    const place = { sheet: grid.name, row, column: filled[0] ?? 0 };
    const isSum = SUM.test(wordsOf(grid.at(row, place.column)));
    const isData =
      has('DAY') || has('INDICATOR') || quantities.some(({ column }) => grid.at(row, column) !== null);
    const isNumbered = filled.every((column) => column === columns.get('NUMBER'));
    // A note is alone in its row, where a day would be.
    const isNote =
      filled.length === 1 &&
      has('DAY') &&
      'wrong' in this.dayOf(grid, head, row) &&
      isWords(grid.at(row, place.column));
    if (!isSum && !isNumbered && (!isData || isNote)) return;
    for (const column of filled) this.ledger.claim({ sheet: grid.name, row, column });
    if (isSum || isNumbered) {
      this.ledger.faults.push(sheetFault('NOTE', place, grid.at(row, place.column), 'ROW_IGNORED'));
      this.ledger.ignore(place);
      return;
    }
    const faults: SheetFault[] = [];
    const record = this.recordOf(grid, head, row, faults);
    if (record) this.reportRepetition(record, place, faults);
    if (this.ledger.add(place, faults) === 'READY' && record) this.records.push(record);
  }

  private dayOf(grid: Grid, head: LogHead, row: number): ReturnType<typeof readDay> {
    const cell = grid.sharedAt(row, head.columns.get('DAY') ?? -1);
    if (!cell) return { wrong: message('CELL_REQUIRED', { heading: HEADINGS.DAY }) };
    return readDay(cell, this.ledger.workbook.dateSystem);
  }

  /** The record of a row: null where any of it is at fault. */
  private recordOf(grid: Grid, head: LogHead, row: number, faults: SheetFault[]): LogRecord | null {
    const cellIn = (column: LogColumn): Cell | null =>
      grid[column === 'NOTE' ? 'at' : 'sharedAt'](row, head.columns.get(column) ?? -1);
    const wrong = (column: number | undefined, reason: Message): null => {
      const place = { sheet: grid.name, row, column: column ?? 0 };
      faults.push({ ...sheetFault('ERROR', place, grid.at(row, place.column), 'CELL_EMPTY'), ...reason });
      return null;
    };
    const named = <Thing extends Named>(
      column: LogColumn,
      match: (text: string, place: CellPosition) => Match<Thing>,
      missing: (name: string) => Message,
    ): Thing | null => {
      const cell = cellIn(column);
      if (cell === null || saysNone(cell)) return null;
      const name = headingOf(cell);
      const found = match(name, { sheet: grid.name, row, column: head.columns.get(column) ?? 0 });
      if ('found' in found) return found.found;
      return wrong(
        head.columns.get(column),
        found.missing === 'SEVERAL' ? message('NAME_AMBIGUOUS', { name }) : missing(name),
      );
    };
    const dayRead = this.dayOf(grid, head, row);
    const day =
      'wrong' in dayRead
        ? wrong(head.columns.get('DAY'), dayRead.wrong)
        : this.checkDay(dayRead.value, (reason) => wrong(head.columns.get('DAY'), reason));
    const zone = named(
      'ZONE',
      (text, place) => this.names.zone(text, place),
      (name) => message('ZONE_NOT_KNOWN', { name }),
    );
    const point = named(
      'POINT',
      (text, place) => this.names.point(text, zone, place),
      (name) => message('POINT_NOT_KNOWN', { name }),
    );
    if (zone && point && !isOfZone(point, zone))
      wrong(head.columns.get('POINT'), message('POINT_NOT_IN_ZONE'));
    const project = named(
      'PROJECT',
      (text, place) => this.names.project(text, place),
      (name) => message('PROJECT_NOT_KNOWN', { name }),
    );
    const indicatorPlace = { sheet: grid.name, row, column: head.columns.get('INDICATOR') ?? 0 };
    const indicator = this.indicatorOf(cellIn('INDICATOR'), indicatorPlace, (reason) =>
      wrong(indicatorPlace.column, reason),
    );
    const quantities = indicator ? this.quantitiesOf(grid, head, row, indicator, wrong) : [];
    const note = this.noteOf(cellIn('NOTE'), (reason) => wrong(head.columns.get('NOTE'), reason));
    if (faults.length > 0 || day === null || indicator === null) return null;
    return {
      sheet: grid.name,
      row: row + 1,
      day,
      zone,
      point: point && { id: point.id, name: point.name },
      project,
      indicator: indicator.code,
      quantities,
      note,
      columns: head.letters,
    };
  }

  private checkDay(day: Day, wrong: (reason: Message) => null): Day | null {
    const { terms } = this.context;
    const isInside = terms.some(({ startsOn, endsOn }) => day >= startsOn && day <= endsOn);
    return isInside ? day : wrong(message('DAY_OUTSIDE_TERMS', { terms }));
  }

  private indicatorOf(
    cell: Cell | null,
    place: CellPosition,
    wrong: (reason: Message) => null,
  ): Indicator | null {
    if (cell === null) return wrong(message('CELL_REQUIRED', { heading: HEADINGS.INDICATOR }));
    const name = headingOf(cell);
    const match = this.names.indicator(name, place);
    if ('found' in match) return match.found;
    return wrong(message(match.missing === 'SEVERAL' ? 'NAME_AMBIGUOUS' : 'INDICATOR_NOT_KNOWN', { name }));
  }

  private quantitiesOf(
    grid: Grid,
    head: LogHead,
    row: number,
    indicator: Indicator,
    wrong: (column: number | undefined, reason: Message) => null,
  ): LogRecord['quantities'] {
    const quantities: LogRecord['quantities'] = [];
    let wrongs = 0;
    const fail = (column: number, reason: Message): void => {
      wrongs += 1;
      wrong(column, reason);
    };
    for (const { column, heading } of head.quantities) {
      const cell = grid.at(row, column);
      if (cell === null || saysNone(cell)) continue;
      const measure = measureOf(heading, indicator);
      const reading = readNumber(cell);
      if (!measure) fail(column, message('MEASURE_NOT_COUNTED', { heading, indicator: indicator.nameZh }));
      else if ('wrong' in reading) fail(column, reading.wrong);
      else {
        const reason = wrongWith(reading.value, decimalsOf(measure));
        if (reason) fail(column, reason);
        else if (quantities.some((one) => one.measure === measure.code))
          fail(column, message('MEASURE_TWICE', { measure }));
        else quantities.push({ measure: measure.code, value: reading.value });
      }
    }
    if (wrongs === 0 && quantities.every(({ value }) => exact(value).eq(0)))
      wrong(head.quantities[0]?.column, message('NOTHING_RECORDED'));
    return quantities;
  }

  private noteOf(cell: Cell | null, wrong: (reason: Message) => null): string | null {
    const note = storedProse(cell?.text ?? '');
    if (note === '') return null;
    if (containsPersonalData(note)) return wrong(message('POSSIBLE_PERSONAL_DATA'));
    return lengthOf(note) > MAX_NOTE ? wrong(message('TEXT_TOO_LONG', { most: MAX_NOTE })) : note;
  }

  private reportRepetition(
    record: LogRecord,
    place: { sheet: string; row: number; column: number },
    faults: SheetFault[],
  ): void {
    const { row, columns: _letters, ...content } = record;
    const key = JSON.stringify(content);
    const first = this.seen.get(key);
    if (first === undefined) this.seen.set(key, row);
    else faults.push(sheetFault('WARNING', place, null, 'SAME_AS_ROW', { row: first }));
  }
}

function isWords(cell: Cell | null): boolean {
  return cell?.kind === 'TEXT' && !/\d/.test(wordsOf(cell).slice(0, 4));
}
