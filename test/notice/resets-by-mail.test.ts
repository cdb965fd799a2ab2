import { type Client, startApi, type TestApi } from '../kit/api';
import { testDependencies } from '../kit/settings';
import { testClock, type TestClock } from '../kit/world';
import { createServer, type RunningServer } from '../../src/server';
import {
  codes,
  join,
  type Joined,
  NEW_PASSWORD,
  newEmail,
  refusalsOf,
  remove,
  signIn,
  VIEWER,
} from '../membership/support';
import { type Mailbox, startMailbox } from './support/mailbox';

/** 通过邮件重置密码: a member asks itself; nobody learns whether an e-mail is somebody's. */
const REQUEST = `mutation($email: String!) {
  requestPasswordReset(email: $email) { requested userErrors { code path message } } }`;
const RESET = `mutation($token: String!, $password: String!) {
  resetPassword(token: $token, password: $password) { accessToken userErrors { code path } } }`;
const PASSWORD = 'four different teapots 17';
const HOUR = 3_600_000;

let api: TestApi;
let admin: Client;
let mailbox: Mailbox;
let joined: Joined;
let clock: TestClock;
let sender: RunningServer;
beforeAll(async () => {
  mailbox = await startMailbox();
  api = await startApi({ ...mailbox.settings, TRUST_PROXY: 'true' });
  admin = await api.as('admin@fengyuan.example');
  clock = testClock();
  sender = await createServer({
    ...testDependencies(api.world.serverUrl, mailbox.settings),
    clock: clock.now,
  });
});
afterAll(async () => {
  await sender.stop();
  await api.close();
  await mailbox.close();
});
beforeEach(async () => {
  joined = await join(api, admin, { displayName: '陈美玲' });
  mailbox.arrived.length = 0;
  mailbox.answer(null);
  clock.advance(1000);
});

/** From an address of its own, as a proxy tells it: requests are limited by it. */
let hosts = 0;
async function request(email: string): Promise<string> {
  hosts += 1;
  const { text } = await api.anonymous.ask(REQUEST, { email }, { 'x-forwarded-for': `192.0.2.${hosts}` });
  await api.server.mailedResets.settled();
  return text;
}

const tokenIn = (text: string): string => /#token=(swr_[\w-]+)/.exec(text)![1]!;

