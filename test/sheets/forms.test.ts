import fc from 'fast-check';
import type { Indicator } from '../../src/modules/completion';
import { formOf, readForm } from '../../src/modules/sheet-import';
import { type Cell, cellName, Grid, type Workbook } from '../../src/platform/sheets';
import { catalogue, cell, CONTEXT, copyOf, workbook, workbookOf } from './support/fengyuan';

const SAMPLES = ['fujian1-fengyuan.xlsx', 'fujian2-fengyuan.xlsx', 'log-clean.xlsx'] as const;
let indicators: Indicator[];
let samples: Workbook[];

beforeAll(async () => {
  indicators = await catalogue();
  samples = await Promise.all(SAMPLES.map(workbookOf));
});

const context = () => ({ ...CONTEXT, indicators });

test('a form is recognised by its headings, whatever its sheets and files are called', () => {
  for (const book of samples) for (const sheet of book.sheets) expect(sheet.name).not.toBe('');
  const renamed = samples.map((book) => {
    const copy = copyOf(book);
    copy.sheets.unshift({ ...workbook([['封面']]).sheets[0]!, name: '说明' });
    for (const [at, sheet] of copy.sheets.entries()) sheet.name = `Sheet${at}`;
    return formOf(copy, context());
  });
  expect(renamed).toEqual(['FUJIAN_1', 'FUJIAN_2', 'SERVICE_LOG']);
});

test('a workbook of no form, or of several, is refused', () => {
  expect(
    formOf(
      workbook([
        ['姓名', '年龄'],
        ['甲', 3],
      ]),
      context(),
    ),
  ).toMatchObject({ unclear: { code: 'FORM_NOT_RECOGNISED' } });
  const both = copyOf(samples[0]!);
  both.sheets.push(...copyOf(samples[2]!).sheets);
  expect(readForm(both, context())).toMatchObject({ unclear: { code: 'FORMS_MIXED' } });
});

test('sheets that are hidden count, with a warning; sheets without the form are ignored, and said to be', () => {
  const book = copyOf(samples[2]!);
  book.sheets[0]!.isHidden = true;
  book.sheets.push({ ...workbook([['填表说明'], ['一、按日填写']]).sheets[0]!, name: '说明' });
  const read = readForm(book, context());
  if ('unclear' in read) throw new Error('not recognised');
  expect(read.counts).toEqual({ rows: 302, ready: 300, ignored: 2, faulty: 0 });
  expect(read.faults.map(({ code, sheet, cell: at }) => `${code} ${sheet} ${at}`)).toEqual([
    'HIDDEN_SHEET 服务记录 A1',
    'ROW_IGNORED 说明 A1',
    'ROW_IGNORED 说明 A2',
  ]);
});

const ODD: (Cell | null)[] = [
  ...[
    '??',
    '5/6',
    '片区九',
    '合计',
    '3个',
    '-1',
    '协议量',
    '完成量',
    '同99',
    '日期',
    '【分段计算】',
    '小计',
    ' ',
    '1e5',
    '#N/A',
    '２',
    '√',
  ].map(cell),
  ...[-1, 0, 0.5, 1.234, 9e9, 45418].map(cell),
  null,
  { kind: 'ERROR', text: '#REF!', formula: 'A1', isExact: true },
  { kind: 'UNCALCULATED', text: '', formula: 'A1', isExact: true },
  { kind: 'BOOLEAN', text: 'TRUE', formula: null, isExact: true },
  { kind: 'DAY', text: '2024-05-06', formula: null, isExact: true },
  { kind: 'PERCENT', text: '1.5', formula: null, isExact: true },
];

test('whatever is in its cells, the lines of a form add up, and its faults are at cells of it', () => {
  const change = fc.record({ at: fc.nat(), odd: fc.constantFrom(...ODD) });
  const arbitrary = fc.record({
    which: fc.nat({ max: 2 }),
    changes: fc.array(change, { minLength: 1, maxLength: 6 }),
  });
  fc.assert(
    fc.property(arbitrary, ({ which, changes }) => {
      const book = copyOf(samples[which]!);
      const sheet = book.sheets[0]!;
      // Of the long log, its beginning.
      sheet.rows = sheet.rows.slice(0, 45);
      for (const { at, odd } of changes) {
        const row = at % sheet.rows.length;
        const column = Math.floor(at / sheet.rows.length) % 34;
        while (sheet.rows[row]!.length <= column) sheet.rows[row]!.push(null);
        sheet.rows[row]![column] = odd;
      }
      const read = readForm(book, context());
      if ('unclear' in read) return;
      const { rows, ready, ignored, faulty } = read.counts;
      expect(rows).toBe(ready + ignored + faulty);
      expect(rows).toBe(read.lines.length);
      const grid = new Grid(sheet);
      const cells = new Set<string>();
      for (let row = 0; row < grid.height; row += 1)
        for (let column = 0; column < grid.width; column += 1) cells.add(cellName(row, column));
      for (const { cell: at, severity } of read.faults) {
        expect(cells.has(at)).toBe(true);
        expect(['ERROR', 'WARNING', 'NOTE']).toContain(severity);
      }
      const errors = read.faults.filter(({ severity }) => severity === 'ERROR').length;
      expect(faulty === 0 || errors > 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a value that is no number, put where a figure is, is a fault at that cell', () => {
  const [form] = samples;
  const figures = readForm(form!, context());
  if ('unclear' in figures || figures.form !== 'FUJIAN_1') throw new Error('not recognised');
  fc.assert(
    fc.property(
      fc.constantFrom(...figures.reading.figures),
      fc.constantFrom('甲', '3个', '1,2', '十'),
      ({ cells }, odd) => {
        const book = copyOf(form!);
        const sheet = book.sheets[0]!;
        for (let row = 0; row < sheet.rows.length; row += 1)
          for (let column = 0; column < 30; column += 1)
            if (cellName(row, column) === cells.completed) sheet.rows[row]![column] = cell(odd);
        const read = readForm(book, context());
        if ('unclear' in read) throw new Error('not recognised');
        expect(read.faults.filter(({ severity }) => severity === 'ERROR').map((fault) => fault.cell)).toEqual(
          [cells.completed],
        );
        expect(read.counts.faulty).toBe(1);
      },
    ),
    { numRuns: 60 },
  );
});
