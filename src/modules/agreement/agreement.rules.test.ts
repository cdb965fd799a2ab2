import fc from 'fast-check';
import type { ProjectInput, RegisterAgreementInput } from './agreement.input';
import { agreementFaults } from './agreement.rules';
import { InstalmentCondition, ProjectKind, ServiceDomain, ServiceModel } from './agreement.words';

const { CORE, KEY, BASIC, SPECIAL } = ProjectKind;
const { FAMILY, ELDERLY, YOUTH } = ServiceDomain;

const project = (kind: ProjectKind, name: string, domain: ServiceDomain | null = null): ProjectInput => ({
  kind,
  domain,
  name,
});
const PROJECTS = [
  project(CORE, '核心'),
  project(KEY, '重点'),
  project(BASIC, '家庭', FAMILY),
  project(BASIC, '长者', ELDERLY),
  project(BASIC, '青少年', YOUTH),
];
const term = (
  name: string,
  startsOn: string,
  endsOn: string,
): { name: string; startsOn: string; endsOn: string } => ({ name, startsOn, endsOn });

const SOUND: RegisterAgreementInput = {
  newStation: { name: '某站', street: '某街', districtCode: '440103' },
  ...{ operatorId: 'o', purchaserId: 'p', serviceModel: ServiceModel.PROJECT_113X },
  ...{ startsOn: '2024-01-01', endsOn: '2024-12-31' },
  projects: PROJECTS,
  terms: [term('年度', '2024-01-01', '2024-12-31')],
};
const ZONED: RegisterAgreementInput = {
  ...SOUND,
  ...{ serviceModel: ServiceModel.STATION_ZONE_POINT, projects: null },
  zones: [
    { name: '一', points: ['甲', '乙'] },
    { name: '二', points: ['丙'] },
  ],
};

const faults = (input: RegisterAgreementInput): string[] =>
  agreementFaults(input).map(({ code, path }) => `${code} ${path.join('.')}`);

type Case = [string, Partial<RegisterAgreementInput>, string[]];
const long = '长'.repeat(101);

describe('113X', () => {
  it.each<Case>([
    ['one core, one key, three basic', {}, []],
    [
      'and any number of special ones',
      { projects: [...PROJECTS, project(SPECIAL, '特一'), project(SPECIAL, '特二')] },
      [],
    ],
    [
      'no project',
      { projects: null },
      ['ONE_CORE_PROJECT projects', 'ONE_KEY_PROJECT projects', 'THREE_BASIC_PROJECTS projects'],
    ],
    ['no core', { projects: PROJECTS.slice(1) }, ['ONE_CORE_PROJECT projects']],
    ['two cores', { projects: [...PROJECTS, project(CORE, '又一')] }, ['ONE_CORE_PROJECT projects']],
    ['two keys', { projects: [...PROJECTS, project(KEY, '又一')] }, ['ONE_KEY_PROJECT projects']],
    ['two basic', { projects: PROJECTS.slice(0, 4) }, ['THREE_BASIC_PROJECTS projects']],
    [
      'four basic',
      { projects: [...PROJECTS, project(BASIC, '又一', YOUTH)] },
      ['THREE_BASIC_PROJECTS projects'],
    ],
    [
      'a domain twice',
      { projects: [...PROJECTS.slice(0, 4), project(BASIC, '又一', ELDERLY)] },
      ['THREE_BASIC_PROJECTS projects'],
    ],
    [
      'a basic one without domain',
      { projects: [...PROJECTS.slice(0, 4), project(BASIC, '青少年')] },
      ['DOMAIN_MISSING projects.4.domain', 'THREE_BASIC_PROJECTS projects'],
    ],
    [
      'a core with a domain',
      { projects: [project(CORE, '核心', FAMILY), ...PROJECTS.slice(1)] },
      ['DOMAIN_NOT_ALLOWED projects.0.domain'],
    ],
    [
      'a name twice',
      { projects: [...PROJECTS, project(SPECIAL, ' 核心 ')] },
      ['DUPLICATE_NAME projects.5.name'],
    ],
    [
      'a name of nothing',
      { projects: [project(CORE, ' '), ...PROJECTS.slice(1)] },
      ['EMPTY_TEXT projects.0.name'],
    ],
    [
      'a name too long',
      { projects: [project(CORE, long), ...PROJECTS.slice(1)] },
      ['TEXT_TOO_LONG projects.0.name'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...SOUND, ...changes })).toEqual(expected);
  });

  it('any set of projects is sound exactly when it is 1, 1, 3 of distinct domains, and X', () => {
    const kinds = fc.constantFrom<[ProjectKind, ServiceDomain | null]>(
      [CORE, null],
      [KEY, null],
      [SPECIAL, null],
      [BASIC, FAMILY],
      [BASIC, ELDERLY],
      [BASIC, YOUTH],
    );
    const exactly = fc.shuffledSubarray<[ProjectKind, ServiceDomain | null]>(
      [
        [CORE, null],
        [KEY, null],
        [SPECIAL, null],
        [BASIC, FAMILY],
        [BASIC, ELDERLY],
        [BASIC, YOUTH],
      ],
      { minLength: 4 },
    );
    let sound = 0;
    fc.assert(
      fc.property(fc.oneof(exactly, fc.array(kinds, { maxLength: 8 })), (given) => {
        const count = (kind: ProjectKind, domain: ServiceDomain | null): number =>
          given.filter(([k, d]) => k === kind && d === domain).length;
        const once = [
          count(CORE, null),
          count(KEY, null),
          count(BASIC, FAMILY),
          count(BASIC, ELDERLY),
          count(BASIC, YOUTH),
        ];
        const projects = given.map(([kind, domain], at) => project(kind, `项目${at}`, domain));
        const isSound = once.every((times) => times === 1);
        sound += isSound ? 1 : 0;
        expect(faults({ ...SOUND, projects }).length === 0).toBe(isSound);
      }),
      { numRuns: 500 },
    );
    expect(sound).toBeGreaterThan(5);
  });
});

