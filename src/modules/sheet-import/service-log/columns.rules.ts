import { columnName, type Grid } from '../../../platform/sheets';
import type { Indicator, Measure } from '../../completion';
import { headingOf, keyOf, withoutUnit, wordsOf } from '../reading/words';

export type LogColumn = 'DAY' | 'ZONE' | 'POINT' | 'PROJECT' | 'INDICATOR' | 'NOTE' | 'NUMBER';

/** The letters of columns; QUANTITY is the first one of quantities. */
export type LogLetters = Partial<Record<LogColumn | 'QUANTITY', string>>;

/** The headings of a log. */
export interface LogHead {
  row: number;
  /** The row after its last one. */
  end: number;
  columns: ReadonlyMap<LogColumn, number>;
  letters: LogLetters;
  quantities: { column: number; heading: string }[];
  /** Headings that are not known, or there twice. */
  unknown: { column: number; heading: string; isTwice: boolean }[];
}

const DAY = /^(?:服务)?(?:日期|时间)$/u;
const COLUMNS: [LogColumn, RegExp][] = [
  ['DAY', DAY],
  ['ZONE', /^(?:服务|所属)?片区(?:名称)?$/u],
  ['POINT', /^(?:社工点|社区|村居|村\(居\)|社区\/村)(?:名称)?$/u],
  ['PROJECT', /^(?:所属|服务)?项目(?:名称)?$/u],
  ['INDICATOR', /^(?:服务)?(?:指标|类型|类别)(?:名称)?$/u],
  ['NOTE', /^(?:备注|说明)$/u],
  ['NUMBER', /^(?:序号|编号|no\.?)$/u],
];
/** What is counted first of any indicator. */
const OCCASIONS = new Set(['个数', '次数', '数量', '完成量']);
const AMOUNT = new Map([
  ['金额', '元'],
  ['时数', '小时'],
]);

/** The heads of the logs of a sheet, one below another: a day and an indicator in a row, wherever they are. */
export function logHeads(grid: Grid, indicators: readonly Indicator[]): LogHead[] {
  const heads: LogHead[] = [];
  for (let row = 0; row < grid.height; row += 1) {
    const head = headAt(grid, row, indicators);
    if (!head) continue;
    const before = heads.at(-1);
    if (before) before.end = row;
    heads.push(head);
  }
  return heads;
}

function headAt(grid: Grid, row: number, indicators: readonly Indicator[]): LogHead | null {
  const filled = grid.filled(row);
  // A row of data has no two headings.
  if (!filled.some((column) => DAY.test(wordsOf(grid.at(row, column))))) return null;
  const columns = new Map<LogColumn, number>();
  const quantities: LogHead['quantities'] = [];
  const unknown: LogHead['unknown'] = [];
  for (const column of filled) {
    const heading = headingOf(grid.at(row, column));
    const words = withoutUnit(wordsOf(grid.at(row, column)));
    const known = COLUMNS.find(([, pattern]) => pattern.test(words));
    if (known && !columns.has(known[0])) columns.set(known[0], column);
    else if (!known && isQuantity(words, indicators)) quantities.push({ column, heading: words });
    else unknown.push({ column, heading, isTwice: known !== undefined });
  }
  const isHead = columns.has('INDICATOR') || quantities.length > 0;
  const letters = lettersOf(columns, quantities);
  return isHead ? { row, end: grid.height, columns, letters, quantities, unknown } : null;
}

function lettersOf(columns: LogHead['columns'], [quantity]: LogHead['quantities']): LogLetters {
  const letters: LogLetters = {};
  for (const [name, column] of columns) letters[name] = columnName(column);
  if (quantity) letters.QUANTITY = columnName(quantity.column);
  return letters;
}

function isQuantity(words: string, indicators: readonly Indicator[]): boolean {
  return indicators.some((indicator) => measureOf(words, indicator) !== null);
}

/** The measure of an indicator that a column counts; null where it has none such. */
export function measureOf(heading: string, { measures }: Indicator): Measure | null {
  const words = keyOf(heading);
  const named = measures.find(({ name }) => keyOf(name) === words);
  if (named) return named;
  if (OCCASIONS.has(words)) return measures[0] ?? null;
  const unit = AMOUNT.get(words) ?? words;
  const ofUnit = measures.filter((measure) => [unit, unit.replace(/数$/u, '')].includes(keyOf(measure.unit)));
  return ofUnit.length === 1 ? (ofUnit[0] ?? null) : null;
}
