import { pino } from 'pino';
import { createServer, type RunningServer } from '../../src/server';
import { TEST_PASSWORD, testDependencies } from '../kit/settings';
import { startWorld, type World } from '../kit/world';
import {
  ACCEPT,
  CHANGE_PASSWORD,
  INVITE,
  NEW_PASSWORD,
  newEmail,
  REFRESH,
  RENEW,
  SIGN_IN,
  VIEWER,
} from '../membership/support';

/** After all mutations, with the log at its lowest level, no secret is readable anywhere. */
let world: World;
let server: RunningServer;
let url: string;
let lines: string[];

beforeAll(async () => {
  world = await startWorld('template_demo');
  lines = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  server = await createServer({ ...testDependencies(world.serverUrl), logger, clock: world.clock.now });
  url = `http://127.0.0.1:${(await server.http.listen(0, '127.0.0.1')).port}`;
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

interface Payload {
  accessToken: string;
  refreshToken: string;
  invitationToken: string;
  secret: string;
  member: { id: string };
}

/** Everything secret that was sent or answered. */
const secrets = new Set<string>([TEST_PASSWORD]);

function keep<Text extends string>(secret: Text): Text {
  secrets.add(secret);
  return secret;
}

async function ask(query: string, variables: Record<string, unknown> = {}, token?: string): Promise<Payload> {
  const response = await fetch(`${url}/graphql?note=${encodeURIComponent(token ?? '')}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}`, cookie: `session=${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data?: Record<string, Payload | null> | null };
  const payload = Object.values(data ?? {})[0] ?? ({} as Payload);
  for (const name of ['accessToken', 'refreshToken', 'invitationToken', 'secret'] as const) {
    if (typeof payload[name] === 'string') keep(payload[name]);
  }
  return payload;
}

async function busyDay(): Promise<void> {
  const admin = await ask(SIGN_IN, { input: { email: 'admin@fengyuan.example', password: TEST_PASSWORD } });
  for (const password of ['a password that is wrong', 'x'.repeat(5000), `${TEST_PASSWORD}?`]) {
    await ask(SIGN_IN, { input: { email: 'admin@fengyuan.example', password: keep(password) } });
    await ask(SIGN_IN, { input: { email: keep('typed-into-the-wrong-field'), password } });
  }
  await ask(REFRESH, { token: keep('a-refresh-token-that-never-was-one-000000000') });

  const token = admin.accessToken;
  const invited = await ask(
    INVITE,
    { input: { email: newEmail(), displayName: '新同事', role: 'WORKER' } },
    token,
  );
  const renewed = await ask(RENEW, { id: invited.member.id }, token);
  const accept = { token: renewed.invitationToken, password: keep('short') };
  await ask(ACCEPT, { input: accept });
  const joined = await ask(ACCEPT, { input: { ...accept, password: keep(NEW_PASSWORD) } });
  await ask(ACCEPT, { input: accept });
  await ask(ACCEPT, { input: { ...accept, token: keep(`swi_${'B'.repeat(43)}`) } });

  const refreshed = await ask(REFRESH, { token: joined.refreshToken });
  await ask(REFRESH, { token: joined.refreshToken });
  const change = { oldPassword: keep('the wrong old one'), newPassword: keep('umbrellas to the very end') };
  await ask(CHANGE_PASSWORD, { input: change }, refreshed.accessToken);
  await ask(CHANGE_PASSWORD, { input: { ...change, oldPassword: NEW_PASSWORD } }, refreshed.accessToken);

  const created = await ask('mutation { createApiKey(input: { name: "BI" }) { secret } }', {}, token);
  await ask(VIEWER, {}, created.secret);
  await ask(INVITE, { input: { email: 'x@y.cn', displayName: 'x', role: 'VIEWER' } }, created.secret);
  await ask(VIEWER, {}, keep(`sws_${'C'.repeat(43)}`));
  await ask(VIEWER, {}, keep('nonsense-for-a-token'));
  // A document that does not parse and a failure below a resolver are both logged.
  await ask(`mutation { signIn(input: { email: "a@b.cn", password: "${keep('inline-and-broken')}" `);
  await world.ownerQuery('alter table auth.refresh_token rename to gone');
  await ask(SIGN_IN, { input: { email: 'worker@fengyuan.example', password: TEST_PASSWORD } });
  await world.ownerQuery('alter table auth.gone rename to refresh_token');
}

it('no password, token or key is in the audit log, in the process log, or in plain text in any table', async () => {
  await busyDay();
  await server.trail.settled();
  expect(secrets.size).toBeGreaterThan(20);
  const output = lines.join('');
  expect(output).toContain('a request failed');
  expect(lines.length).toBeGreaterThan(20);

  const rows = await world.ownerQuery<{ text: string }>('select e::text as text from core.audit_entry e');
  expect(rows.length).toBeGreaterThan(20);
  const audit = rows.map(({ text }) => text).join('\n');
  const hashes = await world.ownerQuery<{ hash: string }>(
    `select hash from auth.refresh_token union all select hash from auth.invitation
      union all select hash from auth.password_reset union all select hash from auth.api_key union all select password_hash from auth.credential`,
  );
  for (const secret of [...secrets, ...hashes.map(({ hash }) => hash)]) {
    const found = [output.includes(secret) && 'process log', audit.includes(secret) && 'audit log'];
    expect([secret, ...found.filter((place) => place !== false)]).toEqual([secret]);
  }

  const tables = await world.ownerQuery<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('core', 'auth', 'public') and c.relkind = 'r'`,
  );
  for (const { name } of tables) {
    const kept = await world.ownerQuery(
      `select s from unnest($1::text[]) s where exists (select from ${name} t where t::text like '%' || s || '%')`,
      [[...secrets].filter((secret) => secret.length > 20)],
    );
    expect([name, kept]).toEqual([name, []]);
  }
});
