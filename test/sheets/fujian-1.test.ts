import type { Indicator } from '../../src/modules/completion';
import type { Workbook } from '../../src/platform/sheets';
import {
  catalogue,
  copyOf,
  insertRow,
  put,
  readAs,
  reading,
  workbook,
  workbookOf,
  ZONES,
} from './support/fengyuan';

interface Expected {
  zones: { inSystem: string; workers: number }[];
  textFigures: Record<string, string>;
  figures: {
    sheet: string;
    heading: string;
    indicator: string;
    measure: string;
    zone: string | null;
    target: string | null;
    completed: string;
    percent: string | null;
    cells: Record<string, string>;
    block: string;
  }[];
}

const EXPECTED = reading('fujian1-fengyuan.json') as Expected;
let indicators: Indicator[];
let sample: Workbook;

beforeAll(async () => {
  indicators = await catalogue();
  sample = await workbookOf('fujian1-fengyuan.xlsx');
});

const readOf = (book: Workbook, zones = ZONES) =>
  readAs('FUJIAN_1', book, { indicators, zones, points: [], projects: [], terms: [] });

/** Target and completed of a figure. */
const figure = (
  { reading: { figures } }: ReturnType<typeof readOf>,
  indicator: string,
  zone: string | null,
  measure?: string,
) => {
  const found = figures.filter(
    (one) =>
      one.indicator === indicator &&
      (one.zone?.name ?? null) === zone &&
      (!measure || one.measure === measure),
  );
  return found.map(({ target, completed }) => [target, completed]);
};

describe('the sample', () => {
  test('is read figure by figure, each from its cells', () => {
    const { reading: read, faultLines, counts } = readOf(sample);
    const figures = read.figures.map(({ published, zone, ...rest }) => ({
      ...rest,
      zone: zone?.name ?? null,
    }));
    const expected = EXPECTED.figures.map(({ block, ...rest }) => rest);
    const byCell = (a: { cells: Record<string, string | null> }, b: typeof a): number =>
      String(a.cells.target) < String(b.cells.target) ? -1 : 1;
    expect([...figures].sort(byCell)).toEqual([...expected].sort(byCell));
    expect(faultLines).toEqual([]);
    expect(counts).toMatchObject({ ready: EXPECTED.figures.length, faulty: 0 });
    expect(read.figures.every(({ published }) => published === null || published === '/')).toBe(true);
  });

  test('has the workers of its zones, and the figures of its paragraph', () => {
    const { reading: read } = readOf(sample);
    expect(read.textFigures).toEqual(EXPECTED.textFigures);
    for (const { inSystem, workers } of EXPECTED.zones)
      expect(read.workers.filter(({ zone }) => zone?.name === inSystem).map((one) => one.workers)).toEqual([
        String(workers),
        String(workers),
      ]);
  });
});

