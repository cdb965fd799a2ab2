import { signInAnew } from '../api/support/people';
import { type Client, startApi, type TestApi } from '../kit/api';
import { type Mailbox, startMailbox } from '../notice/support/mailbox';
import {
  codes,
  join,
  type Joined,
  NEW_PASSWORD,
  refusalsOf,
  signIn,
  type UserError,
  VIEWER,
} from './support';

/** 平台协助管理员重置密码: the sole administrator of an organisation is helped by e-mail, or by two and a day's delay. */
const DAY = 86_400_000;
const RESET =
  'id reason byMail askedAt confirmedAt availableFrom takenAt stoppedAt administrator organisation { name }';
const PAYLOAD = `{ reset { ${RESET} } token userErrors { code path message } }`;
const REQUEST = `mutation($email: String!, $reason: String!) {
  requestAdministratorReset(email: $email, reason: $reason) ${PAYLOAD} }`;
const step = (name: string): string => `mutation($id: ID!) { ${name}AdministratorReset(id: $id) ${PAYLOAD} }`;
const LIST = `{ administratorResets { ${RESET} } }`;
const SOLE = 'admin@datong.example';
const PASSWORD = 'four different teapots 17';

interface Reset {
  id: string;
  reason: string;
  byMail: boolean;
  confirmedAt: string | null;
  availableFrom: string | null;
  takenAt: string | null;
  stoppedAt: string | null;
}
interface Answer {
  reset: Reset | null;
  token: string | null;
  userErrors: UserError[];
}

async function ask(client: Client, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const [answer] = Object.values(await client.get<Record<string, Answer>>(query, variables));
  return answer!;
}
const request = async (client: Client, email = SOLE): Promise<Answer> =>
  ask(client, REQUEST, { email, reason: '忘记密码，单位来函' });
const listed = async (client: Client): Promise<Reset[]> =>
  (await client.get<{ administratorResets: Reset[] }>(LIST)).administratorResets;

