import { newId } from '../../src/platform/ids';
import { type Agreement, demoAgreement, newStation } from '../api/support/agreements';
import { COMPLETION, RECORD_SERVICES } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  CHANGE_PASSWORD,
  codes,
  INVITE,
  join,
  MEMBERS,
  newEmail,
  refusalsOf,
  remove,
  REMOVE,
  type UserError,
  VIEWER,
} from './support';

let api: TestApi;
let fengyuan: Client;
let own: Agreement;
let other: Agreement;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  [own, other] = [await demoAgreement(api, '逢源街'), await newStation(api)];
});
afterAll(async () => {
  await api.close();
});

interface Key {
  id: string;
  name: string;
  createdAt: string;
  expiresOn: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  stations: { id: string }[] | null;
}

interface Created {
  apiKey: Key | null;
  secret: string | null;
  userErrors: UserError[];
}

const KEY = 'id name createdAt expiresOn lastUsedAt revokedAt stations { id }';
const CREATE = `mutation($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { apiKey { ${KEY} } secret userErrors { code path message } }
}`;
const REVOKE = `mutation($id: ID!) { revokeApiKey(id: $id) { apiKey { ${KEY} } secret userErrors { code path message } } }`;
const KEYS = `{ apiKeys { ${KEY} } }`;

async function tryCreate(client: Client, input: Record<string, unknown> = {}): Promise<Created> {
  const complete = { name: 'BI 夜间同步', ...input };
  return (await client.get<{ createApiKey: Created }>(CREATE, { input: complete })).createApiKey;
}

async function create(
  client: Client,
  input: Record<string, unknown> = {},
): Promise<{ key: Key; secret: string; reader: Client }> {
  const { apiKey, secret, userErrors } = await tryCreate(client, input);
  if (!apiKey || secret === null) throw new Error(JSON.stringify(userErrors));
  return { key: apiKey, secret, reader: api.withToken(secret) };
}

async function listed(client: Client, id: string): Promise<Key | undefined> {
  await api.server.trail.settled();
  return (await client.get<{ apiKeys: Key[] }>(KEYS)).apiKeys.find((key) => key.id === id);
}

