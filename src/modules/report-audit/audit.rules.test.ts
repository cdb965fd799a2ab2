import { exact } from '../../platform/decimal';
import { auditFigures, isFinding } from './audit.rules';
import { FigureKind, FigureVerdict, ReportFault } from './audit.enums';
import type { RecordedFigure } from './against.rules';
import type { ReadFigure } from './figure';
import { readPrinted } from './printed-value.rules';

// What the five stations published: target, completed and ratio as printed in their reports.

interface Line {
  /** Indicator and measure; with a colon in front what the catalogue lacks. */
  of: string;
  zone?: string;
  target?: string;
  completed?: string;
  percent?: string;
  place?: string;
}

function printed(lines: readonly Line[]): ReadFigure[] {
  return lines.flatMap(({ of, zone, place, ...values }, at) =>
    (['target', 'completed', 'percent'] as const).flatMap((part) => {
      const text = values[part];
      if (text === undefined) return [];
      const kind = FigureKind[part.toUpperCase() as keyof typeof FigureKind];
      const value = readPrinted(text, kind);
      if (value === null) throw new Error(`${text} is not understood`);
      const [indicator = '', measure = ''] = of.split(' ');
      const subject = of.startsWith(':') ? of.slice(1) : null;
      return {
        ...(subject === null ? { indicator, measure } : { indicator: null, measure: null }),
        subject,
        zoneId: zone ?? null,
        kind,
        printed: text,
        value,
        place: place ?? `${at + 1} ${part}`,
      };
    }),
  );
}

/** Records that say the same as the report. */
function recordsOf(lines: readonly Line[]): RecordedFigure[] {
  return lines.flatMap(({ of, zone, target = '/', completed = '0' }) => {
    const [indicator = '', measure = ''] = of.split(' ');
    const sums = { target: target === '/' ? null : target, completed };
    return of.startsWith(':') ? [] : [{ indicator, measure, zoneId: zone ?? null, ...sums }];
  });
}

const FIRST: Record<string, string> = { POLICY_TALK: 'EVENTS', GROUPWORK: 'GROUPS' };
const audit = (lines: readonly Line[], records = recordsOf(lines), zoneIds: string[] = []) =>
  auditFigures(printed(lines), records, {
    zoneIds,
    stepOf: () => exact('1'),
    firstMeasureOf: (indicator) => FIRST[indicator] ?? '',
  });
const faultsIn = ({ figures }: ReturnType<typeof audit>) =>
  figures.flatMap(({ printed: text, inReport }) =>
    inReport.map(({ fault, expected }) => [text, fault, expected]),
  );
const verdicts = ({ figures }: ReturnType<typeof audit>, kind = FigureKind.PERCENT) =>
  figures.filter((one) => one.kind === kind).map(({ printed: text, verdict }) => [text, verdict]);

const ZHONGLUOTAN: Line[] = [
  { of: 'HOME_VISIT VISITS', target: '1600', completed: '1600' },
  { of: 'CASEWORK OPENED', target: '90', completed: '104', percent: '115%' },
  { of: 'SMALL_MEDIUM_EVENT EVENTS', target: '28', completed: '45', percent: '160%' },
  { of: 'VOLUNTEER_RECRUITED PERSONS', target: '150', completed: '314', percent: '209%' },
  { of: 'VOLUNTEER_SERVICE PARTICIPANTS', target: '400', completed: '2147', percent: '536%' },
];

describe('钟落潭', () => {
  test('truncates to integers: the one rounding that explains all of its ratios', () => {
    const result = audit(ZHONGLUOTAN);
    expect(result.rounding).toEqual({ roundings: ['TRUNCATED_0'], ratios: 4, explained: 4 });
    expect(faultsIn(result)).toEqual([]);
    expect(verdicts(result)).toEqual(
      ['115%', '160%', '209%', '536%'].map((text) => [text, FigureVerdict.ROUNDED_DOWN]),
    );
    expect(result.figures.filter(isFinding)).toEqual([]);
  });

  test('would print 116%, had it rounded that one ratio half up', () => {
    const lines = ZHONGLUOTAN.map((line) => (line.percent === '115%' ? { ...line, percent: '116%' } : line));
    expect(faultsIn(audit(lines))).toEqual([['116%', 'MIXED_PRECISION', '115%']]);
  });
});