describe('what offices make of it', () => {
  test.each([['片区一'], ['第一片区'], ['一片区'], ['片区 １'], ['第1片区']])('%s is 片区1', (name) => {
    const book = copyOf(sample);
    for (const row of [6, 12]) put(book, `A${row}`, name);
    expect(figure(readOf(book), 'CASE_FILE', '片区一')).toEqual([['600', '765']]);
  });

  test('a number of a zone is no name where two zones have it', () => {
    const zones = [...ZONES, { id: 'zone-4', name: '第一片区' }];
    const { faultLines } = readOf(sample, zones);
    expect(faultLines).toContain('ERROR NAME_AMBIGUOUS A6');
  });

  test.each([
    ['７６５', '765'],
    ['1,765', '1765'],
    ['1，765', '1765'],
    [' 765 ', '765'],
    ['765.0', '765'],
  ])('“%s” is the number %s', (text, value) => {
    const book = copyOf(sample);
    put(book, 'D6', text);
    expect(figure(readOf(book), 'CASE_FILE', '片区一')).toEqual([['600', value]]);
  });

  test.each([['/'], ['／'], ['—'], ['——'], ['无'], ['-']])('“%s” is no target', (text) => {
    const book = copyOf(sample);
    put(book, 'C6', text);
    expect(figure(readOf(book), 'CASE_FILE', '片区一')).toEqual([[null, '765']]);
  });

  test.each([
    ['765个', 'CELL_HAS_UNIT'],
    ['七百', 'CELL_NOT_A_NUMBER'],
    ['1,76', 'CELL_NOT_A_NUMBER'],
    ['-5', 'NEGATIVE'],
    ['1.5', 'TOO_MANY_DECIMALS'],
    ['2000000000', 'TOO_LARGE'],
    ['', 'CELL_EMPTY'],
  ])('“%s” is a fault at its cell, and no other figure', (text, code) => {
    const book = copyOf(sample);
    put(book, 'D6', text);
    const read = readOf(book);
    expect(read.faultLines).toEqual([`ERROR ${code} D6`]);
    expect(read.counts).toMatchObject({ ready: EXPECTED.figures.length - 1, faulty: 1 });
    expect(figure(read, 'CASE_FILE', '片区一')).toEqual([]);
    expect(figure(read, 'CASE_FILE', '片区二')).toEqual([['600', '738']]);
  });

  test('errors of formulas, and formulas without a value, are faults', () => {
    const book = copyOf(sample);
    put(book, 'D6', { kind: 'ERROR', text: '#REF!', formula: 'X1', isExact: true });
    put(book, 'D7', { kind: 'UNCALCULATED', text: '', formula: 'X1+1', isExact: true });
    expect(readOf(book).faultLines).toEqual([
      'ERROR CELL_FORMULA_ERROR D6',
      'ERROR CELL_FORMULA_WITHOUT_VALUE D7',
    ]);
  });

  test('the form’s own sum is calculated where the file has no value for it', () => {
    const book = copyOf(sample);
    put(book, 'D9', { kind: 'UNCALCULATED', text: '', formula: 'SUM(D6:D8)', isExact: true });
    put(book, 'G9', { kind: 'UNCALCULATED', text: '', formula: 'SUM(G6:G7)', isExact: true });
    const read = readOf(book);
    expect(figure(read, 'CASE_FILE', null)).toEqual([['1800', '2185']]);
    expect(read.faultLines).toEqual(['ERROR CELL_FORMULA_WITHOUT_VALUE G9']);
  });

  test('a total that is not the sum of its zones is a warning', () => {
    const book = copyOf(sample);
    put(book, 'D9', 2158);
    const read = readOf(book);
    expect(read.faultLines).toEqual(['WARNING TOTAL_DIFFERS D9']);
    expect(figure(read, 'CASE_FILE', null)).toEqual([['1800', '2158']]);
  });

  test.each([
    ['127.5%', true],
    ['127.50％', true],
    ['128%', true],
    ['127%', false],
    ['1.275', true],
    ['127.4%', false],
    ['/', false],
  ])('a percentage of “%s” is compared, never imported', (text, isRight) => {
    const book = copyOf(sample);
    put(book, 'E6', text);
    const read = readOf(book);
    expect(read.faultLines).toEqual(isRight ? [] : ['WARNING PERCENT_DIFFERS E6']);
    expect(read.reading.figures.find(({ cells }) => cells.target === 'C6')?.percent).toBe('127.50');
  });

  test('columns may be swapped', () => {
    const book = copyOf(sample);
    for (const { rows } of book.sheets)
      for (const row of rows.slice(3, 9)) [row[2], row[3]] = [row[3] ?? null, row[2] ?? null];
    for (const merge of book.sheets[0]!.merges)
      if (merge.top === 3 && merge.left === 2) merge.left = merge.right = 2;
    expect(figure(readOf(book), 'CASE_FILE', '片区一')).toEqual([['600', '765']]);
  });

  test('rows of notes may be inserted: they are ignored, and said to be', () => {
    const book = copyOf(sample);
    insertRow(book, 6, ['注：含网格走访']);
    insertRow(book, 2, ['填表日期：2024-12-31']);
    const read = readOf(book);
    expect(read.faultLines).toEqual([]);
    expect(read.counts).toMatchObject({ ready: EXPECTED.figures.length, ignored: 2 });
    expect(read.faults.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'ROW_IGNORED A3',
      'ROW_IGNORED A8',
    ]);
  });

  test('a hidden row counts, with a warning', () => {
    const book = copyOf(sample);
    book.sheets[0]!.hiddenRows.push(6);
    const read = readOf(book);
    expect(read.faultLines).toEqual(['WARNING HIDDEN_ROW A7']);
    expect(read.counts.ready).toBe(EXPECTED.figures.length);
  });

  test('the tables may be on several sheets, and headings not merged', () => {
    const book = copyOf(sample);
    const [first] = book.sheets;
    const second = { ...structuredClone(first!), name: '附件1-2', merges: [] };
    second.rows = second.rows.slice(20);
    first!.rows = first!.rows.slice(0, 20);
    book.sheets.push(second);
    const read = readOf(book);
    expect(read.faultLines).toEqual([]);
    expect(figure(read, 'PROFESSIONAL_TRAINING', null)).toEqual([['1440', '1419.5']]);
  });

  test('heads of three levels name the indicator, the measure and the role', () => {
    const book = workbook([
      ['片区', '专业小组', null, null, null],
      [null, '节数', null, '人次', null],
      [null, '协议量', '完成量', '协议量', '完成量'],
      ['片区一', 10, 9, 80, 70],
    ]);
    const read = readOf(book);
    expect(figure(read, 'GROUPWORK', '片区一', 'SESSIONS')).toEqual([['10', '9']]);
    expect(figure(read, 'GROUPWORK', '片区一', 'PARTICIPANTS')).toEqual([['80', '70']]);
  });

  test('all targets may be before all that was completed, where each names its measure', () => {
    const book = workbook([
      ['专业个案', null, null, null],
      ['协议接案数', '协议节数', '接案完成数', '节数完成数'],
      [36, 108, 21, 116],
    ]);
    const read = readOf(book);
    expect(figure(read, 'CASEWORK', null, 'OPENED')).toEqual([['36', '21']]);
    expect(figure(read, 'CASEWORK', null, 'SESSIONS')).toEqual([['108', '116']]);
  });

  test('the table of five columns is read by its rows', () => {
    const book = workbook([
      ['指标', '指标要求', '完成量', '百分比', '备注'],
      ['电访', 1900, 2403, '126.47%', null],
      ['居家探访', 500, 522, '104.4%', '含节日探访'],
    ]);
    const read = readOf(book);
    expect(figure(read, 'PHONE_VISIT', null)).toEqual([['1900', '2403']]);
    expect(figure(read, 'HOME_VISIT', null)).toEqual([['500', '522']]);
  });
});

