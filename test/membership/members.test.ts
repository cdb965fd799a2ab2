import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  accept,
  change,
  CHANGE,
  codes,
  invite,
  INVITE,
  join,
  type Joined,
  MEMBERS,
  NEW_PASSWORD,
  type Person,
  refresh,
  refusalsOf,
  lockOfMembers,
  remove,
  REMOVE,
  RENEW,
  signIn,
  together,
  tryInvite,
  VIEWER,
} from './support';

let api: TestApi;
let fengyuan: Client;
let datong: Client;
/** The one station of each. */
let stationOf: (client: Client) => Promise<string>;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  datong = await api.as('admin@datong.example');
  stationOf = async (client) => {
    const { stations } = await client.get<{ stations: { nodes: { id: string }[] } }>(
      '{ stations { nodes { id } } }',
    );
    return stations.nodes[0]!.id;
  };
});
afterAll(async () => {
  await api.close();
});

const idOf = async (client: Client): Promise<string> =>
  (await client.get<{ viewer: { id: string } }>(VIEWER)).viewer.id;

async function expectShutOut({ client, refreshToken, email }: Joined): Promise<void> {
  // Also for objects that the server caches from the start.
  for (const query of [
    VIEWER,
    '{ organisations { totalCount } }',
    '{ districts { code } }',
    '{ indicators { code } }',
  ]) {
    expect(await refusalsOf(client, query)).toEqual(['UNAUTHENTICATED']);
  }
  expect(codes((await refresh(api, refreshToken)).userErrors)).toEqual([
    'INVALID_REFRESH_TOKEN refreshToken',
  ]);
  expect(codes((await signIn(api, email, NEW_PASSWORD)).userErrors)).toEqual(['WRONG_CREDENTIALS password']);
}