describe('without e-mails', () => {
  let api: TestApi;
  let first: Client;
  let second: Client;
  let colleague: Joined;
  /** Sessions end sooner than a day. */
  const again = async (): Promise<void> => {
    first = await signInAnew(api, 'admin@platform.example');
    second = api.withToken((await signIn(api, colleague.email, NEW_PASSWORD)).accessToken!);
  };
  beforeEach(async () => {
    api = await startApi();
    colleague = await join(api, await api.as('admin@platform.example'), { role: 'ADMIN' });
    await again();
  });
  afterEach(async () => {
    await api.close();
  });

  test('one asks, another confirms, and a day after the link can be taken; every step is seen and logged', async () => {
    const worker = await api.as('worker@datong.example');
    const { reset, userErrors } = await request(first);
    expect([userErrors, reset!.byMail, reset!.confirmedAt]).toEqual([[], false, null]);
    const { id } = reset!;
    expect(codes((await ask(first, step('take'), { id })).userErrors)).toEqual(['RESET_NOT_CONFIRMED id']);
    expect(codes((await ask(first, step('confirm'), { id })).userErrors)).toEqual(['ANOTHER_CONFIRMS id']);
    expect((await ask(second, step('confirm'), { id })).userErrors).toEqual([]);
    const early = await ask(second, step('take'), { id });
    expect([early.token, ...codes(early.userErrors)]).toEqual([null, 'RESET_NOT_YET id']);
    expect(await listed(worker)).toMatchObject([
      { id, reason: '忘记密码，单位来函', confirmedAt: api.clock.now().toISOString(), takenAt: null },
    ]);
    expect(await listed(await api.as('worker@fengyuan.example'))).toEqual([]);
    api.clock.advance(DAY - 1000);
    await again();
    expect(codes((await ask(first, step('take'), { id })).userErrors)).toEqual(['RESET_NOT_YET id']);
    api.clock.advance(1000);
    const { token } = await ask(first, step('take'), { id });
    const { resetPassword } = await api.anonymous.get<{ resetPassword: { userErrors: UserError[] } }>(
      `mutation($token: String!, $password: String!) {
         resetPassword(token: $token, password: $password) { userErrors { code path message } } }`,
      { token, password: PASSWORD },
    );
    expect(resetPassword.userErrors).toEqual([]);
    expect((await signIn(api, SOLE, PASSWORD)).userErrors).toEqual([]);
    const entries = await api.world.ownerQuery<{ kind: string; action: string }>(
      `select o.kind, e.action from core.audit_entry e join core.organisation o on o.id = e.organisation_id
        where e.action like 'ADMINISTRATOR_RESET%' order by e.at, e.action`,
    );
    expect(entries.map(({ kind, action }) => `${kind} ${action}`).sort()).toEqual([
      ...Array<string>(3).fill('OPERATOR ADMINISTRATOR_RESET_BY_PLATFORM'),
      ...['CONFIRMED', 'REQUESTED', 'TAKEN'].map((done) => `PLATFORM ADMINISTRATOR_RESET_${done}`),
    ]);
  });

  test('an administrator of the organisation stops it; what is stopped is neither confirmed nor taken', async () => {
    const { id } = (await request(first)).reset!;
    const admin = await api.as(SOLE);
    expect((await ask(admin, step('stop'), { id })).reset!.stoppedAt).not.toBeNull();
    for (const name of ['confirm', 'take']) {
      expect(codes((await ask(second, step(name), { id })).userErrors)).toEqual(['RESET_STOPPED id']);
    }
  });

  test('a link that was taken before it is stopped sets no password', async () => {
    const { id } = (await request(first)).reset!;
    await ask(second, step('confirm'), { id });
    api.clock.advance(DAY + 1000);
    await again();
    const { token } = await ask(first, step('take'), { id });
    await ask(await signInAnew(api, SOLE), step('stop'), { id });
    const { resetPassword } = await api.anonymous.get<{ resetPassword: { userErrors: UserError[] } }>(
      `mutation($token: String!, $password: String!) {
         resetPassword(token: $token, password: $password) { userErrors { code path message } } }`,
      { token, password: PASSWORD },
    );
    expect(codes(resetPassword.userErrors)).toEqual(['RESET_INVALID token']);
    expect((await signIn(api, SOLE, PASSWORD)).userErrors).not.toEqual([]);
  });

  test('a link that is not taken within a week is asked for anew', async () => {
    const { id } = (await request(first)).reset!;
    await ask(second, step('confirm'), { id });
    api.clock.advance(8 * DAY + 1000);
    await again();
    expect(codes((await ask(first, step('take'), { id })).userErrors)).toEqual(['RESET_TOO_LATE id']);
  });

  test('is for sole administrators of other organisations alone, even where others have the e-mail', async () => {
    await join(api, await api.as('admin@fengyuan.example'), { role: 'ADMIN' });
    for (const email of [
      'admin@fengyuan.example',
      'worker@datong.example',
      'nobody@datong.example',
      colleague.email,
    ]) {
      expect([email, ...codes((await request(first, email)).userErrors)]).toEqual([
        email,
        'NOT_SOLE_ADMINISTRATOR email',
      ]);
    }
  });

  test('is given by administrators of the platform alone, and stopped by those of the organisation', async () => {
    const { id } = (await request(first)).reset!;
    const viewer = await join(api, first, { role: 'VIEWER' });
    expect(await listed(viewer.client)).toEqual([]);
    for (const client of [await api.as(SOLE), viewer.client]) {
      for (const name of ['confirm', 'take']) {
        expect(await refusalsOf(client, step(name), { id })).toEqual(['FORBIDDEN']);
      }
      expect(await refusalsOf(client, REQUEST, { email: SOLE, reason: 'x' })).toEqual(['FORBIDDEN']);
    }
    expect(await refusalsOf(first, step('stop'), { id })).toEqual(['FORBIDDEN']);
    expect(await refusalsOf(await api.as('admin@fengyuan.example'), step('stop'), { id })).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('with e-mails', () => {
  let api: TestApi;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    api = await startApi(mailbox.settings);
  });
  afterAll(async () => {
    await api.close();
    await mailbox.close();
  });

  test('a link is sent to the administrator itself, and nobody else gets one', async () => {
    const platform = await api.as('admin@platform.example');
    const { reset, token } = await request(platform);
    expect([reset!.byMail, token]).toEqual([true, null]);
    for (const name of ['confirm', 'take']) {
      expect(codes((await ask(platform, step(name), { id: reset!.id })).userErrors)).toEqual([
        'RESET_BY_MAIL id',
      ]);
    }
    expect(await listed(await api.as('worker@datong.example'))).toMatchObject([
      { id: reset!.id, byMail: true },
    ]);
    const before = await api.as(SOLE);
    await api.server.outbox.drive();
    const [mail] = mailbox.of(SOLE);
    const link = /#token=(swr_[\w-]+)/.exec(mail!.text)![1]!;
    const { resetPassword } = await api.anonymous.get<{ resetPassword: { userErrors: UserError[] } }>(
      `mutation($token: String!, $password: String!) {
         resetPassword(token: $token, password: $password) { userErrors { code path message } } }`,
      { token: link, password: PASSWORD },
    );
    expect(resetPassword.userErrors).toEqual([]);
    expect(await refusalsOf(before, VIEWER)).toEqual(['UNAUTHENTICATED']);
  });
});
