import { request } from 'node:http';
import { startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';
import { invite, NEW_PASSWORD } from '../membership/support';

/** The session of a browser's pages: POST /session, the only reader of its cookie. */
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => api.close());

const EMAIL = 'worker@fengyuan.example';
const SIGN_IN = { action: 'SIGN_IN', email: EMAIL, password: TEST_PASSWORD };
const RENEW = { action: 'RENEW' };
const SIGN_OUT = { action: 'SIGN_OUT' };

interface Answer {
  status: number;
  cookie: string | undefined;
  body: {
    accessToken?: string;
    memberId?: string;
    isKept?: boolean;
    stay?: boolean;
    displayName?: string;
    email?: string;
    organisationName?: string;
    expiresAt?: string;
    userErrors?: { code: string }[];
    errors?: { extensions: { code: string } }[];
  };
}

/** fetch sets the headers of browsers by itself and forbids them: this is sent as a page of the origin would. */
async function post(body: object | string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url, ...headers },
    });
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const body = JSON.parse(text) as Answer['body'];
        resolve({ status: response.statusCode ?? 0, cookie: response.headers['set-cookie']?.[0], body });
      });
    });
    sent.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

const valueOf = (cookie: string | undefined): string => cookie?.split(';')[0] ?? '';

async function signedIn(stay = false, headers: Record<string, string> = {}): Promise<string> {
  const { cookie } = await post({ ...SIGN_IN, stay }, headers);
  return valueOf(cookie);
}

const ask = async (accessToken: string | undefined): Promise<unknown> =>
  (await api.withToken(accessToken ?? '').ask('{ viewer { displayName } }')).data;

describe('signing in', () => {
  test('gives the page an access token, and the refresh token to a cookie that no script reads', async () => {
    const { status, cookie, body } = await post(SIGN_IN);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      'accessToken',
      'expiresInSeconds',
      'isKept',
      'memberId',
      'stay',
      'userErrors',
    ]);
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await ask(body.accessToken)).toMatchObject({ viewer: {} });
  });

  test('is forgotten with the browser, unless the member chooses to stay', async () => {
    expect((await post({ ...SIGN_IN, stay: false })).cookie).not.toContain('Max-Age');
    const { cookie } = await post({ ...SIGN_IN, stay: true });
    expect(cookie).toContain('; Max-Age=604800');
    const renewed = await post(RENEW, { cookie: valueOf(cookie) });
    expect(renewed.cookie).toContain('; Max-Age=604800');
    expect(renewed.body.stay).toBe(true);
  });

  test('over TLS uses a cookie that is bound to this host', async () => {
    const secure = { origin: 'https://stations.example', host: 'stations.example' };
    const { cookie } = await post(SIGN_IN, secure);
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    expect((await post(RENEW, { ...secure, cookie: valueOf(cookie) })).body.accessToken).toBeDefined();
    // A cookie that anyone on the network could have set is not read.
    const plain = valueOf(cookie).replace('__Host-', '');
    expect((await post(RENEW, { ...secure, cookie: plain })).body.accessToken).toBeUndefined();
  });

  test('without TLS from elsewhere leaves no cookie: the session lives in the page alone', async () => {
    const { cookie, body } = await post(SIGN_IN, { origin: 'http://10.0.0.8:4000', host: '10.0.0.8:4000' });
    expect(cookie).toBeUndefined();
    expect(body).toMatchObject({ isKept: false, userErrors: [] });
    expect(await ask(body.accessToken)).toMatchObject({ viewer: {} });
  });

  test('with a wrong password says so and sets nothing', async () => {
    const { cookie, body } = await post({ ...SIGN_IN, password: 'not the password' });
    expect(body.userErrors?.[0]?.code).toBe('WRONG_CREDENTIALS');
    expect(cookie).toContain('Max-Age=0');
  });
});

