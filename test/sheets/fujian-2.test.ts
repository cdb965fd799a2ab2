import type { Indicator } from '../../src/modules/completion';
import type { Workbook } from '../../src/platform/sheets';
import { catalogue, CONTEXT, copyOf, insertRow, put, readAs, reading, workbookOf } from './support/fengyuan';

interface Expected {
  agreement: { startsOn: string; endsOn: string };
  months: string[];
  people: { zone: string | null; certified: string; uncertified: string; presence: string[] }[];
  totals: Record<'certified' | 'uncertified' | 'total' | 'experienced' | 'surplus' | 'required', string> & {
    stableMembers: number;
    headCountAtEnd: number;
    certifiedAtEnd: Record<string, number>;
  };
  byMonth: { certified: string[]; uncertified: string[]; total: string[]; heads: number[] };
  expectWarnings: { cell: string; code: string; zh: string }[];
}

const EXPECTED = reading('fujian2-fengyuan.json') as Expected;
let indicators: Indicator[];
let sample: Workbook;

beforeAll(async () => {
  indicators = await catalogue();
  sample = await workbookOf('fujian2-fengyuan.xlsx');
});

const readOf = (book: Workbook) => readAs('FUJIAN_2', book, { ...CONTEXT, indicators });
const EXPECTED_WARNINGS = EXPECTED.expectWarnings.map(({ code, cell }) => `WARNING ${code} ${cell}`).sort();
/** What is reported beyond that of the sample. */
const more = ({ faultLines }: { faultLines: string[] }): string[] =>
  faultLines.filter((one) => !EXPECTED_WARNINGS.includes(one));
const person = ({ reading: { people } }: ReturnType<typeof readOf>, no: number) =>
  people.find((one) => one.no === no);

describe('the sample', () => {
  test('is read person by person, two rows of one as one', () => {
    const { reading: read } = readOf(sample);
    expect(read.agreement).toEqual(EXPECTED.agreement);
    expect(read.months).toEqual(EXPECTED.months);
    const people = read.people.map(
      ({ sheet, zone, contracts, otherCertificates, hasLeave, cells, ...rest }) => ({
        ...rest,
        zone: zone?.name ?? null,
      }),
    );
    expect(people).toEqual(EXPECTED.people);
  });

  test('has the sums of its rows', () => {
    const { people } = readOf(sample).reading;
    const sum = (values: string[]): number => values.reduce((total, value) => total + Number(value), 0);
    const { totals, byMonth } = EXPECTED;
    expect(String(sum(people.map(({ certified }) => certified)))).toBe(totals.certified);
    expect(String(sum(people.map(({ uncertified }) => uncertified)))).toBe(totals.uncertified);
    expect(String(sum(people.map(({ experienced }) => experienced)))).toBe(totals.experienced);
    const byMonthOf = (at: number): string => String(sum(people.map(({ presence }) => presence[at]!)));
    expect(EXPECTED.months.map((_, at) => byMonthOf(at))).toEqual(byMonth.total);
    const heads = EXPECTED.months.map(
      (_, at) => people.filter(({ presence }) => presence[at] !== '0').length,
    );
    expect(heads).toEqual(byMonth.heads);
    expect(people.filter(({ presence }) => !presence.includes('0'))).toHaveLength(totals.stableMembers);
    const atEnd = people.filter(({ presence }) => presence.at(-1) !== '0');
    expect(atEnd).toHaveLength(totals.headCountAtEnd);
    for (const [level, count] of Object.entries(totals.certifiedAtEnd))
      expect(atEnd.filter(({ certificate }) => certificate?.level === level)).toHaveLength(count);
  });

  test('warns of what does not add up, notes which rows are ignored, and of nothing else', () => {
    const { faultLines, counts, faults } = readOf(sample);
    expect(faultLines.sort()).toEqual(EXPECTED_WARNINGS);
    expect(counts).toEqual({ rows: 34, ready: 27, ignored: 7, faulty: 0 });
    // Each row of sums says that it is compared, and not written.
    const sums = faults
      .filter(({ code }) => code === 'SUMS_COMPARED')
      .map(({ severity, cell }) => severity + cell);
    expect(sums).toEqual(['B24', 'B25', 'B34', 'B35', 'A36', 'B37', 'B38'].map((cell) => `NOTE${cell}`));
    expect(faults.find(({ cell }) => cell === 'G36')).toMatchObject({
      value: '20',
      args: [{ given: '20', expected: '19.5' }],
    });
  });
});

