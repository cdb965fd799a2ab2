import fc from 'fast-check';
import { differencesOf, figuresOf } from './figures.rules';

const lines = (report: unknown): string[] =>
  figuresOf(report).map(({ path, value }) => `${path.join('/')} ${value}`);
const changed = (kept: unknown, live: unknown): string[] =>
  differencesOf(kept, live).map(({ path, was, is }) => `${path.join('/')} ${String(was)} ${String(is)}`);

const completion = (completed: string, zone = '5'): object => ({
  indicator: { code: 'CASE_FILE', nameZh: '建档' },
  measure: { code: 'FILES', name: '档案数' },
  total: { target: '40', completed, percent: null },
  byZone: [{ zone: { id: 'z', name: '东片' }, target: null, completed: zone, percent: null }],
  byProject: [{ project: { id: 'p', name: '东片' }, target: null, completed: '0', percent: null }],
});
const table = (...rows: object[]): object => ({
  term: { id: 't', name: '年度', startsOn: '2024-01-01' },
  from: '2024-01-01',
  to: '2024-06-30',
  timeProgressPercent: '49.73',
  zones: [{ id: 'z', name: '东片' }],
  rows,
});

describe('the figures of a report', () => {
  it('are its numbers, each with a path of names; a zone and a project of the same name are two', () => {
    expect(lines([table(completion('30'))])).toEqual([
      '年度/timeProgressPercent 49.73',
      '年度/CASE_FILE/FILES/total/target 40',
      '年度/CASE_FILE/FILES/total/completed 30',
      '年度/CASE_FILE/FILES/byZone/东片/completed 5',
      '年度/CASE_FILE/FILES/byProject/东片/completed 0',
    ]);
  });

  it.each([
    [
      'a month of staffing',
      { months: [{ month: '2024-01', total: '1.5', headCount: 2 }] },
      ['months/2024-01/total 1.5', 'months/2024-01/headCount 2'],
    ],
    [
      'a member of staff, by code',
      { members: [{ memberId: 'm', code: '社工01', name: '12', months: ['0.5', '1'] }] },
      ['members/社工01/name 12', 'members/社工01/months/1 0.5', 'members/社工01/months/2 1'],
    ],
    [
      'a member of staff in the months of its report',
      {
        months: [
          { month: '2024-03', total: '0.5' },
          { month: '2024-04', total: '1' },
        ],
        members: [{ code: '社工01', months: ['0.5', '1'] }],
      },
      [
        'months/2024-03/total 0.5',
        'months/2024-04/total 1',
        'members/社工01/months/2024-03 0.5',
        'members/社工01/months/2024-04 1',
      ],
    ],
    [
      'a method of satisfaction',
      { methods: [{ method: 'CASEWORK', asked: 12 }] },
      ['methods/CASEWORK/asked 12'],
    ],
    [
      'an instalment, without its release',
      { instalments: [{ condition: 'SIGNING', due: '1.00', released: true }] },
      ['instalments/SIGNING/due 1.00'],
    ],
    [
      'a year',
      { fiscalYears: [{ fiscalYear: 2024, spent: '5.00', recall: { short: '1.00' } }] },
      ['fiscalYears/2024/spent 5.00', 'fiscalYears/2024/recall/short 1.00'],
    ],
    [
      'a row whose zone is null',
      {
        staffByZone: [
          { zone: null, atEnd: '1' },
          { zone: { name: '东片' }, atEnd: '2' },
        ],
      },
      ['staffByZone/1/atEnd 1', 'staffByZone/东片/atEnd 2'],
    ],
    [
      'no warnings, overdue sums, dates or texts',
      { warnings: [{ amount: '5.00' }], overdue: '1.00', asOf: '2024-06-30', name: '年度', note: null },
      [],
    ],
    [
      'rows of the same name, numbered',
      [
        { category: '其他', spent: '1' },
        { category: '其他', spent: '2' },
      ],
      ['其他/spent 1', '其他/#2/spent 2'],
    ],
  ])('of %s', (_, report, expected) => {
    expect(lines(report)).toEqual(expected);
  });
});

