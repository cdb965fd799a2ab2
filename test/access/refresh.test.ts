import { databaseRoleOf, type Session } from '../../src/access/session';
import { type SessionGrant, SignInService } from '../../src/access/sign-in.service';
import { SigningKeys } from '../../src/access/signing-keys';
import { SessionEnded } from '../../src/platform/database/errors';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { BrokenRules } from '../../src/platform/faults';
import { startWorld, type World } from '../kit/world';
import { addMember, ORIGIN, trailOf } from './members';

const DAY = 86_400_000;
const keys = SigningKeys.parse('k1:a-secret-of-thirty-two-bytes-or-more', 'TOKEN_KEYS');

let world: World;
let service: SignInService;
let first: SessionGrant;

beforeAll(async () => {
  world = await startWorld();
  service = new SignInService({
    database: world.database,
    trail: trailOf(world),
    keys,
    clock: () => world.clock.now(),
  });
});

beforeEach(async () => {
  first = await service.signIn(await addMember(world), ORIGIN);
});

afterAll(async () => world.close());

/** Uses the session as a request with its access token does. */
async function use(session: Session): Promise<void> {
  const scope = new TenantScope(world.database, { ...session, role: databaseRoleOf(session) });
  try {
    await scope.read(statement('test.use', 'select 1'), []);
  } finally {
    await scope.close();
  }
}

async function expectRefused(refreshToken: string): Promise<void> {
  const error: unknown = await service.refresh(refreshToken, ORIGIN).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BrokenRules);
  expect((error as BrokenRules).faults).toEqual([
    {
      code: 'INVALID_REFRESH_TOKEN',
      path: ['refreshToken'],
      text: {
        zh: '登录已过期或已失效。请重新登录。',
        en: 'The session has expired or ended. Please sign in again.',
      },
    },
  ]);
}

async function expectEnded(session: Session): Promise<void> {
  await expect(use(session)).rejects.toBeInstanceOf(SessionEnded);
}

const generation = async (): Promise<unknown> =>
  world.ownerQuery('select generation from auth.token_family where session_id = $1', [
    first.session.sessionId,
  ]);

describe('a refresh', () => {
  it('goes on with the same session and a new token, again and again', async () => {
    let last = first;
    for (let i = 0; i < 5; i += 1) {
      world.clock.advance(15 * 60_000);
      const next = await service.refresh(last.refreshToken, ORIGIN);
      expect(next.session).toEqual(first.session);
      expect(next.refreshToken).not.toBe(last.refreshToken);
      expect(next.expiresInSeconds).toBe(900);
      last = next;
    }
    await use(last.session);
  });

  it('takes up what has changed in the rights of the member', async () => {
    await world.ownerQuery(`update core.member set role = 'VIEWER', access_version = 2 where id = $1`, [
      first.session.memberId,
    ]);
    await expectEnded(first.session);
    const { session } = await service.refresh(first.refreshToken, ORIGIN);
    expect(session).toMatchObject({ role: 'VIEWER', accessVersion: 2 });
    await use(session);
  });

  it('is refused to a member who has left, whose access tokens die too', async () => {
    await world.ownerQuery('update core.member set left_at = now() where id = $1', [first.session.memberId]);
    await expectRefused(first.refreshToken);
    await expectEnded(first.session);
  });

  it('is refused for what is no token', async () => {
    for (const text of [
      '',
      'x',
      'x'.repeat(43),
      'x'.repeat(100_000),
      `${first.refreshToken} `,
      first.accessToken,
    ]) {
      await expectRefused(text);
    }
    await use(first.session);
  });
});

describe('reuse', () => {
  it('after the grace ends the session at once, for both holders and for access tokens', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    await use(next.session);
    world.clock.advance(10_000);
    await expectRefused(first.refreshToken);
    await expectEnded(next.session);
    await expectRefused(next.refreshToken);
  });

  it('of an older token ends the session within the grace too', async () => {
    const second = await service.refresh(first.refreshToken, ORIGIN);
    const third = await service.refresh(second.refreshToken, ORIGIN);
    await expectRefused(first.refreshToken);
    await expectRefused(third.refreshToken);
    await expectEnded(first.session);
  });

  it('does not touch the other sessions of the member', async () => {
    const [{ email }] = (await world.ownerQuery<{ email: string }>(
      'select email from auth.credential where member_id = $1',
      [first.session.memberId],
    )) as [{ email: string }];
    const other = await service.signIn({ email, password: 'maple teapot window' }, ORIGIN);
    await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(10_000);
    await expectRefused(first.refreshToken);
    await use((await service.refresh(other.refreshToken, ORIGIN)).session);
  });

  it('beside a proper refresh ends the session whichever comes first', async () => {
    for (let i = 0; i < 5; i += 1) {
      const one = await service.signIn(await addMember(world), ORIGIN);
      const two = await service.refresh(
        (await service.refresh(one.refreshToken, ORIGIN)).refreshToken,
        ORIGIN,
      );
      const [reused, proper] = await Promise.allSettled([
        service.refresh(one.refreshToken, ORIGIN),
        service.refresh(two.refreshToken, ORIGIN),
      ]);
      expect(reused.status).toBe('rejected');
      await expectEnded(one.session);
      await expectRefused(two.refreshToken);
      // Whoever was answered before the end holds a token of an ended session.
      await expectRefused(proper.status === 'fulfilled' ? proper.value.refreshToken : two.refreshToken);
    }
  });
});