describe('what offices make of it', () => {
  test.each(['✓', '✔', '是', '1', '√ '])('“%s” is on post', (tick) => {
    const book = copyOf(sample);
    put(book, 'G5', tick);
    const read = readOf(book);
    expect(person(read, 1)?.presence[0]).toBe('1');
    expect(more(read)).toEqual([]);
  });

  test.each(['——', '—', '/', '否', '无', '0', '×'])('“%s” is not', (dash) => {
    const book = copyOf(sample);
    put(book, 'G16', dash);
    expect(person(readOf(book), 12)?.presence[0]).toBe('0');
    expect(more(readOf(book))).toEqual([]);
  });

  test('rows may be inserted, hidden and reordered', () => {
    const book = copyOf(sample);
    insertRow(book, 10, [null, null, null, '注：以下为片区社工']);
    book.sheets[0]!.hiddenRows.push(5);
    const { rows } = book.sheets[0]!;
    [rows[6], rows[7]] = [rows[7]!, rows[6]!];
    const read = readOf(book);
    expect(more(read).filter((faultLines) => !/G37|AF23|AF17/.test(faultLines))).toEqual([
      'WARNING HIDDEN_ROW B6',
    ]);
    expect(read.reading.people).toHaveLength(22);
    expect(person(read, 14)?.rows).toEqual([19, 27]);
  });

  test('months may lack their year where the agreement has one such month', () => {
    const book = copyOf(sample);
    for (const [at, column] of ['G', 'J', 'M', 'P', 'S', 'V', 'Y', 'AB'].entries())
      put(book, `${column}3`, `${at + 5}月`);
    expect(readOf(book).reading.months).toEqual(EXPECTED.months);
  });

  test.each([
    ['2012年8月1日至今', '2012-08-01', null],
    ['2012-08-01至2027-04-30', '2012-08-01', '2027-04-30'],
    ['2012.8.1—无固定期限', '2012-08-01', null],
    ['2012/08/01-2027/04/30', '2012-08-01', '2027-04-30'],
  ])('a contract of “%s”', (text, from, to) => {
    const book = copyOf(sample);
    put(book, 'F5', text);
    expect(person(readOf(book), 1)).toMatchObject({ contractFrom: from, contractTo: to });
  });

  test.each([
    ['segments', 6],
    ['groups and segments', 0],
  ])('%s need not be merged', (_, from) => {
    const book = copyOf(sample);
    const { merges } = book.sheets[0]!;
    const isRow = (top: number): boolean => top >= 4 && ![24, 34, 36, 37].includes(top);
    book.sheets[0]!.merges = merges.filter(({ top, left }) => left < from || !isRow(top));
    expect(readOf(book).reading.people).toHaveLength(22);
    expect(more(readOf(book))).toEqual([]);
  });
});

