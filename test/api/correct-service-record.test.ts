import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation } from './support/agreements';
import { enrol } from './support/people';
import {
  codesAndPaths,
  completion,
  correct,
  type Correction,
  type NewRecord,
  record,
  type ServiceRecord,
  totalOf,
  tryRecord,
} from './support/questions';

/** A correction is a new version: the earlier ones are kept, and the figures follow it. */
let api: Api;
let worker: Client;
let admin: Client;
let manager: Client;
let agreement: Agreement;
let first: ServiceRecord;
beforeAll(async () => {
  api = await sharedApi();
  worker = await api.as('worker@fengyuan.example');
  admin = await api.as('admin@fengyuan.example');
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
  agreement = await newStation(api, {
    allowGaps: true,
    terms: [
      { name: '上', startsOn: '2024-01-01', endsOn: '2024-05-31' },
      { name: '下', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ],
  });
});
beforeEach(async () => {
  [first] = (await record(worker, agreement.id, [given()])) as [ServiceRecord];
});

function given(changes: Partial<NewRecord> = {}): NewRecord {
  return {
    indicator: 'GROUPWORK',
    occurredOn: '2024-03-05',
    note: '第一次',
    idempotencyKey: newId(),
    quantities: [
      { measure: 'GROUPS', value: '1' },
      { measure: 'PARTICIPANTS', value: '12' },
    ],
    zoneId: agreement.zones[0]!.id,
    pointId: agreement.zones[0]!.points[0]!.id,
    projectId: agreement.projects[0]!.id,
    ...changes,
  };
}

const change = (changes: Partial<Correction> = {}): Correction => ({
  id: first.id,
  expectedRevision: 1,
  ...changes,
});

/** The values of a record that a correction can change. */
function content({ occurredOn, note, zone, point, project, quantities }: ServiceRecord): unknown {
  return {
    occurredOn,
    note,
    zoneId: zone?.id ?? null,
    pointId: point?.id ?? null,
    projectId: project?.id ?? null,
    quantities: quantities.map(({ measure, value }) => ({ measure: measure.code, value })),
  };
}

async function read(client: Client = worker): Promise<ServiceRecord> {
  const { node } = await client.get<{ node: ServiceRecord }>(
    `query($id: ID!) { node(id: $id) { ... on ServiceRecord {
       id revision occurredOn note recordedAt recordedBy voidedAt voidReason indicator { code } project { id } zone { id } point { id }
       quantities { measure { code } value }
       versions { revision occurredOn note revisedBy reason quantities { measure { code } value } } } } }`,
    { id: first.id },
  );
  return node;
}

test('an omitted field stays unchanged', async () => {
  const { record: corrected, userErrors } = await correct(worker, change({ note: '第二次' }));
  expect(userErrors).toEqual([]);
  expect(content(corrected!)).toEqual({ ...(content(first) as object), note: '第二次' });
  expect(corrected!.revision).toBe(2);
  expect(await read()).toEqual(corrected);
});

test('a note must not contain a personal number; an existing one stays, and may be sent again', async () => {
  const old = '电话回访 13800138000\n二';
  await api.world.ownerQuery('alter table core.service_record disable trigger user');
  await api.world.ownerQuery('update core.service_record set note = $2 where id = $1', [first.id, old]);
  await api.world.ownerQuery('alter table core.service_record enable trigger user');
  const { record: corrected } = await correct(worker, change({ occurredOn: '2024-03-06' }));
  expect(corrected!.note).toBe(old);
  const again = await correct(worker, change({ expectedRevision: 2, note: ` ${old}\u200b` }));
  expect([again.userErrors, again.record!.note]).toEqual([[], old]);
  for (const note of ['电话回访 13800138000', `${old}三`, '证件 110105 19491231 002X']) {
    const { userErrors } = await correct(worker, change({ expectedRevision: 3, note }));
    expect(codesAndPaths(userErrors)).toEqual(['POSSIBLE_PERSONAL_DATA note']);
    const { userErrors: recorded } = await tryRecord(worker, agreement.id, [given({ note })]);
    expect(codesAndPaths(recorded)).toEqual(['POSSIBLE_PERSONAL_DATA records.0.note']);
  }
  const { userErrors } = await correct(worker, { ...change({ expectedRevision: 3 }), reason: '13800138000' });
  expect(codesAndPaths(userErrors)).toEqual(['POSSIBLE_PERSONAL_DATA reason']);
  const office = await correct(worker, change({ expectedRevision: 3, note: '办公电话 020-83556677' }));
  expect(office.userErrors).toEqual([]);
});

test('null clears a note, a place, a project; a null day and null quantities change nothing', async () => {
  const { record: corrected } = await correct(worker, {
    ...change({ note: null, pointId: null, zoneId: null, projectId: null }),
    ...({ occurredOn: null, quantities: null } as unknown as Correction),
    id: first.id,
    expectedRevision: 1,
  });
  expect(content(corrected!)).toEqual({
    ...(content(first) as object),
    note: null,
    pointId: null,
    zoneId: null,
    projectId: null,
  });
});

test('a variable that is not given is omitted, not null', async () => {
  const { correctServiceRecord } = await worker.get<{
    correctServiceRecord: { record: { revision: number } };
  }>(
    `mutation($id: ID!, $note: String, $zone: ID, $point: ID) { correctServiceRecord(
       input: { id: $id, expectedRevision: 1, reason: "改", note: $note, zoneId: $zone, pointId: $point }) { record { revision } } }`,
    { id: first.id },
  );
  expect(correctServiceRecord.record.revision).toBe(2);
  expect(content(await read())).toEqual(content(first));
});

describe('a place', () => {
  it.each<[string, () => Partial<Correction>, () => [string | null, string | null]]>([
    [
      'a new point brings its own zone',
      () => ({ pointId: agreement.zones[1]!.points[0]!.id }),
      () => [agreement.zones[1]!.id, agreement.zones[1]!.points[0]!.id],
    ],
    [
      'without its point it stays in its zone',
      () => ({ pointId: null }),
      () => [agreement.zones[0]!.id, null],
    ],
    [
      'a new zone and a new point together',
      () => ({ zoneId: agreement.zones[2]!.id, pointId: agreement.zones[2]!.points[0]!.id }),
      () => [agreement.zones[2]!.id, agreement.zones[2]!.points[0]!.id],
    ],
    [
      'a new zone without the point',
      () => ({ zoneId: agreement.zones[1]!.id, pointId: null }),
      () => [agreement.zones[1]!.id, null],
    ],
    [
      'while it has a point, the zone is the point’s',
      () => ({ zoneId: null }),
      () => [agreement.zones[0]!.id, agreement.zones[0]!.points[0]!.id],
    ],
  ])('%s', async (_, changes, place) => {
    const { record: corrected } = await correct(worker, change(changes()));
    expect([corrected!.zone?.id ?? null, corrected!.point?.id ?? null]).toEqual(place());
  });
});

test('every version is kept: its author, reason and values', async () => {
  await correct(worker, change({ occurredOn: '2024-03-06', reason: '日期有误' }));
  await correct(
    manager,
    change({
      expectedRevision: 2,
      quantities: [{ measure: 'GROUPS', value: '2' }],
      note: null,
      reason: '核对签到表',
    }),
  );
  const current = await read(admin);
  expect(current).toMatchObject({
    revision: 3,
    recordedBy: '逢源人家社工',
    occurredOn: '2024-03-06',
    note: null,
  });
  expect(current.quantities).toEqual([{ measure: { code: 'GROUPS' }, value: '2' }]);
  expect(current.versions).toEqual([
    {
      revision: 2,
      occurredOn: '2024-03-06',
      note: '第一次',
      revisedBy: '逢源人家社工',
      reason: '日期有误',
      quantities: first.quantities,
    },
    {
      revision: 1,
      occurredOn: '2024-03-05',
      note: '第一次',
      revisedBy: '逢源人家社工',
      reason: null,
      quantities: first.quantities,
    },
  ]);
  expect(await read(await api.as('admin@liwan-bureau.example'))).toEqual(current);
});

describe('is refused, and changes nothing:', () => {
  const one = (value: string): { measure: string; value: string }[] => [{ measure: 'GROUPS', value }];
  it.each<[string, () => Partial<Correction>, string[]]>([
    ['no reason', () => ({ reason: ' ' }), ['EMPTY_TEXT reason']],
    ['a reason too long', () => ({ reason: '由'.repeat(501) }), ['TEXT_TOO_LONG reason']],
    ['a note too long', () => ({ note: '记'.repeat(2001) }), ['TEXT_TOO_LONG note']],
    ['an empty note', () => ({ note: '' }), ['EMPTY_TEXT note']],
    ['a day between the terms', () => ({ occurredOn: '2024-06-15' }), ['DAY_OUTSIDE_TERMS occurredOn']],
    ['no quantity', () => ({ quantities: [] }), ['NOTHING_RECORDED quantities']],
    ['zeros', () => ({ quantities: one('0') }), ['NOTHING_RECORDED quantities']],
    ['a negative quantity', () => ({ quantities: one('-1') }), ['NEGATIVE_QUANTITY quantities.0.value']],
    ['half a group', () => ({ quantities: one('0.5') }), ['TOO_MANY_DECIMALS quantities.0.value']],
    [
      'a measure twice',
      () => ({ quantities: [...one('1'), ...one('1')] }),
      ['MEASURE_TWICE quantities.1.measure'],
    ],
    [
      'a measure of another indicator',
      () => ({ quantities: [{ measure: 'CALLS', value: '1' }] }),
      ['MEASURE_OF_OTHER_INDICATOR quantities.0.measure'],
    ],
    ['an unknown zone', () => ({ zoneId: newId() }), ['ZONE_NOT_FOUND zoneId']],
    [
      'a zone that its point is not in',
      () => ({ zoneId: agreement.zones[1]!.id }),
      ['POINT_NOT_IN_ZONE pointId'],
    ],
    ['an unknown point', () => ({ pointId: 'x' }), ['POINT_NOT_FOUND pointId']],
    ['an unknown project', () => ({ projectId: newId() }), ['PROJECT_NOT_FOUND projectId']],
    ['a revision that has passed', () => ({ expectedRevision: 0 }), ['STALE_REVISION expectedRevision']],
    ['a revision to come', () => ({ expectedRevision: 2 }), ['STALE_REVISION expectedRevision']],
    [
      'several faults at once',
      () => ({ reason: '', occurredOn: '2023-01-01', quantities: one('-1') }),
      ['NEGATIVE_QUANTITY quantities.0.value', 'DAY_OUTSIDE_TERMS occurredOn', 'EMPTY_TEXT reason'],
    ],
  ])('%s', async (_, changes, expected) => {
    const { record: none, userErrors } = await correct(worker, change(changes()));
    expect(none).toBeNull();
    expect(codesAndPaths(userErrors)).toEqual(expected);
    expect(await read()).toEqual(first);
  });
});

test('the figures follow it: to another term, zone, project, month and amount', async () => {
  const station = await newStation(api, {
    allowGaps: true,
    terms: [
      { name: '上', startsOn: '2024-01-01', endsOn: '2024-05-31' },
      { name: '下', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ],
  });
  const [early, late] = station.terms.map(({ id }) => id);
  const places = { zoneId: station.zones[0]!.id, pointId: null, projectId: station.projects[0]!.id };
  const [current] = await record(worker, station.id, [given(places)]);
  expect(await totalOf(worker, station.id, 'GROUPWORK.PARTICIPANTS', early)).toBe('12');

  await correct(worker, {
    id: current!.id,
    expectedRevision: 1,
    occurredOn: '2024-08-01',
    zoneId: station.zones[2]!.id,
    projectId: station.projects[4]!.id,
    quantities: [{ measure: 'PARTICIPANTS', value: '30' }],
  });
  expect((await completion(worker, station.id, { termId: early! })).rows).toEqual([]);
  const { rows } = await completion(worker, station.id, { termId: late! });
  // A measure that is no longer given has no row.
  expect(rows.map(({ measure, total }) => [measure.code, total.completed])).toEqual([['PARTICIPANTS', '30']]);
  expect(rows[0]!.byZone.map(({ completed }) => completed)).toEqual(['0', '0', '30']);
  expect(rows[0]!.byProject.map(({ completed }) => completed)).toEqual(['0', '0', '0', '0', '30']);
  const july = await completion(worker, station.id, { termId: late!, to: '2024-07-31' });
  expect(july.rows).toEqual([]);
});
