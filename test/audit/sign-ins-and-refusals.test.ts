import { newId } from '../../src/platform/ids';
import { demoAgreement } from '../api/support/agreements';
import { COMPLETION } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import {
  ACCEPT,
  CHANGE_PASSWORD,
  invite,
  join,
  MEMBERS,
  NEW_PASSWORD,
  REFRESH,
  remove,
  SIGN_IN,
  signIn,
  VIEWER,
} from '../membership/support';
import { entriesOf, log } from './support';

const PLATFORM = '社工服务站平台';

let api: TestApi;
let fengyuan: Client;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
});
afterAll(async () => {
  await api.close();
});

const tryToSignIn = async (email: string, password: string): Promise<{ headers: Headers }> =>
  api.anonymous.ask(SIGN_IN, { input: { email, password } });

describe('a sign-in', () => {
  it('is in the log of the member’s organisation, whether it succeeds or fails', async () => {
    const member = await join(api, fengyuan);
    expect(await entriesOf(api, await tryToSignIn(member.email, NEW_PASSWORD))).toEqual([
      { organisation: '逢源人家', memberId: member.id, action: 'SIGNED_IN', operation: null, after: null },
    ]);
    expect(await entriesOf(api, await tryToSignIn(member.email, 'a wrong password'))).toMatchObject([
      { organisation: '逢源人家', memberId: member.id, action: 'SIGN_IN_FAILED' },
    ]);
    await remove(fengyuan, member.id);
    expect(await entriesOf(api, await tryToSignIn(member.email, NEW_PASSWORD))).toMatchObject([
      { organisation: '逢源人家', memberId: member.id, action: 'SIGN_IN_FAILED' },
    ]);
  });

  it('into an unknown account is in the log of the platform', async () => {
    const answer = await tryToSignIn(' Nobody@Nowhere.example ', TEST_PASSWORD);
    expect(await entriesOf(api, answer)).toMatchObject([
      {
        organisation: PLATFORM,
        memberId: null,
        action: 'SIGN_IN_FAILED',
        after: { email: 'nobody@nowhere.example' },
      },
    ]);
  });

  it('never logs text typed into the wrong field', async () => {
    for (const email of ['correct horse battery', 'x'.repeat(10_000), 'a\u0000b@c.cn', 'a\ud800b@c.cn']) {
      expect(await entriesOf(api, await tryToSignIn(email, TEST_PASSWORD))).toMatchObject([
        { action: 'SIGN_IN_FAILED', after: null },
      ]);
    }
  });

  it('that is rejected by the attempt limit is logged as refused', async () => {
    const email = 'guessed@nowhere.example';
    for (let tries = 0; tries < 10; tries += 1) await tryToSignIn(email, `wrong ${tries}`);
    expect(await entriesOf(api, await tryToSignIn(email, 'wrong'))).toMatchObject([
      { organisation: PLATFORM, action: 'REFUSED', after: { code: 'TOO_MANY_REQUESTS' } },
    ]);
  });
});

describe('a session', () => {
  it('is logged when it is renewed; a reused token is in the log of its organisation', async () => {
    const member = await join(api, fengyuan);
    const renew = async (token: string): Promise<unknown> =>
      entriesOf(api, await api.anonymous.ask(REFRESH, { token }));
    const who = { organisation: '逢源人家', memberId: member.id };
    expect(await renew(member.refreshToken)).toMatchObject([{ ...who, action: 'SESSION_REFRESHED' }]);
    api.clock.advance(60_000);
    expect(await renew(member.refreshToken)).toMatchObject([
      { ...who, action: 'REFRESH_REFUSED', after: { reason: 'REUSE' } },
    ]);
    expect(await renew(member.refreshToken)).toMatchObject([
      { ...who, action: 'REFRESH_REFUSED', after: { reason: 'VOID' } },
    ]);
    for (const token of ['nonsense', 'A'.repeat(43)]) {
      expect(await renew(token)).toMatchObject([
        { organisation: PLATFORM, memberId: null, action: 'REFRESH_REFUSED', after: { reason: 'UNKNOWN' } },
      ]);
    }
  });

  it('whose password is guessed by changing it is logged', async () => {
    const member = await join(api, fengyuan);
    const input = { oldPassword: 'a wrong password', newPassword: 'yet another umbrella' };
    expect(await entriesOf(api, await member.client.ask(CHANGE_PASSWORD, { input }))).toMatchObject([
      {
        organisation: '逢源人家',
        memberId: member.id,
        action: 'PASSWORD_REFUSED',
        after: { code: 'WRONG_PASSWORD' },
      },
    ]);
  });
});

