import type { Day } from '../../../../platform/calendar';
import { type Decimal, exact, trimmed } from '../../../../platform/decimal';
import { blank, cellName, columnName, number, type SheetBuilder, text } from '../../../../platform/sheets';
import type { RosterMonth } from '../../../staffing';
import type { Group, RosterRow } from './roster-rows';
import { certificateInWords, contractInWords, noteInWords } from './words';

/** The positions of the columns of a roster of so many months. */
export class RosterColumns {
  readonly first = 6;

  constructor(readonly months: number) {}

  /** 人员到位, 社保购买, 工资发放 of each month. */
  of(month: number): number {
    return this.first + 3 * month;
  }

  get last(): number {
    return this.of(this.months) - 1;
  }

  get presenceSum(): number {
    return this.last + 1;
  }

  get experiencedSum(): number {
    return this.last + 2;
  }

  get note(): number {
    return this.last + 3;
  }
}

interface GroupOptions {
  columns: RosterColumns;
  endsOn: Day;
  /** The row of the headings of the months. */
  headRow: number;
  /** The months are left to be filled in, with rows for persons to come. */
  isEmpty: boolean;
}

const LABELS: Record<Group, string> = { CERTIFIED: '持证社工', UNCERTIFIED: '非持证社工' };
const OTHER: Record<Group, Group> = { CERTIFIED: 'UNCERTIFIED', UNCERTIFIED: 'CERTIFIED' };
/** Rows for persons to come. */
const SPARE = 3;
const YES = '√';
const NONE = '——';

/** One group of a roster, and its sums. */
export class RosterGroup {
  readonly sums: number;

  constructor(
    private readonly sheet: SheetBuilder,
    private readonly top: number,
    private readonly group: Group,
    private readonly rows: readonly RosterRow[],
    private readonly options: GroupOptions,
  ) {
    this.sums = top + rows.length + (options.isEmpty ? SPARE : 0);
  }

  /** The row below the group. */
  get end(): number {
    return this.sums + 2;
  }

  put(): void {
    const { sheet, top, rows, sums, group } = this;
    sheet.span({ top, left: 0, bottom: sums + 1, right: 0 }, text(LABELS[group], 'HEADING'));
    for (const [at, row] of rows.entries()) this.putRow(top + at, row);
    for (let row = top + rows.length; row < sums; row += 1) this.putSpare(row);
    this.putSums();
  }

  /** What the rows have of a month, one of three columns. */
  sumOf(month: number, part: number): Decimal {
    const counted = this.rows.flatMap(({ months }) => (this.options.isEmpty ? [] : (months[month] ?? [])));
    if (part === 0) return added(counted.map(({ presence }) => presence));
    return String(counted.filter((one) => paid(one, part) === true && one.presence !== '0').length);
  }

  presence(): Decimal {
    return added(this.rows.map((row) => this.presenceOf(row)));
  }

  experienced(): Decimal {
    return added(this.rows.map((row) => this.experiencedOf(row)));
  }

  private presenceOf({ months }: RosterRow): Decimal {
    return this.options.isEmpty ? '0' : added(months.map((month) => month?.presence ?? '0'));
  }

  private experiencedOf({ months }: RosterRow): Decimal {
    if (this.options.isEmpty) return '0';
    return added(months.map((month) => (month?.isExperienced ? month.presence : '0')));
  }

  private putRow(row: number, person: RosterRow): void {
    const { sheet, options } = this;
    const { columns, endsOn, isEmpty } = options;
    const { member } = person.line;
    const certificate = this.group === 'CERTIFIED' ? certificateInWords(person.line) : '';
    const no = /^\d+$/.test(person.no) ? number(person.no) : text(person.no);
    sheet.put(row, 1, no);
    const words = [member.name, member.position ?? '', certificate, contractInWords(person.line)];
    for (const [at, word] of words.entries()) sheet.put(row, 2 + at, text(word));
    if (isEmpty) this.putEmptyMonths(row);
    else this.putMonths(row, person.months);
    this.putRowSum(row, this.presenceOf(person));
    sheet.put(row, columns.experiencedSum, number(this.experiencedOf(person)));
    sheet.put(row, columns.note, text(isEmpty ? '' : noteInWords(person.line, endsOn), 'NOTE'));
  }

