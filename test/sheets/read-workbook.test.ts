import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOds, writeXlsx } from 'hucre';
import { type Cell, cellName, Grid, readWorkbook, type Workbook } from '../../src/platform/sheets';
import { xlsOf } from './support/xls';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', name));

const texts = ({ sheets }: Workbook): (string | null)[][] =>
  sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? null));

const csv = (text: string): Buffer => Buffer.from(text);
/** “日期,指标” and a row of it, in GB18030. */
const GBK = Buffer.from('c8d5c6da2cd6b8b1ea0a323032342d30352d30362cbda8b5b50a', 'hex');

describe('a workbook of .xlsx', () => {
  const cells = new Map([
    ['2,0', { value: 3, type: 'formula' as const, formula: 'SUM(A1:B1)', formulaResult: 3 }],
    ['2,1', { value: null, type: 'formula' as const, formula: 'A1/B1' }],
    ['2,2', { value: '#DIV/0!', type: 'error' as const }],
    ['2,3', { value: 1.275, type: 'number' as const, style: { numFmt: '0.00%' } }],
  ]);
  const rows = [
    ['甲', null, true, new Date(Date.UTC(2024, 4, 6)), 0.1],
    ['=1+1', 0.1 + 0.2, 1e21, '１２', 123_456_789_012_345_680],
  ];

  async function read(dateSystem: '1900' | '1904' = '1900'): Promise<Workbook> {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }];
    const rowDefs = new Map([[1, { hidden: true }]]);
    const sheet = { name: '附件1-1', rows, cells, merges, rowDefs, columns: [{}, { hidden: true }] };
    const bytes = await writeXlsx({
      dateSystem,
      sheets: [sheet, { name: '其他', rows: [[1]], hidden: true }],
    });
    return readWorkbook(Buffer.from(bytes));
  }

  test('has its cells with their values, formulas and errors', async () => {
    const { sheets } = await read();
    const cell = (kind: string, text: string, formula: string | null = null, isExact = true): Cell =>
      ({ kind, text, formula, isExact }) as Cell;
    expect(sheets[0]!.rows).toEqual([
      [cell('TEXT', '甲'), null, cell('BOOLEAN', 'TRUE'), cell('DAY', '2024-05-06'), cell('NUMBER', '0.1')],
      [
        cell('TEXT', '=1+1'),
        cell('NUMBER', '0.3', null, false),
        cell('NUMBER', '1000000000000000000000'),
        cell('TEXT', '１２'),
        cell('NUMBER', '123456789012346000', null, false),
      ],
      [
        cell('NUMBER', '3', 'SUM(A1:B1)'),
        cell('UNCALCULATED', '', 'A1/B1'),
        cell('ERROR', '#DIV/0!'),
        cell('PERCENT', '1.275'),
      ],
    ]);
  });

  test('has its merges, and what is hidden', async () => {
    const { sheets } = await read();
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['附件1-1', false],
      ['其他', true],
    ]);
    expect(sheets[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect([sheets[0]!.hiddenRows, sheets[0]!.hiddenColumns]).toEqual([[1], [1]]);
    const grid = new Grid(sheets[0]!);
    expect(grid.at(0, 1)).toBeNull();
    expect(grid.shownAt(0, 1)?.text).toBe('甲');
    expect([grid.height, grid.width, grid.isHiddenRow(1)]).toEqual([3, 5, true]);
    expect(cellName(8, 3)).toBe('D9');
    expect(cellName(0, 702)).toBe('AAA1');
  });

  test.each(['1900', '1904'] as const)('has its days by the date system of %s', async (dateSystem) => {
    const { sheets, dateSystem: read1 } = await read(dateSystem);
    expect(String(read1)).toBe(dateSystem);
    expect(sheets[0]!.rows[0]![3]).toMatchObject({ kind: 'DAY', text: '2024-05-06' });
  });

  test('that is formatted to its last row has the rows that hold something', async () => {
    const styled = new Map([
      ['1048575,3', { value: null, type: 'empty' as const, style: { font: { bold: true } } }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: '甲', rows: [['a']], cells: styled }] });
    expect(texts(await readWorkbook(Buffer.from(bytes)))).toEqual([['a']]);
  });
});

test.each(['fujian1-fengyuan.xlsx', 'fujian2-fengyuan.xlsx', 'log-clean.xlsx'])(
  '%s is read, whatever it is called',
  async (name) => {
    const { sheets } = await readWorkbook(fixture(name));
    expect(sheets[0]!.rows.length).toBeGreaterThan(20);
  },
);

test('a formula without a cached value is no zero', async () => {
  const { sheets } = await readWorkbook(fixture('fujian1-fengyuan.xlsx'));
  expect(sheets[0]!.rows[5]![4]).toMatchObject({ kind: 'UNCALCULATED', text: '', formula: 'D6/C6' });
});

test('an .ods is read like an .xlsx', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: '甲',
        rows: [
          ['日期', 1.5],
          [null, new Date(Date.UTC(2024, 4, 6))],
        ],
      },
    ],
  });
  const { sheets } = await readWorkbook(Buffer.from(bytes));
  expect(texts({ sheets, dateSystem: 1900 })).toEqual([
    ['日期', '1.5'],
    [null, '2024-05-06'],
  ]);
});

test('an .xls is read like an .xlsx, its holes too', async () => {
  const bytes = xlsOf('服务记录', [['日期', 1.5], [], [], [null, '建档', 45_418]]);
  const { sheets } = await readWorkbook(bytes);
  expect(sheets[0]!.name).toBe('服务记录');
  expect(texts({ sheets, dateSystem: 1900 })).toEqual([['日期', '1.5'], [], [], [null, '建档', '45418']]);
});

describe('a file of values', () => {
  const expected = [
    ['日期', '指标'],
    ['2024-05-06', '建档'],
  ];
  const text = '日期,指标\n2024-05-06,建档\n';

  test.each([
    ['UTF-8', csv(text)],
    ['UTF-8 with its mark', csv(`\uFEFF${text}`)],
    ['UTF-8 with semicolons', csv(text.replaceAll(',', ';'))],
    ['UTF-8 with tabs', csv(text.replaceAll(',', '\t'))],
    ['GB18030', GBK],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('in %s is read', async (_, bytes) => {
    expect(texts(await readWorkbook(bytes))).toEqual(expected);
  });

  test('keeps quoted separators and line breaks, and every value as its text', async () => {
    const { sheets } = await readWorkbook(csv('a,"b,\nc",007\n'));
    expect(sheets[0]!.rows[0]!.map((cell) => [cell?.kind, cell?.text])).toEqual([
      ['TEXT', 'a'],
      ['TEXT', 'b,\nc'],
      ['TEXT', '007'],
    ]);
  });
});
