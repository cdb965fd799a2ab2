import { Session, type SessionOptions } from './session';

const NOBODY = { memberId: null, isLeaving: false };

/** A server's answers in order, and the clock of the page. */
function start(answers: object[]): {
  session: Session;
  sent: object[];
  clock: { now: number };
  replaced: jest.Mock;
} {
  const sent: object[] = [];
  const clock = { now: 0 };
  const replaced = jest.fn();
  const options: SessionOptions = {
    now: () => clock.now,
    exclusively: async (work) => work(),
    replaced,
    leaving: () => undefined,
    left: () => undefined,
    post: async (body) => {
      sent.push(body);
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return Promise.resolve(answer);
    },
  };
  return { session: new Session(options), sent, clock, replaced };
}

const granted = (accessToken: string, memberId = 'm1'): object => ({
  accessToken,
  memberId,
  expiresInSeconds: 900,
  isKept: true,
  stay: true,
  userErrors: [],
});
const refused = { userErrors: [{ code: 'INVALID_REFRESH_TOKEN', message: '请重新登录。' }] };

test('a page takes up the session that the browser has kept', async () => {
  const { session } = start([granted('t1')]);
  expect(session.state.kind).toBe('STARTING');
  await session.start(NOBODY);
  expect(session.state).toEqual({ kind: 'SIGNED_IN', memberId: 'm1', isKept: true, stay: true });
  expect(await session.accessToken()).toBe('t1');
});

test('without one it is signed out, and says why a sign-in is refused', async () => {
  const { session } = start([refused, { userErrors: [{ message: '密码不正确。' }] }]);
  await session.start(NOBODY);
  expect(session.state.kind).toBe('SIGNED_OUT');
  expect(await session.signIn({ email: 'a', password: 'b', stay: false })).toBe('密码不正确。');
});

test('who accepts an invitation is signed in, or learns why not', async () => {
  const { session, sent } = start([{ userErrors: [{ message: '邀请已过期。' }] }, granted('t1')]);
  const acceptance = { token: 'swi_1', password: 'b', stay: false };
  expect(await session.accept(acceptance)).toBe('邀请已过期。');
  expect(session.state.kind).toBe('STARTING');
  expect(await session.accept(acceptance)).toBeUndefined();
  expect(session.state).toMatchObject({ kind: 'SIGNED_IN', memberId: 'm1' });
  expect(sent[1]).toEqual({ action: 'ACCEPT_INVITATION', ...acceptance });
});

test('an access token is renewed before it expires, once for all who wait', async () => {
  const { session, sent, clock } = start([granted('t1'), granted('t2')]);
  await session.start(NOBODY);
  clock.now = 880_000;
  expect(await Promise.all([session.accessToken(), session.accessToken()])).toEqual(['t2', 't2']);
  expect(sent).toEqual([{ action: 'RENEW' }, { action: 'RENEW' }]);
});

test('a session that ends at work waits for the member to sign in again, and loses nothing', async () => {
  const { session } = start([granted('t1'), refused, granted('t2')]);
  await session.start(NOBODY);
  session.refuse('t1');
  const waiting = session.accessToken();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  expect(session.state).toEqual({ kind: 'ENDED', memberId: 'm1' });
  await session.signIn({ email: 'a', password: 'b', stay: false });
  expect(await waiting).toBe('t2');
});

test('a refused token that is no longer the current one changes nothing', async () => {
  const { session, sent } = start([granted('t1')]);
  await session.start(NOBODY);
  session.refuse('t0');
  expect(await session.accessToken()).toBe('t1');
  expect(sent).toHaveLength(1);
});

test('another member in the same browser replaces the page', async () => {
  const { session, replaced } = start([granted('t1'), granted('t2', 'm2')]);
  await session.start(NOBODY);
  session.refuse('t1');
  await session.accessToken();
  expect(replaced).toHaveBeenCalledTimes(1);
});

test('an unreachable server is no end of the session', async () => {
  const { session } = start([granted('t1')]);
  await session.start(NOBODY);
  session.refuse('t1');
  await expect(session.accessToken()).rejects.toThrow('Failed to fetch');
  expect(session.state.kind).toBe('SIGNED_IN');
});

test('without network a member goes on with what the browser has, and is asked for later', async () => {
  const { session } = start([]);
  await session.start({ memberId: 'm1', isLeaving: false });
  expect(session.state).toMatchObject({ kind: 'SIGNED_IN', memberId: 'm1' });
  await expect(session.accessToken()).rejects.toThrow('Failed to fetch');
  const stranger = start([]).session;
  await stranger.start(NOBODY);
  expect(stranger.state.kind).toBe('UNREACHABLE');
});

test('signing out forgets the token at once', async () => {
  const { session, sent } = start([granted('t1'), { userErrors: [] }]);
  await session.start(NOBODY);
  await session.signOut();
  expect(session.state.kind).toBe('SIGNED_OUT');
  expect(sent.slice(-1)).toEqual([{ action: 'SIGN_OUT' }]);
});

test('who signed out without network is signed out first when it is back', async () => {
  const { session, sent } = start([{ userErrors: [] }]);
  await session.start({ memberId: null, isLeaving: true });
  expect(sent).toEqual([{ action: 'SIGN_OUT' }]);
  expect(session.state.kind).toBe('SIGNED_OUT');
});
