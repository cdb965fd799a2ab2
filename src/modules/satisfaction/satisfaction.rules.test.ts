import fc from 'fast-check';
import { checkSurvey, type MethodSums, satisfactionReport } from './satisfaction.rules';
import { SatisfactionMethod } from './satisfaction.enums';

const { CASEWORK, EVENT, GROUPWORK, OVERALL } = SatisfactionMethod;

const counted = (
  method: SatisfactionMethod,
  satisfied: number,
  answered: number,
  asked = answered,
): MethodSums => ({
  method,
  surveys: 1,
  reportedPercent: null,
  asked: String(asked),
  answered: String(answered),
  satisfied: String(satisfied),
});
const reported = (method: SatisfactionMethod, reportedPercent: string): MethodSums => ({
  method,
  surveys: 1,
  reportedPercent,
  asked: '0',
  answered: '0',
  satisfied: '0',
});

/** percent, every method, all clients. */
function figures(threshold: string, ...sums: MethodSums[]): [string | null, boolean | null, boolean | null] {
  const { percent, everyMethodReaches, clientsReach } = satisfactionReport(sums, threshold);
  return [percent, everyMethodReaches, clientsReach];
}

describe('"every method at least 85 %" and "at least 85 % of the clients"', () => {
  it.each<[string, [string | null, boolean | null, boolean | null], MethodSums[]]>([
    ['nothing was surveyed', [null, null, null], []],
    ['nobody answered', [null, null, null], [counted(CASEWORK, 0, 0, 20)]],
    [
      'all methods reach it',
      ['90.00', true, true],
      [counted(CASEWORK, 9, 10), counted(GROUPWORK, 18, 20), counted(EVENT, 27, 30)],
    ],
    [
      'a small method does not reach it, all clients together do',
      ['90.48', false, true],
      [counted(CASEWORK, 1, 5), counted(EVENT, 94, 100)],
    ],
    [
      'each method reaches it exactly',
      ['85.00', true, true],
      [counted(CASEWORK, 17, 20), counted(GROUPWORK, 34, 40)],
    ],
    ['one hundredth of a percent is missing', ['84.99', false, false], [counted(EVENT, 8499, 10_000)]],
    ['85.00 only by rounding', ['85.00', false, false], [counted(EVENT, 84_999, 100_000)]],
    ['only an overall percent was reported', ['95.00', null, true], [reported(OVERALL, '95')]],
    [
      'percents were reported by method',
      [null, false, null],
      [reported(CASEWORK, '90'), reported(EVENT, '84.5')],
    ],
    [
      'counts take precedence over a reported percent',
      ['50.00', false, false],
      [{ ...counted(CASEWORK, 1, 2), reportedPercent: '100' }],
    ],
    [
      'a survey over all methods counts for all clients, but for no method',
      ['80.00', true, false],
      [counted(CASEWORK, 10, 10), counted(OVERALL, 70, 90)],
    ],
  ])('where %s', (_, expected, sums) => {
    expect(figures('85', ...sums)).toEqual(expected);
  });

  it('list the methods that were not surveyed', () => {
    const { methodsNotSurveyed, methods, surveys } = satisfactionReport(
      [counted(GROUPWORK, 9, 10), counted(EVENT, 0, 0, 5)],
      '85',
    );
    expect(methodsNotSurveyed).toEqual([CASEWORK, EVENT]);
    expect(
      methods.map(({ method, percent, reachesThreshold }) => [method, percent, reachesThreshold]),
    ).toEqual([
      [CASEWORK, null, null],
      [GROUPWORK, '90.00', true],
      [EVENT, null, null],
      [OVERALL, null, null],
    ]);
    expect(surveys).toBe(2);
  });

  it('can be evaluated with any threshold', () => {
    const sums = [counted(CASEWORK, 2, 3)];
    expect(figures('66.66', ...sums)).toEqual(['66.67', true, true]);
    expect(figures('66.67', ...sums)).toEqual(['66.67', false, false]);
    expect(figures('0', counted(CASEWORK, 0, 1))).toEqual(['0.00', true, true]);
    expect(figures('100', counted(CASEWORK, 1, 1))).toEqual(['100.00', true, true]);
  });

  it('if every method reaches the threshold, so do all clients together', () => {
    const method = fc
      .tuple(fc.nat(300), fc.nat(300))
      .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(fc.tuple(method, method, method), fc.integer({ min: 0, max: 100 }), (counts, threshold) => {
        const sums = [CASEWORK, GROUPWORK, EVENT].map((one, at) => counted(one, ...counts[at]!));
        const { everyMethodReaches, clientsReach, percent } = satisfactionReport(sums, String(threshold));
        const [satisfied, answered] = [0, 1].map((of) => counts.reduce((sum, pair) => sum + pair[of]!, 0));
        expect(percent === null).toBe(answered === 0);
        expect(clientsReach).toBe(answered === 0 ? null : satisfied! * 100 >= answered! * threshold);
        expect(everyMethodReaches === true && clientsReach !== true).toBe(false);
      }),
    );
  });
});

describe('a survey', () => {
  const VALID = { method: CASEWORK, surveyedOn: '2024-05-01', asked: 10, answered: 8, satisfied: 7 };
  const refused = (changes: object): string[] =>
    checkSurvey({ ...VALID, ...changes }, '2024-01-01', '2024-12-31')
      .faults.map(({ code, path }) => `${code} ${path.join('.')}`)
      .sort();
  const percentAlone = { asked: null, answered: null, satisfied: null };

  it.each([
    [{}],
    [{ asked: 0, answered: 0, satisfied: 0 }],
    [{ asked: 8, satisfied: 8 }],
    [{ ...percentAlone, reportedPercent: '95' }],
    [{ ...percentAlone, reportedPercent: '0' }],
    [{ surveyedOn: '2024-01-01' }],
    [{ surveyedOn: '2024-12-31', note: '电话回访' }],
  ])('is valid: %j', (changes) => {
    expect(refused(changes)).toEqual([]);
  });

  it.each([
    [
      { answered: 11, satisfied: 12 },
      ['ANSWERED_ABOVE_ASKED answered', 'SATISFIED_ABOVE_ANSWERED satisfied'],
    ],
    [{ satisfied: 9 }, ['SATISFIED_ABOVE_ANSWERED satisfied']],
    [
      { asked: -1, answered: -2, satisfied: -3 },
      ['NEGATIVE answered', 'NEGATIVE asked', 'NEGATIVE satisfied'],
    ],
    [{ asked: 1_000_001 }, ['TOO_LARGE asked']],
    [{ answered: null }, ['COUNT_MISSING answered']],
    [{ asked: null, satisfied: null }, ['COUNT_MISSING asked', 'COUNT_MISSING satisfied']],
    [percentAlone, ['COUNTS_OR_PERCENT asked']],
    [{ reportedPercent: '90' }, ['COUNTS_OR_PERCENT reportedPercent']],
    [{ ...percentAlone, reportedPercent: '100.01' }, ['TOO_LARGE reportedPercent']],
    [{ ...percentAlone, reportedPercent: '95.001' }, ['TOO_MANY_DECIMALS reportedPercent']],
    [{ surveyedOn: '2023-12-31', note: '' }, ['DAY_TOO_EARLY surveyedOn', 'EMPTY_TEXT note']],
    [
      { surveyedOn: '2025-01-01', note: '字'.repeat(2001) },
      ['DAY_IN_FUTURE surveyedOn', 'TEXT_TOO_LONG note'],
    ],
  ])('is refused with all faults: %j', (changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });
});
