import { SignInService } from '../../src/access/sign-in.service';
import { SigningKeys } from '../../src/access/signing-keys';
import { startWorld, type World } from '../kit/world';
import { addMember, ORIGIN, type TestMember, trailOf } from './members';

const keys = SigningKeys.parse('k1:a-secret-of-thirty-two-bytes-or-more', 'TOKEN_KEYS');

let world: World;
let service: SignInService;
beforeAll(async () => {
  world = await startWorld();
  const trail = trailOf(world);
  service = new SignInService({ database: world.database, trail, keys, clock: () => world.clock.now() });
});
afterAll(async () => {
  await world.close();
});

async function signIn(member: TestMember): Promise<string> {
  return (await service.signIn(member, ORIGIN)).session.sessionId;
}

/** Moves everything that happened in a session some days back. */
async function age(sessionId: string, days: number): Promise<void> {
  const ago = `- interval '${days} days'`;
  for (const change of [
    `update auth.refresh_token set issued_at = issued_at ${ago}, expires_at = expires_at ${ago} where session_id = $1`,
    `update auth.token_family set rotated_at = rotated_at ${ago} where session_id = $1`,
    `update core.session set started_at = started_at ${ago}, expires_at = expires_at ${ago} where id = $1`,
  ]) {
    await world.ownerQuery(change, [sessionId]);
  }
}

async function left(table: string, column: string, { memberId }: TestMember): Promise<string[]> {
  const rows = await world.ownerQuery<{ id: string }>(
    `select ${column} as id from ${table} where member_id = $1 order by 1`,
    [memberId],
  );
  return rows.map(({ id }) => id);
}

test('signing in removes the member’s expired sessions, and no other member’s', async () => {
  const [mine, other] = [await addMember(world), await addMember(world)];
  const [old, usable, others] = [await signIn(mine), await signIn(mine), await signIn(other)];
  await age(old, 9);
  await age(usable, 6);
  await age(others, 9);
  const latest = await signIn(mine);
  const kept = [usable, latest].sort();
  expect(await left('core.session', 'id', mine)).toEqual(kept);
  expect(await left('auth.token_family', 'session_id', mine)).toEqual(kept);
  expect(await left('auth.refresh_token', 'session_id', mine)).toEqual(kept);
  expect(await left('core.session', 'id', other)).toEqual([others]);
});

test('at most a hundred are removed at a time, and concurrent sign-ins are not blocked', async () => {
  const member = await addMember(world);
  await age(await signIn(member), 9);
  await world.ownerQuery(
    `with many as (
       insert into core.session (organisation_id, id, member_id, started_at, expires_at)
       select organisation_id, gen_random_uuid(), member_id, started_at, expires_at
         from core.session, generate_series(1, 249) where member_id = $1
       returning organisation_id, id, member_id, started_at)
     insert into auth.token_family (organisation_id, session_id, member_id, rotated_at) select * from many`,
    [member.memberId],
  );
  await signIn(member);
  expect(await left('core.session', 'id', member)).toHaveLength(151);
  await Promise.all([signIn(member), signIn(member), signIn(member)]);
  expect(await left('core.session', 'id', member)).toHaveLength(4);
});

test('the sign-in role removes no session of a key', async () => {
  const member = await addMember(world);
  const session = await signIn(member);
  await age(session, 9);
  await world.ownerQuery(
    'insert into auth.api_key (hash, organisation_id, member_id, session_id) values ($1, $2, $3, $4)',
    ['0'.repeat(64), member.organisationId, member.memberId, session],
  );
  const client = await world.database.connect('app_auth');
  try {
    await client.query('begin');
    await client.query('select scope.enter_auth(null, null, $1)', [member.memberId]);
    expect((await client.query('delete from auth.refresh_token')).rowCount).toBe(1);
    expect((await client.query('delete from auth.token_family')).rowCount).toBe(1);
    await expect(client.query('delete from core.session')).rejects.toThrow(/foreign key/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

describe('expiry', () => {
  const DAY = 86_400_000;
  const expectRefused = async (token: string): Promise<void> =>
    expect(service.refresh(token, ORIGIN)).rejects.toMatchObject({
      faults: [{ code: 'INVALID_REFRESH_TOKEN' }],
    });

  it('ends a token that is not used for seven days', async () => {
    const { refreshToken } = await service.signIn(await addMember(world), ORIGIN);
    world.clock.advance(7 * DAY);
    await expectRefused(refreshToken);
  });

  it('ends a session after thirty days, even when used', async () => {
    let { refreshToken } = await service.signIn(await addMember(world), ORIGIN);
    for (let day = 0; day < 29; day += 1) {
      world.clock.advance(DAY);
      ({ refreshToken } = await service.refresh(refreshToken, ORIGIN));
    }
    world.clock.advance(DAY);
    await expectRefused(refreshToken);
  });

  it('removes expired sessions when the member signs in again', async () => {
    const member = await addMember(world);
    const tokens = async (): Promise<unknown[]> =>
      world.ownerQuery('select hash from auth.refresh_token where member_id = $1', [member.memberId]);
    await service.refresh((await service.signIn(member, ORIGIN)).refreshToken, ORIGIN);
    await world.ownerQuery(
      `update auth.refresh_token set expires_at = now() - interval '1 day' where member_id = $1 and generation = 0`,
      [member.memberId],
    );
    expect(await tokens()).toHaveLength(2);
    await signIn(member);
    expect(await tokens()).toHaveLength(2);
  });
});