describe('what is not understood', () => {
  test('an unknown indicator is a fault at its heading, and its figures are faulty', () => {
    const book = copyOf(sample);
    put(book, 'F3', '绿豆热线');
    const read = readOf(book);
    expect(read.faultLines).toEqual(['ERROR INDICATOR_NOT_KNOWN F3']);
    expect(read.counts).toMatchObject({ ready: EXPECTED.figures.length - 4, faulty: 4 });
  });

  test('an unknown zone is a fault at its label, and its figures are faulty', () => {
    const book = copyOf(sample);
    put(book, 'A7', '片区四');
    const read = readOf(book);
    expect(read.faultLines.filter((faultLines) => faultLines.startsWith('ERROR'))).toEqual([
      'ERROR ZONE_NOT_KNOWN A7',
    ]);
    expect(read.counts.faulty).toBe(9);
  });

  test('a measure that no heading names is a fault', () => {
    const book = copyOf(sample);
    put(book, 'U4', '协议量');
    expect(readOf(book).faultLines).toContain('ERROR MEASURE_NOT_KNOWN U3');
  });

  test('a figure that is there twice is a fault at the second', () => {
    const book = workbook([
      ['指标', '协议量', '完成量'],
      ['电访', 10, 9],
      ['电访', 10, 8],
    ]);
    const read = readOf(book);
    expect(read.faultLines).toEqual(['ERROR FIGURE_TWICE C3']);
    expect(figure(read, 'PHONE_VISIT', null)).toEqual([['10', '9']]);
  });

  test('a number that belongs to nothing is a fault', () => {
    const book = copyOf(sample);
    put(book, 'A30', 17);
    const read = readOf(book);
    expect(read.faultLines).toEqual(['ERROR ROW_NOT_UNDERSTOOD A30']);
    expect(read.counts.faulty).toBe(1);
  });
});
