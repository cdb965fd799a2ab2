import type { PoolClient } from 'pg';
import type { Principal } from '../../src/platform/database/tenant-scope';
import { newId } from '../../src/platform/ids';
import { type ViewerName } from './kit/parties';
import { as, type Fixture, startFixture } from './kit/fixture';

/** Entering a tenant scope: only as the member of the session, while both match the token. */
let fixture: Fixture;
let mine: Principal;
let other: Principal;
beforeAll(async () => {
  fixture = await startFixture();
  mine = fixture.viewer('operator A').principal;
  other = fixture.viewer('operator B').principal;
});
afterAll(async () => {
  await fixture.close();
});

/** SQLSTATE of entering with the given arguments; 00000 for success. */
async function entering(given: Partial<Principal>): Promise<string> {
  const { role, organisationId, memberId, sessionId, accessVersion } = { ...mine, ...given };
  return inTransaction(role, async (client) => {
    try {
      await client.query('select scope.enter($1, $2, $3, $4)', [
        organisationId,
        memberId,
        sessionId,
        accessVersion,
      ]);
      return '00000';
    } catch (error) {
      return (error as { code: string }).code;
    }
  });
}

async function inTransaction<T>(
  role: Principal['role'],
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await fixture.world.database.connect(role);
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Changes something as superuser, runs a check, and reverts it. */
async function entersAfter(change: string, undo: string): Promise<string> {
  await fixture.world.ownerQuery(change);
  try {
    return await entering({});
  } finally {
    await fixture.world.ownerQuery(undo);
    expect(await entering({})).toBe('00000');
  }
}

const REFUSED = '28000';

test('a member enters with its own session', async () => {
  expect(await entering({})).toBe('00000');
});

test("nobody enters another's organisation, as another member or with another's session", async () => {
  const { organisationId, memberId, sessionId } = other;
  expect(await entering({ organisationId })).toBe(REFUSED);
  expect(await entering({ memberId })).toBe(REFUSED);
  expect(await entering({ sessionId })).toBe(REFUSED);
  expect(await entering({ organisationId, memberId })).toBe(REFUSED);
  expect(await entering({ organisationId, sessionId })).toBe(REFUSED);
  expect(await entering({ memberId, sessionId })).toBe(REFUSED);
});

test("nobody enters with a colleague's session", async () => {
  const { memberId, sessionId } = fixture.viewer('a worker of A limited to S2').principal;
  expect(await entering({ memberId })).toBe(REFUSED);
  expect(await entering({ sessionId })).toBe(REFUSED);
});

test('no one enters with an unknown session, member or organisation', async () => {
  for (const given of [{ sessionId: newId() }, { memberId: newId() }, { organisationId: newId() }]) {
    expect(await entering(given)).toBe(REFUSED);
  }
});

test('no one enters with another access version than that of the member', async () => {
  for (const accessVersion of [0, 2, -1]) expect(await entering({ accessVersion })).toBe(REFUSED);
  const { memberId } = mine;
  expect(
    await entersAfter(
      `update core.member set access_version = 2 where id = '${memberId}'`,
      `update core.member set access_version = 1 where id = '${memberId}'`,
    ),
  ).toBe(REFUSED);
});

test('no one enters with a session that has ended or expired', async () => {
  const session = `update core.session set ended_at = null, expires_at = 'tomorrow' where id = '${mine.sessionId}'`;
  expect(await entersAfter(session.replace('null', 'now()'), session)).toBe(REFUSED);
  expect(await entersAfter(session.replace('tomorrow', 'yesterday'), session)).toBe(REFUSED);
});

test('a member who has left cannot enter', async () => {
  const member = `update core.member set left_at = null where id = '${mine.memberId}'`;
  expect(await entersAfter(member.replace('null', 'now()'), member)).toBe(REFUSED);
});

test('a refused entry opens no scope', async () => {
  await inTransaction('app_operator', async (client) => {
    await client.query('savepoint entering');
    await expect(
      client.query('select scope.enter($1, $2, $3, $4)', [
        other.organisationId,
        mine.memberId,
        mine.sessionId,
        1,
      ]),
    ).rejects.toMatchObject({ code: REFUSED });
    await client.query('rollback to savepoint entering');
    expect((await client.query('select from core.agreement')).rowCount).toBe(0);
    expect((await client.query('select from core.member')).rowCount).toBe(0);
  });
});

test('a malformed id is refused before the scope opens', async () => {
  for (const value of ['x', '', "' or true --"]) {
    expect(await entering({ organisationId: value })).toBe('22P02');
    expect(await entering({ sessionId: value })).toBe('22P02');
  }
});

test('a setting of the transaction does not override the stored member', async () => {
  const { organisationId, memberId, sessionId } = fixture.viewer('a worker of A limited to S2').principal;
  await inTransaction('app_operator', async (client) => {
    await client.query(`set local app.station_ids = '*'; set local app.role = 'ADMIN'`);
    await client.query('select scope.enter($1, $2, $3, 1)', [organisationId, memberId, sessionId]);
    expect((await client.query('select from core.agreement')).rowCount).toBe(1);
    expect((await client.query('select from core.audit_entry')).rowCount).toBe(0);
  });
});

test('entering again replaces the whole scope', async () => {
  const order: ViewerName[] = [
    "the city's mentoring centre",
    'a worker of the mentoring centre limited to S1',
    'a mentoring centre of a district',
  ];
  const counts: (number | null)[] = [];
  await inTransaction('app_mentoring', async (client) => {
    for (const name of order) {
      const { organisationId, memberId, sessionId } = fixture.viewer(name).principal;
      await client.query('select scope.enter($1, $2, $3, 1)', [organisationId, memberId, sessionId]);
      counts.push((await client.query('select from core.agreement')).rowCount);
    }
  });
  expect(counts).toEqual([4, 2, 0]);
});

test('a member enters only through the role of its own kind of organisation', async () => {
  const roles = [...new Set(fixture.viewers.map(({ principal }) => principal.role))];
  expect(roles).toHaveLength(7);
  for (const { name, principal } of fixture.viewers) {
    for (const role of roles) {
      const sqlState = await entering({ ...principal, role });
      expect({ name, role, sqlState }).toEqual({
        name,
        role,
        sqlState: role === principal.role ? '00000' : REFUSED,
      });
    }
  }
});

test('the limits of a viewer are read again at each entry', async () => {
  const viewer = fixture.viewer('a worker of A limited to no station');
  const seen = async (): Promise<number | null> =>
    as(fixture, viewer, async (client) => (await client.query('select from core.agreement')).rowCount);
  expect(await seen()).toBe(0);
  const { organisationId, memberId } = viewer.principal;
  await fixture.world.ownerQuery('insert into core.member_station values ($1, $2, $3)', [
    organisationId,
    memberId,
    fixture.stations.S1,
  ]);
  expect(await seen()).toBe(1);
  await fixture.world.ownerQuery('delete from core.member_station where member_id = $1', [memberId]);
  expect(await seen()).toBe(0);
});