describe('站—片区—点', () => {
  it.each<Case>([
    ['zones with points', {}, []],
    ['projects beside them, of any kind', { projects: [project(SPECIAL, '特')] }, []],
    ['no zone', { zones: [] }, ['ZONE_MISSING zones']],
    ['no zones given', { zones: null }, ['ZONE_MISSING zones']],
    ['points outside the zones', { points: ['丁'] }, ['POINTS_BELONG_TO_ZONES points']],
    ['points and no zones', { zones: null, points: ['丁'] }, ['ZONE_MISSING zones']],
    ['a zone without points', { zones: [{ name: '一', points: [] }] }, ['POINT_MISSING zones.0.points']],
    [
      'a zone twice',
      {
        zones: [
          { name: '一', points: ['甲'] },
          { name: '一 ', points: ['乙'] },
        ],
      },
      ['DUPLICATE_NAME zones.1.name'],
    ],
    [
      'a point twice in one zone',
      { zones: [{ name: '一', points: ['甲', '甲'] }] },
      ['DUPLICATE_NAME zones.0.points.1'],
    ],
    [
      'a point in two zones',
      {
        zones: [
          { name: '一', points: ['甲'] },
          { name: '二', points: ['甲'] },
        ],
      },
      ['DUPLICATE_NAME zones.1.points.0'],
    ],
    ['a point named like a zone', { zones: [{ name: '一', points: ['一'] }] }, []],
    ['a point of no name', { zones: [{ name: '一', points: [''] }] }, ['EMPTY_TEXT zones.0.points.0']],
    [
      'a zone of too long a name',
      { zones: [{ name: long, points: ['甲'] }] },
      ['TEXT_TOO_LONG zones.0.name'],
    ],
    [
      'more than 200 points',
      { zones: [{ name: '一', points: Array.from({ length: 201 }, (_, at) => `点${at}`) }] },
      ['TOO_MANY zones'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...ZONED, ...changes })).toEqual(expected);
  });

  it('a 113X agreement may have points without zones, and zones', () => {
    expect(faults({ ...SOUND, points: ['甲', '乙'] })).toEqual([]);
    expect(faults({ ...SOUND, points: ['甲', '甲'] })).toEqual(['DUPLICATE_NAME points.1']);
    expect(faults({ ...SOUND, zones: ZONED.zones! })).toEqual([]);
  });
});

describe('days and terms', () => {
  const half = term('上半年', '2024-01-01', '2024-06-30');
  it.each<Case>([
    ['two in order', { terms: [half, term('下半年', '2024-07-01', '2024-12-31')] }, []],
    ['with days between them', { terms: [half, term('下半年', '2024-09-01', '2024-12-30')] }, []],
    [
      'of one day each',
      { terms: [term('一', '2024-02-29', '2024-02-29'), term('二', '2024-03-01', '2024-03-01')] },
      [],
    ],
    ['none', { terms: [] }, ['TOO_FEW terms']],
    ['more than 24', { terms: Array.from({ length: 25 }, () => half) }, ['TOO_MANY terms']],
    [
      'out of order',
      { terms: [term('下半年', '2024-07-01', '2024-12-31'), half] },
      ['TERMS_OVERLAP terms.1.startsOn'],
    ],
    [
      'sharing a day',
      { terms: [half, term('下半年', '2024-06-30', '2024-12-31')] },
      ['TERMS_OVERLAP terms.1.startsOn'],
    ],
    [
      'ending before it starts',
      { terms: [term('年度', '2024-06-30', '2024-06-29')] },
      ['ENDS_BEFORE_START terms.0.endsOn'],
    ],
    [
      'starting before the agreement',
      { terms: [term('年度', '2023-12-31', '2024-12-31')] },
      ['TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    [
      'ending after the agreement',
      { terms: [term('年度', '2024-01-01', '2025-01-01')] },
      ['TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    [
      'a name twice',
      { terms: [half, term('上半年', '2024-07-01', '2024-12-31')] },
      ['DUPLICATE_NAME terms.1.name'],
    ],
    ['no name', { terms: [term('', '2024-01-01', '2024-12-31')] }, ['EMPTY_TEXT terms.0.name']],
    [
      'an agreement that ends before it starts',
      { startsOn: '2025-01-01' },
      ['ENDS_BEFORE_START endsOn', 'TERM_OUTSIDE_AGREEMENT terms.0'],
    ],
    [
      'an agreement of one day',
      { startsOn: '2024-02-29', endsOn: '2024-02-29', terms: [term('一', '2024-02-29', '2024-02-29')] },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...SOUND, ...changes })).toEqual(expected);
  });
});

