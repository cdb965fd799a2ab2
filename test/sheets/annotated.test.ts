import { type Cell, read, writeOds, writeXlsx } from 'hucre';
import { annotateWorkbook, type Annotation, type CellRemark, readWorkbook } from '../../src/platform/sheets';
import { fixture } from './support/fixtures';
import { xlsOf } from './support/xls';

/** An uploaded workbook with its faults at their cells. */
const [RED, YELLOW] = ['FFC7CF', 'FFEB9D'];
const remark = (cell: string, text: string, colour = RED, sheet = '服务记录'): CellRemark => ({
  sheet,
  cell,
  colour,
  text,
  listed: ['5/6', '错误', text],
});
const annotation = (...remarks: CellRemark[]): Annotation => ({
  author: '平台',
  colours: [RED, YELLOW],
  remarks,
  list: {
    name: '问题清单',
    headings: ['工作表', '单元格', '内容', '等级', '问题'],
    widths: [16, 10, 24, 10, 60],
  },
});

const ROWS = [
  ['日期', '指标', '个数'],
  ['5/6', '=1+1', 3],
];

async function annotated(bytes: Buffer, ...remarks: CellRemark[]) {
  const file = await annotateWorkbook(bytes, annotation(...remarks));
  const { sheets } = await read(file, { readStyles: true });
  const cellOf = (at: string, sheet = 0): Cell | undefined => sheets[sheet]!.cells?.get(at);
  const colourOf = (at: string): string | undefined => {
    const fill = cellOf(at)?.style?.fill;
    return fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined;
  };
  return { file, sheets, cellOf, colourOf };
}

const KINDS: [string, () => Promise<Buffer>, string][] = [
  [
    '.xlsx',
    async () => Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows: ROWS }] })),
    '服务记录',
  ],
  [
    '.ods',
    async () => Buffer.from(await writeOds({ sheets: [{ name: '服务记录', rows: ROWS }] })),
    '服务记录',
  ],
  ['.xls', async () => Promise.resolve(xlsOf('服务记录', ROWS)), '服务记录'],
  ['.csv', async () => Promise.resolve(Buffer.from(ROWS.map((row) => row.join(',')).join('\r\n'))), 'CSV'],
];

test.each(KINDS)(
  'a file of %s comes back as .xlsx: values, colours, comments, and a list with links',
  async (_, bytes, name) => {
    const { file, sheets, cellOf, colourOf } = await annotated(
      await bytes(),
      remark('A2', '没有年份', RED, name),
      remark('C3', '此格为空', YELLOW, name),
    );
    expect(sheets.map((sheet) => sheet.name)).toEqual([name, '问题清单']);
    const book = await readWorkbook(file);
    expect(book.sheets[0]!.rows.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ['日期', '指标', '个数'],
      ['5/6', '=1+1', '3'],
    ]);
    // Text that looks like a formula is text.
    expect(book.sheets[0]!.rows[1]![1]).toMatchObject({ kind: 'TEXT', formula: null });
    expect([colourOf('1,0'), colourOf('2,2'), colourOf('1,2')]).toEqual([RED, YELLOW, undefined]);
    expect(cellOf('1,0')?.comment).toMatchObject({ author: '平台', text: '没有年份' });
    expect(cellOf('2,2')?.comment?.text).toBe('此格为空');
    expect(sheets[1]!.rows).toEqual([
      ['工作表', '单元格', '内容', '等级', '问题'],
      [name, 'A2', '5/6', '错误', '没有年份'],
      [name, 'C3', '5/6', '错误', '此格为空'],
    ]);
    expect(sheets[1]!.cells?.get('1,1')?.hyperlink?.location).toBe(`'${name}'!A2`);
  },
);

test('several faults of a cell are one comment, in the colour of the worst; those of merged cells are at the first', async () => {
  const bytes = Buffer.from(
    await writeXlsx({
      sheets: [
        { name: '服务记录', rows: ROWS, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }] },
      ],
    }),
  );
  const { cellOf, colourOf, sheets } = await annotated(
    bytes,
    remark('A2', '一', YELLOW),
    remark('A2', '二', RED),
    remark('C1', '三'),
  );
  expect([cellOf('1,0')?.comment?.text, colourOf('1,0')]).toEqual(['一\n二', RED]);
  expect([cellOf('0,0')?.comment?.text, colourOf('0,0'), colourOf('0,2')]).toEqual(['三', RED, undefined]);
  expect(sheets[0]!.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]);
});