// The sentence of the report: half up to integers, but for one, which has a decimal.
const YUANGANG: Line[] = [
  { of: 'HOME_VISIT VISITS', target: '500', completed: '522', percent: '104%' },
  { of: 'PHONE_VISIT CALLS', completed: '2403', percent: '126%' },
  { of: 'GROUPWORK SESSIONS', target: '40', completed: '47', percent: '118%' },
  { of: 'LARGE_EVENT PARTICIPANTS', target: '700', completed: '1194', percent: '171%' },
  { of: 'SMALL_MEDIUM_EVENT PARTICIPANTS', target: '850', completed: '618', percent: '72.7%' },
  { of: 'VOLUNTEER_RECRUITED PERSONS', target: '150', completed: '177', percent: '118%' },
];

describe('元岗', () => {
  test('rounds half up to integers, but for one ratio', () => {
    const result = audit(YUANGANG);
    expect(result.rounding).toEqual({ roundings: ['HALF_UP_0'], ratios: 5, explained: 4 });
    expect(faultsIn(result)).toEqual([['72.7%', 'MIXED_PRECISION', '73%']]);
  });

  test('has 126 % of 2,403, which fits every target from 1,900 to 1,914', () => {
    const { figures } = audit(YUANGANG);
    const ratio = figures.find(({ printed: text }) => text === '126%');
    expect(ratio?.possible).toEqual([{ part: 'TARGET', rounding: 'HALF_UP_0', least: '1900', most: '1914' }]);
    expect(ratio?.inReport).toEqual([]);
  });

  test('could also truncate, if only the ratios without a fraction above a half were known', () => {
    const lines = YUANGANG.filter(({ percent }) => ['104%', '72.7%'].includes(percent ?? ''));
    const { rounding, figures } = audit(lines);
    expect(rounding).toMatchObject({ ratios: 2, explained: 1 });
    expect(rounding.roundings).toEqual([
      'HALF_UP_0',
      'TRUNCATED_0',
      'HALF_UP_1',
      'TRUNCATED_1',
      // 72.70 without its zero.
      'TRUNCATED_2',
    ]);
    // Either may be the exception.
    expect(figures.flatMap(({ inReport }) => inReport.map(({ fault }) => fault))).toEqual([
      'MIXED_PRECISION',
      'MIXED_PRECISION',
    ]);
  });

  test('is as its records say, apart from the way in which it is printed', () => {
    const records = recordsOf(YUANGANG).map((record) =>
      record.measure === 'CALLS' ? { ...record, target: '1900' } : record,
    );
    expect(verdicts(audit(YUANGANG, records))).toEqual([
      ['104%', 'ROUNDED_TO_INTEGER'],
      ['126%', 'ROUNDED_TO_INTEGER'],
      ['118%', 'ROUNDED_TO_INTEGER'],
      ['171%', 'ROUNDED_TO_INTEGER'],
      ['72.7%', 'ROUNDED_DOWN'],
      ['118%', 'EQUAL'],
    ]);
  });
});

const ZHONGNAN: Line[] = [
  { of: 'GROUPWORK PARTICIPANTS', target: '360', completed: '386', percent: '107%' },
  { of: 'SMALL_MEDIUM_EVENT EVENTS', target: '19', completed: '23', percent: '121%' },
  { of: 'VOLUNTEER_RECRUITED PERSONS', target: '66', completed: '80', percent: '121%' },
  { of: ':预算执行', target: '2448000.00', completed: '1848000.00', percent: '75.5%' },
];

