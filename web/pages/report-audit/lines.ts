import type { Mistake } from '../../forms/field';
import type { AuditedSubjectsQuery, FigureKind, PublishedFigureInput } from '../../generated/graphql';

/** A line of a report as it is typed or pasted. */
export interface Line {
  /** An indicator and its measure, or other words. */
  readonly name: string;
  /** The id of a zone, empty in total; another text where it is not recognised. */
  readonly zone: string;
  readonly target: string;
  readonly completed: string;
  readonly percent: string;
  readonly where: string;
}

export type Column = keyof Line;
export const COLUMNS = ['name', 'zone', 'target', 'completed', 'percent', 'where'] as const;
export const EMPTY: Line = { name: '', zone: '', target: '', completed: '', percent: '', where: '' };

type Catalogue = AuditedSubjectsQuery['indicators'];
interface Zone {
  readonly id: string;
  readonly name: string;
}

/** A text for comparison: full-width signs folded, without blanks and the signs between a name and its measure. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s·:/、()\-—|]/g, '')
    .toLowerCase();

/** What a measure of an indicator is called here. */
export function subjectName(
  indicator: Catalogue[number],
  measure: Catalogue[number]['measures'][number],
): string {
  return indicator.measures.length === 1 ? indicator.name : `${indicator.name}：${measure.name}`;
}

export interface Subject {
  readonly indicator: string;
  readonly measure: string;
}

/** The measure that a name means; undefined where it means none of the catalogue, or could mean several. */
export function subjectOf(name: string, catalogue: Catalogue): Subject | undefined {
  const words = plain(name);
  const found = catalogue.flatMap((indicator) =>
    indicator.measures.flatMap((measure) => {
      const names = [indicator.name, ...indicator.name.split('/'), ...indicator.aliases];
      const meant = names.flatMap((one) => [
        ...[measure.name, measure.unit].map((of) => plain(`${one}${of}`)),
        ...(indicator.measures.length === 1 ? [plain(one)] : []),
      ]);
      return meant.includes(words) ? [{ indicator: indicator.code, measure: measure.code }] : [];
    }),
  );
  const [first, ...others] = found;
  const areSame = others.every((it) => it.indicator === first?.indicator && it.measure === first.measure);
  return areSame ? first : undefined;
}

const DIGITS = '一二三四五六七八九十';
const numbered = (text: string): string =>
  plain(text).replace(/[一二三四五六七八九十]/g, (digit) => String(DIGITS.indexOf(digit) + 1));
const TOTAL = /^(?:合计|总计|全站|total)?$/;

/** The zone that a text names, by its id; the text itself where it names none. */
export function zoneOf(text: string, zones: readonly Zone[]): string {
  if (TOTAL.test(plain(text))) return '';
  const same = zones.filter(({ name }) => plain(name) === plain(text));
  const alike = same.length > 0 ? same : zones.filter(({ name }) => sorted(name) === sorted(text));
  return alike.length === 1 && alike[0] ? alike[0].id : text.trim();
}

/** 片区1, 第一片区 and 一片区 are one. */
const sorted = (name: string): string => Array.from(numbered(name).replace('第', '')).sort().join('');

const HEADINGS: readonly (readonly [Column | 'measure', RegExp])[] = [
  ['percent', /百分比|完成率|比例|percent|%/],
  ['target', /协议|指标[数量]|目标|计划|target/],
  ['completed', /完成|实际|completed/],
  ['zone', /片区|zone/],
  ['measure', /度量|单位|measure|unit/],
  ['where', /出处|位置|页|where/],
  ['name', /指标|内容|项目|名称|indicator/],
];

/** The columns that the first row of a paste names; undefined where it is no row of headings. */
function headingsOf(row: readonly string[]): (Column | 'measure' | undefined)[] | undefined {
  const found = row.map((text) => HEADINGS.find(([, words]) => words.test(plain(text)))?.[0]);
  const hasFigures = found.some((column) => column === 'target' || column === 'completed');
  return hasFigures && found.includes('name') ? found : undefined;
}

/** Lines with cells pasted from a spreadsheet: by its headings where it has some, else from one cell on. */
export function pasted(
  lines: readonly Line[],
  from: { readonly line: number; readonly column: Column },
  rows: readonly (readonly string[])[],
  zones: readonly Zone[],
): Line[] {
  const headings = rows[0] && headingsOf(rows[0]);
  const first = COLUMNS.indexOf(from.column);
  const columns = headings ?? rows[0]?.map((_, at) => COLUMNS[first + at]) ?? [];
  const result = [...lines];
  rows.slice(headings ? 1 : 0).forEach((row, down) => {
    const at = from.line + down;
    const cells: Partial<Record<Column | 'measure', string>> = {};
    row.forEach((text, right) => {
      const column = columns[right];
      if (column) cells[column] = text.trim();
    });
    const { measure = '', ...changes } = cells;
    if (measure !== '' && changes.name !== undefined) changes.name = `${changes.name}：${measure}`;
    if (changes.zone !== undefined) changes.zone = zoneOf(changes.zone, zones);
    while (result.length <= at) result.push(EMPTY);
    result[at] = { ...EMPTY, ...result[at], ...changes };
  });
  return result;
}

const KINDS: readonly (readonly [Column, FigureKind])[] = [
  ['target', 'TARGET'],
  ['completed', 'COMPLETED'],
  ['percent', 'PERCENT'],
];

interface ReadLines {
  readonly figures: readonly PublishedFigureInput[];
  /** Of each figure, its line and column: where the answer of the server names it. */
  readonly cells: readonly string[];
  readonly mistakes: readonly Mistake[];
}

export const cellKey = (line: number, column: Column): string => `${String(line)} ${column}`;

/** The figures of the lines that say something. */
export function figuresOf(
  lines: readonly Line[],
  catalogue: Catalogue,
  zones: readonly Zone[],
  { required, otherZone, place }: { required: string; otherZone: string; place: (line: number) => string },
): ReadLines {
  const figures: PublishedFigureInput[] = [];
  const cells: string[] = [];
  const mistakes: Mistake[] = [];
  lines.forEach((line, at) => {
    const given = KINDS.filter(([column]) => line[column].trim() !== '');
    if (given.length === 0) return;
    if (line.name.trim() === '') mistakes.push({ message: required, path: [cellKey(at, 'name')] });
    if (line.zone !== '' && zones.every(({ id }) => id !== line.zone))
      mistakes.push({ message: otherZone, path: [cellKey(at, 'zone')] });
    const subject = subjectOf(line.name, catalogue) ?? { subject: line.name.trim() };
    for (const [column, kind] of given) {
      cells.push(cellKey(at, column));
      figures.push({
        ...subject,
        zoneId: line.zone === '' ? null : line.zone,
        kind,
        value: line[column].trim(),
        where: line.where.trim() || place(at + 1),
      });
    }
  });
  return { figures, cells, mistakes };
}

/** The refusals of the server at the cells that they are about; those that are about none keep their path. */
export function atCells(refusals: readonly Mistake[], cells: readonly string[]): Mistake[] {
  return refusals.map((refusal) => {
    const [list, index, field] = refusal.path;
    const cell = list === 'figures' ? cells[Number(index)] : undefined;
    if (cell === undefined) return refusal;
    const [line = '0'] = cell.split(' ');
    const column = COLUMN_OF[field ?? ''];
    return { ...refusal, path: [column ? cellKey(Number(line), column) : cell] };
  });
}

const COLUMN_OF: Readonly<Record<string, Column>> = {
  indicator: 'name',
  measure: 'name',
  subject: 'name',
  zoneId: 'zone',
  where: 'where',
};
