import { type Client, startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import {
  accept,
  codes,
  INVITE,
  invite,
  join,
  MEMBERS,
  NEW_PASSWORD,
  newEmail,
  type Person,
  refusalsOf,
  remove,
  RENEW,
  signIn,
  together,
  tryInvite,
  VIEWER,
} from './support';

const DAY = 86_400_000;

let api: TestApi;
let fengyuan: Client;
let datong: Client;
beforeAll(async () => {
  api = await startApi();
  fengyuan = await api.as('admin@fengyuan.example');
  datong = await api.as('admin@datong.example');
});
afterAll(async () => {
  await api.close();
});

const secretsIn = async (text: string): Promise<string[]> => {
  const tables = await api.world.ownerQuery<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth', 'public') and c.relkind = 'r'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await api.world.ownerQuery(`select from ${name} t where t::text like '%' || $1 || '%'`, [
      text,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
};

describe('an invitation', () => {
  it('is created by an ADMIN into its own organisation, with a role', async () => {
    const email = newEmail();
    const { member, token } = await invite(fengyuan, { email, displayName: ' 李晓雯 ', role: 'MANAGER' });
    expect(member).toMatchObject({
      email,
      displayName: '李晓雯',
      role: 'MANAGER',
      joinedAt: null,
      leftAt: null,
      stations: null,
    });
    const { members } = await fengyuan.get<{ members: { nodes: Person[] } }>(MEMBERS);
    expect(members.nodes).toContainEqual(member);
    const answer = await accept(api, token);
    const { viewer } = await api
      .withToken(answer.accessToken!)
      .get<{ viewer: { id: string; role: string; organisation: { name: string } } }>(VIEWER);
    expect(viewer).toMatchObject({ id: member.id, role: 'MANAGER' });
    expect(viewer.organisation.name).toContain('逢源');
  });

  it('lasts seven days', async () => {
    const first = await tryInvite(fengyuan, {});
    expect(first.expiresAt).toBe(new Date(api.clock.now().getTime() + 7 * DAY).toISOString());
    const second = await tryInvite(fengyuan, {});
    api.clock.advance(7 * DAY - 1);
    expect((await accept(api, first.invitationToken!)).userErrors).toEqual([]);
    api.clock.advance(1);
    expect(codes((await accept(api, second.invitationToken!)).userErrors)).toEqual([
      'INVITATION_INVALID token',
    ]);
    api.clock.advance(-7 * DAY);
  });

  it('works once', async () => {
    const { token, member } = await invite(fengyuan);
    expect((await accept(api, token)).userErrors).toEqual([]);
    expect(codes((await accept(api, token, 'another umbrella entirely 9')).userErrors)).toEqual([
      'INVITATION_INVALID token',
    ]);
    expect((await signIn(api, member.email, NEW_PASSWORD)).userErrors).toEqual([]);
  });

  it('is accepted once of several concurrent attempts', async () => {
    for (const attempt of [1, 2, 3]) {
      const { token, member } = await invite(fengyuan);
      const passwords = ['one umbrella too many', 'two umbrellas too many', 'six umbrellas too many'];
      const answers = await Promise.all(passwords.map(async (password) => accept(api, token, password)));
      const won = passwords.filter((_, at) => answers[at]!.accessToken !== null);
      expect([attempt, won.length]).toEqual([attempt, 1]);
      for (const password of passwords) {
        expect((await signIn(api, member.email, password)).accessToken !== null).toBe(password === won[0]);
      }
    }
  });

  it('is accepted once when its old and its renewed token are used concurrently', async () => {
    for (const attempt of [1, 2]) {
      const { token, member } = await invite(fengyuan);
      const { renewInvitation } = await fengyuan.get<{ renewInvitation: { invitationToken: string } }>(
        RENEW,
        { id: member.id },
      );
      const tokens = [token, renewInvitation.invitationToken];
      const passwords = ['one umbrella too many', 'two umbrellas too many'];
      const answers = await together(
        api,
        ['select from core.member where id = $1 for update', [member.id]],
        tokens.map((it, at) => async () => accept(api, it, passwords[at])),
      );
      expect([attempt, answers.map(({ userErrors }) => codes(userErrors))]).toEqual([
        attempt,
        [[], ['INVITATION_INVALID token']],
      ]);
      expect((await signIn(api, member.email, passwords[0])).userErrors).toEqual([]);
    }
  });

  it('is invalid once the member has been removed', async () => {
    const { token, member } = await invite(fengyuan);
    expect((await remove(fengyuan, member.id)).userErrors).toEqual([]);
    expect(codes((await accept(api, token)).userErrors)).toEqual(['INVITATION_INVALID token']);
  });

  it('has the same error for every invalid token', async () => {
    const { token } = await invite(fengyuan);
    const unknown = `swi_${'A'.repeat(43)}`;
    const used = (await invite(fengyuan)).token;
    await accept(api, used);
    const answers = await Promise.all(
      [unknown, used, '', 'swi_', token.slice(0, -1), `${token}x`, token.replace('swi_', 'sws_'), ' '].map(
        async (it) => (await accept(api, it)).userErrors,
      ),
    );
    for (const errors of answers) expect(errors).toEqual(answers[0]);
    expect(codes(answers[0]!)).toEqual(['INVITATION_INVALID token']);
    expect((await accept(api, token)).userErrors).toEqual([]);
  });

  it('is stored only as a hash, and shown once', async () => {
    const { token, member } = await invite(fengyuan);
    await api.server.trail.settled();
    expect(await secretsIn(token)).toEqual([]);
    expect(await secretsIn(token.slice(4))).toEqual([]);
    expect(await secretsIn(member.email)).toContain('core.member');
    expect((await fengyuan.ask(MEMBERS)).text).not.toContain(token);
  });

  it('is not consumed by a refused password', async () => {
    const { token } = await invite(fengyuan, { email: 'chen.meiling@joins.example', displayName: '陈美玲' });
    const refused: [string, string][] = [
      ['short', 'PASSWORD_TOO_SHORT password'],
      ['eleven char', 'PASSWORD_TOO_SHORT password'],
      ['password1234', 'PASSWORD_TOO_COMMON password'],
      ['umbrella chen.meiling', 'PASSWORD_NAMES_OWNER password'],
    ];
    for (const [password, code] of refused) {
      expect(codes((await accept(api, token, password)).userErrors)).toContain(code);
    }
    expect((await accept(api, token, 'twelve chars')).userErrors).toEqual([]);
  });

  it('can be renewed until it is accepted, and only by an ADMIN of the same organisation', async () => {
    const { member } = await invite(fengyuan);
    expect(await refusalsOf(datong, RENEW, { id: member.id })).toEqual(['NOT_FOUND']);
    const { renewInvitation } = await fengyuan.get<{ renewInvitation: { invitationToken: string } }>(RENEW, {
      id: member.id,
    });
    expect((await accept(api, renewInvitation.invitationToken)).userErrors).toEqual([]);
    const again = await fengyuan.get<{ renewInvitation: { userErrors: [] } }>(RENEW, { id: member.id });
    expect(codes(again.renewInvitation.userErrors)).toEqual(['NOT_INVITED memberId']);
  });

  it('is refused with every error of its input at once', async () => {
    const { userErrors, member } = await tryInvite(fengyuan, { email: 'no e-mail', displayName: ' ' });
    expect(codes(userErrors)).toEqual(['INVALID_EMAIL email', 'EMPTY_TEXT displayName']);
    expect(member).toBeNull();
    for (const email of ['', 'a@b@c', `${'x'.repeat(250)}@y.cn`, 'a\0@b.cn', '\ud800@b.cn']) {
      expect(codes((await tryInvite(fengyuan, { email })).userErrors)).toEqual(['INVALID_EMAIL email']);
    }
  });

  it('is created only by an ADMIN', async () => {
    for (const role of ['MANAGER', 'WORKER', 'VIEWER']) {
      const { client } = await join(api, fengyuan, { role });
      const input = { email: newEmail(), displayName: '新同事', role: 'VIEWER' };
      expect(await refusalsOf(client, INVITE, { input })).toEqual(['FORBIDDEN']);
      expect(await refusalsOf(client, MEMBERS)).toEqual(['FORBIDDEN']);
    }
    expect(await refusalsOf(api.anonymous, MEMBERS)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('an e-mail', () => {
  it('is invited once into an organisation, in any spelling', async () => {
    const { member } = await invite(fengyuan);
    const wide = member.email.replace('@', '＠').replace('.', '\u200b．');
    for (const email of [member.email, ` ${member.email.toUpperCase()} `, wide]) {
      expect(codes((await tryInvite(fengyuan, { email })).userErrors)).toEqual(['ALREADY_MEMBER email']);
    }
  });

  it("of another organisation's member is invited like any other, and only its owner learns of the conflict", async () => {
    const known = await tryInvite(datong, { email: 'worker@fengyuan.example' });
    const unknown = await tryInvite(datong, { email: newEmail() });
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(known.userErrors).toEqual([]);
    expect(codes((await accept(api, known.invitationToken!)).userErrors)).toEqual(['EMAIL_TAKEN token']);
    // The member whose e-mail it is signs in as before, into its own organisation.
    expect((await signIn(api, 'worker@fengyuan.example', NEW_PASSWORD)).accessToken).toBeNull();
    const { accessToken } = await signIn(api, 'worker@fengyuan.example', TEST_PASSWORD);
    const { viewer } = await api
      .withToken(accessToken!)
      .get<{ viewer: { organisation: { name: string } } }>(VIEWER);
    expect(viewer.organisation.name).toContain('逢源');
  });

  it('of a person who left one operator can join another, with a password of its own', async () => {
    const left = await join(api, fengyuan);
    const elsewhere = await invite(datong, { email: left.email });
    expect(codes((await accept(api, elsewhere.token)).userErrors)).toEqual(['EMAIL_TAKEN token']);
    await remove(fengyuan, left.id);
    const password = 'a different umbrella at last';
    const { accessToken } = await accept(api, elsewhere.token, password);
    const { viewer } = await api
      .withToken(accessToken!)
      .get<{ viewer: { id: string; organisation: { name: string } } }>(VIEWER);
    expect(viewer.id).toBe(elsewhere.member.id);
    expect(viewer.organisation.name).toContain('大同');
    expect((await signIn(api, left.email, NEW_PASSWORD)).accessToken).toBeNull();
    expect((await signIn(api, left.email, password)).accessToken).not.toBeNull();
    expect(await refusalsOf(left.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
  });

  it('of a person who left goes to one of two organisations joined concurrently', async () => {
    for (const attempt of [1, 2]) {
      const left = await join(api, fengyuan);
      await remove(fengyuan, left.id);
      const invitations = await Promise.all(
        [fengyuan, datong].map(async (client) => invite(client, { email: left.email })),
      );
      const passwords = ['one umbrella too many', 'two umbrellas too many'];
      const answers = await together(
        api,
        ['select from auth.credential where email = $1 for update', [left.email]],
        invitations.map(
          ({ token }, at) =>
            async () =>
              accept(api, token, passwords[at]),
        ),
      );
      const won = answers.findIndex(({ accessToken }) => accessToken !== null);
      expect([attempt, answers.map(({ userErrors }) => codes(userErrors)).flat()]).toEqual([
        attempt,
        ['EMAIL_TAKEN token'],
      ]);
      expect((await signIn(api, left.email, passwords[won])).userErrors).toEqual([]);
      const joined = await api.world.ownerQuery(
        'select from core.member where email = $1 and joined_at is not null and left_at is null',
        [left.email],
      );
      expect(joined).toHaveLength(1);
    }
  });
});
