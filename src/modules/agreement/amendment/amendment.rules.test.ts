import { InstalmentCondition, ProjectKind, ServiceModel } from '../agreement.enums';
import type { Amendable, AmendablePart } from './amendable.repository';
import { amendmentRules } from './amendment.rules';
import { changesOf } from './changes.rules';
import type { AmendmentContent } from './content';

const place = (id: string, name: string, more: Partial<AmendablePart> = {}): AmendablePart => ({
  id,
  name,
  opensOn: null,
  closesOn: null,
  laterNames: [],
  zoneId: null,
  kind: null,
  domain: null,
  ...more,
});
const BEFORE: Amendable = {
  serviceModel: ServiceModel.STATION_ZONE_POINT,
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  firstFee: '2400000.00',
  annualFee: '2400000.00',
  requiredPosts: '10',
  requiredCertifiedShare: '0.6',
  terms: [{ id: 't', name: '年度', startsOn: '2024-01-01', endsOn: '2024-12-31' }],
  zones: [place('z1', '东片'), place('z2', '西片'), place('z3', '旧片', { closesOn: '2024-03-01' })],
  points: [place('p1', '东一', { zoneId: 'z1' })],
  projects: [place('j1', '特色', { kind: ProjectKind.SPECIAL })],
  instalments: [
    { id: 'i1', condition: InstalmentCondition.SIGNING, share: '0.6' },
    { id: 'i2', condition: InstalmentCondition.FINAL_QUALIFIED, share: '0.4' },
  ],
};
const input = (changes: Partial<AmendmentContent>): AmendmentContent => ({
  agreementId: 'a',
  effectiveOn: '2024-07-01',
  reason: '协商一致',
  ...changes,
});
const faults = (changes: Partial<AmendmentContent>, isBureau = false): string[] =>
  amendmentRules(input(changes), BEFORE, isBureau).faults.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

type Case = [string, Partial<AmendmentContent>, string[]];

describe('is valid:', () => {
  it.each<[string, Partial<AmendmentContent>]>([
    ['a fee on the first day', { effectiveOn: '2024-01-01', annualFee: '2600000' }],
    ['a fee on the last day', { effectiveOn: '2024-12-31', annualFee: '2600000' }],
    ['an early end from the day after it', { effectiveOn: '2024-10-01', endsOn: '2024-09-30' }],
    ['an early end from an earlier day', { effectiveOn: '2024-08-01', endsOn: '2024-09-30' }],
    ['a new zone with the name of a closed one', { zones: [{ name: '旧片' }] }],
    [
      'a zone that takes the name of one that is closed by it',
      {
        zones: [
          { id: 'z1', close: true },
          { id: 'z2', name: '东片' },
        ],
      },
    ],
    ['a new point in a zone', { points: [{ name: '西一', zoneId: 'z2' }] }],
    ['a new special project', { projects: [{ name: '长者', kind: ProjectKind.SPECIAL }] }],
  ])('%s', (_, changes) => {
    expect(faults(changes)).toEqual([]);
  });
});

