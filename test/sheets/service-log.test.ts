import type { Indicator } from '../../src/modules/completion';
import { exact } from '../../src/platform/decimal';
import type { Cell, Workbook } from '../../src/platform/sheets';
import {
  catalogue,
  CONTEXT,
  copyOf,
  insertRow,
  put,
  readAs,
  reading,
  workbook,
  workbookOf,
} from './support/fengyuan';

interface Expected {
  rows: number;
  records: number;
  sums: Record<string, Record<string, string>>;
}

const EXPECTED = reading('log-clean.json') as Expected;
const HEAD = ['日期', '片区', '社工点', '项目', '指标', '个数', '节数', '人次', '备注'];
let indicators: Indicator[];
let sample: Workbook;

beforeAll(async () => {
  indicators = await catalogue();
  sample = await workbookOf('log-clean.xlsx');
});

const readOf = (book: Workbook) => readAs('SERVICE_LOG', book, { ...CONTEXT, indicators });
const row = (day: string | number, ...rest: (string | number | null)[]): (string | number | null)[] => [
  day,
  '片区一',
  '惠城社区',
  null,
  ...rest,
];
const logOf = (...rows: (string | number | null)[][]): Workbook => workbook([HEAD, ...rows]);

describe('the sample', () => {
  test('is read row by row', () => {
    const { reading: records, faultLines, counts } = readOf(sample);
    expect(faultLines).toEqual([]);
    expect(counts).toEqual({ rows: EXPECTED.rows, ready: EXPECTED.records, ignored: 0, faulty: 0 });
    const sums: Record<string, Record<string, string>> = {};
    for (const { indicator, quantities, zone } of records)
      for (const { measure, value } of quantities)
        for (const place of ['合计', zone!.name]) {
          const of = (sums[`${indicator}.${measure}`] ??= {});
          of[place] = exact(of[place] ?? '0')
            .plus(value)
            .toFixed();
        }
    expect(sums).toEqual(EXPECTED.sums);
    expect(records[0]).toMatchObject({
      sheet: '服务记录',
      row: 2,
      day: '2024-05-06',
      zone: { id: 'zone-3', name: '片区三' },
      point: { id: 'point-泰兴社区', name: '泰兴社区' },
      project: null,
      indicator: 'MEDIUM_EVENT',
      quantities: [
        { measure: 'EVENTS', value: '1' },
        { measure: 'PARTICIPANTS', value: '49' },
      ],
      note: null,
    });
  });
});

describe('what offices make of it', () => {
  test.each([
    ['2024-5-6'],
    ['2024/5/6'],
    ['2024.5.6'],
    ['2024年5月6日'],
    ['２０２４年５月６日'],
    ['20240506'],
    ['2024-05-06 09:30'],
    [45418],
    [20240506],
  ])('“%s” is the 6th of May', (day) => {
    const { reading: records, faultLines } = readOf(logOf(row(day, '建档', 3)));
    expect([faultLines, records.map((record) => record.day)]).toEqual([[], ['2024-05-06']]);
  });

  test('a serial is of the date system of the file', () => {
    const book = logOf(row(43956, '建档', 3));
    book.dateSystem = 1904;
    expect(readOf(book).reading[0]?.day).toBe('2024-05-06');
  });

  test.each([
    ['5/6', 'CELL_DAY_AMBIGUOUS'],
    ['5月6日', 'CELL_DAY_AMBIGUOUS'],
    ['24-5-6', 'CELL_DAY_AMBIGUOUS'],
    ['2024-06-31', 'CELL_NOT_A_DAY'],
    ['2024年6月', 'CELL_NOT_A_DAY'],
    ['2023-05-06', 'DAY_OUTSIDE_TERMS'],
    ['', 'CELL_REQUIRED'],
  ])('a day of “%s” is a fault at its cell', (day, code) => {
    const { faultLines, counts } = readOf(logOf(row(day, '建档', 3)));
    expect(faultLines).toEqual([`ERROR ${code} A2`]);
    expect(counts).toEqual({ rows: 1, ready: 0, ignored: 0, faulty: 1 });
  });

  test('columns may be swapped and missing, and the head anywhere', () => {
    const book = workbook([
      ['逢源街社工服务站服务记录表'],
      [],
      ['序号', '人次', '指标', '服务日期', '社区', '次数'],
      [1, 36, '政策宣传', '2024-5-6', '惠城', 1],
    ]);
    const { reading: records, faultLines } = readOf(book);
    expect(faultLines).toEqual([]);
    expect(records[0]).toMatchObject({
      // The zone of a point follows from the day.
      zone: null,
      point: { name: '惠城社区' },
      indicator: 'POLICY_TALK',
    });
    expect(records[0]?.quantities).toEqual([
      { measure: 'PARTICIPANTS', value: '36' },
      { measure: 'EVENTS', value: '1' },
    ]);
  });

  test('a point whose name another zone has too is that of the zone beside it; without a zone it is unclear', () => {
    const own = CONTEXT.points.find(({ name }) => name === '惠城社区')!;
    const other = CONTEXT.zones.find(({ id }) => id !== own.zoneId)!;
    const twin = { id: 'twin', name: own.name, zoneId: other.id };
    const book = logOf(
      ['2024-05-06', other.name, own.name, null, '红棉热线', 1],
      ['2024-05-06', '片区一', own.name, null, '红棉热线', 2],
      ['2024-05-06', null, own.name, null, '红棉热线', 3],
    );
    const context = { ...CONTEXT, indicators, points: [...CONTEXT.points, twin] };
    const { reading: records, faultLines } = readAs('SERVICE_LOG', book, context);
    expect(records.map(({ point }) => point?.id)).toEqual([twin.id, own.id]);
    expect(faultLines).toEqual(['ERROR NAME_AMBIGUOUS C4']);
  });

  test('logs may be below one another and on several sheets', () => {
    const book = workbook(
      [
        HEAD,
        row('2024-5-6', '建档', 3),
        ['合计', null, null, null, null, 3],
        HEAD,
        row('2024-5-7', '建档', 4),
      ],
      [HEAD, row('2024-5-8', '建档', 5)],
    );
    const { reading: records, counts, faultLines } = readOf(book);
    expect(faultLines).toEqual([]);
    expect(records.map(({ day }) => day)).toEqual(['2024-05-06', '2024-05-07', '2024-05-08']);
    expect(counts).toEqual({ rows: 4, ready: 3, ignored: 1, faulty: 0 });
  });

  test('rows of notes are ignored, and said to be; hidden ones count, with a warning', () => {
    const book = copyOf(sample);
    insertRow(book, 5, ['注：以下为节前走访']);
    book.sheets[0]!.hiddenRows.push(9);
    const { counts, faults, faultLines } = readOf(book);
    expect(counts).toEqual({ rows: 301, ready: 300, ignored: 1, faulty: 0 });
    expect(faults.map(({ code, cell, severity }) => `${severity} ${code} ${cell}`)).toEqual([
      'NOTE ROW_IGNORED A6',
      'WARNING HIDDEN_ROW A10',
    ]);
    expect(faultLines).toHaveLength(1);
  });

  test('numbered rows without content are ignored', () => {
    const book = workbook([['序号', ...HEAD], [1, ...row('2024-5-6', '建档', 3)], [2], [3]]);
    expect(readOf(book).counts).toEqual({ rows: 3, ready: 1, ignored: 2, faulty: 0 });
  });

  test('the same row again is a warning', () => {
    const { faultLines, counts } = readOf(
      logOf(row('2024-5-6', '建档', 3), row('2024年5月6日', '建档', '3')),
    );
    expect(faultLines).toEqual(['WARNING SAME_AS_ROW A3']);
    expect(counts.ready).toBe(2);
  });

  test('a formula counts as its cached value', () => {
    const book = logOf(row('2024-5-6', '建档', 3));
    const cached: Cell = { kind: 'NUMBER', text: '7', formula: 'SUM(A1:A2)', isExact: true };
    put(book, 'F2', cached);
    expect(readOf(book).reading[0]?.quantities).toEqual([{ measure: 'FILES', value: '7' }]);
  });
});

