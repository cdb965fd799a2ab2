import fc from 'fast-check';
import { InputRules } from '../../platform/input-rules';
import { AgreementState, type Structure } from '../agreement';
import { Catalogue } from './catalogue';
import { IndicatorSection } from './indicator.enums';
import type { TargetInput } from '../agreement';
import { checkCount, checkMixture, checkTargets, type StoredTarget } from './target.rules';

const CATALOGUE = new Catalogue([
  {
    code: 'HOTLINE',
    position: 1,
    nameZh: '热线',
    nameEn: 'Hotline',
    section: IndicatorSection.OTHER,
    formPosition: null,
    aliases: [],
    measures: [{ code: 'CALLS', position: 1, name: '次数', unit: '次' }],
  },
  {
    code: 'MONEY',
    position: 1,
    nameZh: '资源',
    nameEn: 'Money',
    section: IndicatorSection.OTHER,
    formPosition: null,
    aliases: [],
    measures: [{ code: 'AMOUNT', position: 1, name: '金额', unit: '元' }],
  },
]);
const STRUCTURE: Structure = {
  organisationId: 'o',
  agreementId: 'a',
  stationId: 's',
  purchaserId: 'p',
  districtCode: '440103',
  state: AgreementState.CONFIRMED,
  proposedBy: 'o',
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  closed: { zones: [], projects: [], points: [] },
  terms: [
    { id: 't1', startsOn: '2024-01-01', endsOn: '2024-06-30' },
    { id: 't2', startsOn: '2024-07-01', endsOn: '2024-12-31' },
  ],
  zones: ['z1', 'z2'],
  projects: ['p1', 'p2'],
  points: [],
  moves: [],
};

/** The fields of an input as a plain object. */
type Given = Pick<TargetInput, keyof TargetInput>;

const target = (changes: Partial<Given> = {}): Given => ({
  termId: 't1',
  indicator: 'HOTLINE',
  measure: 'CALLS',
  value: '10',
  ...changes,
});

const faults = ({ faults: found }: InputRules): string[] =>
  found.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('targets', () => {
  it.each<[string, TargetInput[], string[]]>([
    ['a valid one', [target()], []],
    ['money with cents', [target({ indicator: 'MONEY', measure: 'AMOUNT', value: '60000.55' })], []],
    ['zero', [target({ value: '0' })], []],
    ['a removal', [target({ value: null })], []],
    ['a term of another agreement', [target({ termId: 't9' })], ['TERM_NOT_FOUND targets.0.termId']],
    ['a zone of another agreement', [target({ zoneId: 'z9' })], ['ZONE_NOT_FOUND targets.0.zoneId']],
    [
      'a project of another agreement',
      [target({ projectId: 'p9' })],
      ['PROJECT_NOT_FOUND targets.0.projectId'],
    ],
    ['an unknown indicator', [target({ indicator: 'X' })], ['UNKNOWN_INDICATOR targets.0.indicator']],
    ['an unknown measure', [target({ measure: 'X' })], ['UNKNOWN_MEASURE targets.0.measure']],
    [
      'a measure of another indicator',
      [target({ measure: 'AMOUNT' })],
      ['MEASURE_OF_OTHER_INDICATOR targets.0.measure'],
    ],
    ['a negative value', [target({ value: '-1' })], ['NEGATIVE_QUANTITY targets.0.value']],
    ['a fraction of a count', [target({ value: '1.5' })], ['TOO_MANY_DECIMALS targets.0.value']],
    [
      'a thousandth of money',
      [target({ indicator: 'MONEY', measure: 'AMOUNT', value: '0.001' })],
      ['TOO_MANY_DECIMALS targets.0.value'],
    ],
    ['above the maximum', [target({ value: '1000000001' })], ['QUANTITY_TOO_LARGE targets.0.value']],
    ['the maximum', [target({ value: '1000000000' })], []],
    ['the same twice', [target(), target({ value: '11' })], ['TARGET_TWICE targets.1']],
    ['the same set and removed', [target({ value: null }), target()], ['TARGET_TWICE targets.1']],
    ['the same in two terms', [target(), target({ termId: 't2' })], []],
    ['the same in two zones', [target({ zoneId: 'z1' }), target({ zoneId: 'z2' })], []],
    [
      'everything wrong at once',
      [target({ termId: 't9', zoneId: 'z9', value: '-1' }), target({ indicator: 'X' })],
      [
        'TERM_NOT_FOUND targets.0.termId',
        'ZONE_NOT_FOUND targets.0.zoneId',
        'NEGATIVE_QUANTITY targets.0.value',
        'UNKNOWN_INDICATOR targets.1.indicator',
      ],
    ],
  ])('%s', (_, targets, expected) => {
    expect(faults(checkTargets(CATALOGUE, STRUCTURE, targets))).toEqual(expected);
  });

  it('are at least one and at most a thousand per call', () => {
    const many = Array.from({ length: 1001 }, () => target());
    const rules = new InputRules();
    expect(checkCount(rules, many)).toBe(false);
    expect(faults(rules)).toEqual(['TOO_MANY targets']);
    expect(checkCount(new InputRules(), many.slice(1))).toBe(true);
    const none = new InputRules();
    checkCount(none, []);
    expect(faults(none)).toEqual(['TOO_FEW targets']);
  });
});