describe('differences', () => {
  it('have both values; added and removed figures have one', () => {
    const hotline = { indicator: { code: 'HOTLINE' }, measure: { code: 'CALLS' }, total: { completed: '7' } };
    expect(changed([table(completion('30'))], [table(completion('31'), hotline)])).toEqual([
      '年度/CASE_FILE/FILES/total/completed 30 31',
      '年度/HOTLINE/CALLS/total/completed null 7',
    ]);
    expect(changed([table(completion('30'), hotline)], [table(completion('30'))])).toEqual([
      '年度/HOTLINE/CALLS/total/completed 7 null',
    ]);
  });

  it('compare by numeric value', () => {
    expect(changed({ spent: '5' }, { spent: '5.00' })).toEqual([]);
    expect(changed({ headCount: 5 }, { headCount: '5' })).toEqual([]);
    expect(changed({ target: null }, { target: '0' })).toEqual(['target null 0']);
  });

  it('of reports of different months are those of the same month', () => {
    const staffing = (months: string[], presence: string[]): object => ({
      months: months.map((month) => ({ month })),
      members: [{ code: '社工01', months: presence }],
    });
    const [spring, later] = [staffing(['2024-03', '2024-04'], ['1', '0.5']), staffing(['2024-04'], ['0.5'])];
    expect(changed(spring, later)).toEqual(['members/社工01/months/2024-03 1 null']);
  });

  it('do not depend on what places and terms are called; those of another agreement go by their names', () => {
    const named = (id: string, zone: string, term: string): object => ({
      term: { id: `${id} t`, name: term },
      rows: [{ indicator: { code: 'A' }, byZone: [{ zone: { id, name: zone }, completed: '5' }] }],
    });
    expect(changed([named('z', '东片', '上半年')], [named('z', '东风片', '第一期')])).toEqual([]);
    expect(changed([named('z', '东片', '年度')], [named('other', '东片', '年度')])).toEqual([]);
    expect(changed([named('z', '东片', '年度')], [named('other', '西片', '年度')])).toHaveLength(2);
    const swapped = [named('1', '东片', '上半年'), named('2', '东片', '下半年')];
    expect(changed([named('1', '东片', '下半年'), named('2', '东片', '上半年')], swapped)).toEqual([]);
  });

  it('do not depend on the position of a row', () => {
    const [a, b] = [
      { category: '人员', spent: '1' },
      { category: '办公', spent: '2' },
    ];
    expect(changed([a, b], [b, a])).toEqual([]);
  });
});

/** A report of arbitrary shape: figures in rows in groups, under names. */
const figure = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
const report = fc.dictionary(
  fc.constantFrom('甲', '乙', 'rows', 'lists', 'total'),
  fc.oneof(
    figure,
    fc.array(
      fc.record({ category: fc.constantFrom('人员', '办公', '其他'), spent: figure, due: fc.option(figure) }),
      { maxLength: 6 },
    ),
    fc.record({
      indicator: fc.record({ code: fc.constantFrom('A', 'B') }),
      completed: figure,
      parts: fc.array(figure, { maxLength: 3 }),
    }),
  ),
);

describe('of any report', () => {
  const figuresIn = (text: string): number => (text.match(/"-?\d+\.\d\d"/g) ?? []).length;

  it('every figure is found once, under a unique path', () => {
    fc.assert(
      fc.property(report, (one) => {
        const found = figuresOf(one);
        expect(found).toHaveLength(figuresIn(JSON.stringify(one)));
        const paths = found.map(({ path }) => JSON.stringify(path));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });

  it('nothing differs from itself, even after a round trip through JSON', () => {
    fc.assert(
      fc.property(report, (one) => {
        expect(differencesOf(one, JSON.parse(JSON.stringify(one)))).toEqual([]);
      }),
    );
  });

  it('differences are symmetric', () => {
    fc.assert(
      fc.property(report, report, (one, other) => {
        const there = changed(one, other).sort();
        const back = differencesOf(other, one).map(
          ({ path, was, is }) => `${path.join('/')} ${String(is)} ${String(was)}`,
        );
        expect(back.sort()).toEqual(there);
      }),
    );
  });

  it('one changed figure is one difference', () => {
    fc.assert(
      fc.property(report, fc.nat(), (one, at) => {
        const count = figuresIn(JSON.stringify(one));
        fc.pre(count > 0);
        let place = at % count;
        const other: unknown = JSON.parse(
          JSON.stringify(one).replace(/"(-?\d+\.\d\d)"/g, (figure_) =>
            place-- === 0 ? '"1234.5"' : figure_,
          ),
        );
        expect(differencesOf(one, other).map(({ is }) => is)).toEqual(['1234.5']);
      }),
    );
  });
});
