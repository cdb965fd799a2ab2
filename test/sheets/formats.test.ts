import { type CellValue, type MergeRange, writeCsv, writeOds, writeXlsx } from 'hucre';
import type { Indicator } from '../../src/modules/completion';
import { type FormReading, readForm } from '../../src/modules/sheet-import';
import { readWorkbook, type Workbook } from '../../src/platform/sheets';
import { catalogue, CONTEXT, workbook, workbookOf } from './support/fengyuan';
import { xlsOf } from './support/xls';

const SAMPLES = ['fujian1-fengyuan.xlsx', 'fujian2-fengyuan.xlsx', 'log-clean.xlsx'] as const;
let indicators: Indicator[];

beforeAll(async () => {
  indicators = await catalogue();
});

/** What was read of a form: not the sheet, which a file of values has none of, and not ratios, which it has as text. */
function contentOf(book: Workbook): unknown {
  const read = readForm(book, { ...CONTEXT, indicators });
  if ('unclear' in read) throw new Error(read.unclear.code);
  const bare = (key: string, value: unknown): unknown =>
    ['sheet', 'published'].includes(key) ? undefined : value;
  return JSON.parse(JSON.stringify({ form: read.form, reading: read.reading }, bare));
}

/** The cells of a sheet as values for a writer. */
const valuesOf = ({ sheets }: Workbook): CellValue[][] =>
  sheets[0]!.rows.map((row) =>
    row.map((cell) => {
      if (cell === null || cell.kind === 'UNCALCULATED') return null;
      if (cell.kind === 'DAY') return new Date(`${cell.text}T00:00:00Z`);
      return cell.kind === 'TEXT' ? cell.text : Number(cell.text);
    }),
  );
const mergesOf = ({ sheets }: Workbook): MergeRange[] =>
  sheets[0]!.merges.map(({ top, left, bottom, right }) => ({
    startRow: top,
    startCol: left,
    endRow: bottom,
    endCol: right,
  }));
const DAY_MS = 86_400_000;
/** A day as an .xls has it where its format is lost: its serial. */
const serialOf = (value: CellValue): string | number | null => {
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / DAY_MS;
  return typeof value === 'boolean' ? String(value) : value;
};
const textOf = (value: CellValue): CellValue =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

describe.each(SAMPLES)('%s reads the same', (name) => {
  let sample: Workbook;
  let expected: unknown;

  beforeAll(async () => {
    sample = await workbookOf(name);
    expected = contentOf(sample);
  });

  test.each(['1900', '1904'] as const)('as an .xlsx of the date system of %s', async (dateSystem) => {
    const sheet = { name: 'Sheet1', rows: valuesOf(sample), merges: mergesOf(sample) };
    const bytes = await writeXlsx({ dateSystem, sheets: [sheet] });
    expect(contentOf(await readWorkbook(Buffer.from(bytes)))).toEqual(expected);
  });

  test('as an .ods', async () => {
    const sheet = { name: 'Sheet1', rows: valuesOf(sample), merges: mergesOf(sample) };
    expect(contentOf(await readWorkbook(Buffer.from(await writeOds({ sheets: [sheet] }))))).toEqual(expected);
  });
});

describe('the log reads the same', () => {
  test('as a file of values, where everything is text', async () => {
    const sample = await workbookOf('log-clean.xlsx');
    const text = writeCsv(valuesOf(sample).map((row) => row.map(textOf)));
    expect(contentOf(await readWorkbook(Buffer.from(text)))).toEqual(contentOf(sample));
  });

  test('as an .xls, where days are serials', async () => {
    const sample = await workbookOf('log-clean.xlsx');
    const bytes = xlsOf(
      '服务记录',
      valuesOf(sample).map((row) => row.map(serialOf)),
    );
    expect(contentOf(await readWorkbook(bytes))).toEqual(contentOf(sample));
  });
});

test('20,000 rows are read and recognised within ten seconds and 300 MB', async () => {
  const head = ['日期', '片区', '社工点', '项目', '指标', '个数', '节数', '人次', '备注'];
  const rows = Array.from({ length: 19_999 }, (_, at): CellValue[] => [
    new Date(Date.UTC(2024, 4, 1 + (at % 300))),
    '片区1',
    '惠城社区',
    null,
    '政策宣传',
    1,
    null,
    at % 97,
    at % 3 === 0 ? `第 ${at} 次` : null,
  ]);
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows: [head, ...rows] }] }));
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const read = readForm(await readWorkbook(bytes), { ...CONTEXT, indicators }) as FormReading;
  expect(performance.now() - began).toBeLessThan(10_000);
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(300);
  expect(read.counts).toEqual({ rows: 19_999, ready: 19_999, ignored: 0, faulty: 0 });
});

test('a log of nothing but faults is read, each reported once', () => {
  const rows = Array.from({ length: 5000 }, () => ['5/6', '片区九', '?', '?', '?', '?', '?', '?']);
  const read = readForm(
    workbook([['日期', '片区', '社工点', '项目', '指标', '个数', '节数', '人次'], ...rows]),
    { ...CONTEXT, indicators },
  ) as FormReading;
  expect(read.counts).toEqual({ rows: 5000, ready: 0, ignored: 0, faulty: 5000 });
  expect(new Set(read.faults.map(({ cell }) => cell)).size).toBe(read.faults.length);
});