const storedTarget = (changes: Partial<StoredTarget> = {}): StoredTarget => ({
  termId: 't1',
  zoneId: null,
  projectId: null,
  indicator: 'HOTLINE',
  measure: 'CALLS',
  value: '1',
  ...changes,
});

function mixture(before: StoredTarget[], targets: TargetInput[]): string[] {
  const rules = new InputRules();
  checkMixture(rules, before, targets);
  return faults(rules);
}

describe('within a term, indicator and measure', () => {
  it.each<[string, StoredTarget[], TargetInput[], string[]]>([
    ['all without a zone', [storedTarget()], [target()], []],
    ['all with one', [storedTarget({ zoneId: 'z1' })], [target({ zoneId: 'z2' })], []],
    [
      'in one call some with a zone, some without',
      [],
      [target({ zoneId: 'z1' }), target()],
      ['TARGETS_MIX_ZONES targets.0.zoneId', 'TARGETS_MIX_ZONES targets.1.zoneId'],
    ],
    [
      'one with a zone beside a stored one without',
      [storedTarget()],
      [target({ zoneId: 'z1' })],
      ['TARGETS_MIX_ZONES targets.0.zoneId'],
    ],
    [
      'one without a zone beside a stored one with a zone',
      [storedTarget({ zoneId: 'z1' })],
      [target()],
      ['TARGETS_MIX_ZONES targets.0.zoneId'],
    ],
    [
      'one with a zone, when the stored one is removed in the same call',
      [storedTarget()],
      [target({ zoneId: 'z1' }), target({ value: null })],
      [],
    ],
    [
      'a removal of a target that does not exist',
      [storedTarget({ zoneId: 'z1' })],
      [target({ value: null })],
      [],
    ],
    [
      'a removal beside a stored mixture of other targets',
      [storedTarget(), storedTarget({ zoneId: 'z1' })],
      [target({ zoneId: 'z1', value: null })],
      [],
    ],
    [
      'projects mixed',
      [storedTarget({ projectId: 'p1' })],
      [target()],
      ['TARGETS_MIX_PROJECTS targets.0.projectId'],
    ],
    [
      'zones and projects mixed',
      [storedTarget({ projectId: 'p1' })],
      [target({ zoneId: 'z1' })],
      ['TARGETS_MIX_ZONES targets.0.zoneId', 'TARGETS_MIX_PROJECTS targets.0.projectId'],
    ],
    ['another term', [storedTarget({ termId: 't2' })], [target({ zoneId: 'z1' })], []],
    [
      'another indicator',
      [storedTarget({ indicator: 'MONEY', measure: 'AMOUNT' })],
      [target({ zoneId: 'z1' })],
      [],
    ],
    ['zone null and zone omitted are the same', [], [target({ zoneId: null }), target({ termId: 't2' })], []],
  ])('%s', (_, before, targets, expected) => {
    expect(mixture(before, targets)).toEqual(expected);
  });

  it('every call is rejected exactly when it would leave a mixture in a row that it sets', () => {
    const place = fc.record({
      termId: fc.constantFrom('t1', 't2'),
      zoneId: fc.constantFrom(null, 'z1', 'z2'),
      projectId: fc.constantFrom(null, 'p1'),
    });
    const key = (t: { termId: string; zoneId?: string | null; projectId?: string | null }): string =>
      `${t.termId} ${t.zoneId ?? '-'} ${t.projectId ?? '-'}`;
    const distinct = { selector: key, maxLength: 6 };
    const given = fc
      .tuple(place, fc.option(fc.constant('5')))
      .map(([at, value]) => ({ ...target(at), value }));
    fc.assert(
      fc.property(fc.uniqueArray(place, distinct), fc.uniqueArray(given, distinct), (before, targets) => {
        const removed = new Set(targets.map(key));
        const after = [
          ...before.filter((t) => !removed.has(key(t))),
          ...targets.filter(({ value }) => value !== null),
        ];
        const mixes = (termId: string, field: 'zoneId' | 'projectId'): boolean => {
          const own = after.filter((t) => t.termId === termId).map((t) => t[field] ?? null);
          return own.includes(null) && own.some((id) => id !== null);
        };
        const expected = targets.flatMap(({ termId, value }, at) =>
          value === null
            ? []
            : [
                ...(mixes(termId, 'zoneId') ? [`TARGETS_MIX_ZONES targets.${at}.zoneId`] : []),
                ...(mixes(termId, 'projectId') ? [`TARGETS_MIX_PROJECTS targets.${at}.projectId`] : []),
              ],
        );
        expect(
          mixture(
            before.map((at) => storedTarget(at)),
            targets,
          ),
        ).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