describe('renewing', () => {
  test('takes the next token of the family, and gives the page another access token', async () => {
    const first = await signedIn();
    const { cookie, body } = await post(RENEW, { cookie: first });
    expect(valueOf(cookie)).not.toBe(first);
    expect(await ask(body.accessToken)).toMatchObject({ viewer: {} });
  });

  test('from two tabs at once gives both the same session', async () => {
    const cookie = await signedIn();
    const both = await Promise.all([post(RENEW, { cookie }), post(RENEW, { cookie })]);
    expect(new Set(both.map((it) => valueOf(it.cookie))).size).toBe(1);
    for (const { body } of both) expect(await ask(body.accessToken)).toMatchObject({ viewer: {} });
  });

  test('with a token that was used long ago ends the session: two browsers have it', async () => {
    const cookie = await signedIn();
    const next = await post(RENEW, { cookie });
    api.clock.advance(60_000);
    expect((await post(RENEW, { cookie })).body.userErrors?.[0]?.code).toBe('INVALID_REFRESH_TOKEN');
    expect((await post(RENEW, { cookie: valueOf(next.cookie) })).body.accessToken).toBeUndefined();
  });

  test('without a cookie is refused without a failure: the page asks at every start', async () => {
    expect(await post(RENEW)).toMatchObject({ status: 200, body: { userErrors: [{}] } });
  });
});

describe('signing out', () => {
  test('ends the session of the cookie at once, and removes it', async () => {
    const { cookie, body } = await post(SIGN_IN);
    const out = await post(SIGN_OUT, { cookie: valueOf(cookie) });
    expect(out.cookie).toContain('Max-Age=0');
    expect(await ask(body.accessToken)).toBeNull();
    expect((await post(RENEW, { cookie: valueOf(cookie) })).body.accessToken).toBeUndefined();
  });

  test('ends the session of a page that has no cookie', async () => {
    const { body } = await post(SIGN_IN);
    await post(SIGN_OUT, { authorization: `Bearer ${body.accessToken!}` });
    expect(await ask(body.accessToken)).toBeNull();
  });
});

describe('a reset of a password', () => {
  const resetWith = async (token: unknown, password: unknown = NEW_PASSWORD): Promise<Answer> =>
    post({ action: 'RESET_PASSWORD', token, password });

  test('sets another one by the link of an administrator, and signs in, once', async () => {
    const admin = await api.as('admin@fengyuan.example');
    const invited = await invite(admin);
    await post({ action: 'ACCEPT_INVITATION', token: invited.token, password: `${NEW_PASSWORD} forgotten` });
    const { id } = invited.member;
    api.clock.advance(1000);
    const { issuePasswordReset } = await admin.get<{ issuePasswordReset: { token: string } }>(
      'mutation($id: ID!) { issuePasswordReset(memberId: $id) { token userErrors { code } } }',
      { id },
    );
    const { token } = issuePasswordReset;
    expect((await resetWith(token, 'short')).body.userErrors?.[0]?.code).toBe('PASSWORD_TOO_SHORT');
    const { cookie, body } = await resetWith(token);
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(body.memberId).toBe(id);
    expect((await resetWith(token)).body.userErrors?.[0]?.code).toBe('RESET_INVALID');
  });

  test.each([undefined, 1, null])('%s is no token', async (token) => {
    expect(await resetWith(token)).toMatchObject({ status: 400 });
  });
});

describe('who is invited by another employer', () => {
  test('joins with the password of the former account, which ends', async () => {
    const former = await invite(await api.as('admin@fengyuan.example'), { displayName: '换单位的社工' });
    const first = await post({ action: 'ACCEPT_INVITATION', token: former.token, password: NEW_PASSWORD });
    const { email } = former.member;
    const { token } = await invite(await api.as('admin@datong.example'), {
      email,
      displayName: '换单位的社工',
    });
    const acceptance = { action: 'ACCEPT_INVITATION', token, password: `${NEW_PASSWORD}2` };
    expect((await post(acceptance)).body.userErrors?.[0]?.code).toBe('EMAIL_TAKEN');
    const wrong = await post({ ...acceptance, currentPassword: 'no such password' });
    expect(wrong.body.userErrors?.[0]?.code).toBe('WRONG_PASSWORD');
    const joined = await post({ ...acceptance, currentPassword: NEW_PASSWORD });
    expect(joined.body.memberId).not.toBe(first.body.memberId);
    expect(await ask(joined.body.accessToken)).toEqual({ viewer: { displayName: '换单位的社工' } });
    expect(await ask(first.body.accessToken)).toBeNull();
  });
});

