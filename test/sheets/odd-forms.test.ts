import type { Indicator } from '../../src/modules/completion';
import { readForm } from '../../src/modules/sheet-import';
import type { Cell, SheetData, Workbook } from '../../src/platform/sheets';
import { catalogue, CONTEXT, copyOf, workbook, workbookOf } from './support/fengyuan';

/** What offices do to a form without meaning anything by it: it reads as before. */
const SAMPLES = ['fujian1-fengyuan.xlsx', 'fujian2-fengyuan.xlsx', 'log-clean.xlsx'] as const;
let indicators: Indicator[];
let samples: Workbook[];

beforeAll(async () => {
  indicators = await catalogue();
  samples = await Promise.all(SAMPLES.map(workbookOf));
});

/** What was read, without its position: and how many errors and warnings there were by code. */
function contentOf(book: Workbook) {
  const read = readForm(book, { ...CONTEXT, indicators });
  if ('unclear' in read) return { unclear: read.unclear.code };
  const { rows, ready, ignored, faulty } = read.counts;
  expect(rows).toBe(ready + ignored + faulty);
  const where = new Set(['sheet', 'row', 'rows', 'cell', 'cells', 'columns', 'published']);
  const bare = (key: string, value: unknown): unknown => (where.has(key) ? undefined : value);
  const faultLines = read.faults.filter(({ severity }) => severity !== 'NOTE').map(({ code }) => code);
  return {
    reading: JSON.parse(JSON.stringify(read.reading, bare)) as unknown,
    ready,
    faulty,
    codes: faultLines,
  };
}

const changed = (book: Workbook, change: (sheet: SheetData) => void): Workbook => {
  const copy = copyOf(book);
  for (const sheet of copy.sheets) change(sheet);
  return copy;
};
const eachCell =
  (change: (cell: Cell) => Cell | null) =>
  (sheet: SheetData): void => {
    sheet.rows = sheet.rows.map((row) => row.map((cell) => cell && change(cell)));
  };
const moved = (down: number, right: number) => (sheet: SheetData) => {
  const gap = Array.from({ length: right }, () => null);
  sheet.rows = [...Array.from({ length: down }, () => []), ...sheet.rows.map((row) => [...gap, ...row])];
  sheet.merges = sheet.merges.map(({ top, left, bottom, right: last }) => ({
    top: top + down,
    left: left + right,
    bottom: bottom + down,
    right: last + right,
  }));
};
const FULL_WIDTH = '０１２３４５６７８９';
const isNumber = ({ kind, formula }: Cell): boolean => kind === 'NUMBER' && formula === null;
const asText = (text: (number: string) => string) =>
  eachCell((cell) => (isNumber(cell) ? { ...cell, kind: 'TEXT', text: text(cell.text) } : cell));

const HARMLESS: [string, (sheet: SheetData) => void][] = [
  ['moved down', moved(7, 0)],
  ['moved right', moved(0, 4)],
  ['moved down and right', moved(3, 2)],
  ['numbers as text', asText((text) => text)],
  ['numbers as text with spaces that do not break', asText((text) => `\u00A0${text}\u3000`)],
  [
    'numbers in full-width digits',
    asText((text) => text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)]!)),
  ],
  [
    'days as their serials',
    eachCell((cell) =>
      cell.kind === 'DAY'
        ? { ...cell, kind: 'NUMBER', text: String(Date.parse(cell.text) / 86_400_000 + 25_569) }
        : cell,
    ),
  ],
  [
    'days in words',
    eachCell((cell) => {
      const [year, month, day] = cell.text.split('-').map(Number);
      return cell.kind === 'DAY' ? { ...cell, kind: 'TEXT', text: `${year}年${month}月${day}日` } : cell;
    }),
  ],
  [
    'days with their time',
    eachCell((cell) =>
      cell.kind === 'DAY'
        ? { ...cell, kind: 'TEXT', text: `${cell.text.replaceAll('-', '/')} 00:00:00` }
        : cell,
    ),
  ],
  [
    'texts with blanks around them',
    eachCell((cell) => (cell.kind === 'TEXT' ? { ...cell, text: ` ${cell.text}\u3000` } : cell)),
  ],
  [
    'line breaks after every text',
    eachCell((cell) => (cell.kind === 'TEXT' ? { ...cell, text: `${cell.text}\n` } : cell)),
  ],
  [
    'empty columns and rows beyond it',
    (sheet) => {
      sheet.rows = [...sheet.rows.map((row) => [...row, null, null, null]), [], [null], []];
    },
  ],
  ['a name that was given twice', (sheet) => void (sheet.name = `${sheet.name} (2)`)],
];