describe('the grace', () => {
  it('answers a repeated refresh with a token that works as well', async () => {
    await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(9_000);
    const repeated = await service.refresh(first.refreshToken, ORIGIN);
    expect(await generation()).toEqual([{ generation: 1 }]);
    world.clock.advance(15 * 60_000);
    await use((await service.refresh(repeated.refreshToken, ORIGIN)).session);
  });

  it('is not made longer by repeating', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(6_000);
    await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(6_000);
    await expectRefused(first.refreshToken);
    await expectRefused(next.refreshToken);
  });

  it('ends when the answer has been used', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    await service.refresh(next.refreshToken, ORIGIN);
    await expectRefused(first.refreshToken);
    await expectEnded(first.session);
  });

  it('can be set to nothing', async () => {
    const strict = new SignInService({
      database: world.database,
      trail: trailOf(world),
      keys,
      clock: () => world.clock.now(),
      refreshGraceSeconds: 0,
    });
    await strict.refresh(first.refreshToken, ORIGIN);
    await expect(strict.refresh(first.refreshToken, ORIGIN)).rejects.toBeInstanceOf(BrokenRules);
    await expectEnded(first.session);
  });
});

describe('ten refreshes at once', () => {
  it('move the session on by one, and each answer works', async () => {
    const grants = await Promise.all(
      Array.from({ length: 10 }, async () => service.refresh(first.refreshToken, ORIGIN)),
    );
    expect(new Set(grants.map(({ refreshToken }) => refreshToken)).size).toBe(10);
    expect(await generation()).toEqual([{ generation: 1 }]);
    await Promise.all(grants.map(async ({ session }) => use(session)));
    await use((await service.refresh(grants[7]!.refreshToken, ORIGIN)).session);
  });

  it('leave one family: when two of the answers are used apart, the session ends', async () => {
    const grants = await Promise.all(
      Array.from({ length: 10 }, async () => service.refresh(first.refreshToken, ORIGIN)),
    );
    const next = await service.refresh(grants[2]!.refreshToken, ORIGIN);
    world.clock.advance(10_000);
    await expectRefused(grants[9]!.refreshToken);
    await expectRefused(next.refreshToken);
    await expectEnded(first.session);
  });
});

describe('signing out', () => {
  it('ends the session at once, its access and refresh tokens alike', async () => {
    await service.signOut(first.session, ORIGIN);
    await expectEnded(first.session);
    await expectRefused(first.refreshToken);
  });

  it('of a session that has ended is no error and changes nothing', async () => {
    const ended = async (): Promise<unknown> =>
      world.ownerQuery('select ended_at from core.session where id = $1', [first.session.sessionId]);
    await service.signOut(first.session, ORIGIN);
    const before = await ended();
    world.clock.advance(1_000);
    await service.signOut(first.session, ORIGIN);
    expect(await ended()).toEqual(before);
  });

  it('ends nobody else', async () => {
    const other = await service.signIn(await addMember(world), ORIGIN);
    await service.signOut({ ...first.session, sessionId: other.session.sessionId }, ORIGIN);
    await service.signOut({ ...first.session, memberId: other.session.memberId }, ORIGIN);
    await expect(use(first.session)).resolves.toBeUndefined();
    await expect(use(other.session)).resolves.toBeUndefined();
  });
});

describe('time', () => {
  it('runs out for a token that is not used for seven days', async () => {
    world.clock.advance(7 * DAY);
    await expectRefused(first.refreshToken);
  });

  it('runs out for a session after thirty days, however busy', async () => {
    let last = first;
    for (let day = 0; day < 29; day += 1) {
      world.clock.advance(DAY);
      last = await service.refresh(last.refreshToken, ORIGIN);
    }
    world.clock.advance(DAY);
    await expectRefused(last.refreshToken);
  });

  it('clears away what expired when the member signs in again', async () => {
    const { memberId } = first.session;
    const tokens = async (): Promise<unknown[]> =>
      world.ownerQuery('select hash from auth.refresh_token where member_id = $1', [memberId]);
    await service.refresh(first.refreshToken, ORIGIN);
    await world.ownerQuery(
      `update auth.refresh_token set expires_at = now() - interval '1 day' where member_id = $1 and generation = 0`,
      [memberId],
    );
    const [{ email }] = (await world.ownerQuery<{ email: string }>(
      'select email from auth.credential where member_id = $1',
      [memberId],
    )) as [{ email: string }];
    expect(await tokens()).toHaveLength(2);
    await service.signIn({ email, password: 'maple teapot window' }, ORIGIN);
    expect(await tokens()).toHaveLength(2);
  });
});