describe('an invitation', () => {
  const read = async (token: unknown): Promise<Answer> => post({ action: 'READ_INVITATION', token });
  const acceptWith = async (token: unknown, password: unknown = NEW_PASSWORD): Promise<Answer> =>
    post({ action: 'ACCEPT_INVITATION', token, password });

  test('says for whom it is, and lets that person join and sign in, once', async () => {
    const invited = await invite(await api.as('admin@fengyuan.example'), { displayName: '新来的社工' });
    const shown = await read(invited.token);
    expect(shown.cookie).toBeUndefined();
    expect(shown.body).toEqual({
      displayName: '新来的社工',
      email: invited.member.email,
      organisationName: '广州市荔湾区逢源人家服务中心',
      expiresAt: expect.stringMatching(/^\d{4}-/) as string,
      userErrors: [],
    });
    const weak = await acceptWith(invited.token, 'short');
    expect(weak.body.userErrors?.[0]?.code).toBe('PASSWORD_TOO_SHORT');
    const { cookie, body } = await acceptWith(invited.token);
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(body.memberId).toBe(invited.member.id);
    expect(await ask(body.accessToken)).toEqual({ viewer: { displayName: '新来的社工' } });
    const again = await Promise.all([read(invited.token), acceptWith(invited.token)]);
    for (const it of again) expect(it.body.userErrors?.[0]?.code).toBe('INVITATION_INVALID');
  });

  test('that has expired says what an unknown one says', async () => {
    const { token } = await invite(await api.as('admin@fengyuan.example'));
    api.clock.advance(8 * 86_400_000);
    const [expired, unknown] = [await read(token), await read('swi_unknown')];
    expect(expired.body).toEqual(unknown.body);
    expect(unknown.body.userErrors?.[0]?.code).toBe('INVITATION_INVALID');
  });

  test.each([undefined, 1, null])('%s is no token', async (token) => {
    expect(await read(token)).toMatchObject({ status: 400 });
    expect(await acceptWith(token)).toMatchObject({ status: 400 });
  });
});

describe('a page of another site', () => {
  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: '' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['what the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ])('cannot use the cookie: %s', async (_, headers) => {
    const cookie = await signedIn();
    const refused = await post(RENEW, { cookie, ...headers });
    expect(refused).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    // The token has not been used.
    expect((await post(RENEW, { cookie })).body.accessToken).toBeDefined();
  });

  test('cannot send what needs no preflight: a form', async () => {
    const cookie = await signedIn();
    const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post('action=RENEW', form)).toMatchObject({ status: 415 });
    expect(await post(JSON.stringify(RENEW), { cookie, 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
  });
});

test('the API takes no cookie: it is bearer only', async () => {
  const cookie = await signedIn();
  const answer = await api.anonymous.ask('{ viewer { displayName } }', {}, { cookie });
  expect(answer.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('a browser that names its site is believed behind a proxy that changes the host', async () => {
  const behind = { origin: 'https://stations.example', 'sec-fetch-site': 'same-origin' };
  expect((await post(SIGN_IN, behind)).cookie).toContain('__Host-session=');
});

test.each([{}, { action: 'OTHER' }, { action: 'SIGN_IN', email: 1 }])('%j is no request', async (body) => {
  expect(await post(body)).toMatchObject({ status: 400 });
});

test('attempts are limited and charged like the mutation', async () => {
  const wrong = { ...SIGN_IN, email: 'admin@fengyuan.example', password: 'wrong' };
  let last = await post(wrong);
  for (let tries = 0; tries < 30 && last.status === 200; tries += 1) last = await post(wrong);
  expect(last.status).toBe(429);
});
