import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newStation, REGISTER, validRegistration } from './support/agreements';
import { enrol } from './support/people';
import {
  codesAndPaths,
  COMPLETION,
  CORRECT,
  correct,
  type NewRecord,
  record,
  RECORD_SERVICES,
  SET_TARGETS,
  totalOf,
  VOID,
  voidRecord,
} from './support/questions';

/** A member may be limited to stations of its organisation: it cannot see the others. */
let api: Api;
let admin: Client;
let own: Agreement;
let other: Agreement;
let foreignRecord: string;
const limited: Partial<Record<MemberRole, Client>> = {};
beforeAll(async () => {
  api = await sharedApi();
  admin = await api.as('admin@fengyuan.example');
  [own, other] = [await newStation(api), await newStation(api)];
  foreignRecord = (await record(admin, other.id, [CALL]))[0]!.id;
  for (const role of [MemberRole.MANAGER, MemberRole.WORKER, MemberRole.VIEWER]) {
    const email = `${role.toLowerCase()}@fengyuan-limited.example`;
    const client = await enrol(api, '逢源人家', role, email);
    await api.world.ownerQuery(
      `with who as (update core.member set station_limited = true where email = $1 returning organisation_id, id)
       insert into core.member_station (organisation_id, member_id, station_id) select organisation_id, id, $2 from who`,
      [email, own.station.id],
    );
    limited[role] = client;
  }
});

const CALL: NewRecord = {
  indicator: 'HOTLINE',
  occurredOn: '2024-03-01',
  quantities: [{ measure: 'CALLS', value: '1' }],
};

describe.each([MemberRole.MANAGER, MemberRole.WORKER, MemberRole.VIEWER])('a %s of one station', (role) => {
  const questions: [string, string, (id: string) => Record<string, unknown>, () => string][] = [
    ['the agreement', COMPLETION, (id) => ({ id }), () => other.id],
    [
      'the station',
      'query($id: ID!) { station(id: $id) { name } }',
      (id) => ({ id }),
      () => other.station.id,
    ],
    ['a zone', 'query($id: ID!) { node(id: $id) { id } }', (id) => ({ id }), () => other.zones[0]!.id],
    ['a record', 'query($id: ID!) { node(id: $id) { id } }', (id) => ({ id }), () => foreignRecord],
  ];

  it.each(questions)(
    'gets the same answer for another station as for an unknown id: %s',
    async (_, query, variables, idOf) => {
      const [id, unknown] = [idOf(), newId()];
      const answer = await limited[role]!.ask(query, variables(id));
      const nothing = await limited[role]!.ask(query, variables(unknown));
      expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
      expect(answer.text.replaceAll(id, '<id>')).toBe(nothing.text.replaceAll(unknown, '<id>'));
    },
  );

  test('lists only its own station', async () => {
    const { stations } = await limited[role]!.get<{
      stations: { totalCount: number; nodes: { id: string }[] };
    }>('{ stations { totalCount nodes { id } } }');
    expect(stations).toEqual({ totalCount: 1, nodes: [{ id: own.station.id }] });
  });
});

describe.each([MemberRole.MANAGER, MemberRole.WORKER])('a %s of one station', (role) => {
  test('records, corrects and voids there', async () => {
    const client = limited[role]!;
    const before = Number((await totalOf(admin, own.id, 'HOTLINE.CALLS')) ?? 0);
    const [first, second] = await record(client, own.id, [CALL, CALL]);
    const change = { id: first!.id, expectedRevision: 1, quantities: [{ measure: 'CALLS', value: '5' }] };
    expect(codesAndPaths((await correct(client, change)).userErrors)).toEqual([]);
    expect(codesAndPaths((await voidRecord(client, second!.id)).userErrors)).toEqual([]);
    expect(await totalOf(client, own.id, 'HOTLINE.CALLS')).toBe(String(before + 5));
  });

  it.each<[string, string, () => Record<string, unknown>]>([
    ['record', RECORD_SERVICES, () => ({ input: { agreementId: other.id, records: [CALL] } })],
    ['correct', CORRECT, () => ({ input: { id: foreignRecord, expectedRevision: 1, reason: '改' } })],
    ['void', VOID, () => ({ id: foreignRecord, reason: '废' })],
  ])('cannot %s for another station', async (_, query, variables) => {
    const { data, errors } = await limited[role]!.ask(query, variables());
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    expect(await totalOf(admin, other.id, 'HOTLINE.CALLS')).toBe('1');
  });
});

describe('a viewer', () => {
  test('reads what its organisation reads', async () => {
    const viewer = limited.VIEWER!;
    const [stored] = await record(admin, own.id, [
      { ...CALL, indicator: 'CASE_FILE', quantities: [{ measure: 'FILES', value: '3' }] },
    ]);
    expect(await totalOf(viewer, own.id, 'CASE_FILE.FILES')).toBe('3');
    expect(await viewer.get('query($id: ID!) { node(id: $id) { id } }', { id: stored!.id })).toEqual({
      node: { id: stored!.id },
    });
  });

  it.each<[string, string, () => Promise<Record<string, unknown>> | Record<string, unknown>]>([
    ['record', RECORD_SERVICES, () => ({ input: { agreementId: own.id, records: [CALL] } })],
    ['correct', CORRECT, () => ({ input: { id: foreignRecord, expectedRevision: 1, reason: '改' } })],
    ['void', VOID, () => ({ id: foreignRecord, reason: '废' })],
    ['set targets', SET_TARGETS, () => ({ input: { agreementId: own.id, targets: [] } })],
    ['register', REGISTER, async () => ({ input: await validRegistration(api) })],
  ])('cannot %s', async (_, query, variables) => {
    const { data, errors } = await limited.VIEWER!.ask(query, await variables());
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });
});
