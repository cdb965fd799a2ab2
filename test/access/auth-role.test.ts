import type { PoolClient } from 'pg';
import { hashOf } from '../../src/access/refresh-token';
import { type SessionGrant, SignInService } from '../../src/access/sign-in.service';
import { SigningKeys } from '../../src/access/signing-keys';
import { newId } from '../../src/platform/ids';
import { startWorld, type World } from '../kit/world';
import { addMember, ORIGIN, trailOf, type TestMember } from './members';

const keys = SigningKeys.parse('k1:a-secret-of-thirty-two-bytes-or-more', 'TOKEN_KEYS');
const SECRETS = ['auth.credential', 'auth.token_family', 'auth.refresh_token'];
const PERSONAL = [...SECRETS, 'core.session', 'core.member', 'core.member_station'];

let world: World;
let mine: TestMember;
let other: TestMember;
let grant: SessionGrant;

beforeAll(async () => {
  world = await startWorld();
  const service = new SignInService({
    database: world.database,
    trail: trailOf(world),
    keys,
    clock: () => world.clock.now(),
  });
  mine = await addMember(world);
  other = await addMember(world);
  grant = await service.signIn(mine, ORIGIN);
  await service.signIn(other, ORIGIN);
});

afterAll(async () => world.close());

type Claim = [email: string | null, hash: string | null, memberId: string | null];

