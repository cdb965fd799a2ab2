import { databaseRoleOf, type Session } from '../../src/access/session';
import { hashOf } from '../../src/access/refresh-token';
import { type SessionGrant, SignInService } from '../../src/access/sign-in.service';
import { SigningKeys } from '../../src/access/signing-keys';
import { SessionEnded } from '../../src/platform/database/errors';
import { statement } from '../../src/platform/database/statement';
import { TenantScope } from '../../src/platform/database/tenant-scope';
import { BrokenRules, fault } from '../../src/platform/faults';
import { startWorld, type World } from '../kit/world';
import { addMember, ORIGIN, trailOf } from './members';

const KEY = 'k1:a-secret-of-thirty-two-bytes-or-more';
const NEWER = 'k2:another-secret-of-thirty-two-bytes-or-more';
const keys = SigningKeys.parse(KEY, 'TOKEN_KEYS');

let world: World;
let service: SignInService;
let first: SessionGrant;

beforeAll(async () => {
  world = await startWorld();
  service = serviceWith(keys);
});

beforeEach(async () => {
  first = await service.signIn(await addMember(world), ORIGIN);
});

afterAll(async () => world.close());

function serviceWith(signingKeys: SigningKeys, refreshGraceSeconds = 10): SignInService {
  const [trail, clock] = [trailOf(world), () => world.clock.now()];
  return new SignInService({
    database: world.database,
    trail,
    keys: signingKeys,
    clock,
    refreshGraceSeconds,
  });
}

/** Uses the session like a request with its access token. */
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
  expect((error as BrokenRules).faults).toEqual([fault('INVALID_REFRESH_TOKEN', ['refreshToken'])]);
}

async function expectEnded(session: Session): Promise<void> {
  await expect(use(session)).rejects.toBeInstanceOf(SessionEnded);
}

const generation = async (): Promise<unknown> => {
  const { sessionId } = first.session;
  return world.ownerQuery('select generation from auth.token_family where session_id = $1', [sessionId]);
};

