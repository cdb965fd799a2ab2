import { type Decimal, exact, trimmed } from '../../../platform/decimal';
import { type Cell, cellName, columnName, type Grid } from '../../../platform/sheets';
import type { Indicator } from '../../completion';
import { type SheetFault, sheetFault } from '../reading/fault';
import type { Ledger } from '../reading/lines';
import type { NameBook } from '../reading/name-book';
import { matchIndicator, type Named } from '../reading/names.rules';
import { type Period, periodIn } from '../reading/period.rules';
import { readNumber, saysNone } from '../reading/values.rules';
import { headingOf } from '../reading/words';
import { type Block, blocksOf, type Span } from './blocks.rules';
import type { FormFigure, ZoneWorkers } from './figure';
import { FigureReader } from './figure-reader';
import { type Group, groupsOf } from './groups.rules';
import { isTitle, isTotal } from './roles.rules';
import { type TextFigures, textFiguresOf } from './text-figures.rules';
import { totalFaults, totalKey } from './totals.rules';

export interface Fujian1Reading {
  figures: FormFigure[];
  workers: ZoneWorkers[];
  textFigures: TextFigures | null;
  /** The days that its titles name; null where they do not. */
  period: Period | null;
  /** Where its paragraph is. */
  textPlace: { sheet: string; cell: string } | null;
}

/** A row of a block: of a zone, of all of them, or the only one. */
interface DataRow {
  row: number;
  zone: Named | null;
  isTotal: boolean;
  /** What is wrong with its label: then so are its figures. */
  fault: SheetFault | null;
}

