import type { Requirement, Staff, StaffedAgreement, ZonesSince } from '../roster/staff';
import { monthsBetween } from '../month.rules';
import { CertificateLevel, StaffKind } from '../staffing.enums';
import { type StaffingReport, staffingReport } from './staffing.rules';

const DAYS = { startsOn: '2024-01-10', endsOn: '2024-12-31' };
const PARAMETERS = {
  requiredPosts: '12',
  requiredCertifiedShare: '0.6',
  halfAfterDay: 15,
  practiceYears: 2,
  certifiedAfterMonths: 1,
};

const worker = (id: string, from = '2023-06-01', changes: Partial<Staff> = {}): Staff => ({
  id,
  code: id,
  name: id,
  position: null,
  kind: StaffKind.SOCIAL_WORKER,
  practisingSince: null,
  zoneIds: [],
  zoneChanges: [],
  spells: [{ id: `${id}-1`, from, to: null }],
  certificates: [{ level: CertificateLevel.ASSISTANT, passedOn: null }],
  pay: [],
  voidedAt: null,
  voidReason: null,
  ...changes,
});
const since = (day: string, ...zoneIds: string[]): ZonesSince => ({ since: day, zoneIds, setAt: '' });

/** 10 posts, 12 from 1 July; half of them certified, six in ten from 31 August. */
const requirements = monthsBetween('2024-01', '2024-12').map((month): Requirement => ({
  month,
  requiredPosts: month < '2024-07' ? '10' : '12',
  requiredCertifiedShare: month < '2024-08' ? '0.5' : '0.6',
}));
const agreement = (members: Staff[], changes: Partial<StaffedAgreement> = {}): StaffedAgreement => ({
  ...DAYS,
  parameters: PARAMETERS,
  requirements,
  zones: [{ id: 'z1' }, { id: 'z2' }],
  amendedZones: [],
  members,
  ...changes,
});
const report = (members: Staff[], from: string, to: string): StaffingReport =>
  staffingReport(agreement(members), from, to, '2024-12-01');

describe('posts that change in the year', () => {
  it.each([
    // 6 × 10 + 6 × 12 = 132; × 0.6 = 79.2
    ['2024-01', '2024-12', '132', '79.2', '12', '0.6'],
    // 6 × 10 = 60; × 0.5 = 30
    ['2024-01', '2024-06', '60', '30', '10', '0.5'],
    // 10 + 12 = 22; × 0.5 = 11
    ['2024-06', '2024-07', '22', '11', '12', '0.5'],
    // 12 + 12 = 24; × 0.6 = 14.4
    ['2024-08', '2024-09', '24', '14.4', '12', '0.6'],
  ])('%s to %s require %s person-months', (from, to, required, requiredCertified, posts, share) => {
    expect(report([], from, to)).toMatchObject({
      required,
      requiredCertified,
      surplus: `-${required}`,
      certifiedSurplus: `-${requiredCertified}`,
      parameters: { requiredPosts: posts, requiredCertifiedShare: share, halfAfterDay: 15 },
    });
  });

  it('are compared with the heads of each month', () => {
    const { months } = report([worker('a'), worker('b')], '2024-06', '2024-07');
    expect(months.map(({ postsSurplus }) => postsSurplus)).toEqual(['-8', '-10']);
  });

  it('give the stability of a range by those of its last month', () => {
    const members = ['a', 'b', 'c'].map((id) => worker(id));
    // 3 / 10, and 3 / 12
    expect(report(members, '2024-01', '2024-06').stabilityPercent).toBe('30.00');
    expect(report(members, '2024-01', '2024-07').stabilityPercent).toBe('25.00');
  });

  it('are summed over the months that have any, where they were agreed later', () => {
    const later = requirements.map((one) => (one.month < '2024-07' ? { ...one, requiredPosts: null } : one));
    const of = (from: string, to: string): StaffingReport =>
      staffingReport(agreement([worker('a')], { requirements: later }), from, to, '2024-12-01');
    expect(of('2024-06', '2024-08')).toMatchObject({ required: '24', surplus: '-21' });
    expect(of('2024-05', '2024-06')).toMatchObject({ required: null, stabilityPercent: null });
  });
});

test('an early end cuts the spells that lie beyond it, and counts its month whole', () => {
  const members = [
    worker('a', '2024-01-10', { spells: [{ id: '1', from: '2024-01-10', to: '2024-11-30' }] }),
    worker('b', '2024-09-01'),
    worker('c'),
  ];
  const cut = staffingReport(
    agreement(members, { endsOn: '2024-08-10' }),
    '2024-07',
    '2024-08',
    '2024-12-01',
  );
  expect(cut).toMatchObject({
    // a and c, two months each, of 2 × 12
    total: '4',
    required: '24',
    headCountAtEnd: 2,
    left: [],
    members: [{ months: ['1', '1'] }, { months: ['0', '0'] }, { months: ['1', '1'] }],
  });
});

describe('zones from a day on', () => {
  const zonesOf = (member: Staff, from = '2024-01', to = '2024-12'): (string | null)[][] =>
    report([member], from, to).staffByZone.map(({ zone, personMonths, atEnd }) => [
      zone?.id ?? null,
      personMonths,
      atEnd,
    ]);

  it('leave the months before as they were', () => {
    const moved = worker('a', '2023-06-01', { zoneIds: ['z1'], zoneChanges: [since('2024-10-01', 'z2')] });
    expect(zonesOf(moved)).toEqual([
      ['z1', '9', '0'],
      ['z2', '3', '1'],
    ]);
    expect(zonesOf(moved, '2024-01', '2024-04')).toEqual([
      ['z1', '4', '1'],
      ['z2', '0', '0'],
    ]);
  });

  it('count from the month after, where they begin within one', () => {
    const moved = worker('a', '2023-06-01', {
      zoneIds: ['z1'],
      zoneChanges: [since('2024-10-02', 'z1', 'z2')],
    });
    // ten months in z1, and half of two; at the end half in each
    expect(zonesOf(moved)).toEqual([
      ['z1', '11', '0.5'],
      ['z2', '1', '0.5'],
    ]);
  });

  it('count in a month as of the first day on post in it, but not before the agreement begins', () => {
    const arrives = worker('a', '2024-06-20', { zoneChanges: [since('2024-06-20', 'z2')] });
    expect(zonesOf(arrives)).toEqual([
      ['z1', '0', '0'],
      ['z2', '6.5', '1'],
    ]);
    const before = worker('b', '2023-06-01', { zoneChanges: [since('2024-01-10', 'z2')] });
    expect(zonesOf(before)).toEqual([
      ['z1', '0', '0'],
      ['z2', '12', '1'],
    ]);
  });

  it('of the same day are those that were set last, and none is a value too', () => {
    const corrected = worker('a', '2023-06-01', {
      zoneIds: ['z1'],
      zoneChanges: [since('2024-07-01', 'z2'), since('2024-07-01', 'z1'), since('2024-12-01')],
    });
    expect(zonesOf(corrected)).toEqual([
      ['z1', '11', '0'],
      ['z2', '0', '0'],
      [null, '1', '1'],
    ]);
  });
});