describe('a refresh', () => {
  it('continues the same session with a new token, repeatedly', async () => {
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

  it('applies changed rights of the member', async () => {
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

  it('is refused for a malformed token', async () => {
    const long = 'x'.repeat(100_000);
    for (const text of ['', 'x', 'x'.repeat(43), long, `${first.refreshToken} `, first.accessToken]) {
      await expectRefused(text);
    }
    await use(first.session);
  });
});

describe('reuse', () => {
  it('after the grace period ends the session at once, for both bearers and for access tokens', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    await use(next.session);
    world.clock.advance(10_000);
    await expectRefused(first.refreshToken);
    await expectEnded(next.session);
    await expectRefused(next.refreshToken);
  });

  it('of an older token ends the session within the grace period too', async () => {
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

  it('concurrent with a proper refresh ends the session in either order', async () => {
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
      // A client that was answered before the end has a token of an ended session.
      await expectRefused(proper.status === 'fulfilled' ? proper.value.refreshToken : two.refreshToken);
    }
  });
});

describe('the grace period', () => {
  it('answers a repeated refresh with the same token, so that a lost response can be requested again', async () => {
    const lost = await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(9_000);
    const repeated = await service.refresh(first.refreshToken, ORIGIN);
    expect(repeated.refreshToken).toBe(lost.refreshToken);
    expect(repeated.session).toEqual(lost.session);
    expect(await generation()).toEqual([{ generation: 1 }]);
    await use(repeated.session);
    world.clock.advance(15 * 60_000);
    await use((await service.refresh(repeated.refreshToken, ORIGIN)).session);
  });

  it('ends also when the clock is set back by more', async () => {
    await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(-60_000);
    await expectRefused(first.refreshToken);
    await expectEnded(first.session);
    world.clock.advance(60_000);
  });

  it('works on every server with the same signing keys, and during their rotation', async () => {
    const lost = await service.refresh(first.refreshToken, ORIGIN);
    const rotated = SigningKeys.parse(`${NEWER},${KEY}`, 'TOKEN_KEYS');
    const again = await serviceWith(rotated).refresh(first.refreshToken, ORIGIN);
    expect(again.refreshToken).toBe(lost.refreshToken);
    const next = await serviceWith(rotated).refresh(again.refreshToken, ORIGIN);
    await use(next.session);
  });

  it('refuses, and ends no session, when the key of the first response has been removed', async () => {
    const lost = await service.refresh(first.refreshToken, ORIGIN);
    const other = SigningKeys.parse(NEWER, 'TOKEN_KEYS');
    await expect(serviceWith(other).refresh(first.refreshToken, ORIGIN)).rejects.toBeInstanceOf(BrokenRules);
    await use((await service.refresh(lost.refreshToken, ORIGIN)).session);
  });

  it('is not extended by repeating', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(6_000);
    await service.refresh(first.refreshToken, ORIGIN);
    world.clock.advance(6_000);
    await expectRefused(first.refreshToken);
    await expectRefused(next.refreshToken);
  });

  it('ends when the new token has been used', async () => {
    const next = await service.refresh(first.refreshToken, ORIGIN);
    await service.refresh(next.refreshToken, ORIGIN);
    await expectRefused(first.refreshToken);
    await expectEnded(first.session);
  });

  it('can be set to zero', async () => {
    const strict = serviceWith(keys, 0);
    await strict.refresh(first.refreshToken, ORIGIN);
    await expect(strict.refresh(first.refreshToken, ORIGIN)).rejects.toBeInstanceOf(BrokenRules);
    await expectEnded(first.session);
  });
});

describe('twelve concurrent refreshes', () => {
  const twelve = async (): Promise<SessionGrant[]> =>
    Promise.all(Array.from({ length: 12 }, async () => service.refresh(first.refreshToken, ORIGIN)));

  it('advance the session by one generation, and all return its one token', async () => {
    const grants = await twelve();
    const [token, ...others] = new Set(grants.map(({ refreshToken }) => refreshToken));
    expect(others).toEqual([]);
    expect(await generation()).toEqual([{ generation: 1 }]);
    const stored = await world.ownerQuery(
      'select hash from auth.refresh_token where session_id = $1 order by generation',
      [first.session.sessionId],
    );
    expect(stored).toEqual([first.refreshToken, token!].map((known) => ({ hash: hashOf(known) })));
    await Promise.all(grants.map(async ({ session }) => use(session)));
    await use((await service.refresh(token!, ORIGIN)).session);
  });

  it('leave one token family: reuse after the grace period ends the session', async () => {
    const grants = await twelve();
    const next = await service.refresh(grants[2]!.refreshToken, ORIGIN);
    world.clock.advance(10_000);
    await expectRefused(grants[9]!.refreshToken);
    await expectRefused(next.refreshToken);
    await expectEnded(first.session);
  });
});

describe('the database', () => {
  const insert = async (generation: number, predecessor: string | null): Promise<unknown> =>
    world.ownerQuery(
      `insert into auth.refresh_token
         select md5(random()::text), organisation_id, session_id, member_id, $2, issued_at, expires_at, $3
           from auth.refresh_token where hash = $1`,
      [hashOf(first.refreshToken), generation, predecessor],
    );

  it('accepts one successor per token, and none without its predecessor', async () => {
    await service.refresh(first.refreshToken, ORIGIN);
    await expect(insert(1, hashOf(first.refreshToken))).rejects.toThrow('refresh_token_one_successor');
    await expect(insert(1, null)).rejects.toThrow('refresh_token_has_predecessor');
    await expect(insert(0, 'x')).rejects.toThrow('refresh_token_has_predecessor');
    await expect(insert(2, 'x')).resolves.toEqual([]);
  });
});

describe('signing out', () => {
  it('ends the session at once, its access and refresh tokens alike', async () => {
    await service.signOut(first.session, ORIGIN);
    await expectEnded(first.session);
    await expectRefused(first.refreshToken);
  });

  it('of an ended session is idempotent', async () => {
    const ended = async (): Promise<unknown> =>
      world.ownerQuery('select ended_at from core.session where id = $1', [first.session.sessionId]);
    await service.signOut(first.session, ORIGIN);
    const before = await ended();
    world.clock.advance(1_000);
    await service.signOut(first.session, ORIGIN);
    expect(await ended()).toEqual(before);
  });

  it('ends no other session', async () => {
    const other = await service.signIn(await addMember(world), ORIGIN);
    await service.signOut({ ...first.session, sessionId: other.session.sessionId }, ORIGIN);
    await service.signOut({ ...first.session, memberId: other.session.memberId }, ORIGIN);
    await expect(use(first.session)).resolves.toBeUndefined();
    await expect(use(other.session)).resolves.toBeUndefined();
  });
});
