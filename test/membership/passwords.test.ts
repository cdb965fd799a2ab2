import { startApi, type TestApi } from '../kit/api';
import {
  CHANGE_PASSWORD,
  codes,
  join,
  type Joined,
  NEW_PASSWORD,
  refresh,
  refusalsOf,
  signIn,
  type UserError,
  VIEWER,
} from './support';

let api: TestApi;
let elapsed = 0;
beforeAll(async () => {
  api = await startApi({}, undefined, { elapsed: () => elapsed });
});
afterAll(async () => {
  await api.close();
});

const NEXT = 'a fourth umbrella altogether';

const joinFengyuan = async (input: Record<string, unknown> = {}): Promise<Joined> =>
  join(api, await api.as('admin@fengyuan.example'), input);

async function changePassword(
  { client }: Pick<Joined, 'client'>,
  oldPassword: string,
  newPassword = NEXT,
): Promise<{ changed: boolean | null; userErrors: UserError[] }> {
  const answer = await client.get<{
    changePassword: { changed: boolean | null; userErrors: UserError[] };
  }>(CHANGE_PASSWORD, { input: { oldPassword, newPassword } });
  return answer.changePassword;
}

describe('a password', () => {
  it('is kept as argon2id with the costs of OWASP, and salted', async () => {
    const [one, two] = [await joinFengyuan(), await joinFengyuan()];
    const rows = await api.world.ownerQuery<{ password_hash: string }>(
      'select password_hash from auth.credential where email in ($1, $2)',
      [one.email, two.email],
    );
    const hashes = rows.map(({ password_hash: hash }) => hash);
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is changed with the old one, which is invalid afterwards', async () => {
    const member = await joinFengyuan();
    expect(await changePassword(member, NEW_PASSWORD)).toEqual({ changed: true, userErrors: [] });
    expect((await signIn(api, member.email, NEW_PASSWORD)).accessToken).toBeNull();
    expect((await signIn(api, member.email, NEXT)).accessToken).not.toBeNull();
  });

  it('that is changed ends every other session, but not the current one', async () => {
    const member = await joinFengyuan();
    const other = await signIn(api, member.email, NEW_PASSWORD);
    await changePassword(member, NEW_PASSWORD);
    expect(await refusalsOf(api.withToken(other.accessToken!), VIEWER)).toEqual(['UNAUTHENTICATED']);
    expect(codes((await refresh(api, other.refreshToken!)).userErrors)).toEqual([
      'INVALID_REFRESH_TOKEN refreshToken',
    ]);
    expect(await refusalsOf(member.client, VIEWER)).toEqual([]);
    expect((await refresh(api, member.refreshToken)).accessToken).not.toBeNull();
  });

  it('is not changed without the old one', async () => {
    const member = await joinFengyuan();
    const other = await signIn(api, member.email, NEW_PASSWORD);
    for (const wrong of ['', 'wrong', NEXT, `${NEW_PASSWORD} `]) {
      expect(codes((await changePassword(member, wrong)).userErrors)).toEqual(['WRONG_PASSWORD oldPassword']);
    }
    expect(await refusalsOf(api.withToken(other.accessToken!), VIEWER)).toEqual([]);
    expect((await signIn(api, member.email, NEW_PASSWORD)).accessToken).not.toBeNull();
  });

  it('has at least twelve characters, is not common and does not name its owner', async () => {
    const member = await joinFengyuan({ email: 'li.xiaowen@joins.example', displayName: '李晓雯' });
    const refused: [string, string][] = [
      ['eleven char', 'PASSWORD_TOO_SHORT newPassword'],
      ['guangzhou2024', 'PASSWORD_TOO_COMMON newPassword'],
      ['123456789012', 'PASSWORD_TOO_COMMON newPassword'],
      ['umbrella of li.xiaowen', 'PASSWORD_NAMES_OWNER newPassword'],
      ['李晓雯 has an umbrella', 'PASSWORD_NAMES_OWNER newPassword'],
      ['x'.repeat(201), 'PASSWORD_TOO_LONG newPassword'],
    ];
    for (const [password, code] of refused) {
      expect(codes((await changePassword(member, NEW_PASSWORD, password)).userErrors)).toContain(code);
    }
    expect((await signIn(api, member.email, NEW_PASSWORD)).accessToken).not.toBeNull();
  });

  it('is not changed by a session that has ended', async () => {
    const member = await joinFengyuan();
    await member.client.get('mutation { signOut }');
    // With a wrong old password too: the bearer of an old token does not learn whether it is right.
    for (const oldPassword of [NEW_PASSWORD, 'wrong']) {
      const input = { oldPassword, newPassword: NEXT };
      expect(await refusalsOf(member.client, CHANGE_PASSWORD, { input })).toEqual(['UNAUTHENTICATED']);
      expect(await refusalsOf(api.anonymous, CHANGE_PASSWORD, { input })).toEqual(['UNAUTHENTICATED']);
    }
    expect((await signIn(api, member.email, NEW_PASSWORD)).accessToken).not.toBeNull();
  });

  it('is protected by the attempt limit when changed, as when signing in', async () => {
    const member = await joinFengyuan();
    const guess = async (): Promise<unknown[]> =>
      refusalsOf(member.client, CHANGE_PASSWORD, { input: { oldPassword: 'wrong', newPassword: NEXT } });
    for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toEqual([]);
    const { errors } = await member.client.ask(CHANGE_PASSWORD, {
      input: { oldPassword: NEW_PASSWORD, newPassword: NEXT },
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 });
    elapsed += 60_000;
    expect((await changePassword(member, NEW_PASSWORD)).changed).toBe(true);
  });
});
