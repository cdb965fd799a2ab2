import { type Client, startApi, type TestApi } from '../kit/api';
import {
  change,
  CHANGE_PASSWORD,
  codes,
  invite,
  join,
  type Joined,
  NEW_PASSWORD,
  newEmail,
  refresh,
  refusalsOf,
  remove,
  signIn,
  type Tokens,
  type UserError,
  VIEWER,
} from './support';

/** A link by which a member sets another password: issued by an administrator, works once, keeps the member. */
const HOUR = 3_600_000;
const PASSWORD = 'four different teapots 17';

let api: TestApi;
let fengyuan: Client;
let datong: Client;
let joined: Joined;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  datong = await api.as('admin@datong.example');
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  joined = await join(api, fengyuan, { displayName: '陈美玲' });
  api.clock.advance(1000);
});

const ISSUE = `mutation($id: ID!) {
  issuePasswordReset(memberId: $id) { token expiresAt userErrors { code path message } } }`;
const RESET = `mutation($token: String!, $password: String!) {
  resetPassword(token: $token, password: $password) {
    accessToken refreshToken viewer { id role } userErrors { code path message } } }`;

interface Issued {
  token: string | null;
  expiresAt: string | null;
  userErrors: UserError[];
}

async function issue(client: Client, id: string): Promise<Issued> {
  return (await client.get<{ issuePasswordReset: Issued }>(ISSUE, { id })).issuePasswordReset;
}

async function reset(token: string, password = PASSWORD): Promise<Tokens & { viewer: unknown }> {
  const variables = { token, password };
  return (await api.anonymous.get<{ resetPassword: Tokens & { viewer: unknown } }>(RESET, variables))
    .resetPassword;
}

async function entries(action: string): Promise<unknown[]> {
  await api.server.trail.settled();
  return api.world.ownerQuery(
    `select member_id as by, thing_id as of, after from core.audit_entry where action = $1 and thing_id = $2 order by at`,
    [action, joined.id],
  );
}