/** Runs SQL as the role, in a transaction that is rolled back. */
async function asAuth<T>(claim: Claim | undefined, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await world.database.connect('app_auth');
  try {
    await client.query('begin');
    if (claim) await client.query('select scope.enter_auth($1, $2, $3)', claim);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function rows(claim: Claim | undefined, table: string): Promise<Record<string, unknown>[]> {
  return asAuth(claim, async (client) => {
    const result = await client.query<Record<string, unknown>>(`select * from ${table}`);
    return result.rows;
  });
}

const run = async (claim: Claim | undefined, sql: string, values: unknown[] = []): Promise<number | null> =>
  asAuth(claim, async (client) => (await client.query(sql, values)).rowCount);

describe('the database role that reads credentials', () => {
  it.each(PERSONAL)('sees nothing of %s without a claim, or with an empty one', async (table) => {
    expect(await rows(undefined, table)).toEqual([]);
    expect(await rows([null, null, null], table)).toEqual([]);
    expect(await rows(['', '', null], table)).toEqual([]);
  });

  it('sees the one credential of an exact e-mail', async () => {
    expect(await rows([mine.email, null, null], 'auth.credential')).toMatchObject([
      { member_id: mine.memberId },
    ]);
    for (const pattern of [
      '%',
      '%@sign-in.example',
      mine.email.toUpperCase(),
      `${mine.email},${other.email}`,
    ]) {
      expect(await rows([pattern, null, null], 'auth.credential')).toEqual([]);
    }
  });

  it('sees the one token of an exact hash', async () => {
    const hash = hashOf(grant.refreshToken);
    expect(await rows([null, hash, null], 'auth.refresh_token')).toMatchObject([{ hash }]);
    for (const pattern of ['%', hash.toUpperCase(), hash.slice(0, 63), grant.refreshToken]) {
      expect(await rows([null, pattern, null], 'auth.refresh_token')).toEqual([]);
    }
  });

  it('sees only a member’s own rows, and no credential or valid token', async () => {
    const claim: Claim = [null, null, mine.memberId];
    expect(await rows(claim, 'core.member')).toMatchObject([{ id: mine.memberId }]);
    expect(await rows(claim, 'core.session')).toMatchObject([{ member_id: mine.memberId }]);
    expect(await rows(claim, 'auth.token_family')).toMatchObject([{ member_id: mine.memberId }]);
    expect(await rows(claim, 'auth.credential')).toEqual([]);
    expect(await rows(claim, 'auth.refresh_token')).toEqual([]);
  });

  it('loses the claim at the end of the transaction', async () => {
    await rows([mine.email, hashOf(grant.refreshToken), mine.memberId], 'auth.credential');
    for (const table of PERSONAL) expect(await rows(undefined, table)).toEqual([]);
  });

  it('reads no tenant data', async () => {
    for (const table of ['core.agreement', 'core.station_access', 'core.service_record', 'core.station']) {
      await expect(rows([mine.email, null, mine.memberId], table)).rejects.toThrow(/permission denied/);
    }
  });

  it('writes no credential or token to a member it does not claim', async () => {
    const credential =
      'insert into auth.credential (email, organisation_id, member_id, password_hash) values ($1, $2, $3, $4)';
    const values = ['new@sign-in.example', other.organisationId, other.memberId, 'x'];
    await expect(run(['new@sign-in.example', null, mine.memberId], credential, values)).rejects.toThrow(
      /row-level security/,
    );
    await expect(run(['new@sign-in.example', null, null], credential, values)).rejects.toThrow(
      /row-level security/,
    );
    await expect(run([mine.email, null, other.memberId], credential, values)).rejects.toThrow(
      /row-level security/,
    );

    const session =
      'insert into core.session (organisation_id, id, member_id, expires_at) values ($1, $2, $3, now())';
    await expect(
      run([null, null, mine.memberId], session, [other.organisationId, newId(), other.memberId]),
    ).rejects.toThrow(/row-level security/);
  });

  it('changes nothing of another member', async () => {
    const claim: Claim = [mine.email, hashOf(grant.refreshToken), mine.memberId];
    const others = `where member_id = '${other.memberId}'`;
    expect(await run(claim, `update auth.credential set password_hash = 'x' ${others}`)).toBe(0);
    expect(await run(claim, `update auth.token_family set generation = 0 ${others}`)).toBe(0);
    expect(await run(claim, `update core.session set ended_at = now() ${others}`)).toBe(0);
    expect(await run(claim, `delete from auth.refresh_token ${others}`)).toBe(0);
    expect(await run(claim, `delete from auth.token_family ${others}`)).toBe(0);
    expect(await run(claim, `delete from core.session ${others}`)).toBe(0);
  });

  it('removes no session that may still be refreshed', async () => {
    const claim: Claim = [mine.email, null, mine.memberId];
    expect(await run(claim, 'delete from auth.refresh_token')).toBe(0);
    await expect(run(claim, 'delete from auth.token_family')).rejects.toThrow(/foreign key/);
    await expect(run(claim, 'delete from core.session')).rejects.toThrow(/foreign key/);
  });

  it('marks an organisation as administered only when its administrator joins, and never reverts it', async () => {
    const administered = (value: boolean, organisationId: string): string =>
      `update core.organisation set administered = ${String(value)} where id = '${organisationId}'`;
    const claim: Claim = [null, null, mine.memberId];
    for (const { organisationId } of [mine, other]) {
      await expect(run(claim, administered(true, organisationId))).rejects.toThrow(/no administrator/);
    }
    await world.ownerQuery(`update core.member set role = 'ADMIN' where id = $1`, [mine.memberId]);
    expect(await run(claim, administered(true, mine.organisationId))).toBe(1);
    await expect(run(claim, administered(true, other.organisationId))).rejects.toThrow(/no administrator/);
    await world.ownerQuery(administered(true, mine.organisationId));
    await expect(run(claim, administered(false, mine.organisationId))).rejects.toThrow(/stays administered/);
    await world.ownerQuery(`update core.member set role = 'MANAGER' where id = $1`, [mine.memberId]);
  });

  it('gives an e-mail to no member that it has not claimed', async () => {
    const steal = `update auth.credential set member_id = '${other.memberId}' where email = '${mine.email}'`;
    await expect(run([mine.email, null, mine.memberId], steal)).rejects.toThrow(/row-level security/);
  });

  it.each([
    'update auth.credential set email = email',
    'delete from auth.credential',
    'update auth.refresh_token set expires_at = now()',
    'update auth.token_family set member_id = member_id',
    'update core.session set expires_at = now()',
    'update core.session set member_id = member_id',
    'update core.member set left_at = null',
    `update core.member set role = 'ADMIN'`,
    'truncate auth.credential',
  ])('may not %s', async (sql) => {
    await expect(run([mine.email, null, mine.memberId], sql)).rejects.toThrow(
      /permission denied|not supported/,
    );
  });
});

describe('every other role', () => {
  it.each(['app_operator', 'app_purchaser', 'app_supervisor', 'app_city', 'app_platform'] as const)(
    '%s cannot read credentials at all',
    async (role) => {
      const client = await world.database.connect(role);
      try {
        for (const table of SECRETS) {
          await expect(client.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
        }
      } finally {
        client.release();
      }
    },
  );
});
