import fc from 'fast-check';
import { textOf } from '../../../messages';
import type { ProjectInput, RegisterAgreementInput } from './agreement.input';
import { agreementFaults } from './agreement.rules';
import { ProjectKind, ServiceDomain, ServiceModel } from '../agreement.enums';

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

/** The fields of an input, without its class. */
type Given = Pick<RegisterAgreementInput, keyof RegisterAgreementInput>;

const VALID: Given = {
  newStation: { name: '某站', street: '某街', districtCode: '440103' },
  operatorId: 'o',
  purchaserId: 'p',
  serviceModel: ServiceModel.PROJECT_113X,
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  projects: PROJECTS,
  terms: [term('年度', '2024-01-01', '2024-12-31')],
};
const ZONED: Given = {
  ...VALID,
  serviceModel: ServiceModel.STATION_ZONE_POINT,
  projects: null,
  zones: [
    { name: '一', points: ['甲', '乙'] },
    { name: '二', points: ['丙'] },
  ],
};

const faults = (input: Given): string[] =>
  agreementFaults(input).map(({ code, path }) => `${code} ${path.join('.')}`);

type Case = [string, Partial<Given>, string[]];
const long = '长'.repeat(101);

describe('113X', () => {
  it.each<Case>([
    ['one core, one key, three basic', {}, []],
    [
      'more than one special project',
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
      'a repeated domain',
      { projects: [...PROJECTS.slice(0, 4), project(BASIC, '又一', ELDERLY)] },
      ['THREE_BASIC_PROJECTS projects'],
    ],
    [
      'a basic project without a domain',
      { projects: [...PROJECTS.slice(0, 4), project(BASIC, '青少年')] },
      ['DOMAIN_MISSING projects.4.domain', 'THREE_BASIC_PROJECTS projects'],
    ],
    [
      'a core project with a domain',
      { projects: [project(CORE, '核心', FAMILY), ...PROJECTS.slice(1)] },
      ['DOMAIN_NOT_ALLOWED projects.0.domain'],
    ],
    [
      'a repeated name',
      { projects: [...PROJECTS, project(SPECIAL, ' 核心 ')] },
      ['DUPLICATE_NAME projects.5.name'],
    ],
    [
      'an empty name',
      { projects: [project(CORE, ' '), ...PROJECTS.slice(1)] },
      ['EMPTY_TEXT projects.0.name'],
    ],
    [
      'a name that is too long',
      { projects: [project(CORE, long), ...PROJECTS.slice(1)] },
      ['TEXT_TOO_LONG projects.0.name'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...VALID, ...changes })).toEqual(expected);
  });

  it('a set of projects is valid exactly when it is 1 core, 1 key, 3 basic of distinct domains, and any special ones', () => {
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
    let valid = 0;
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
        const isValid = once.every((times) => times === 1);
        valid += isValid ? 1 : 0;
        expect(faults({ ...VALID, projects }).length === 0).toBe(isValid);
      }),
      { numRuns: 500 },
    );
    expect(valid).toBeGreaterThan(5);
  });
});

describe('站—片区—点', () => {
  it.each<Case>([
    ['zones with points', {}, []],
    ['zones and projects of any kind', { projects: [project(SPECIAL, '特')] }, []],
    ['no zone', { zones: [] }, ['ZONE_MISSING zones']],
    ['no zones given', { zones: null }, ['ZONE_MISSING zones']],
    ['points outside the zones', { points: ['丁'] }, ['POINTS_BELONG_TO_ZONES points']],
    ['points and no zones', { zones: null, points: ['丁'] }, ['ZONE_MISSING zones']],
    ['a zone without points', { zones: [{ name: '一', points: [] }] }, ['POINT_MISSING zones.0.points']],
    [
      'a repeated zone',
      {
        zones: [
          { name: '一', points: ['甲'] },
          { name: '一 ', points: ['乙'] },
        ],
      },
      ['DUPLICATE_NAME zones.1.name'],
    ],
    [
      'a point repeated in one zone',
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
    [
      'points whose names look alike',
      { zones: [{ name: '一', points: ['石井A点', '⽯井ａ点', '石\u200b井 A点', '石井B点'] }] },
      ['DUPLICATE_NAME zones.0.points.1', 'DUPLICATE_NAME zones.0.points.2'],
    ],
    [
      'a point whose name has only invisible characters',
      { zones: [{ name: '一', points: ['\u200b\u3000'] }] },
      ['EMPTY_TEXT zones.0.points.0'],
    ],
    ['a point with the name of its zone', { zones: [{ name: '一', points: ['一'] }] }, []],
    [
      'a point with an empty name',
      { zones: [{ name: '一', points: [''] }] },
      ['EMPTY_TEXT zones.0.points.0'],
    ],
    [
      'a zone whose name is too long',
      { zones: [{ name: long, points: ['甲'] }] },
      ['TEXT_TOO_LONG zones.0.name'],
    ],
    [
      'more than 500 zones',
      { zones: Array.from({ length: 501 }, (_, at) => ({ name: `片${at}`, points: [] })) },
      ['TOO_MANY zones'],
    ],
    [
      'more than 500 points',
      { zones: [{ name: '一', points: Array.from({ length: 501 }, (_, at) => `点${at}`) }] },
      ['TOO_MANY zones'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults({ ...ZONED, ...changes })).toEqual(expected);
  });

  it('a 113X agreement may have points without zones, and zones', () => {
    expect(faults({ ...VALID, points: ['甲', '乙'] })).toEqual([]);
    expect(faults({ ...VALID, points: ['甲', '甲'] })).toEqual(['DUPLICATE_NAME points.1']);
    expect(faults({ ...VALID, zones: ZONED.zones! })).toEqual([]);
  });
});

test('all faults are reported at once, in both languages', () => {
  const found = agreementFaults({
    ...ZONED,
    newStation: null,
    endsOn: '2023-12-31',
    annualFee: '-1',
    zones: [{ name: '', points: [] }],
    terms: [],
  });
  expect(found.map(({ code }) => code)).toEqual([
    'STATION_MISSING',
    'ENDS_BEFORE_START',
    'NEGATIVE',
    'EMPTY_TEXT',
    'POINT_MISSING',
    'TOO_FEW',
  ]);
  for (const fault of found) {
    expect(textOf(fault, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(textOf(fault, 'en')).toMatch(/[a-z]/);
  }
});