describe('what is not understood is a fault at its cell', () => {
  test.each([
    ['B2', '片区四', 'ZONE_NOT_KNOWN'],
    ['C2', '沙面社区', 'POINT_NOT_KNOWN'],
    ['C2', '华贵社区', 'POINT_NOT_IN_ZONE'],
    ['D2', '党建项目', 'PROJECT_NOT_KNOWN'],
    ['E2', '家访', 'INDICATOR_NOT_KNOWN'],
    ['E2', null, 'CELL_REQUIRED'],
    ['F2', '三', 'CELL_NOT_A_NUMBER'],
    ['F2', '3个', 'CELL_HAS_UNIT'],
    ['F2', '-3', 'NEGATIVE'],
    ['F2', '1.5', 'TOO_MANY_DECIMALS'],
    ['F2', 0, 'NOTHING_RECORDED'],
    ['F2', null, 'NOTHING_RECORDED'],
    ['G2', 4, 'MEASURE_NOT_COUNTED'],
    ['I2', '联系 13812345678', 'POSSIBLE_PERSONAL_DATA'],
  ])('%s of “%s”', (at, value, code) => {
    const book = logOf(row('2024-5-6', '建档', 3));
    put(book, at, value);
    const { faultLines, counts } = readOf(book);
    const place = code === 'NOTHING_RECORDED' ? 'F2' : at;
    expect(faultLines).toEqual([`ERROR ${code} ${place}`]);
    expect(counts).toEqual({ rows: 1, ready: 0, ignored: 0, faulty: 1 });
  });

  test('every fault of a row is reported', () => {
    const book = logOf(['5/6', '片区九', null, null, '建档', '三']);
    expect(readOf(book).faultLines).toEqual([
      'ERROR CELL_DAY_AMBIGUOUS A2',
      'ERROR ZONE_NOT_KNOWN B2',
      'ERROR CELL_NOT_A_NUMBER F2',
    ]);
  });

  test('a column whose heading is not known is reported; one that is there twice is an error', () => {
    const book = workbook([
      [...HEAD, '天气', '日期'],
      [...row('2024-5-6', '建档', 3), null, null, null, '晴'],
    ]);
    const { faultLines, counts } = readOf(book);
    expect(faultLines).toEqual(['WARNING HEADING_NOT_KNOWN J1', 'ERROR HEADING_TWICE K1']);
    expect(counts.ready).toBe(1);
  });

  test('a log without its indicators is not read', () => {
    const { faultLines, counts } = readOf(
      workbook([
        ['日期', '个数'],
        ['2024-5-6', 3],
      ]),
    );
    expect(faultLines).toEqual(['ERROR COLUMN_MISSING A1', 'ERROR ROW_NOT_UNDERSTOOD B2']);
    expect(counts).toEqual({ rows: 1, ready: 0, ignored: 0, faulty: 1 });
  });
});