  private putSpare(row: number): void {
    const { sheet, options } = this;
    for (let column = 1; column < options.columns.first; column += 1) sheet.put(row, column, blank());
    this.putEmptyMonths(row);
    this.putRowSum(row, '0');
    sheet.put(row, options.columns.experiencedSum, number('0'));
    sheet.put(row, options.columns.note, blank('NOTE'));
  }

  private putMonths(row: number, months: readonly (RosterMonth | null)[]): void {
    const { sheet, options, group } = this;
    const { columns } = options;
    for (let at = 0; at < months.length; at += 1) {
      const month = months[at];
      if (month) {
        for (const part of [0, 1, 2]) sheet.put(row, columns.of(at) + part, tick(month, part));
        continue;
      }
      const from = at;
      while (at + 1 < months.length && !months[at + 1]) at += 1;
      const range = { top: row, left: columns.of(from), bottom: row, right: columns.of(at) + 2 };
      sheet.span(range, text(`【分段计算】${LABELS[OTHER[group]]}`));
    }
  }

  private putEmptyMonths(row: number): void {
    const { sheet, options } = this;
    const { columns } = options;
    for (let month = 0; month < columns.months; month += 1)
      for (const part of [0, 1, 2]) {
        const at: [number, number] = [row, columns.of(month) + part];
        sheet.put(...at, blank());
        sheet.validate(at, at, {
          rule: { list: part === 0 ? [YES, NONE, '0.5'] : [YES, NONE] },
          title: '请选择',
          message: part === 0 ? '在岗填 √，入职当月计半月填 0.5，不在岗填 ——。' : '已办理填 √，否则填 ——。',
        });
      }
  }

  private putRowSum(row: number, value: Decimal): void {
    const { columns, headRow } = this.options;
    const heads = `$${columnName(columns.first)}$${headRow + 1}:$${columnName(columns.last)}$${headRow + 1}`;
    const own = `${cellName(row, columns.first)}:${cellName(row, columns.last)}`;
    const formula = `COUNTIFS(${heads},"人员*到位",${own},"${YES}")+SUMIFS(${own},${heads},"人员*到位")`;
    this.sheet.put(row, columns.presenceSum, { ...number(value), formula });
  }

  private putSums(): void {
    const { sheet, sums, top, group, options } = this;
    const { columns } = options;
    sheet.span({ top: sums, left: 1, bottom: sums, right: 5 }, text('小计', 'HEADING'));
    sheet.span(
      { top: sums + 1, left: 1, bottom: sums + 1, right: 5 },
      text(`${LABELS[group]}有效人次小计`, 'HEADING'),
    );
    const rangeOf = (column: number): string => `${cellName(top, column)}:${cellName(sums - 1, column)}`;
    const summed = (column: number, value: Decimal, formula: string): void =>
      sheet.put(sums, column, sums > top ? { ...number(value), formula } : number(value));
    for (let month = 0; month < columns.months; month += 1) {
      for (const part of [0, 1, 2]) {
        const column = columns.of(month) + part;
        const range = rangeOf(column);
        summed(column, this.sumOf(month, part), `COUNTIF(${range},"${YES}")+SUM(${range})`);
      }
      const left = columns.of(month);
      sheet.span(
        { top: sums + 1, left, bottom: sums + 1, right: left + 2 },
        { ...number(this.sumOf(month, 0)), formula: cellName(sums, left) },
      );
    }
    for (const [column, value] of [
      [columns.presenceSum, this.presence()],
      [columns.experiencedSum, this.experienced()],
    ] as const) {
      summed(column, value, `SUM(${rangeOf(column)})`);
      sheet.put(sums + 1, column, blank());
    }
    sheet.put(sums, columns.note, blank());
    sheet.put(sums + 1, columns.note, blank());
  }
}

const added = (values: readonly Decimal[]): Decimal =>
  trimmed(values.reduce((sum, value) => sum.plus(value), exact('0')));

const paid = (month: RosterMonth, part: number): boolean | null =>
  part === 1 ? month.socialInsurancePaid : month.salaryPaid;

/** What a cell of a month says: √, 0.5, × where something was not paid, —— where there is nothing to say. */
function tick(month: RosterMonth, part: number) {
  if (month.presence === '0') return text(NONE);
  if (part === 0) return month.presence === '1' ? text(YES) : number(month.presence);
  const was = paid(month, part);
  return text(was === null ? NONE : was ? YES : '×');
}
