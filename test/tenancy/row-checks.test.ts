import pg from 'pg';
import { DATABASE_ROLES, type DatabaseRole } from '../../src/platform/database/roles';
import {
  addsNothingForeign,
  changesNothingForeign,
  type RowCheck,
  sees,
  type Snapshot,
  snapshot,
} from './checks/rows';
import { cluster, urlOf } from '../kit/templates';
import { claimantsOf, type Eyes, eyesOf } from './kit/eyes';
import { type Scene, startScene } from './kit/scene';

/** The tests of rows, tested: every policy of the catalogue is widened to USING (true), one by one, and has to be missed. */
let scene: Scene;
let behind: pg.Client;
let tables: Snapshot;
let eyes: Eyes[];
let policies: Policy[];
beforeAll(async () => {
  scene = await startScene();
  tables = await snapshot(scene);
  eyes = [...scene.viewers.map((viewer) => eyesOf(scene, viewer)), ...claimantsOf(scene)];
  behind = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, scene.world.name) });
  await behind.connect();
  const { rows } = await behind.query<Policy>(
    `select p.polname as name, p.polrelid::regclass::text as table, p.polcmd as command,
            array(select rolname::text from pg_roles where oid = any (p.polroles) order by 1) as roles,
            pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
       from pg_policy p where p.polrelid::regclass::text = any ($1) order by 2, 1`,
    [[...tables.keys()]],
  );
  policies = rows;
});
afterAll(async () => {
  await behind.end();
  await scene.close();
});

interface Policy {
  name: string;
  table: string;
  /** r, a, w, d or *. */
  command: string;
  roles: DatabaseRole[];
  using: string | null;
  check: string | null;
}

type Clause = 'using' | 'check';

/** What the checks say of one table while a clause of one of its policies lets everything through. */
async function missedWhile(policy: Policy, clause: Clause, checks: RowCheck[]): Promise<DatabaseRole[]> {
  const { name, table, roles } = policy;
  const alter = async (expression: string): Promise<void> => {
    const what = clause === 'using' ? 'using' : 'with check';
    await behind.query(`alter policy ${name} on ${table} ${what} (${expression})`);
  };
  const only: Snapshot = new Map([[table, tables.get(table)!]]);
  const missed = new Set<DatabaseRole>();
  await alter('true');
  try {
    for (const one of eyes.filter(({ role }) => roles.includes(role))) {
      for (const check of checks) {
        if ((await check(scene, one, only)).length > 0) missed.add(one.role);
      }
    }
  } finally {
    await alter(policy[clause]!);
  }
  return [...missed].sort();
}

/** Roles of a policy that hold the privilege it rules. */
async function holders({ roles, table }: Policy, privilege: string): Promise<DatabaseRole[]> {
  const { rows } = await behind.query<{ role: DatabaseRole }>(
    `select r as role from unnest($1::text[]) r
      where case when $3 = 'delete' then has_table_privilege(r, $2, 'delete')
                 else has_any_column_privilege(r, $2, $3) end`,
    [roles, table, privilege],
  );
  return rows.map(({ role }) => role);
}

test('each policy that lets rows be read, opened to all, is missed for each of its roles', async () => {
  const readable = policies.filter(({ command }) => command === 'r' || command === '*');
  expect(readable.length).toBeGreaterThan(80);
  for (const policy of readable) {
    const missed = await missedWhile(policy, 'using', [sees]);
    expect({ policy: `${policy.name} on ${policy.table}`, missed }).toEqual({
      policy: `${policy.name} on ${policy.table}`,
      missed: await holders(policy, 'select'),
    });
  }
});

test('each policy that lets rows be added, opened to all, is missed for each of its roles', async () => {
  const open = ['server_leaves_trace'];
  const adding = policies.filter(
    ({ name, command, check }) =>
      (command === 'a' || command === '*') && check !== null && !open.includes(name),
  );
  expect(adding.length).toBeGreaterThan(30);
  for (const policy of adding) {
    const missed = await missedWhile(policy, 'check', [addsNothingForeign]);
    expect({ policy: `${policy.name} on ${policy.table}`, missed }).toEqual({
      policy: `${policy.name} on ${policy.table}`,
      missed: await holders(policy, 'insert'),
    });
  }
});

test('each policy that lets rows be changed or removed, opened to all, is missed for each of its roles', async () => {
  const changing = policies.filter(({ command }) => ['w', 'd', '*'].includes(command));
  for (const policy of changing) {
    const missed = await missedWhile(policy, 'using', [changesNothingForeign]);
    const privileges = { w: ['update'], d: ['delete'] }[policy.command] ?? ['update', 'delete'];
    const able = await Promise.all(privileges.map(async (privilege) => holders(policy, privilege)));
    expect({ policy: `${policy.name} on ${policy.table}`, missed }).toEqual({
      policy: `${policy.name} on ${policy.table}`,
      missed: DATABASE_ROLES.filter((role) => able.flat().includes(role)).sort(),
    });
  }
});

test('a table whose row-level security is off is missed by everyone who may read it', async () => {
  for (const table of tables.keys()) {
    await behind.query(`alter table ${table} disable row level security`);
    const only: Snapshot = new Map([[table, tables.get(table)!]]);
    const findings: string[] = [];
    for (const one of eyes) findings.push(...(await sees(scene, one, only)));
    await behind.query(`alter table ${table} enable row level security`);
    expect(findings).not.toEqual([]);
  }
});