test('sets the password of the same member, signs in, and ends its other sessions; the old password is void', async () => {
  const { token, expiresAt, userErrors } = await issue(fengyuan, joined.id);
  expect(userErrors).toEqual([]);
  expect(expiresAt).toBe(new Date(api.clock.now().getTime() + 24 * HOUR).toISOString());
  // Until it is used nothing changes.
  expect(await refusalsOf(joined.client, VIEWER)).toEqual([]);
  const answer = await reset(token!);
  expect([answer.userErrors, answer.viewer]).toEqual([[], { id: joined.id, role: 'WORKER' }]);
  expect(await refusalsOf(api.withToken(answer.accessToken!), VIEWER)).toEqual([]);
  expect(await refusalsOf(joined.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
  expect(codes((await refresh(api, joined.refreshToken)).userErrors)).toEqual([
    'INVALID_REFRESH_TOKEN refreshToken',
  ]);
  expect((await signIn(api, joined.email, NEW_PASSWORD)).accessToken).toBeNull();
  expect((await signIn(api, joined.email, PASSWORD)).userErrors).toEqual([]);
});

test('is logged by who issued it, and by the member when it is used; never with its token', async () => {
  const { token } = await issue(fengyuan, joined.id);
  await reset(token!);
  await reset(token!);
  const { viewer } = await fengyuan.get<{ viewer: { id: string } }>(VIEWER);
  expect(await entries('PASSWORD_RESET_ISSUED')).toEqual([
    { by: viewer.id, of: joined.id, after: { expiresAt: expect.any(String) as string } },
  ]);
  expect(await entries('PASSWORD_RESET')).toEqual([{ by: joined.id, of: joined.id, after: null }]);
  expect(await entries('PASSWORD_RESET_REFUSED')).toEqual([
    { by: joined.id, of: joined.id, after: { code: 'RESET_INVALID' } },
  ]);
  const kept = await api.world.ownerQuery('select hash from auth.password_reset where hash = $1', [token]);
  expect(kept).toEqual([]);
});

describe('is void', () => {
  /** The answers to links that are tried with another password. */
  const answersTo = async (...tokens: (string | null)[]): Promise<string[]> => {
    const answers: string[] = [];
    for (const token of tokens) {
      answers.push(...codes((await reset(token!, 'six other teapots 23')).userErrors));
    }
    return answers;
  };
  const REFUSED = 'RESET_INVALID token';

  test('once it was used, and with it every other link of the member', async () => {
    const links = [await issue(fengyuan, joined.id), await issue(fengyuan, joined.id)];
    expect((await reset(links[1]!.token!)).userErrors).toEqual([]);
    api.clock.advance(1000);
    expect(await answersTo(...links.map(({ token }) => token))).toEqual([REFUSED, REFUSED]);
  });

  test('once the member has changed its password', async () => {
    const { token } = await issue(fengyuan, joined.id);
    api.clock.advance(1000);
    const input = { oldPassword: NEW_PASSWORD, newPassword: PASSWORD };
    await joined.client.get(CHANGE_PASSWORD, { input });
    expect(await answersTo(token)).toEqual([REFUSED]);
  });

  test('after a day', async () => {
    const [first, second] = [await issue(fengyuan, joined.id), await issue(fengyuan, joined.id)];
    api.clock.advance(24 * HOUR - 1);
    expect((await reset(first.token!)).userErrors).toEqual([]);
    api.clock.advance(1);
    expect(await answersTo(second.token)).toEqual([REFUSED]);
    api.clock.advance(-24 * HOUR);
  });

  test('once the member has left', async () => {
    const { token } = await issue(fengyuan, joined.id);
    await remove(fengyuan, joined.id);
    expect(await answersTo(token)).toEqual([REFUSED]);
  });

  test('once the administrator who has issued it has left, or is one no more', async () => {
    const links: (string | null)[] = [];
    for (const end of [
      async (id: string) => remove(fengyuan, id),
      async (id: string) => change(fengyuan, { memberId: id, role: 'VIEWER' }),
    ]) {
      const issuer = await join(api, fengyuan, { role: 'ADMIN' });
      links.push((await issue(issuer.client, joined.id)).token);
      await end(issuer.id);
    }
    expect(await answersTo(...links)).toEqual([REFUSED, REFUSED]);
  });

  test('when it is none, or an invitation', async () => {
    const { token } = await invite(fengyuan);
    const none = ['x', token, `swr_${'A'.repeat(43)}`];
    expect(await answersTo(...none)).toEqual(none.map(() => REFUSED));
  });
});

test('a password that is refused leaves the link as it is', async () => {
  const { token } = await issue(fengyuan, joined.id);
  for (const [password, code] of [
    ['kq7 zv', 'PASSWORD_TOO_SHORT password'],
    ['12345678901234567890', 'PASSWORD_TOO_COMMON password'],
  ] as const) {
    expect(codes((await reset(token!, password)).userErrors)).toEqual([code]);
  }
  expect((await reset(token!)).userErrors).toEqual([]);
});

test('of several uses at once one succeeds', async () => {
  const { token } = await issue(fengyuan, joined.id);
  const passwords = ['one umbrella too many', 'two umbrellas too many', 'six umbrellas too many'];
  const answers = await Promise.all(passwords.map(async (password) => reset(token!, password)));
  const won = passwords.filter((_, at) => answers[at]!.accessToken !== null);
  expect(won).toHaveLength(1);
  for (const password of passwords) {
    expect((await signIn(api, joined.email, password)).accessToken !== null).toBe(password === won[0]);
  }
});

test('is issued by administrators of the organisation alone, for others who have joined and not left', async () => {
  expect(await refusalsOf(datong, ISSUE, { id: joined.id })).toEqual(['NOT_FOUND']);
  expect(await refusalsOf(joined.client, ISSUE, { id: joined.id })).toEqual(['FORBIDDEN']);
  expect(await refusalsOf(await api.as('admin@platform.example'), ISSUE, { id: joined.id })).toEqual([
    'NOT_FOUND',
  ]);
  const { viewer } = await fengyuan.get<{ viewer: { id: string } }>(VIEWER);
  expect(codes((await issue(fengyuan, viewer.id)).userErrors)).toEqual(['OWN_PASSWORD memberId']);
  const { member } = await invite(fengyuan);
  expect(codes((await issue(fengyuan, member.id)).userErrors)).toEqual(['NOT_JOINED memberId']);
  await remove(fengyuan, joined.id);
  expect(codes((await issue(fengyuan, joined.id)).userErrors)).toEqual(['MEMBER_LEFT memberId']);
});

describe('a member who changes its employer', () => {
  const accept = async (token: string, currentPassword?: string): Promise<Tokens> => {
    const input = { token, password: PASSWORD, currentPassword };
    const { acceptInvitation } = await api.anonymous.get<{ acceptInvitation: Tokens }>(
      `mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
         accessToken refreshToken userErrors { code path message } } }`,
      { input },
    );
    return acceptInvitation;
  };

  test('keeps the e-mail by its password there: that membership ends, its history stays apart', async () => {
    const { member, token } = await invite(datong, { email: joined.email });
    expect(codes((await accept(token)).userErrors)).toEqual(['EMAIL_TAKEN token']);
    const answer = await accept(token, NEW_PASSWORD);
    expect(answer.userErrors).toEqual([]);
    const { viewer } = await api.withToken(answer.accessToken!).get<{ viewer: { id: string } }>(VIEWER);
    expect(viewer.id).toBe(member.id);
    expect(await refusalsOf(joined.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
    expect((await signIn(api, joined.email, NEW_PASSWORD)).accessToken).toBeNull();
    expect((await signIn(api, joined.email, PASSWORD)).userErrors).toEqual([]);
    expect(await entries('MEMBERSHIP_ENDED')).toEqual([
      { by: joined.id, of: joined.id, after: { leftAt: expect.any(String) as string } },
    ]);
    const { members } = await fengyuan.get<{ members: { nodes: { id: string; leftAt: string | null }[] } }>(
      '{ members(first: 100) { nodes { id leftAt } } }',
    );
    expect(members.nodes.find(({ id }) => id === joined.id)?.leftAt).not.toBeNull();
    expect(members.nodes.some(({ id }) => id === member.id)).toBe(false);
  });

  test('is refused with another password, within the attempt limits of sign-in, and stays where it is', async () => {
    const { token } = await invite(datong, { email: joined.email });
    expect(codes((await accept(token, 'not the password there')).userErrors)).toEqual([
      'WRONG_PASSWORD currentPassword',
    ]);
    expect(await refusalsOf(joined.client, VIEWER)).toEqual([]);
    expect((await accept(token, NEW_PASSWORD)).userErrors).toEqual([]);
  });

  test('is let go by another administrator where it is one', async () => {
    const admin = await join(api, fengyuan, { role: 'ADMIN', email: newEmail() });
    const { token } = await invite(datong, { email: admin.email });
    expect(codes((await accept(token, NEW_PASSWORD)).userErrors)).toEqual(['ADMIN_STAYS currentPassword']);
    expect(await refusalsOf(admin.client, VIEWER)).toEqual([]);
    await remove(fengyuan, admin.id);
    expect((await accept(token)).userErrors).toEqual([]);
  });
});