describe('an API key', () => {
  it('reads what its organisation may read, as a VIEWER', async () => {
    const { reader, key } = await create(fengyuan);
    expect(key).toMatchObject({ name: 'BI 夜间同步', expiresOn: null, lastUsedAt: null, revokedAt: null });
    const { viewer } = await reader.get<{ viewer: { id: string; role: string } }>(VIEWER);
    expect(viewer).toMatchObject({ id: key.id, role: 'VIEWER' });
    const { stations } = await reader.get<{ stations: { totalCount: number } }>(
      '{ stations { totalCount } }',
    );
    expect(stations.totalCount).toBe(2);
    const mine = await fengyuan.get(COMPLETION, { id: own.id });
    expect(await reader.get(COMPLETION, { id: own.id })).toEqual(mine);
    const foreign = await demoAgreement(api, '中南街');
    expect(await refusalsOf(reader, COMPLETION, { id: foreign.id })).toEqual(['NOT_FOUND']);
  });

  it('of a bureau reads its district, and of the city bureau the city', async () => {
    for (const [bureau, count] of [
      ['baiyun-bureau', 2],
      ['tianhe-bureau', 1],
      ['guangzhou-bureau', 6],
    ] as const) {
      const { reader } = await create(await api.as(`admin@${bureau}.example`));
      const { stations } = await reader.get<{ stations: { totalCount: number } }>(
        '{ stations { totalCount } }',
      );
      expect([bureau, stations.totalCount]).toEqual([bureau, count]);
    }
  });

  it('that is limited to stations reads only those', async () => {
    const { reader, key } = await create(fengyuan, { stationIds: [other.station.id] });
    expect(key.stations).toEqual([{ id: other.station.id }]);
    const { stations } = await reader.get<{ stations: unknown }>('{ stations { totalCount nodes { id } } }');
    expect(stations).toEqual({ totalCount: 1, nodes: [{ id: other.station.id }] });
    expect(await refusalsOf(reader, COMPLETION, { id: own.id })).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(reader, COMPLETION, { id: other.id })).toEqual([]);
  });

  it('is limited to stations of its organisation only: foreign and unknown alike', async () => {
    const foreign = await demoAgreement(api, '中南街');
    for (const id of [foreign.station.id, newId(), 'malformed']) {
      expect(codes((await tryCreate(fengyuan, { stationIds: [id] })).userErrors)).toEqual([
        'STATION_NOT_FOUND stationIds.0',
      ]);
    }
    expect(codes((await tryCreate(fengyuan, { name: ' ', stationIds: [] })).userErrors)).toEqual([
      'EMPTY_TEXT name',
      'TOO_FEW stationIds',
    ]);
  });

  it('works until the end of its last day in Guangzhou', async () => {
    const tomorrow = new Date(api.clock.now().getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
    const { key, reader } = await create(fengyuan, { expiresOn: tomorrow });
    expect(key.expiresOn).toBe(tomorrow);
    const [session] = await api.world.ownerQuery<{ expires_at: Date }>(
      'select expires_at from core.session where member_id = $1',
      [key.id],
    );
    const midnight = new Date(`${tomorrow}T16:00:00Z`);
    expect(session!.expires_at).toEqual(midnight);
    expect(await refusalsOf(reader, VIEWER)).toEqual([]);
    // The database's clock counts: the stored moment is moved instead.
    await api.world.ownerQuery('update core.session set expires_at = now() where member_id = $1', [key.id]);
    expect(await refusalsOf(reader, VIEWER)).toEqual(['UNAUTHENTICATED']);
  });

  it('cannot be created already expired', async () => {
    const yesterday = new Date(api.clock.now().getTime() - 16 * 3_600_000).toISOString().slice(0, 10);
    expect(codes((await tryCreate(fengyuan, { expiresOn: yesterday })).userErrors)).toEqual([
      'EXPIRES_IN_THE_PAST expiresOn',
    ]);
  });

  it('is shown once, and stored as a hash', async () => {
    const { secret, key } = await create(fengyuan);
    expect(secret).toMatch(/^sws_[\w-]{43}$/);
    expect((await fengyuan.ask(KEYS)).text).not.toContain(secret);
    expect((await fengyuan.ask(REVOKE, { id: key.id })).text).toContain('"secret":null');
    for (const table of ['auth.api_key', 'core.member', 'core.session', 'core.audit_entry']) {
      const found = `select from ${table} t where t::text like '%' || $1 || '%'`;
      expect(await api.world.ownerQuery(found, [secret.slice(4)])).toEqual([]);
    }
  });

  it('is listed with its last use', async () => {
    const { reader, key } = await create(fengyuan);
    expect((await listed(fengyuan, key.id))?.lastUsedAt).toBeNull();
    api.clock.advance(60_000);
    await reader.get(VIEWER);
    const used = api.clock.now().toISOString();
    expect((await listed(fengyuan, key.id))?.lastUsedAt).toBe(used);
    await fengyuan.get(REVOKE, { id: key.id });
    api.clock.advance(60_000);
    await reader.ask(VIEWER);
    // A refused key does not count as used.
    expect((await listed(fengyuan, key.id))?.lastUsedAt).toBe(used);
  });

  it('that is revoked stops at once, and stays in the list', async () => {
    const { reader, key } = await create(fengyuan);
    expect(await refusalsOf(reader, VIEWER)).toEqual([]);
    const { revokeApiKey } = await fengyuan.get<{ revokeApiKey: Created }>(REVOKE, { id: key.id });
    expect(revokeApiKey.apiKey?.revokedAt).toBe(api.clock.now().toISOString());
    for (const query of [VIEWER, '{ indicators { code } }']) {
      expect(await refusalsOf(reader, query)).toEqual(['UNAUTHENTICATED']);
    }
    api.clock.advance(1000);
    const again = await fengyuan.get<{ revokeApiKey: Created }>(REVOKE, { id: key.id });
    expect(again.revokeApiKey.apiKey?.revokedAt).toBe(revokeApiKey.apiKey?.revokedAt);
    expect((await listed(fengyuan, key.id))?.revokedAt).toBe(revokeApiKey.apiKey?.revokedAt);
  });

  it('belongs to the organisation: it outlasts the administrator who made it', async () => {
    const leaving = await join(api, fengyuan, { role: 'ADMIN' });
    const { reader, key } = await create(leaving.client);
    await remove(fengyuan, leaving.id);
    expect(await refusalsOf(reader, VIEWER)).toEqual([]);
    await fengyuan.get(REVOKE, { id: key.id });
    expect(await refusalsOf(reader, VIEWER)).toEqual(['UNAUTHENTICATED']);
  });

  it('writes nothing, invites no one, reads no log and creates no keys', async () => {
    const { reader, key } = await create(fengyuan);
    const records = [
      { indicator: 'HOTLINE', occurredOn: '2022-03-01', quantities: [{ measure: 'CALLS', value: '1' }] },
    ];
    const forbidden: [string, Record<string, unknown>][] = [
      [RECORD_SERVICES, { input: { agreementId: own.id, records } }],
      [INVITE, { input: { email: newEmail(), displayName: 'x', role: 'VIEWER' } }],
      [REMOVE, { id: key.id }],
      [CREATE, { input: { name: 'x' } }],
      [REVOKE, { id: key.id }],
      [CHANGE_PASSWORD, { input: { oldPassword: 'x', newPassword: 'x' } }],
      [MEMBERS, {}],
      [KEYS, {}],
      ['{ auditLog { totalCount } }', {}],
      ['mutation { signOut }', {}],
    ];
    for (const [query, variables] of forbidden) {
      expect([query, ...(await refusalsOf(reader, query, variables))]).toEqual([query, 'FORBIDDEN']);
    }
    expect(await refusalsOf(reader, VIEWER)).toEqual([]);
  });
});

