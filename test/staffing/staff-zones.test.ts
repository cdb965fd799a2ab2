import { amend } from '../api/support/amendments';
import { type Agreement, newStation } from '../api/support/agreements';
import { dayAt, dayOf } from '../../src/platform/calendar';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  change,
  type Changed,
  codesAndPaths,
  enrolStaff,
  person,
  report,
  staffOf,
  type StaffMember,
  type ZoneShare,
} from './support';

/** 片区 of a member from a day on: what is set later does not rewrite the past. */
let api: Api;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api, { requiredPosts: '2' });
});

const EAST = 0;
const WEST = 1;

async function enrol(...zones: number[]): Promise<StaffMember> {
  const [member] = await enrolStaff(admin, agreement.id, person('陈美玲', { zoneIds: idsOf(zones) }));
  return member!;
}
const idsOf = (zones: number[]): string[] => zones.map((at) => agreement.zones[at]!.id);

async function set(memberId: string, from: string | null, ...zones: number[]): Promise<Changed> {
  return change(admin, 'setStaffZones', { memberId, zoneIds: idsOf(zones), from });
}

const named = (zones: ZoneShare[]): string =>
  zones.map(({ zone, share }) => `${zone.name} ${share}`).join(', ');
const historyOf = ({ zoneHistory }: StaffMember): [string | null, string][] =>
  zoneHistory.map(({ since, zones }) => [since, named(zones)]);

async function personMonths(from = '2024-01', to = '2024-12'): Promise<string[]> {
  const { staffByZone } = await report(admin, agreement, from, to);
  return staffByZone.map(({ zone, personMonths: months, atEnd }) => `${zone?.name ?? ''} ${months} ${atEnd}`);
}

test('zones of a later day leave what was reported before as it was', async () => {
  const { id } = await enrol(EAST);
  const firstQuarter = await personMonths('2024-01', '2024-03');
  expect(firstQuarter).toEqual(['东片 3 1', '西片 0 0', '南片 0 0']);
  const { member } = await set(id, '2024-10-01', EAST, WEST);
  expect(historyOf(member!)).toEqual([
    [null, '东片 1'],
    ['2024-10-01', '东片 0.5, 西片 0.5'],
  ]);
  expect(named(member!.zones)).toBe('东片 0.5, 西片 0.5');
  expect(await personMonths('2024-01', '2024-03')).toEqual(firstQuarter);
  // nine months whole, three halves
  expect(await personMonths()).toEqual(['东片 10.5 0.5', '西片 1.5 0.5', '南片 0 0']);
});

test('a month counts in the zones of the first day on post in it', async () => {
  const { id } = await enrol(EAST);
  await set(id, '2024-05-02', WEST);
  expect(await personMonths('2024-05', '2024-06')).toEqual(['东片 1 0', '西片 1 1', '南片 0 0']);
  const [late] = await enrolStaff(admin, agreement.id, person('李', { employedFrom: '2024-12-20' }));
  await set(late!.id, '2024-12-20', EAST);
  expect(await personMonths('2024-12', '2024-12')).toEqual(['东片 0.5 1', '西片 1 1', '南片 0 0']);
});

test('the former values stay, also of the same day, and in the audit log', async () => {
  const { id } = await enrol(EAST);
  await set(id, '2024-07-01', WEST);
  await set(id, '2024-04-01');
  const { member } = await set(id, '2024-07-01', EAST);
  expect(historyOf(member!)).toEqual([
    [null, '东片 1'],
    ['2024-04-01', ''],
    ['2024-07-01', '西片 1'],
    ['2024-07-01', '东片 1'],
  ]);
  expect(await personMonths()).toEqual(['东片 9 1', '西片 0 0', '南片 0 0', ' 3 0']);
  const entries = await api.world.ownerQuery(
    `select before->'zoneChanges' as was, after->'zoneChanges' as becomes from core.audit_entry
      where action = 'STAFF_ZONES_SET' and thing_id = '${id}' order by at, id`,
  );
  expect(entries.at(-1)).toMatchObject({
    was: [{ since: '2024-04-01' }, { since: '2024-07-01' }],
    becomes: [
      { since: '2024-04-01' },
      { since: '2024-07-01' },
      { since: '2024-07-01', zoneIds: idsOf([EAST]) },
    ],
  });
});

test('what is the same on that day changes nothing', async () => {
  const { id } = await enrol(EAST);
  await set(id, '2024-07-01', WEST);
  await set(id, '2024-08-01', WEST);
  const { member } = await set(id, '2024-06-30', EAST);
  expect(historyOf(member!)).toEqual([
    [null, '东片 1'],
    ['2024-07-01', '西片 1'],
  ]);
});