describe('中南', () => {
  test('mixes integers and a decimal, and its integers could be half up or truncated', () => {
    const result = audit(ZHONGNAN);
    expect(result.rounding).toEqual({ roundings: ['HALF_UP_0', 'TRUNCATED_0'], ratios: 4, explained: 3 });
    expect(faultsIn(result)).toEqual([['75.5%', 'MIXED_PRECISION', '75%']]);
    expect(result.figures.find(({ printed: text }) => text === '107%')?.roundings).toEqual([
      'HALF_UP_0',
      'TRUNCATED_0',
    ]);
  });

  test('has a ratio of its budget, of which there is no record', () => {
    const { figures } = audit(ZHONGNAN);
    expect(figures.filter(({ subject }) => subject !== null).map(({ verdict }) => verdict)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

const ZONES = ['片区一', '片区二', '片区三'];
const FENGYUAN: Line[] = [
  { of: 'HOTLINE CALLS', zone: '片区一', target: '2400', completed: '1965', percent: '81.88%' },
  { of: 'HOTLINE CALLS', zone: '片区二', target: '2300', completed: '1754', percent: '76.26%' },
  { of: 'HOTLINE CALLS', zone: '片区三', target: '2300', completed: '3033', percent: '131.87%' },
  { of: 'HOTLINE CALLS', target: '7000', completed: '6752', percent: '96.46%' },
  { of: 'POLICY_TALK EVENTS', zone: '片区一', target: '24', completed: '12' },
  { of: 'POLICY_TALK EVENTS', zone: '片区二', target: '24', completed: '17' },
  { of: 'POLICY_TALK EVENTS', zone: '片区三', target: '24', completed: '23' },
  { of: 'POLICY_TALK PARTICIPANTS', zone: '片区一', target: '105', completed: '541' },
  { of: 'POLICY_TALK PARTICIPANTS', zone: '片区二', target: '480', completed: '551' },
  { of: 'POLICY_TALK PARTICIPANTS', zone: '片区三', target: '480', completed: '694' },
  { of: 'NEEDS_SURVEY SURVEYS', target: '12', completed: '12' },
  { of: 'NEEDS_SURVEY SURVEYS', completed: '16', place: '总体部分' },
  { of: 'NEEDS_SURVEY SURVEYS', completed: '14', place: '结语' },
  { of: 'HOTLINE CALLS', completed: '7067', place: '红棉守护热线' },
  { of: 'RESOURCE_LINKED AMOUNT', target: '/', completed: '315816.00' },
  { of: 'RESOURCE_LINKED AMOUNT', completed: '315816', place: '总体部分' },
];
const ofTable = recordsOf(FENGYUAN.filter(({ place }) => place === undefined));

describe('逢源', () => {
  test('has a target of 政策宣传 that is out of line: 105 for 24 events, where the other zones have 480', () => {
    const found = audit(FENGYUAN, ofTable, ZONES).figures.filter(({ inReport }) =>
      inReport.some(({ fault }) => fault === ReportFault.TARGET_OUT_OF_LINE),
    );
    expect(found).toMatchObject([{ printed: '105', zoneId: '片区一', inReport: [{ expected: '480' }] }]);
    // The target is what was agreed all the same.
    expect(found[0]?.verdict).toBe(FigureVerdict.EQUAL);
  });

  test('says in its text otherwise than in its table how often the hotline was called, and how many surveys were made', () => {
    const found = faultsIn(audit(FENGYUAN, ofTable, ZONES)).filter(([, fault]) => fault === 'TEXT_DIFFERS');
    expect(found).toEqual([
      ['6752', 'TEXT_DIFFERS', '7067'],
      ['12', 'TEXT_DIFFERS', '16'],
      ['16', 'TEXT_DIFFERS', '12'],
      ['14', 'TEXT_DIFFERS', '12'],
      ['7067', 'TEXT_DIFFERS', '6752'],
    ]);
  });

  test('rounds to two decimals, half up', () => {
    const result = audit(FENGYUAN, ofTable, ZONES);
    expect(result.rounding).toEqual({ roundings: ['HALF_UP_2'], ratios: 4, explained: 4 });
    expect(verdicts(result).map(([, verdict]) => verdict)).toEqual(['EQUAL', 'EQUAL', 'EQUAL', 'EQUAL']);
  });
});

describe('云城', () => {
  const lines: Line[] = [
    { of: 'RESOURCE_LINKED AMOUNT', completed: '47.83万元', place: '链接资源' },
    { of: ':资金执行', target: '2400000.00', completed: '2400000.00', percent: '100%' },
  ];

  test('prints its one ratio as every rounding would: which is its own is not known', () => {
    const { rounding } = audit(lines, []);
    expect(rounding).toMatchObject({ ratios: 1, explained: 1 });
    expect(rounding.roundings).toHaveLength(6);
  });

  test('prints money in 万元, which is the figure itself where nothing is cut off', () => {
    const records = (completed: string): RecordedFigure[] => [
      { indicator: 'RESOURCE_LINKED', measure: 'AMOUNT', zoneId: null, target: null, completed },
    ];
    expect(verdicts(audit(lines, records('478300.00')), FigureKind.COMPLETED)[0]).toEqual([
      '47.83万元',
      'EQUAL',
    ]);
    expect(verdicts(audit(lines, records('478312.50')), FigureKind.COMPLETED)[0]?.[1]).toBe('ROUNDED_DOWN');
    expect(verdicts(audit(lines, records('478260.00')), FigureKind.COMPLETED)[0]?.[1]).toBe(
      'ROUNDED_HALF_UP',
    );
    expect(verdicts(audit(lines, records('478400.00')), FigureKind.COMPLETED)[0]?.[1]).toBe('DIFFERENT');
  });
});

describe('what the records have, and the report does not', () => {
  const record = (measure: string, zoneId: string | null, completed: string): RecordedFigure => ({
    indicator: 'GROUPWORK',
    measure,
    zoneId,
    target: null,
    completed,
  });

  test('is reported as the total of a measure that is not in the report, and as the zone that it leaves out', () => {
    const records = [
      record('GROUPS', null, '3'),
      record('GROUPS', '片区一', '3'),
      record('SESSIONS', null, '9'),
      record('SESSIONS', '片区一', '4'),
      record('SESSIONS', '片区二', '5'),
      record('PARTICIPANTS', null, '0'),
    ];
    const { figures } = audit([{ of: 'GROUPWORK SESSIONS', zone: '片区一', completed: '4' }], records, ZONES);
    expect(figures.slice(1)).toMatchObject([
      { measure: 'GROUPS', zoneId: null, recomputed: '3', verdict: 'NOT_IN_REPORT', printed: null },
      { measure: 'SESSIONS', zoneId: '片区二', recomputed: '5', verdict: 'NOT_IN_REPORT' },
    ]);
  });

  test('is recorded nowhere, where the report has it alone; “/” and 0 say that there is none', () => {
    const lines: Line[] = [
      { of: 'GROUPWORK GROUPS', target: '5', completed: '3', percent: '60%' },
      { of: 'GROUPWORK SESSIONS', target: '/', completed: '/', percent: '/' },
      { of: 'GROUPWORK PARTICIPANTS', target: '/', completed: '0', percent: '/' },
    ];
    const { figures } = audit(lines, []);
    expect(figures.map(({ verdict }) => verdict)).toEqual([
      'NOT_RECORDED',
      'NOT_RECORDED',
      'NOT_RECORDED',
      'EQUAL',
      'EQUAL',
      'EQUAL',
      'EQUAL',
      'EQUAL',
      'EQUAL',
    ]);
  });
});