describe('a certificate', () => {
  test('that 备注 names of somebody who is in the group without is read: it counts afterwards', () => {
    const book = copyOf(sample);
    put(book, 'AG31', '2024年12月15日考取助理社会工作师证');
    expect(person(readOf(book), 20)).toMatchObject({
      certificate: null,
      otherCertificates: [{ level: 'ASSISTANT', passedOn: '2024-12-15' }],
      certified: '0',
      uncertified: '8',
    });
    expect(more(readOf(book))).toEqual([]);
  });

  test('whose level nothing names is a fault', () => {
    const book = copyOf(sample);
    put(book, 'AG31', '2024年12月15日考取');
    expect(more(readOf(book))).toEqual(['ERROR CERTIFICATE_NOT_READ E31']);
  });

  test.each([
    ['lacks its groups', 'A3', '部门'],
    ['has other groups', 'A5', '社工'],
  ])('decides where the form %s', (_, at, value) => {
    const book = copyOf(sample);
    put(book, at, value);
    const sums = (people: ReturnType<typeof readOf>['reading']['people']): string[] =>
      people.map(({ no, certificate, certified }) => `${no} ${certificate?.level} ${certified}`);
    expect(sums(readOf(book).reading.people)).toEqual(sums(readOf(sample).reading.people));
  });
});

describe('what is not understood', () => {
  test.each([
    ['G5', '也许', 'ERROR CELL_NOT_A_TICK G5'],
    ['H5', '0.5', 'ERROR CELL_NOT_A_TICK H5'],
    ['G5', null, 'ERROR PRESENCE_MISSING G5'],
    ['F5', '长期聘用', 'ERROR CONTRACT_NOT_READ F5'],
    ['F5', '2023.01.01-2024.06.30\n2024.06.30-2025.04.30', 'ERROR CONTRACT_NOT_READ F5'],
    ['E5', '大学本科', 'ERROR CERTIFICATE_NOT_READ E5'],
    ['B5', '甲', 'ERROR CELL_REQUIRED B5'],
  ])('%s of “%s” is a fault at its cell, and the person is not read', (at, value, faultLines) => {
    const book = copyOf(sample);
    put(book, at, value);
    const read = readOf(book);
    expect(more(read).filter((one) => one.startsWith('ERROR'))).toEqual([faultLines]);
    expect(read.reading.people.map(({ no }) => no)).not.toContain(1);
    expect(read.counts).toMatchObject({ rows: 34, faulty: 1 });
  });

  test('a part of nobody, of somebody else, or a number given twice', () => {
    const book = copyOf(sample);
    put(book, 'B26', '同41');
    put(book, 'C27', '韩竹月');
    put(book, 'B31', 21);
    const errors = more(readOf(book)).filter((faultLines) => faultLines.startsWith('ERROR'));
    expect(errors).toEqual(
      expect.arrayContaining([
        'ERROR PERSON_NOT_FOUND B26',
        'ERROR PERSON_ROWS_DIFFER B27',
        'ERROR PERSON_TWICE B31',
      ]),
    );
  });

  test('a month that both rows of a person fill, or neither', () => {
    const book = copyOf(sample);
    const { merges } = book.sheets[0]!;
    merges.splice(
      merges.findIndex(({ top }) => top === 17),
      1,
    );
    put(book, 'G18', '√');
    put(book, 'H18', '√');
    put(book, 'I18', '√');
    put(book, 'J18', '【分段计算】非持证社工');
    expect(more(readOf(book))).toContain('ERROR PRESENCE_TWICE G18');
    const other = copyOf(sample);
    put(other, 'B26', null);
    for (const column of ['C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'AE', 'AF', 'AG'])
      put(other, `${column}26`, null);
    expect(more(readOf(other))).toEqual(
      expect.arrayContaining(['ERROR PRESENCE_MISSING G18', 'ERROR PRESENCE_MISSING J18']),
    );
  });

  test('presence that the days of the contract contradict is a warning', () => {
    const book = copyOf(sample);
    put(book, 'F8', '2024.06.20-2027.04.30');
    expect(more(readOf(book))).toEqual(
      expect.arrayContaining(['WARNING PRESENCE_DIFFERS G8', 'WARNING PRESENCE_DIFFERS J8']),
    );
  });

  test('a roster without its contracts is not read', () => {
    const book = copyOf(sample);
    put(book, 'F3', '学历');
    const read = readOf(book);
    expect(read.faultLines).toContain('ERROR COLUMN_MISSING C3');
    expect(read.reading.people).toEqual([]);
    expect(read.counts.ready).toBe(0);
  });
});
