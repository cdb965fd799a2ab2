import { message } from '../../../messages';
import { exact, type Decimal, percentOf } from '../../../platform/decimal';
import { type Cell, cellName, type Grid } from '../../../platform/sheets';
import { decimalsOf, type Indicator } from '../../completion';
import { type SheetFault, sheetFault } from '../reading/fault';
import { type Named } from '../reading/names.rules';
import { readNumber, saysNone } from '../reading/values.rules';
import type { FormFigure } from './figure';
import type { Group } from './groups.rules';
import { percentFault, publishedPercent } from './percent.rules';

/** Larger values are typing errors. */
const MAX_QUANTITY = '1000000000';

/** Reads the figure of one row and group of columns, or what is wrong with it. */
export class FigureReader {
  constructor(
    private readonly grid: Grid,
    /** The value of a formula that is not calculated: only of the form's own sums. */
    private readonly sumOf: (row: number, column: number, cell: Cell) => Decimal | null,
  ) {}

  read(
    row: number,
    group: Group,
    { indicator, heading, zone }: { indicator: Indicator; heading: string; zone: Named | null },
  ): { figure: FormFigure | null; faults: SheetFault[] } {
    const { measure } = group;
    if (!measure) throw new Error(`${indicator.code} has no measure for ${group.heading}`);
    const faults: SheetFault[] = [];
    const places = decimalsOf(measure);
    const target = this.value(row, group.target, places, faults);
    const completed = this.value(row, group.completed, places, faults);
    const isReadable = target !== undefined && completed !== undefined;
    if (!isReadable) return { figure: null, faults };
    const percent = completed === null ? null : percentOf(completed, target);
    const shown = group.percent === null ? null : this.grid.at(row, group.percent);
    if (group.percent !== null) {
      const fault = percentFault(shown, percent, { target, completed });
      if (fault)
        faults.push({
          ...sheetFault('WARNING', this.place(row, group.percent), shown, 'PERCENT_DIFFERS', fault),
        });
    }
    const name = (column: number): string => cellName(row, column);
    const figure: FormFigure = {
      sheet: this.grid.name,
      heading,
      indicator: indicator.code,
      measure: measure.code,
      zone,
      target,
      completed,
      percent,
      published: publishedPercent(shown),
      cells: {
        target: name(group.target),
        completed: name(group.completed),
        percent: group.percent === null ? null : name(group.percent),
      },
    };
    return { figure, faults };
  }

  /** Null where the cell says that there is none; undefined where it cannot be read, which is a fault. */
  private value(
    row: number,
    column: number,
    places: number,
    faults: SheetFault[],
  ): Decimal | null | undefined {
    const cell = this.grid.at(row, column);
    const place = this.place(row, column);
    if (cell === null) {
      faults.push(sheetFault('ERROR', place, null, 'CELL_EMPTY'));
      return undefined;
    }
    if (saysNone(cell)) return null;
    const sum = cell.kind === 'UNCALCULATED' ? this.sumOf(row, column, cell) : null;
    const reading = sum === null ? readNumber(cell) : { value: sum };
    const reason = 'wrong' in reading ? reading.wrong : wrongWith(reading.value, places);
    if (reason) {
      faults.push({
        ...reason,
        severity: 'ERROR',
        sheet: place.sheet,
        cell: cellName(row, column),
        value: cell.text,
      });
      return undefined;
    }
    return 'value' in reading ? reading.value : undefined;
  }

  private place(row: number, column: number) {
    return { sheet: this.grid.name, row, column };
  }
}

/** What is wrong with a quantity of so many decimals. */
export function wrongWith(value: Decimal, places: number): ReturnType<typeof message> | null {
  const number = exact(value);
  if (number.lt(0)) return message('NEGATIVE');
  if (number.gt(MAX_QUANTITY)) return message('TOO_LARGE', { most: MAX_QUANTITY });
  return number.eq(number.round(places)) ? null : message('TOO_MANY_DECIMALS', { places });
}