/** 附件1 指标完成情况统计表: figures by zone and in total, in tables below and beside one another. */
export class Fujian1Reader {
  private readonly reading: Fujian1Reading = {
    figures: [],
    workers: [],
    textFigures: null,
    textPlace: null,
    period: null,
  };
  /** Where each figure was read first. */
  private readonly seen = new Map<string, string>();
  /** Of what a figure could not be read: its total says nothing. */
  private readonly incomplete = new Set<string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly indicators: readonly Indicator[],
    private readonly names: NameBook,
  ) {}

  read(): Fujian1Reading {
    for (const grid of this.ledger.grids) {
      const blocks = blocksOf(grid, this.indicators);
      const [first] = blocks;
      if (first) this.readTexts(grid, first.top);
      for (const block of blocks) this.readBlock(grid, block);
    }
    this.ledger.faults.push(...totalFaults(this.reading.figures, this.incomplete));
    return this.reading;
  }

  /** Titles above the first table and elsewhere, and the paragraph of figures. */
  private readTexts(grid: Grid, top: number): void {
    for (let row = 0; row < grid.height; row += 1) {
      for (const column of grid.filled(row)) {
        const cell = grid.at(row, column);
        if (cell?.kind !== 'TEXT') continue;
        const found = textFiguresOf(cell.text);
        if (found && !this.reading.textFigures) {
          this.reading.textFigures = found;
          this.reading.textPlace = { sheet: grid.name, cell: cellName(row, column) };
        }
        const period = row < top ? periodIn(cell.text) : null;
        this.reading.period ??= period;
        if (found || period || isTitle(cell)) this.ledger.claim({ sheet: grid.name, row, column });
      }
    }
  }

  private readBlock(grid: Grid, block: Block): void {
    for (let row = block.top; row <= block.bottom; row += 1)
      for (const column of grid.filled(row)) {
        const isHeading = grid.at(row, column)?.kind === 'TEXT';
        if (isHeading) this.ledger.claim({ sheet: grid.name, row, column });
      }
    if (block.spans.some(({ heading }) => heading === null)) {
      for (const span of block.spans) this.readList(grid, block, span);
      return;
    }
    const rows = this.rowsOf(grid, block);
    const reader = new FigureReader(grid, sumWithin(grid, rows));
    for (const data of rows) this.readWorkers(grid, block, data);
    for (const span of block.spans) this.readSpan(grid, reader, span, rows);
  }

  /** The rows below the headings that have a figure: all with a zone or 合计 where the block has zones, else the first. */
  private rowsOf(grid: Grid, { bottom, end, zoneColumn, spans }: Block): DataRow[] {
    const rows: DataRow[] = [];
    const columns = spans.flatMap(({ roles }) => roles.map(({ column }) => column));
    for (let row = bottom + 1; row < end; row += 1) {
      const isFilled = columns.some((column) => grid.at(row, column));
      if (!isFilled) continue;
      if (zoneColumn === null) return [{ row, zone: null, isTotal: true, fault: null }];
      const label = grid.shownAt(row, zoneColumn);
      const isReadable = columns.some((column) => grid.at(row, column)?.kind !== 'TEXT' || label !== null);
      if (isTotal(label)) {
        rows.push({ row, zone: null, isTotal: true, fault: null });
        this.ledger.claim({ sheet: grid.name, row, column: zoneColumn });
        // What follows is not of this table.
        return rows;
      }
      if (!isReadable) continue;
      rows.push(this.zoneRow(grid, row, zoneColumn, label));
    }
    return rows;
  }

  private zoneRow(grid: Grid, row: number, column: number, label: Cell | null): DataRow {
    const place = { sheet: grid.name, row, column };
    this.ledger.claim(place);
    const text = headingOf(label);
    const match = this.names.zone(text, place);
    if ('found' in match) return { row, zone: match.found, isTotal: false, fault: null };
    const fault =
      text === ''
        ? sheetFault('ERROR', place, label, 'CELL_REQUIRED', { heading: '片区' })
        : match.missing === 'SEVERAL'
          ? sheetFault('ERROR', place, label, 'NAME_AMBIGUOUS', { name: text })
          : sheetFault('ERROR', place, label, 'ZONE_NOT_KNOWN', { name: text });
    return { row, zone: null, isTotal: false, fault };
  }

  private readWorkers(grid: Grid, { workersColumn }: Block, { row, zone, fault }: DataRow): void {
    if (workersColumn === null) return;
    const place = { sheet: grid.name, row, column: workersColumn };
    const cell = grid.at(row, workersColumn);
    if (cell === null) return;
    this.ledger.claim(place);
    const reading = readNumber(cell);
    if ('wrong' in reading) {
      if (!saysNone(cell))
        this.ledger.faults.push({ ...sheetFault('WARNING', place, cell, 'CELL_EMPTY'), ...reading.wrong });
    } else if (!fault) this.reading.workers.push({ sheet: grid.name, zone, workers: reading.value });
  }

  private readSpan(grid: Grid, reader: FigureReader, span: Span, rows: readonly DataRow[]): void {
    const { heading } = span;
    if (!heading) return;
    const place = { sheet: grid.name, row: heading.row, column: heading.column };
    const { indicator, groups, fault } = this.understand(
      span,
      heading.text,
      place,
      grid.at(heading.row, heading.column),
    );
    for (const data of rows) {
      const wrong = fault ?? data.fault;
      if (!indicator || !groups || wrong) this.skip(grid, data.row, span, wrong);
      else
        for (const group of groups)
          this.readFigure(reader, grid, data.row, group, {
            indicator,
            heading: heading.text,
            zone: data.zone,
          });
    }
  }

  /** The indicator and the measures that headings name; or what is wrong with them. */
  private understand(
    span: Span,
    text: string,
    place: { sheet: string; row: number; column: number },
    cell: Cell | null,
  ): { indicator: Indicator | null; groups: Group[] | null; fault: SheetFault | null } {
    const match = this.names.indicator(text, place);
    if ('missing' in match) {
      const code = match.missing === 'SEVERAL' ? 'NAME_AMBIGUOUS' : 'INDICATOR_NOT_KNOWN';
      return { indicator: null, groups: null, fault: sheetFault('ERROR', place, cell, code, { name: text }) };
    }
    const indicator = match.found;
    const groups = groupsOf(span, indicator);
    const unclear =
      groups === null ? span.roles[0]?.hints[0] : groups.find(({ measure }) => !measure)?.heading;
    if (unclear === undefined) return { indicator, groups, fault: null };
    const args = { heading: unclear, indicator: indicator.nameZh };
    return { indicator, groups: null, fault: sheetFault('ERROR', place, cell, 'MEASURE_NOT_KNOWN', args) };
  }

  /** Figures that belong to nothing that is known: each is a faulty line, and the reason is reported once. */
  private skip(grid: Grid, row: number, { roles }: Span, fault: SheetFault | null): void {
    for (const { role, column } of roles) {
      const place = { sheet: grid.name, row, column };
      if (grid.at(row, column) === null) continue;
      this.ledger.claim(place);
      if (role !== 'COMPLETED') continue;
      const isReported = fault === null || this.ledger.faults.includes(fault);
      this.ledger.addFaulty(place, isReported ? [] : [fault]);
    }
  }

  private readFigure(
    reader: FigureReader,
    grid: Grid,
    row: number,
    group: Group,
    subject: { indicator: Indicator; heading: string; zone: Named | null },
  ): void {
    const columns = [group.target, group.completed, ...(group.percent === null ? [] : [group.percent])];
    const place = { sheet: grid.name, row, column: group.completed };
    for (const column of columns) this.ledger.claim({ sheet: grid.name, row, column });
    const { figure, faults } = reader.read(row, group, subject);
    const key = `${subject.indicator.code} ${group.measure?.code} ${subject.zone?.id ?? ''}`;
    const first = this.seen.get(key);
    if (first !== undefined)
      faults.push(sheetFault('ERROR', place, grid.at(row, group.completed), 'FIGURE_TWICE', { cell: first }));
    this.seen.set(key, first ?? `${grid.name} ${cellName(row, group.completed)}`);
    if (this.ledger.add(place, faults) === 'READY' && figure) this.reading.figures.push(figure);
    else
      this.incomplete.add(
        totalKey({ sheet: grid.name, indicator: subject.indicator.code, measure: group.measure?.code ?? '' }),
      );
  }

  /** A list of indicators by row, below 协议内容. */
  private readList(grid: Grid, { bottom, end }: Block, span: Span): void {
    const reader = new FigureReader(grid, () => null);
    const right = Math.min(...span.roles.map(({ column }) => column));
    for (let row = bottom + 1; row < end; row += 1) {
      const names = [];
      for (let column = span.left; column < right; column += 1)
        if (grid.at(row, column)?.kind === 'TEXT') names.push(column);
      const known = names.find(
        (column) => 'found' in matchIndicator(headingOf(grid.at(row, column)), this.indicators),
      );
      const column = known ?? names.at(-1);
      const isFigure = span.roles.some((heading) => grid.at(row, heading.column));
      if (column === undefined || !isFigure) continue;
      for (const name of names) this.ledger.claim({ sheet: grid.name, row, column: name });
      const cell = grid.at(row, column);
      const text = headingOf(cell);
      const { indicator, groups, fault } = this.understand(
        span,
        text,
        { sheet: grid.name, row, column },
        cell,
      );
      if (!indicator || !groups) this.skip(grid, row, span, fault);
      else
        for (const group of groups)
          this.readFigure(reader, grid, row, group, { indicator, heading: text, zone: null });
    }
    this.claimLabels(grid, bottom, end, span);
  }

  /** Names of sections beside a list, of one cell or over several rows: 五社联动, 志愿者. */
  private claimLabels(grid: Grid, bottom: number, end: number, { left }: Span): void {
    for (let row = bottom; row < end; row += 1)
      for (let column = 0; column < left; column += 1) {
        const merge = grid.mergeAt(row, column);
        const isLabel = merge !== null && merge.bottom > merge.top && merge.right === merge.left;
        if (isLabel && grid.at(row, column)?.kind === 'TEXT')
          this.ledger.claim({ sheet: grid.name, row, column });
      }
  }
}

/** A sum that is not calculated, where it is the form's own: of the column, over exactly the rows of the zones. */
function sumWithin(
  grid: Grid,
  rows: readonly DataRow[],
): (row: number, column: number, cell: Cell) => Decimal | null {
  const zones = rows.filter(({ isTotal: isSum }) => !isSum).map(({ row }) => row);
  return (row, column, { formula }) => {
    if (!rows.some((one) => one.row === row && one.isTotal) || zones.length === 0) return null;
    const name = columnName(column);
    const own = `SUM(${name}${Math.min(...zones) + 1}:${name}${Math.max(...zones) + 1})`;
    if (formula?.replaceAll('$', '').toUpperCase() !== own) return null;
    let sum = exact('0');
    for (const zone of zones) {
      const cell = grid.at(zone, column);
      const reading = cell === null ? null : readNumber(cell);
      if (reading === null || 'wrong' in reading) return null;
      sum = sum.plus(reading.value);
    }
    return trimmed(sum);
  };
}
