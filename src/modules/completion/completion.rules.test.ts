import fc from 'fast-check';
import { Catalogue, type Indicator, type Measure } from './catalogue';
import { IndicatorSection } from './indicator.enums';
import type { Cell } from './completion.repository';
import { type Completion, completionRows, lastDayOf } from './completion.rules';

const measure = (code: string, unit: string): Measure => ({ code, position: 1, name: code, unit });
const indicator = (code: string, ...measures: Measure[]): Indicator => ({
  code,
  position: 1,
  nameZh: code,
  nameEn: code,
  section: IndicatorSection.OTHER,
  formPosition: null,
  aliases: [],
  measures,
});
const CATALOGUE = new Catalogue([
  indicator('GROUPWORK', measure('GROUPS', '个'), measure('PARTICIPANTS', '人次')),
  indicator('MONEY', measure('AMOUNT', '元')),
  indicator('TRAINING', measure('HOURS', '小时')),
]);
const ZONES = [{ id: 'z1' }, { id: 'z2' }, { id: 'z3' }];
const PROJECTS = [{ id: 'p1' }, { id: 'p2' }];

const cell = (
  code: string,
  target: string | null,
  completed: string,
  zoneId: string | null = null,
  projectId: string | null = null,
): Cell => {
  const [of, what] = code.split('.');
  return { indicator: of!, measure: what!, zoneId, projectId, target, completed };
};
const rowsOf = (...cells: Cell[]): ReturnType<typeof completionRows<{ id: string }, { id: string }>> =>
  completionRows(CATALOGUE, ZONES, PROJECTS, cells);

describe('a row', () => {
  it('exists for every measure with a target or a record, in catalogue order, and for no other', () => {
    const rows = rowsOf(
      cell('TRAINING.HOURS', null, '1.5'),
      cell('GROUPWORK.PARTICIPANTS', '10', '0'),
      cell('GROUPWORK.GROUPS', null, '0'),
    );
    expect(rows.map((row) => `${row.indicator.code}.${row.measure.code}`)).toEqual([
      'GROUPWORK.GROUPS',
      'GROUPWORK.PARTICIPANTS',
      'TRAINING.HOURS',
    ]);
    expect(rowsOf()).toEqual([]);
  });

  it('has an entry for every zone and project in their order, including those without target and records', () => {
    const [row] = rowsOf(cell('GROUPWORK.GROUPS', '4', '1', 'z2', 'p2'));
    const nothing = { target: null, completed: '0', percent: null };
    const one = { target: '4', completed: '1', percent: '25.00' };
    expect(row!.byZone).toEqual([
      { zone: ZONES[0], ...nothing },
      { zone: ZONES[1], ...one },
      { zone: ZONES[2], ...nothing },
    ]);
    expect(row!.byProject).toEqual([
      { project: PROJECTS[0], ...nothing },
      { project: PROJECTS[1], ...one },
    ]);
    expect(row!.total).toEqual(one);
  });

  it('counts records without a zone in the total only', () => {
    const [row] = rowsOf(cell('GROUPWORK.GROUPS', '10', '3', 'z1'), cell('GROUPWORK.GROUPS', null, '2'));
    expect(row!.total).toEqual({ target: '10', completed: '5', percent: '50.00' });
    expect(row!.byZone.map(({ completed }) => completed)).toEqual(['3', '0', '0']);
  });

  it('sums a target that is set for some zones over those', () => {
    const [row] = rowsOf(
      cell('GROUPWORK.GROUPS', '10', '1', 'z1'),
      cell('GROUPWORK.GROUPS', '20', '2', 'z3'),
      cell('GROUPWORK.GROUPS', null, '3', 'z2'),
    );
    expect(row!.total).toEqual({ target: '30', completed: '6', percent: '20.00' });
    expect(row!.byZone.map(({ target }) => target)).toEqual(['10', null, '20']);
    expect(row!.byZone.map(({ percent }) => percent)).toEqual(['10.00', null, '10.00']);
  });

  it('takes the ratio of the sums for its total, not the mean of percentages', () => {
    const [row] = rowsOf(cell('GROUPWORK.GROUPS', '1', '1', 'z1'), cell('GROUPWORK.GROUPS', '99', '0', 'z2'));
    expect(row!.total.percent).toBe('1.00');
    expect(row!.byZone.slice(0, 2).map(({ percent }) => percent)).toEqual(['100.00', '0.00']);
  });

  it('has no percentage for a target of zero, and distinguishes it from no target', () => {
    const [row] = rowsOf(cell('GROUPWORK.GROUPS', '0', '7'));
    expect(row!.total).toEqual({ target: '0', completed: '7', percent: null });
  });

  it('shows money with two decimals, hours and counts without trailing zeros', () => {
    const rows = rowsOf(
      cell('MONEY.AMOUNT', '60000', '259907.5'),
      cell('TRAINING.HOURS', '1440.00', '1419.50'),
      cell('GROUPWORK.PARTICIPANTS', '500.00', '1000000000.00'),
    );
    expect(rows.map(({ total }) => [total.target, total.completed])).toEqual([
      ['500', '1000000000'],
      ['60000.00', '259907.50'],
      ['1440', '1419.5'],
    ]);
    expect(rows[1]!.byZone[0]!.completed).toBe('0.00');
  });
});

