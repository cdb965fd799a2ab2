import type { PoolClient } from 'pg';
import { DATABASE_ROLES, type DatabaseRole } from '../../src/platform/database/roles';
import { newId } from '../../src/platform/ids';
import { startWorld, type World } from '../kit/world';

/** The audit log is append-only for each database role of the server. */
let world: World;
let own: Who;
let foreign: Who;

interface Who {
  organisation: string;
  member: string;
}

beforeAll(async () => {
  world = await startWorld('template_demo');
  const find = async (email: string): Promise<Who> => {
    const [row] = await world.ownerQuery<Who & { id: string }>(
      'select organisation_id as organisation, id as member from core.member where email = $1',
      [email],
    );
    return row!;
  };
  [own, foreign] = [await find('admin@fengyuan.example'), await find('admin@datong.example')];
});
afterAll(async () => world.close());

/** Runs SQL as a role with the settings of a tenant scope, and rolls it back. */
async function as<T>(
  role: DatabaseRole,
  { organisation, member }: Who,
  work: (client: PoolClient) => Promise<T>,
  admin = true,
): Promise<T> {
  const client = await world.database.connect(role);
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisation}'`);
    await client.query(`set local app.member_id = '${member}'`);
    await client.query(`set local app.role = '${admin ? 'ADMIN' : 'MANAGER'}'`);
    await client.query(`set local app.auth_member_id = '${member}'`);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const INSERT = `insert into core.audit_entry (organisation_id, id, at, member_id, action, remote_address, request_id)
  values ($1, $2, now(), $3, 'SIGNED_IN', '', '')`;

describe.each(DATABASE_ROLES)('%s', (role) => {
  it.each([
    `update core.audit_entry set action = 'READ'`,
    'update core.audit_entry set after = null where false',
    'delete from core.audit_entry',
    'delete from core.audit_entry where false',
    'truncate core.audit_entry',
    'truncate core.organisation cascade',
    'alter table core.audit_entry disable row level security',
    'drop table core.audit_entry',
  ])('may not %s', async (sql) => {
    await expect(as(role, own, async (client) => client.query(sql))).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  it('cannot change an existing entry by adding it again', async () => {
    const [entry] = await world.ownerQuery<{ organisation_id: string; id: string }>(
      'select organisation_id, id from core.audit_entry where organisation_id = $1 limit 1',
      [own.organisation],
    );
    const again = `${INSERT} on conflict (organisation_id, id) do update set action = 'READ'`;
    await expect(
      as(role, own, async (client) => client.query(again, [own.organisation, entry!.id, own.member])),
    ).rejects.toThrow('permission denied');
  });
});

const SIGNED_IN = DATABASE_ROLES.filter(
  (role) => !['app_auth', 'app_enrolment', 'app_audit', 'app_outbox'].includes(role),
);

describe.each(SIGNED_IN)('%s', (role) => {
  it('reads the log of its own organisation only as ADMIN', async () => {
    const all = 'select distinct organisation_id as organisation from core.audit_entry';
    const read = async (admin: boolean): Promise<unknown> =>
      as(role, own, async (client) => (await client.query<{ organisation: string }>(all)).rows, admin);
    expect(await read(true)).toEqual([{ organisation: own.organisation }]);
    expect(await read(false)).toEqual([]);
  });

  it('adds entries only in its own name', async () => {
    const add = async (organisation: string, member: string | null): Promise<unknown> =>
      as(role, own, async (client) => client.query(INSERT, [organisation, newId(), member]));
    await expect(add(own.organisation, own.member)).resolves.toBeDefined();
    for (const [organisation, member] of [
      [own.organisation, foreign.member],
      [own.organisation, null],
      [foreign.organisation, own.member],
      [foreign.organisation, foreign.member],
    ] as const) {
      await expect(add(organisation, member)).rejects.toThrow('row-level security');
    }
  });
});

describe('the roles of the server itself', () => {
  it.each(['app_auth', 'app_enrolment', 'app_audit'] as const)('%s reads no entry', async (role) => {
    await expect(
      as(role, own, async (client) => client.query('select from core.audit_entry')),
    ).rejects.toThrow('permission denied');
  });

  it('that sign members in add entries in the name of the member', async () => {
    const add = async (member: string): Promise<unknown> =>
      as('app_auth', own, async (client) => client.query(INSERT, [own.organisation, newId(), member]));
    await expect(add(own.member)).resolves.toBeDefined();
    await expect(add(foreign.member)).rejects.toThrow('row-level security');
  });
});