test('looks, widths, hidden rows, days and sums are those of the file', async () => {
  const { cellOf, sheets } = await annotated(fixture('fujian1-fengyuan.xlsx'));
  const [before] = (await read(fixture('fujian1-fengyuan.xlsx'), { readStyles: true })).sheets;
  const [after] = sheets;
  expect(after!.merges).toEqual(before!.merges);
  expect(after!.columns?.map(({ width }) => width)).toEqual(before!.columns?.map(({ width }) => width));
  for (const [at, { value, formula, formulaResult, style }] of before!.cells!) {
    const same = cellOf(at);
    expect([at, same?.value ?? null, same?.formula, same?.formulaResult]).toEqual([
      at,
      value,
      formula,
      formulaResult,
    ]);
    expect(same?.style?.numFmt).toBe(style?.numFmt);
    expect(same?.style?.border).toEqual(style?.border);
  }
  const day = new Date('2024-05-06T00:00:00Z');
  const log = { name: '服务记录', rows: [['日期'], [day], [day]], rowDefs: new Map([[2, { hidden: true }]]) };
  for (const dateSystem of ['1900', '1904'] as const) {
    const file = await annotateWorkbook(
      Buffer.from(await writeXlsx({ dateSystem, sheets: [log] })),
      annotation(),
    );
    const [sheet] = (await readWorkbook(file)).sheets;
    expect(sheet!.rows[1]![0]).toMatchObject({ kind: 'DAY', text: '2024-05-06' });
    expect(sheet!.hiddenRows).toEqual([2]);
  }
});

test('formulas that could do more than calculate give way to their values', async () => {
  const formula = async (text: string, formulaResult: number | null) => {
    const cells = new Map([['0,0', { formula: text, ...(formulaResult !== null && { formulaResult }) }]]);
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows: [[null]], cells }] }));
    const { cellOf, sheets } = await annotated(bytes);
    return { formula: cellOf('0,0')?.formula, value: sheets[0]!.rows[0]?.[0] };
  };
  for (const kept of [
    'SUM(A2:A3)',
    'IF(OR(\'附件1-1\'!$C$6=0,C6="/"),"/",ROUND(D6*10000/C6,0)/10000)',
    '1.5%+TRUE',
  ])
    expect(await formula(kept, 7)).toEqual({ formula: kept, value: 7 });
  for (const other of [
    'WEBSERVICE("http://a.example")',
    '[1]Sheet1!A1',
    "cmd|'/c calc'!A0",
    '协议量*2',
    '1'.repeat(400) + '§',
  ]) {
    expect(await formula(other, 7)).toEqual({ formula: undefined, value: 7 });
  }
  expect(await formula('协议量*2', null)).toEqual({ formula: undefined, value: '=协议量*2' });
});

test('what was annotated before is annotated anew: nothing is left of the first time', async () => {
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows: ROWS }] }));
  const first = await annotateWorkbook(bytes, annotation(remark('A2', '没有年份')));
  const { sheets, cellOf, colourOf } = await annotated(first, remark('B2', '指标不明'));
  expect(sheets.map(({ name }) => name)).toEqual(['服务记录', '问题清单']);
  expect([colourOf('1,0'), cellOf('1,0')?.comment]).toEqual([undefined, undefined]);
  expect(sheets[1]!.rows).toHaveLength(2);
});

test('as many rows as are read, all of them at fault, come back within the heap and the clock of the thread', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [
    '5/6',
    '片区一',
    '惠城社区',
    '红棉热线',
    at,
    null,
    null,
    null,
    `第 ${at} 次`,
  ]);
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '服务记录', rows }] }));
  const remarks = rows.flatMap((_, at) => [
    remark(`A${at + 1}`, '没有完整的年份，可能是不同的日期'),
    remark(`B${at + 1}`, '没有此片区', YELLOW),
  ]);
  const { sheets, colourOf, cellOf } = await annotated(bytes, ...remarks);
  expect(sheets[1]!.rows).toHaveLength(40_001);
  expect([colourOf('19999,1'), cellOf('19999,1')?.comment]).toEqual([YELLOW, undefined]);
}, 120_000);