describe('the station', () => {
  it.each<Case>([
    ['existing', { newStation: null, stationId: 's' }, []],
    ['not named', { newStation: null }, ['STATION_MISSING stationId']],
    ['named twice', { stationId: 's' }, ['STATION_AMBIGUOUS newStation']],
    [
      'new, without a name or street',
      { newStation: { name: ' ', street: '', districtCode: '440103' } },
      ['EMPTY_TEXT newStation.name', 'EMPTY_TEXT newStation.street'],
    ],
    [
      'new, with names too long',
      { newStation: { name: long, street: long, districtCode: '440103' } },
      ['TEXT_TOO_LONG newStation.name', 'TEXT_TOO_LONG newStation.street'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...SOUND, ...changes })).toEqual(expected);
  });
});

describe('money and posts', () => {
  const { SIGNING, MIDTERM_QUALIFIED, FINAL_QUALIFIED } = InstalmentCondition;
  const shares = (...given: [InstalmentCondition, string][]): Partial<RegisterAgreementInput> => ({
    instalments: given.map(([condition, share]) => ({ condition, share })),
  });
  it.each<Case>([
    [
      'all of it',
      {
        annualFee: '2400000.00',
        requiredPosts: '20',
        requiredCertifiedShare: '0.6',
        ...shares([SIGNING, '0.55'], [MIDTERM_QUALIFIED, '0.40'], [FINAL_QUALIFIED, '0.05']),
      },
      [],
    ],
    [
      'nothing of it',
      { annualFee: null, requiredPosts: null, requiredCertifiedShare: null, instalments: [] },
      [],
    ],
    ['one instalment of everything', shares([SIGNING, '1']), []],
    [
      'thirds that sum',
      shares([SIGNING, '0.333333'], [MIDTERM_QUALIFIED, '0.333333'], [FINAL_QUALIFIED, '0.333334']),
      [],
    ],
    [
      'thirds that do not',
      shares([SIGNING, '0.333333'], [MIDTERM_QUALIFIED, '0.333333'], [FINAL_QUALIFIED, '0.333333']),
      ['SHARES_NOT_WHOLE instalments'],
    ],
    [
      'more than the whole',
      shares([SIGNING, '0.6'], [FINAL_QUALIFIED, '0.6']),
      ['SHARES_NOT_WHOLE instalments'],
    ],
    [
      'a condition twice',
      shares([SIGNING, '0.5'], [SIGNING, '0.5']),
      ['DUPLICATE_INSTALMENT instalments.1.condition'],
    ],
    [
      'a share of nothing',
      shares([SIGNING, '1'], [FINAL_QUALIFIED, '0']),
      ['ZERO_SHARE instalments.1.share'],
    ],
    [
      'a negative share',
      shares([SIGNING, '1.1'], [FINAL_QUALIFIED, '-0.1']),
      ['TOO_LARGE instalments.0.share', 'NEGATIVE instalments.1.share'],
    ],
    [
      'a share of seven decimals',
      shares([SIGNING, '0.0000001'], [FINAL_QUALIFIED, '0.9999999']),
      ['TOO_MANY_DECIMALS instalments.0.share', 'TOO_MANY_DECIMALS instalments.1.share'],
    ],
    ['a fee below zero', { annualFee: '-1' }, ['NEGATIVE annualFee']],
    ['a fee of half cents', { annualFee: '0.005' }, ['TOO_MANY_DECIMALS annualFee']],
    ['a fee too large to be true', { annualFee: '1000000000.01' }, ['TOO_LARGE annualFee']],
    ['posts below zero', { requiredPosts: '-1' }, ['NEGATIVE requiredPosts']],
    ['a certified share above all', { requiredCertifiedShare: '1.01' }, ['TOO_LARGE requiredCertifiedShare']],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...SOUND, ...changes })).toEqual(expected);
  });
});

test('every fault is named at once, in both languages', () => {
  const found = agreementFaults({
    ...ZONED,
    ...{
      newStation: null,
      endsOn: '2023-12-31',
      annualFee: '-1',
      zones: [{ name: '', points: [] }],
      terms: [],
    },
  });
  expect(found.map(({ code }) => code)).toEqual([
    'STATION_MISSING',
    'ENDS_BEFORE_START',
    'NEGATIVE',
    'EMPTY_TEXT',
    'POINT_MISSING',
    'TOO_FEW',
  ]);
  for (const { text } of found) {
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/[a-z]/);
  }
});