describe('a member who is removed', () => {
  it('loses every session, refresh token and access token at once', async () => {
    const member = await join(api, fengyuan);
    const second = await signIn(api, member.email, NEW_PASSWORD);
    expect(await refusalsOf(member.client, VIEWER)).toEqual([]);
    const { member: removed } = await remove(fengyuan, member.id);
    expect(removed?.leftAt).toBe(api.clock.now().toISOString());
    await expectShutOut(member);
    await expectShutOut({
      ...member,
      client: api.withToken(second.accessToken!),
      refreshToken: second.refreshToken!,
    });
  });

  it('cannot change its password with the token that it still has', async () => {
    const member = await join(api, fengyuan);
    await remove(fengyuan, member.id);
    const before = await api.world.ownerQuery('select * from auth.credential where email = $1', [
      member.email,
    ]);
    const query = `mutation($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }`;
    const input = { oldPassword: NEW_PASSWORD, newPassword: 'an umbrella for the road' };
    expect(await refusalsOf(member.client, query, { input })).toEqual(['UNAUTHENTICATED']);
    expect(
      await api.world.ownerQuery('select * from auth.credential where email = $1', [member.email]),
    ).toEqual(before);
  });

  it('stays in the list, and can be neither changed nor removed again', async () => {
    const member = await join(api, fengyuan);
    await remove(fengyuan, member.id);
    expect(codes((await remove(fengyuan, member.id)).userErrors)).toEqual(['MEMBER_LEFT memberId']);
    expect(codes((await change(fengyuan, { memberId: member.id, role: 'ADMIN' })).userErrors)).toEqual([
      'MEMBER_LEFT memberId',
    ]);
    const { members } = await fengyuan.get<{ members: { nodes: Person[] } }>(MEMBERS);
    expect(members.nodes.find(({ id }) => id === member.id)?.leftAt).not.toBeNull();
  });

  it('can be invited again with the same e-mail', async () => {
    const member = await join(api, fengyuan);
    await remove(fengyuan, member.id);
    const { token } = await invite(fengyuan, { email: member.email });
    expect((await accept(api, token)).userErrors).toEqual([]);
    expect(await refusalsOf(member.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
  });

  it('completes no running request: of two administrators who remove each other one is refused', async () => {
    const one = await join(api, datong, { role: 'ADMIN' });
    const two = await join(api, datong, { role: 'ADMIN' });
    const bystander = await join(api, datong);
    const [ofTwo, ofOne] = await together(api, await lockOfMembers(datong), [
      async () => one.client.ask(REMOVE, { id: two.id }),
      async () => two.client.ask(REMOVE, { id: one.id }),
    ]);
    expect(ofTwo!.errors).toEqual([]);
    expect(ofOne!.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');

    const [removal, late] = await together(api, await lockOfMembers(datong), [
      async () => datong.ask(REMOVE, { id: one.id }),
      async () => one.client.ask(REMOVE, { id: bystander.id }),
    ]);
    expect(removal!.errors).toEqual([]);
    expect(late!.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await refusalsOf(bystander.client, VIEWER)).toEqual([]);
  });
});

describe('a change of role', () => {
  it('invalidates the old token, and a refresh gives the new rights', async () => {
    const member = await join(api, fengyuan, { role: 'VIEWER' });
    const { member: changed } = await change(fengyuan, { memberId: member.id, role: 'ADMIN' });
    expect(changed?.role).toBe('ADMIN');
    expect(await refusalsOf(member.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
    const promoted = await refresh(api, member.refreshToken);
    expect(await refusalsOf(api.withToken(promoted.accessToken!), MEMBERS)).toEqual([]);

    await change(fengyuan, { memberId: member.id, role: 'WORKER' });
    expect(await refusalsOf(api.withToken(promoted.accessToken!), MEMBERS)).toEqual(['UNAUTHENTICATED']);
    const demoted = await refresh(api, promoted.refreshToken!);
    expect(await refusalsOf(api.withToken(demoted.accessToken!), MEMBERS)).toEqual(['FORBIDDEN']);
    await remove(fengyuan, member.id);
  });

  it('keeps omitted fields', async () => {
    const station = await stationOf(fengyuan);
    const { id } = await join(api, fengyuan, { role: 'MANAGER', stationIds: [station], displayName: '旧名' });
    const { member } = await change(fengyuan, { memberId: id, displayName: ' 新名 ' });
    expect(member).toMatchObject({ displayName: '新名', role: 'MANAGER', stations: [{ id: station }] });
    expect((await change(fengyuan, { memberId: id, role: 'WORKER' })).member).toMatchObject({
      displayName: '新名',
      role: 'WORKER',
      stations: [{ id: station }],
    });
    expect((await change(fengyuan, { memberId: id, stationIds: null })).member).toMatchObject({
      displayName: '新名',
      role: 'WORKER',
      stations: null,
    });
  });

  it('before the invitation is accepted applies when the member joins', async () => {
    const { member, token } = await invite(fengyuan, { role: 'ADMIN' });
    await change(fengyuan, { memberId: member.id, role: 'VIEWER' });
    const { accessToken } = await accept(api, token);
    expect(await refusalsOf(api.withToken(accessToken!), MEMBERS)).toEqual(['FORBIDDEN']);
  });
});

describe('the stations of a limit', () => {
  it('must be within the scope of the organisation: foreign and unknown alike', async () => {
    const [own, foreign] = [await stationOf(fengyuan), await stationOf(datong)];
    const { member } = await invite(fengyuan);
    for (const id of [foreign, newId(), 'malformed', own.toUpperCase()]) {
      const stationIds = [own, id];
      const invited = await tryInvite(fengyuan, { stationIds });
      const changed = await change(fengyuan, { memberId: member.id, stationIds });
      for (const { userErrors } of [invited, changed]) {
        expect(codes(userErrors)).toEqual(['STATION_NOT_FOUND stationIds.1']);
        expect(userErrors[0]!.message).not.toContain(id);
      }
    }
  });

  it('are at least one, and never those of an administrator', async () => {
    const station = await stationOf(fengyuan);
    expect(codes((await tryInvite(fengyuan, { stationIds: [] })).userErrors)).toEqual(['TOO_FEW stationIds']);
    const admin = { role: 'ADMIN', stationIds: [station] };
    expect(codes((await tryInvite(fengyuan, admin)).userErrors)).toEqual(['ADMIN_IS_NOT_LIMITED stationIds']);
    const { member } = await invite(fengyuan, { role: 'WORKER', stationIds: [station, station] });
    expect(member.stations?.map(({ id }) => id)).toEqual([station]);
    expect(codes((await change(fengyuan, { memberId: member.id, role: 'ADMIN' })).userErrors)).toEqual([
      'ADMIN_IS_NOT_LIMITED stationIds',
    ]);
    const freed = await change(fengyuan, { memberId: member.id, role: 'ADMIN', stationIds: null });
    expect(freed.member).toMatchObject({ role: 'ADMIN', stations: null });
    await remove(fengyuan, member.id);
  });

  it('cannot be set for the platform, which sees no station', async () => {
    const platform = await api.as('admin@platform.example');
    const stationIds = [await stationOf(fengyuan)];
    expect(codes((await tryInvite(platform, { role: 'VIEWER', stationIds })).userErrors)).toEqual([
      'STATION_NOT_FOUND stationIds.0',
    ]);
  });
});

describe('a member of another organisation', () => {
  it('is answered like an unknown one, to the byte', async () => {
    const [foreign, unknown] = [await idOf(datong), newId()];
    const questions: ((id: string) => [string, Record<string, unknown>])[] = [
      (id) => [CHANGE, { input: { memberId: id, role: 'VIEWER' } }],
      (id) => [CHANGE, { input: { memberId: id, displayName: ' ' } }],
      (id) => [REMOVE, { id }],
      (id) => [RENEW, { id }],
    ];
    for (const question of questions) {
      const [one, other] = [
        await fengyuan.ask(...question(foreign)),
        await fengyuan.ask(...question(unknown)),
      ];
      expect(one.errors[0]?.extensions?.code).toBe('NOT_FOUND');
      expect(one.text.replaceAll(foreign, 'ID')).toBe(other.text.replaceAll(unknown, 'ID'));
      expect(await refusalsOf(fengyuan, ...question('malformed'))).toEqual(['NOT_FOUND']);
    }
  });

  it('is in no list', async () => {
    const { members } = await fengyuan.get<{ members: { totalCount: number; nodes: Person[] } }>(MEMBERS);
    expect(members.nodes).toHaveLength(members.totalCount);
    expect(members.nodes.filter(({ email }) => /datong|platform|bureau/.test(email))).toEqual([]);
  });

  it('cannot be an API key either', async () => {
    const { createApiKey } = await fengyuan.get<{ createApiKey: { apiKey: { id: string } } }>(
      'mutation { createApiKey(input: { name: "BI" }) { apiKey { id } } }',
    );
    const { id } = createApiKey.apiKey;
    expect(await refusalsOf(fengyuan, REMOVE, { id })).toEqual(['NOT_FOUND']);
    expect(await refusalsOf(fengyuan, CHANGE, { input: { memberId: id, role: 'ADMIN' } })).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('members who are no administrators', () => {
  it('are refused as FORBIDDEN for any id', async () => {
    const admin = await idOf(fengyuan);
    for (const role of ['MANAGER', 'WORKER', 'VIEWER']) {
      const { id, client } = await join(api, fengyuan, { role });
      const input = { email: 'x@y.cn', displayName: 'x', role: 'VIEWER' };
      for (const [query, variables] of [
        [MEMBERS, {}],
        [INVITE, { input }],
        [RENEW, { id: admin }],
        [CHANGE, { input: { memberId: id, role: 'ADMIN' } }],
        [REMOVE, { id: admin }],
        [REMOVE, { id: 'malformed' }],
      ] as const) {
        expect([role, ...(await refusalsOf(client, query, variables))]).toEqual([role, 'FORBIDDEN']);
      }
    }
  });
});