describe('is refused:', () => {
  it.each<Case>([
    ['a day before the agreement', { effectiveOn: '2023-12-31' }, ['OUTSIDE_AGREEMENT effectiveOn']],
    ['a day after it', { effectiveOn: '2025-01-01' }, ['OUTSIDE_AGREEMENT effectiveOn']],
    [
      'an early end from two days after it',
      { effectiveOn: '2024-10-02', endsOn: '2024-09-30' },
      ['OUTSIDE_AGREEMENT effectiveOn'],
    ],
    [
      'an end before the first day',
      { effectiveOn: '2024-01-01', endsOn: '2023-12-31' },
      ['ENDS_BEFORE_START endsOn', 'TOO_FEW terms'],
    ],
    ['a fee below zero', { annualFee: '-1' }, ['NEGATIVE annualFee']],
    ['a share above one', { requiredCertifiedShare: '1.5' }, ['TOO_LARGE requiredCertifiedShare']],
    ['an extension that no term covers', { endsOn: '2025-06-30' }, ['TERMS_LEAVE_GAP terms']],
    [
      'a new term without days',
      { terms: [{ name: '新' }] },
      ['DAY_MISSING terms.0.startsOn', 'DAY_MISSING terms.0.endsOn'],
    ],
    ['an unknown term', { terms: [{ id: 'x', name: '新' }] }, ['TERM_NOT_FOUND terms.0.id']],
    [
      'terms that share a day',
      { terms: [{ name: '新', startsOn: '2024-12-31', endsOn: '2024-12-31' }] },
      ['TERMS_OVERLAP terms.0.startsOn'],
    ],
    ['a zone that is closed already', { zones: [{ id: 'z3', name: '新片' }] }, ['PART_CLOSED zones.0.id']],
    ['a zone twice', { zones: [{ id: 'z1' }, { id: 'z1' }] }, ['PART_TWICE zones.1.id']],
    [
      'a new zone that is closed at once',
      { zones: [{ name: '新片', close: true }] },
      ['PART_NOT_YET zones.0.close'],
    ],
    ['the name of another zone', { zones: [{ id: 'z1', name: '西片' }] }, ['DUPLICATE_NAME zones']],
    ['a zone in a zone', { zones: [{ id: 'z1', zoneId: 'z2' }] }, ['ONLY_POINTS_HAVE_ZONES zones.0.zoneId']],
    ['a point without a zone', { points: [{ name: '新点' }] }, ['ZONE_OF_POINT_MISSING points.0.zoneId']],
    [
      'a point in a closed zone',
      { points: [{ id: 'p1', zoneId: 'z3' }] },
      ['ZONE_NOT_FOUND points.0.zoneId'],
    ],
    ['a project without a kind', { projects: [{ name: '新' }] }, ['KIND_MISSING projects.0.kind']],
    [
      'another kind of a project',
      { projects: [{ id: 'j1', kind: ProjectKind.CORE }] },
      ['KIND_IS_FIXED projects.0.kind'],
    ],
    [
      'instalments that are not the whole fee',
      { instalments: [{ condition: InstalmentCondition.SIGNING, share: '0.5' }] },
      ['SHARES_NOT_WHOLE instalments'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });
  it('one of a bureau without the number of its document', () => {
    expect(faults({ annualFee: '1' }, true)).toEqual(['DOCUMENT_NUMBER_MISSING documentNumber']);
  });
});

describe('changes', () => {
  const changes = (given: Partial<AmendmentContent>): string[] =>
    changesOf(input(given), BEFORE).map(({ field, aspect, subject, was, becomes }) =>
      [field, aspect, subject, was, '→', becomes].map(String).join(' '),
    );
  it.each<Case>([
    [
      'nothing of the same value, however it is written',
      { annualFee: '2400000', requiredPosts: '10.00' },
      [],
    ],
    [
      'numbers: money with two decimals, others without trailing zeros',
      { annualFee: '2500000', requiredPosts: '11.50' },
      ['annualFee value null 2400000.00 → 2500000.00', 'requiredPosts value null 10 → 11.5'],
    ],
    [
      'the end, and the term that it cuts',
      { endsOn: '2024-09-30' },
      [
        'endsOn value null 2024-12-31 → 2024-09-30',
        'term days 年度 2024-01-01/2024-12-31 → 2024-01-01/2024-09-30',
      ],
    ],
    [
      'a zone that is renamed, closed and opened',
      { zones: [{ id: 'z1', name: '一片' }, { id: 'z2', close: true }, { name: '新片' }] },
      ['zone name 东片 东片 → 一片', 'zone state 西片 OPEN → CLOSED', 'zone state 新片 null → OPEN'],
    ],
    [
      'the zone of a point, by name',
      { points: [{ id: 'p1', zoneId: 'z2' }] },
      ['point zone 东一 东片 → 西片'],
    ],
    [
      'instalments, of which one goes',
      { instalments: [{ condition: InstalmentCondition.SIGNING, share: '1' }] },
      ['instalment value SIGNING 0.6 → 1', 'instalment value FINAL_QUALIFIED 0.4 → 0'],
    ],
  ])('%s', (_, given, expected) => {
    expect(changes(given)).toEqual(expected);
  });
});