/** Parses a text with two decimals into hundredths. */
const hundredths = (text: string): bigint => BigInt(text.replace('.', ''));
const text = (value: bigint): string =>
  `${(value / 100n).toString()}.${(value % 100n).toString().padStart(2, '0')}`;

test('any cells: each figure is the sum of its cells, each percentage the ratio of the sums', () => {
  // Small values make ties of rounding likely; large ones would reveal a float.
  const cents = fc.oneof(fc.bigInt({ min: 0n, max: 2000n }), fc.bigInt({ min: 0n, max: 10n ** 11n }));
  const anyCell = fc.record({
    zoneId: fc.constantFrom(null, 'z1', 'z2', 'z3'),
    projectId: fc.constantFrom(null, 'p1', 'p2'),
    target: fc.option(cents.map(text)),
    completed: cents.map(text),
  });
  fc.assert(
    fc.property(fc.array(anyCell, { minLength: 1, maxLength: 20 }), (cells) => {
      const expected = (own: typeof cells): Completion => {
        const targets = own.flatMap(({ target }) => (target === null ? [] : [hundredths(target)]));
        const target = targets.length === 0 ? null : targets.reduce((sum, value) => sum + value, 0n);
        const completed = own.reduce((sum, part) => sum + hundredths(part.completed), 0n);
        return {
          target: target === null ? null : text(target),
          completed: text(completed),
          percent:
            target === null || target === 0n ? null : text((completed * 20_000n + target) / (2n * target)),
        };
      };
      const [row] = rowsOf(...cells.map((part) => ({ indicator: 'MONEY', measure: 'AMOUNT', ...part })));
      expect(row!.total).toEqual(expected(cells));
      expect(row!.byZone).toEqual(
        ZONES.map((zone) => ({ zone, ...expected(cells.filter(({ zoneId }) => zoneId === zone.id)) })),
      );
      expect(row!.byProject).toEqual(
        PROJECTS.map((project) => ({
          project,
          ...expected(cells.filter((it) => it.projectId === project.id)),
        })),
      );
    }),
    { numRuns: 1000 },
  );
});

describe('a table without a given last day', () => {
  const term = { startsOn: '2024-05-01', endsOn: '2025-04-30' };
  it.each([
    ['2024-12-31', '2024-05-01', '2024-12-31'],
    ['2024-05-01', '2024-05-01', '2024-05-01'],
    ['2025-04-30', '2024-05-01', '2025-04-30'],
    ['2026-01-01', '2024-05-01', '2025-04-30'],
    ['2024-04-30', '2024-05-01', '2025-04-30'], // the term has not begun
    ['2024-12-31', '2025-01-01', '2025-04-30'], // the requested range has not begun
  ])('requested on %s from %s on, ends on %s', (today, from, last) => {
    expect(lastDayOf(term, from, today)).toBe(last);
  });
});
