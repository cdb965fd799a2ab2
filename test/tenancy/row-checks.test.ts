import pg from 'pg';
import { DATABASE_ROLES, type DatabaseRole } from '../../src/platform/database/roles';
import { cluster, urlOf } from '../kit/templates';
import {
  addsNothingForeign,
  changesNothingForeign,
  type RowCheck,
  sees,
  type Snapshot,
  snapshot,
} from './checks/rows';
import { type DatabaseViewer, runInTransaction } from './kit/run-as';
import { claimantsOf, databaseViewerOf, viewerWithoutScope } from './kit/database-viewers';
import { BY_STATE } from './kit/beside-scope';
import { PROPOSED } from './kit/parties';
import { type Fixture, startFixture } from './kit/fixture';

jest.setTimeout(90_000);

/** Tests the checks of rows: every policy of the catalogue is opened to USING (true), and the checks must fail. */
let fixture: Fixture;
let behind: pg.Client;
let tables: Snapshot;
let viewers: DatabaseViewer[];
let policies: Policy[];
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
  const assessments = tables.get('core.assessment')!.map(({ id }) => String(id));
  const administrator = { role: 'ADMIN', assessment_ids: `{${assessments.join(',')}}` };
  viewers = [
    ...fixture.viewers.map((viewer) => databaseViewerOf(fixture, viewer)),
    ...claimantsOf(fixture),
    ...DATABASE_ROLES.map((role) => viewerWithoutScope(role)),
    // The platform's administrators may name other organisations: their role suffices there.
    ...DATABASE_ROLES.filter((role) => role !== 'app_platform').map((role) =>
      viewerWithoutScope(role, administrator),
    ),
  ];
  behind = new pg.Client({ connectionString: urlOf(cluster().superuserUrl, fixture.world.name) });
  await behind.connect();
  const { rows } = await behind.query<Policy>(
    `select p.polname as name, p.polrelid::regclass::text as table, p.polcmd as command,
            array(select rolname::text from pg_roles where oid = any (p.polroles) order by 1) as roles,
            p.polqual is not null as using, p.polwithcheck is not null as check
       from pg_policy p where p.polrelid::regclass::text = any ($1) order by 2, 1`,
    [[...tables.keys()]],
  );
  // Policies of the owner, which is no viewer of the server, are for test/bi.
  policies = rows.filter(({ roles }) => roles.some((role) => DATABASE_ROLES.includes(role)));
});
afterAll(async () => {
  await behind.end();
  await fixture.close();
});

interface Policy {
  name: string;
  table: string;
  /** r, a, w, d or *. */
  command: string;
  roles: DatabaseRole[];
  using: boolean;
  check: boolean;
}

const DECIDING = ['core.assessment', 'core.agreement'];

const openingOf = ({ name, table, using, check }: Policy): string =>
  `${name === 'app_mentoring' ? hidingOneProposal(table) : ''}
   alter policy ${name} on ${table} ${using ? 'using (true)' : ''} ${check ? 'with check (true)' : ''}`;

/** Beneath the scope of the mentoring centre lies what it sees of agreements: here, all but the proposal. */
function hidingOneProposal(table: string): string {
  const policy = `app_mentoring_confirmed on ${table}`;
  if (!BY_STATE.includes(policy)) return '';
  return `alter policy ${policy} using (agreement_id <> '${fixture.agreements[PROPOSED].agreementId}');`;
}

/**
 * Policies that are opened together: of one table and role one at a time, so that a fault shows which of them it is
 * due to. Those that decide what is seen of other tables are opened alone: an assessor's assessments, and agreements.
 */
function rounds(of: readonly Policy[]): Policy[][] {
  const result: { policies: Policy[]; taken: Set<string> }[] = [];
  for (const policy of of) {
    const alone = DECIDING.includes(policy.table);
    const places = policy.roles.map((role) => (alone ? role : `${policy.table} ${role}`));
    const free = ({ policies: others, taken }: (typeof result)[number]): boolean =>
      others.every(({ table }) => (alone ? table === policy.table : !DECIDING.includes(table))) &&
      !places.some((place) => taken.has(place));
    let round = result.find(free);
    if (!round) result.push((round = { policies: [], taken: new Set() }));
    round.policies.push(policy);
    for (const place of places) round.taken.add(place);
  }
  return result.map((round) => round.policies);
}

