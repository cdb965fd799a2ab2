import { monthsBetween } from '../month.rules';
import type { AmendedZone, StaffedAgreement } from '../roster/staff';
import { staffByZone } from './staff-by-zone.rules';

const amendedZone = (id: string, changes: Partial<AmendedZone>): AmendedZone => ({
  id,
  opensOn: null,
  closesOn: null,
  names: {},
  ...changes,
});

function zonesIn(from: string, to: string, amendedZones: AmendedZone[], staffed: string[] = []): string[] {
  const agreement: StaffedAgreement = {
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    parameters: {
      requiredPosts: null,
      requiredCertifiedShare: null,
      halfAfterDay: 15,
      practiceYears: 2,
      certifiedAfterMonths: 1,
    },
    requirements: null,
    zones: [
      { id: 'z1', name: '东片' },
      { id: 'z2', name: '西片' },
    ],
    amendedZones,
    members: [],
  };
  const counts = staffed.map((id) => ({ zoneIds: [id], presence: 2 }));
  return staffByZone(agreement, monthsBetween(from, to), counts, []).map(
    ({ zone, personMonths }) => `${zone?.name ?? ''} ${personMonths}`,
  );
}

test('a zone that was never amended is in every report', () => {
  expect(zonesIn('2024-01', '2024-12', [], ['z2'])).toEqual(['东片 0', '西片 1']);
});

test('a zone has the name of the last day', () => {
  const renamed = [amendedZone('z1', { names: { '2024-06': '东片', '2024-07': '新东片' } })];
  expect(zonesIn('2024-01', '2024-06', renamed)).toEqual(['东片 0', '西片 0']);
  expect(zonesIn('2024-06', '2024-07', renamed)).toEqual(['新东片 0', '西片 0']);
});

test.each([
  ['2024-01', '2024-05', ['东片 0', '西片 0']],
  ['2024-05', '2024-06', ['东片 0', '西片 0']],
  ['2024-07', '2024-12', ['东片 0']],
])('a zone that is closed from 2 June on is in a report from %s to %s: %j', (from, to, expected) => {
  expect(zonesIn(from, to, [amendedZone('z2', { closesOn: '2024-06-02' })])).toEqual(expected);
});

test('a zone that is not open is listed with the members who are in it all the same', () => {
  const closed = [amendedZone('z2', { closesOn: '2024-06-01' })];
  expect(zonesIn('2024-06', '2024-07', closed, ['z2'])).toEqual(['东片 0', '西片 1']);
});

test.each([
  ['2024-01', '2024-05', ['东片 0']],
  ['2024-05', '2024-06', ['东片 0', '西片 0']],
])('a zone that is opened on 30 June is in a report from %s to %s: %j', (from, to, expected) => {
  expect(zonesIn(from, to, [amendedZone('z2', { opensOn: '2024-06-30' })])).toEqual(expected);
});