describe('a malformed key', () => {
  it('is answered like a bad token, to the byte', async () => {
    const { secret } = await create(fengyuan);
    const answers = await Promise.all(
      [
        'nonsense',
        'eyJhbGciOiJub25lIn0.e30.',
        'sws_',
        `sws_${'A'.repeat(43)}`,
        `sws_${'A'.repeat(5000)}`,
        secret.slice(0, -1),
        `${secret}A`,
        secret.slice(4),
        secret.toUpperCase(),
      ].map(async (token) => api.withToken(token).ask(VIEWER)),
    );
    for (const { text, status } of answers) {
      expect([status, text]).toEqual([answers[0]!.status, answers[0]!.text]);
    }
    expect(answers[0]!.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('the keys of another organisation', () => {
  it('are in no list, and cannot be revoked, like unknown ones', async () => {
    const { key } = await create(fengyuan);
    const datong = await api.as('admin@datong.example');
    expect((await datong.get<{ apiKeys: Key[] }>(KEYS)).apiKeys.map(({ id }) => id)).not.toContain(key.id);
    const unknown = newId();
    const [foreign, nothing] = [
      await datong.ask(REVOKE, { id: key.id }),
      await datong.ask(REVOKE, { id: unknown }),
    ];
    expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(foreign.text.replaceAll(key.id, 'ID')).toBe(nothing.text.replaceAll(unknown, 'ID'));
  });

  it('are managed by administrators, not by the platform', async () => {
    const { client } = await join(api, fengyuan, { role: 'MANAGER' });
    for (const who of [client, await api.as('admin@platform.example')]) {
      expect(await refusalsOf(who, KEYS)).toEqual(['FORBIDDEN']);
      expect(await refusalsOf(who, CREATE, { input: { name: 'x' } })).toEqual(['FORBIDDEN']);
      expect(await refusalsOf(who, REVOKE, { id: newId() })).toEqual(['FORBIDDEN']);
    }
  });
});