/** Tables and roles for which the check finds a fault after these statements, which are rolled back: `core.zone app_city`. */
async function faultsAfter(
  statements: readonly string[],
  check: RowCheck,
  concerns: (table: string, role: DatabaseRole) => boolean = () => true,
): Promise<Set<string>> {
  const faults = new Set<string>();
  await behind.query(['begin', ...statements].join('; '));
  try {
    for (const one of viewers) {
      const only: Snapshot = new Map([...tables].filter(([table]) => concerns(table, one.role)));
      if (only.size === 0) continue;
      for (const line of await check(runInTransaction(behind), one, only)) {
        faults.add(`${line.split(':')[0]!} ${one.role}`);
      }
    }
  } finally {
    await behind.query('rollback');
  }
  return faults;
}

/** Each opened policy must cause a fault for all its roles that have one of the privileges it covers. */
async function expectMissed(
  ruling: readonly Policy[],
  check: RowCheck,
  privileges: (policy: Policy) => string[],
): Promise<void> {
  let opened = 0;
  const wrong: string[] = [];
  for (const round of rounds(ruling)) {
    const wanted = new Map<string, Policy>();
    for (const policy of round) {
      for (const role of await holders(policy, privileges(policy)))
        wanted.set(`${policy.table} ${role}`, policy);
    }
    const concerns = (table: string, role: DatabaseRole): boolean => wanted.has(`${table} ${role}`);
    const faults = await faultsAfter(round.map(openingOf), check, concerns);
    opened += wanted.size;
    for (const [place, { name }] of wanted) {
      if (!faults.has(place)) wrong.push(`${name} on ${place.replace(' ', ' is not missed by ')}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(40);
}

/** Roles of a policy that have one of these privileges. */
async function holders({ roles, table }: Policy, privileges: string[]): Promise<DatabaseRole[]> {
  const { rows } = await behind.query<{ role: DatabaseRole }>(
    `select r as role from unnest($1::text[]) r where exists (
       select from unnest($3::text[]) p
        where case when p = 'delete' then has_table_privilege(r, $2, p) else has_any_column_privilege(r, $2, p) end)`,
    [roles, table, privileges],
  );
  return rows.map(({ role }) => role);
}

test('no check finds a fault with all policies in place', async () => {
  for (const check of [sees, addsNothingForeign, changesNothingForeign]) {
    expect([...(await faultsAfter([], check))]).toEqual([]);
  }
});

test('opening a policy that permits reads fails the checks for each of its roles', async () => {
  const reading = policies.filter(({ command }) => 'r*'.includes(command));
  expect(reading.length).toBeGreaterThan(150);
  await expectMissed(reading, sees, () => ['select']);
});

test('opening a policy that permits inserts fails the checks for each of its roles', async () => {
  const adding = policies.filter(
    ({ name, command }) => 'a*'.includes(command) && name !== 'server_leaves_trace',
  );
  expect(adding.length).toBeGreaterThan(150);
  await expectMissed(adding, addsNothingForeign, () => ['insert']);
});

test('opening a policy that permits updates or deletes fails the checks for each of its roles', async () => {
  const changing = policies.filter(({ command }) => 'wd*'.includes(command));
  expect(changing.length).toBeGreaterThan(150);
  const privileges: Record<string, string[]> = { w: ['update'], d: ['delete'], '*': ['update', 'delete'] };
  await expectMissed(changing, changesNothingForeign, ({ command }) => privileges[command]!);
});

test('disabling row-level security of a table fails the checks for a role that reads it', async () => {
  const off = [...tables.keys()].map((table) => `alter table ${table} disable row level security`);
  const missed = [...(await faultsAfter(off, sees))].map((fault) => fault.split(' ')[0]);
  expect([...new Set(missed)].sort()).toEqual([...tables.keys()].sort());
});