describe.each(SAMPLES.map((name, at) => [name, at] as const))('%s reads as before', (_, which) => {
  test.each(HARMLESS)('%s', (_name, change) => {
    expect(contentOf(changed(samples[which]!, change))).toEqual(contentOf(samples[which]!));
  });

  test('with other sheets before and after it', () => {
    const book = copyOf(samples[which]!);
    const [before, after] = workbook(
      [['封面'], ['编制单位：社工站']],
      [['填表说明'], ['一、按月填报']],
    ).sheets;
    book.sheets = [before!, ...book.sheets, after!];
    expect(contentOf(book)).toEqual(contentOf(samples[which]!));
  });
});

test('what is hidden in columns or under merges is reported, at its first cell', () => {
  const book = copyOf(samples[2]!);
  const [log] = book.sheets;
  log!.hiddenColumns = [8];
  log!.merges = [{ top: 1, left: 0, bottom: 2, right: 0 }];
  const faultLines = (): string[] => {
    const read = readForm(book, { ...CONTEXT, indicators });
    if ('unclear' in read) throw new Error(read.unclear.code);
    return read.faults
      .filter(({ severity }) => severity !== 'NOTE')
      .map(({ code, cell }) => `${code} ${cell}`);
  };
  const [first] = log!.rows.flatMap((row, at) => (row[8] ? [at + 1] : []));
  log!.rows[2]![0] = { ...log!.rows[1]![0]! };
  expect(faultLines()).toEqual([`HIDDEN_COLUMN I${first}`]);
  log!.rows[2]![0] = { ...log!.rows[1]![0]!, text: '2024-08-01' };
  expect(faultLines()).toEqual([`HIDDEN_COLUMN I${first}`, 'COVERED_BY_MERGE A3']);
});

test('a day, a zone, a point or an indicator that is merged over several rows is that of each; a number is not', () => {
  const book = workbook([
    ['日期', '片区', '社工点', '指标', '人次'],
    ['2024-05-06', '片区1', '惠城社区', '政策宣传', 3],
    [null, null, null, null, 4],
    ['2024-05-07', null, null, null, 5],
    ['2024-05-08', null, null, null, null],
  ]);
  const over = (left: number, top: number, bottom: number) => ({ top, left, bottom, right: left });
  book.sheets[0]!.merges = [over(0, 1, 2), over(1, 1, 4), over(2, 1, 3), over(3, 1, 4), over(4, 3, 4)];
  const read = readForm(book, { ...CONTEXT, indicators });
  if ('unclear' in read || read.form !== 'SERVICE_LOG') throw new Error('not recognised');
  const lines = read.reading.map(({ day, zone, point, quantities }) =>
    [day, zone?.name, point?.name, quantities[0]?.value].join(' '),
  );
  expect(lines).toEqual([
    '2024-05-06 片区一 惠城社区 3',
    '2024-05-06 片区一 惠城社区 4',
    '2024-05-07 片区一 惠城社区 5',
  ]);
  expect(read.counts).toEqual({ rows: 4, ready: 3, ignored: 0, faulty: 1 });
});

test('the list of problems of an annotated workbook is no part of it, and one line', () => {
  const book = copyOf(samples[2]!);
  const [list] = workbook([
    ['工作表', '单元格', '内容', '等级', '问题', '处理办法'],
    ['服务记录', 'A2', 5, '错误', '没有年份', '改正'],
  ]).sheets;
  book.sheets.push({ ...list!, name: '问题清单' });
  const read = readForm(book, { ...CONTEXT, indicators });
  if ('unclear' in read) throw new Error(read.unclear.code);
  expect(read.counts).toEqual({ rows: 301, ready: 300, ignored: 1, faulty: 0 });
  expect(read.faults.map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`)).toEqual([
    'PROBLEM_LIST_IGNORED 问题清单 A1',
  ]);
});
