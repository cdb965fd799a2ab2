import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Indicator } from '../../../src/modules/completion';
import { type FormContext, type FormReading, readForm } from '../../../src/modules/sheet-import';
import { type Cell, type SheetData, type Workbook, readWorkbook } from '../../../src/platform/sheets';
import { demoApi } from '../../kit/shared-api';

const FIXTURES = join(__dirname, '../fixtures');

export const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name));
/** What is to be read of a sample. */
export const reading = (name: string): unknown => JSON.parse(fixture(name).toString());
export const workbookOf = async (name: string): Promise<Workbook> => readWorkbook(fixture(name));

/** The zones and points of 逢源, as the samples have them. */
export const ZONES = ['片区一', '片区二', '片区三'].map((name, at) => ({ id: `zone-${at + 1}`, name }));
const POINTS = [
  ['马基涌社区', '惠城社区', '厚福社区', '隆城社区'],
  ['富力东社区', '富力西社区', '耀华社区', '逢源北社区'],
  ['华贵社区', '源胜社区', '泰兴社区', '何家祠社区'],
].flatMap((names, at) => names.map((name) => ({ id: `point-${name}`, name, zoneId: ZONES[at]!.id })));
const TERMS = [{ startsOn: '2024-05-01', endsOn: '2025-04-30' }];

/** The catalogue as the API has it. */
export async function catalogue(): Promise<Indicator[]> {
  const api = await demoApi();
  const member = await api.as('worker@fengyuan.example');
  const { data } = await member.ask<{ indicators: (Indicator & { name: string })[] }>(
    '{ indicators { code name section formPosition aliases measures { code name unit } } }',
    {},
    { 'accept-language': 'zh' },
  );
  return data!.indicators.map((indicator, position) => ({
    ...indicator,
    position,
    nameZh: indicator.name,
    nameEn: indicator.code,
    measures: indicator.measures.map((measure, at) => ({ ...measure, position: at })),
  }));
}

/** A cell as it comes of a sheet. */
export function cell(value: string | number | null): Cell | null {
  if (value === null || value === '') return null;
  const kind = typeof value === 'number' ? 'NUMBER' : 'TEXT';
  return { kind, text: String(value), formula: null, isExact: true };
}

/** A workbook of sheets of plain values. */
export function workbook(...sheets: (string | number | null)[][][]): Workbook {
  return {
    dateSystem: 1900,
    sheets: sheets.map((rows, at): SheetData => ({
      name: `Sheet${at + 1}`,
      isHidden: false,
      rows: rows.map((row) => row.map(cell)),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    })),
  };
}

/** A copy whose cells may be changed. */
export function copyOf(source: Workbook): Workbook {
  return structuredClone(source);
}

/** Writes a cell by its name: D9. */
export function put(target: Workbook, name: string, value: string | number | Cell | null, sheet = 0): void {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const { rows } = target.sheets[sheet]!;
  while (rows.length <= row) rows.push([]);
  const cells = rows[row]!;
  while (cells.length <= column) cells.push(null);
  cells[column] = typeof value === 'object' ? value : cell(value);
}

/** Moves everything from a row on down, and its merges with it. */
export function insertRow(
  target: Workbook,
  at: number,
  values: (string | number | null)[] = [],
  sheet = 0,
): void {
  const data = target.sheets[sheet]!;
  data.rows.splice(at, 0, values.map(cell));
  for (const merge of data.merges) {
    if (merge.top >= at) merge.top += 1;
    if (merge.bottom >= at) merge.bottom += 1;
  }
  data.hiddenRows = data.hiddenRows.map((row) => (row >= at ? row + 1 : row));
}

export const CONTEXT: Omit<FormContext, 'indicators'> = {
  zones: ZONES,
  points: POINTS,
  projects: [],
  terms: TERMS,
};

type ReadForm<Form extends FormReading['form']> = Extract<FormReading, { form: Form }> & {
  /** Errors and warnings, with their cells. */
  faultLines: string[];
};

/** A workbook read as the form that it is, whose lines must add up. */
export function readAs<Form extends FormReading['form']>(
  form: Form,
  book: Workbook,
  context: FormContext,
): ReadForm<Form> {
  const read = readForm(book, context);
  if ('unclear' in read || read.form !== form) throw new Error(`not recognised as ${form}`);
  const { rows, ready, ignored, faulty } = read.counts;
  expect(rows).toBe(ready + ignored + faulty);
  const faultLines = read.faults
    .filter(({ severity }) => severity !== 'NOTE')
    .map(({ code, severity, cell: at }) => `${severity} ${code} ${at}`);
  return { ...(read as Extract<FormReading, { form: Form }>), faultLines };
}