describe('an invitation that is refused', () => {
  it('is in the log of the inviting organisation, or of the platform when there is none', async () => {
    const { token, member } = await invite(fengyuan);
    const tryToAccept = async (it: string): Promise<unknown> =>
      entriesOf(api, await api.anonymous.ask(ACCEPT, { input: { token: it, password: NEW_PASSWORD } }));
    await tryToAccept(token);
    expect(await tryToAccept(token)).toMatchObject([
      { organisation: '逢源人家', memberId: member.id, action: 'INVITATION_REFUSED' },
    ]);
    expect(await tryToAccept(`swi_${'A'.repeat(43)}`)).toMatchObject([
      { organisation: PLATFORM, memberId: null, action: 'INVITATION_REFUSED' },
    ]);
  });
});

describe('a refusal', () => {
  it.each([
    ['FORBIDDEN', MEMBERS, {}, { code: 'FORBIDDEN', action: 'member.read' }],
    ['NOT_FOUND', COMPLETION, { id: newId() }, { code: 'NOT_FOUND' }],
    ['NOT_FOUND', COMPLETION, { id: 'malformed' }, { code: 'NOT_FOUND' }],
  ])('as %s is logged with the attempted action', async (_, query, variables, after) => {
    const member = await join(api, fengyuan);
    expect(await entriesOf(api, await member.client.ask(query, variables))).toEqual([
      { organisation: '逢源人家', memberId: member.id, action: 'REFUSED', operation: null, after },
    ]);
  });

  it('names the requested object', async () => {
    const foreign = await demoAgreement(api, '中南街');
    const member = await join(api, fengyuan);
    await member.client.ask(COMPLETION, { id: foreign.id });
    const { nodes } = await log(api, fengyuan, { thingId: foreign.id });
    expect(nodes).toMatchObject([
      { action: 'REFUSED', memberId: member.id, thingId: foreign.id, remoteAddress: '127.0.0.1' },
    ]);
    // The owner of the object is not notified of the attempt.
    const datong = await api.as('admin@datong.example');
    expect((await log(api, datong, { action: 'REFUSED' })).nodes).toEqual([]);
  });

  it('of an ended token is in the log of its member’s organisation', async () => {
    const member = await join(api, fengyuan);
    await remove(fengyuan, member.id);
    expect(await entriesOf(api, await member.client.ask(VIEWER))).toMatchObject([
      {
        organisation: '逢源人家',
        memberId: member.id,
        action: 'REFUSED',
        after: { code: 'UNAUTHENTICATED' },
      },
    ]);
  });

  it('without a token, or with a malformed one, is in the log of the platform', async () => {
    const after = { code: 'UNAUTHENTICATED', action: 'viewer.read' };
    for (const client of [api.anonymous, api.withToken('nonsense'), api.withToken(`sws_${'A'.repeat(43)}`)]) {
      expect(await entriesOf(api, await client.ask(VIEWER))).toMatchObject([
        { organisation: PLATFORM, memberId: null, action: 'REFUSED', after },
      ]);
    }
  });

  it('repeated within one request is logged a bounded number of times, under a bounded name', async () => {
    const fields = Array.from({ length: 14 }, (_, at) => `a${at}: station(id: "${newId()}") { id }`);
    const name = 'x'.repeat(5000);
    const answer = await fengyuan.ask(`query ${name} { ${fields.join(' ')} }`);
    const entries = await entriesOf(api, answer);
    expect(entries.length).toBeLessThanOrEqual(20);
    for (const { action, operation } of entries) {
      expect([action, operation]).toEqual(['REFUSED', name.slice(0, 100)]);
    }
  });

  it('is not logged for bad input, which is no matter of access', async () => {
    const answer = await fengyuan.ask('{ members(first: 0) { totalCount } }');
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(await entriesOf(api, answer)).toEqual([]);
  });
});

describe('an API key', () => {
  it('leaves an entry for every use, with what it read, and a refusal when it has been revoked', async () => {
    const bureau = await api.as('admin@liwan-bureau.example');
    const { createApiKey } = await bureau.get<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'mutation { createApiKey(input: { name: "BI" }) { secret apiKey { id } } }',
    );
    const reader = api.withToken(createApiKey.secret);
    const memberId = createApiKey.apiKey.id;
    const agreement = await demoAgreement(api, '逢源街');
    await reader.get(COMPLETION.replace('query(', 'query Nightly('), { id: agreement.id });
    expect((await log(api, bureau, { memberId })).nodes).toMatchObject([
      {
        action: 'KEY_USED',
        memberName: 'BI',
        operation: 'Nightly',
        agreementIds: [agreement.id],
      },
    ]);
    await bureau.get('mutation($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id: memberId });
    expect(await entriesOf(api, await reader.ask(VIEWER))).toMatchObject([
      { memberId, action: 'REFUSED', after: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});

it('a sign-in is traceable by its address and request id', async () => {
  const member = await join(api, fengyuan);
  const before = api.clock.now().toISOString();
  await signIn(api, member.email, NEW_PASSWORD);
  const [entry] = (await log(api, fengyuan, { memberId: member.id, action: 'SIGNED_IN' })).nodes;
  expect(entry).toMatchObject({ at: before, memberName: '新同事', remoteAddress: '127.0.0.1' });
  expect(entry!.requestId).toMatch(/^[0-9a-f-]{36}$/);
});