test('brings a link that sets another password once, in both languages, without a name', async () => {
  await request(joined.email.toUpperCase());
  await sender.outbox.drive();
  expect(mailbox.arrived).toHaveLength(1);
  const [{ to, from, subject, text, messageId, mail }] = mailbox.arrived as [(typeof mailbox.arrived)[0]];
  expect([to, from, subject]).toEqual([
    joined.email,
    'no-reply@stations.example',
    '重置密码 / Reset your password',
  ]);
  expect(text).toContain('如果不是您本人申请');
  expect(text).toContain('If it was not you');
  expect(`${subject} ${text}`).not.toContain('陈美玲');
  expect(text).toContain(`https://stations.example/console/reset#token=`);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  const [stored] = await api.world.ownerQuery<{ id: string; row: string }>(
    'select id, m::text as row from core.mail m where member_id = $1',
    [joined.id],
  );
  expect(messageId).toBe(`<${stored!.id}@stations.example>`);
  const token = tokenIn(text);
  expect(stored!.row).not.toContain(token);
  const answer = await api.anonymous.get<{ resetPassword: { accessToken: string; userErrors: [] } }>(RESET, {
    token,
    password: PASSWORD,
  });
  expect(answer.resetPassword.userErrors).toEqual([]);
  expect(await refusalsOf(api.withToken(answer.resetPassword.accessToken), VIEWER)).toEqual([]);
  expect(await refusalsOf(joined.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
  expect((await signIn(api, joined.email, NEW_PASSWORD)).accessToken).toBeNull();
  const again = await api.anonymous.get<{ resetPassword: { userErrors: { code: string }[] } }>(RESET, {
    token,
    password: PASSWORD,
  });
  expect(again.resetPassword.userErrors.map(({ code }) => code)).toEqual(['RESET_INVALID']);
});

test('answers the same, before anything is looked up, whether somebody has the e-mail or not', async () => {
  const gone = await join(api, admin);
  await remove(admin, gone.id);
  const answers = new Set<string>();
  for (const email of [joined.email, newEmail(), gone.email, 'no e-mail', '', 'x'.repeat(5000)]) {
    answers.add(await request(email));
  }
  expect([...answers].map((text) => JSON.parse(text) as unknown)).toMatchObject([
    { data: { requestPasswordReset: { requested: true, userErrors: [] } } },
  ]);
  await sender.outbox.drive();
  expect(mailbox.arrived.map(({ to }) => to)).toEqual([joined.email]);
});

test('is answered before any statement about the e-mail is sent', async () => {
  const before = api.statements();
  const answer = api.anonymous.ask(REQUEST, { email: joined.email });
  const unknown = api.anonymous.ask(REQUEST, { email: newEmail() });
  const [one, other] = await Promise.all([answer, unknown]);
  expect([one.data, one.errors]).toEqual([other.data, other.errors]);
  await api.server.mailedResets.settled();
  const after = api.statements();
  const more = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect([more('auth.credential'), more('auth.reset.mail')]).toEqual([2, 1]);
});

test('is logged for the member, and under the platform where nobody has the e-mail', async () => {
  const email = newEmail();
  await request(joined.email);
  await request(email);
  await api.server.trail.settled();
  const entries = await api.world.ownerQuery<{ kind: string; member_id: string | null; after: unknown }>(
    `select o.kind, e.member_id, e.after from core.audit_entry e join core.organisation o on o.id = e.organisation_id
      where e.action = 'PASSWORD_RESET_REQUESTED' order by e.at desc, e.id desc limit 2`,
  );
  expect(entries).toEqual(
    expect.arrayContaining([
      { kind: 'OPERATOR', member_id: joined.id, after: null },
      { kind: 'PLATFORM', member_id: null, after: { email } },
    ]),
  );
});

test('is limited for an e-mail and for an address alike, whether it exists or not', async () => {
  for (const email of [joined.email, newEmail()]) {
    const texts: string[] = [];
    for (let time = 0; time < 4; time += 1) texts.push((await api.anonymous.ask(REQUEST, { email })).text);
    expect(texts.filter((text) => text.includes('"requested":true'))).toHaveLength(3);
    expect(texts.at(-1)).toContain('TOO_MANY_REQUESTS');
  }
  const codesOf: unknown[] = [];
  for (let time = 0; time < 300; time += 1) {
    const { errors } = await api.anonymous.ask(REQUEST, { email: newEmail() });
    codesOf.push(errors[0]?.extensions?.code);
  }
  expect(codesOf.at(-1)).toBe('TOO_MANY_REQUESTS');
});

describe('e-mails', () => {
  /** Past the limit of the address. */
  async function queued(): Promise<void> {
    await api.world.ownerQuery(
      `insert into core.mail (organisation_id, member_id, kind, about, created_at, next_attempt_at)
       select organisation_id, id, 'PASSWORD_RESET', gen_random_uuid()::text, $2, $2 from core.member where id = $1`,
      [joined.id, clock.now()],
    );
  }

  test('that the mail server does not take now are sent later, under the same Message-ID', async () => {
    mailbox.answer(451);
    await queued();
    await sender.outbox.drive();
    expect(mailbox.arrived).toEqual([]);
    mailbox.answer(null);
    await sender.outbox.drive();
    expect(mailbox.arrived).toEqual([]);
    clock.advance(60_000);
    await sender.outbox.drive();
    expect(mailbox.of(joined.email)).toHaveLength(1);
  });

  test('to an address that does not exist there are given up at once', async () => {
    mailbox.answer(550);
    await queued();
    await sender.outbox.drive();
    mailbox.answer(null);
    clock.advance(HOUR);
    await sender.outbox.drive();
    expect(mailbox.arrived).toEqual([]);
  });

  test('of a reset are given up after an hour: the one who still needs it has asked again', async () => {
    mailbox.answer(451);
    await queued();
    for (let minute = 0; minute < 120; minute += 10) {
      clock.advance(10 * 60_000);
      await sender.outbox.drive();
    }
    mailbox.answer(null);
    clock.advance(24 * HOUR);
    await sender.outbox.drive();
    expect(mailbox.arrived).toEqual([]);
  });

  test('are sent once by two servers side by side', async () => {
    const other = await createServer({
      ...testDependencies(api.world.serverUrl, mailbox.settings),
      clock: clock.now,
    });
    for (let time = 0; time < 6; time += 1) await queued();
    await Promise.all([sender.outbox.drive(), other.outbox.drive()]);
    await other.stop();
    expect(new Set(mailbox.of(joined.email).map(({ messageId }) => messageId)).size).toBe(6);
    expect(mailbox.of(joined.email)).toHaveLength(6);
  });
});

test('a server without SMTP says so, to everybody alike', async () => {
  const silent = await startApi();
  for (const email of ['admin@fengyuan.example', newEmail()]) {
    const { requestPasswordReset } = await silent.anonymous.get<{
      requestPasswordReset: { requested: boolean | null; userErrors: { code: string; path: string[] }[] };
    }>(REQUEST, { email });
    expect([requestPasswordReset.requested, ...codes(requestPasswordReset.userErrors as never)]).toEqual([
      null,
      'NO_MAILS_HERE email',
    ]);
  }
  await silent.close();
});