describe('without a day zones count', () => {
  it('from the first day where the member had none yet, from the last where the agreement is over', async () => {
    const { id } = await enrol();
    const first = await set(id, null, EAST);
    expect(historyOf(first.member!)).toEqual([
      [null, ''],
      ['2024-01-01', '东片 1'],
    ]);
    const second = await set(id, null, WEST);
    expect(historyOf(second.member!).at(-1)).toEqual(['2024-12-31', '西片 1']);
    expect(await personMonths()).toEqual(['东片 12 0', '西片 0 1', '南片 0 0']);
  });

  it('from today, or from the first day of an agreement to come', async () => {
    const today = dayOf(api.clock.now());
    for (const [startsOn, from] of [
      [dayAt(today, -30), today],
      [dayAt(today, 40), dayAt(today, 40)],
    ] as const) {
      const days = { startsOn, endsOn: dayAt(startsOn, 300) };
      agreement = await newStation(api, { ...days, terms: [{ name: '期', ...days }] });
      const [member] = await enrolStaff(
        admin,
        agreement.id,
        person('陈', { employedFrom: startsOn, zoneIds: idsOf([EAST]) }),
      );
      const { member: changed } = await set(member!.id, null, WEST);
      expect(historyOf(changed!).at(-1)).toEqual([from, '西片 1']);
      expect(named(changed!.zones)).toBe('西片 1');
    }
  });
});

describe('refused, with nothing stored, are', () => {
  it('days outside the agreement', async () => {
    const { id } = await enrol(EAST);
    for (const day of ['2023-12-31', '2025-01-01']) {
      expect(codesAndPaths((await set(id, day, WEST)).userErrors)).toEqual(['OUTSIDE_AGREEMENT from']);
    }
    expect((await staffOf(admin, agreement.id)).map(historyOf)).toEqual([[[null, '东片 1']]]);
  });

  it('zones that an amendment has closed by that day', async () => {
    const { id } = await enrol(EAST);
    const by = { proposer: admin, confirmer: await api.as('admin@guangzhou-bureau.example') };
    const [south, point] = [agreement.zones[2]!.id, agreement.zones[2]!.points[0]!.id];
    await amend(by, {
      agreementId: agreement.id,
      effectiveOn: '2024-06-01',
      zones: [{ id: south, close: true }],
      points: [{ id: point, close: true }],
    });
    expect(codesAndPaths((await set(id, '2024-06-01', 2)).userErrors)).toEqual(['PART_CLOSED zoneIds.0']);
    expect((await set(id, '2024-05-31', 2)).userErrors).toEqual([]);
  });
});

test('zones are never rewritten, not even by the role of the operator', async () => {
  const { id } = await enrol(EAST);
  await set(id, '2024-07-01', WEST);
  const rights = await api.world.ownerQuery(
    `select has_table_privilege('app_operator', 'core.staff_zones', 'update') as rows,
            has_any_column_privilege('app_operator', 'core.staff_zones', 'update') as columns,
            has_table_privilege('app_operator', 'core.staff_zones', 'delete') as removal,
            has_column_privilege('app_operator', 'core.staff_member', 'zone_id', 'update') as beginning`,
  );
  expect(rights).toEqual([{ rows: false, columns: false, removal: false, beginning: false }]);
});

test('a report has the zones that are open in its months, under the names of its last day', async () => {
  const { id } = await enrol(EAST);
  const by = { proposer: admin, confirmer: await api.as('admin@guangzhou-bureau.example') };
  const [south, point] = [agreement.zones[2]!.id, agreement.zones[2]!.points[0]!.id];
  const of = { agreementId: agreement.id };
  await amend(by, {
    ...of,
    effectiveOn: '2024-06-01',
    points: [{ id: point, close: true }],
    zones: [{ id: south, close: true }, { id: agreement.zones[EAST]!.id, name: '东区' }, { name: '北片' }],
  });
  expect(await personMonths('2024-01', '2024-05')).toEqual(['东片 5 1', '西片 0 0', '南片 0 0']);
  expect(await personMonths('2024-05', '2024-06')).toEqual(['东区 2 1', '西片 0 0', '南片 0 0', '北片 0 0']);
  expect(await personMonths('2024-06', '2024-12')).toEqual(['东区 7 1', '西片 0 0', '北片 0 0']);
  await set(id, '2024-07-01', WEST);
  expect(await personMonths('2024-06', '2024-12')).toEqual(['东区 1 0', '西片 6 1', '北片 0 0']);
});
