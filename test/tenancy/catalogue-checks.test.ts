import { asSuperuser, cluster } from '../kit/templates';
import { startWorld, type World } from '../kit/world';
import type { Check } from './checks/findings';
import { everyWriteIsGuarded, proposalsAreHidden } from './checks/guards';
import { functionsNameSchemas, functionsRunAsTheCaller } from './checks/functions';
import {
  everyKeyBeginsWithTheTenant,
  everyRowIsTiedToItsAgreement,
  everyTenantRowNamesItsTenant,
  foreignKeysStayInside,
} from './checks/keys';
import { rolesAreHarmless } from './checks/roles';
import { CONFIRMED } from './kit/beside-scope';
import {
  directoryGrants,
  everyGrantHasItsPolicy,
  everyTableIsSecured,
  nothingElseHoldsRows,
  nothingIsPublic,
  nothingNamesALogin,
  onlyRowsAreGranted,
  policiesAreNarrow,
  tenantTables,
} from './checks/tables';

/** Tests the checks of the catalogue: each breach is made in a transaction that is rolled back, and must be found. */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
});

async function foundAfter(breach: string, check: Check): Promise<string[]> {
  return asSuperuser(
    cluster(),
    async (client) => {
      await client.query(`begin; ${breach}`);
      try {
        return await check(client);
      } finally {
        await client.query('rollback');
      }
    },
    world.name,
  );
}

const roles: Check = async (client) => rolesAreHarmless(client, new URL(world.serverUrl).username);

const FUNCTION = 'create or replace function core.count_new_records() returns trigger language plpgsql';

test.each<[breach: string, check: Check]>([
  ['create table core.forgotten (organisation_id uuid not null primary key)', everyTableIsSecured],
  ['create table scope.forgotten (organisation_id uuid not null primary key)', everyTableIsSecured],
  ['grant select on core.station to app_operator', directoryGrants],
  ['grant select (name_key) on core.station_name to app_city', directoryGrants],
  ['grant update (kind) on core.organisation to app_platform', directoryGrants],
  ['revoke insert on core.station_name from app_purchaser', directoryGrants],
  ['grant select on core.zone to app_platform', everyGrantHasItsPolicy],
  ['grant update (value) on core.target to app_auth', everyGrantHasItsPolicy],
  ['drop policy app_city on core.zone', everyGrantHasItsPolicy],
  ['grant truncate on core.zone to app_operator', onlyRowsAreGranted],
  ['grant references (id) on core.zone to app_operator', onlyRowsAreGranted],
  ['create policy more on core.zone to public using (scope.whole_city())', policiesAreNarrow],
  ['alter policy app_city on core.zone using (true)', policiesAreNarrow],
  ['alter policy app_operator on core.zone with check (true)', policiesAreNarrow],
  ['create policy more on core.zone for select to app_city using (name is not null)', policiesAreNarrow],
  [
    'alter policy app_city on core.zone using (scope.whole_city() and exists (select from core.term))',
    policiesAreNarrow,
  ],
  ['grant usage on schema core to public', nothingIsPublic],
  ['grant usage on schema auth to pg_monitor', nothingIsPublic],
  ['grant usage on schema bi to public', nothingIsPublic],
  ['grant select on core.zone to public', nothingIsPublic],
  ['grant select (id) on core.zone to public', nothingIsPublic],
  ['alter default privileges in schema core grant select on tables to app_city', nothingIsPublic],
  ['alter policy owner on auth.bi_login to stations_owner', nothingNamesALogin],
  ['grant select on core.zone to stations_server', nothingNamesALogin],
  ['grant update (name) on core.zone to stations_server', nothingNamesALogin],
  ['grant usage on schema core to stations_server', nothingNamesALogin],
  ['grant execute on function scope.organisation_id() to stations_server', nothingNamesALogin],
  ['create materialized view core.sums as select * from core.completion_term', nothingElseHoldsRows],
  ['create view core.sums as select * from core.completion_term', nothingElseHoldsRows],
  ['create view bi.sums as select * from core.completion_term', nothingElseHoldsRows],
  ['alter view bi.stations set (security_invoker = false)', nothingElseHoldsRows],
  ['create sequence core.numbers', nothingElseHoldsRows],
  ['alter table core.zone add column number int generated always as identity', nothingElseHoldsRows],
  ['alter table core.zone add unique (id)', everyKeyBeginsWithTheTenant],
  ['create unique index on core.target (agreement_id, organisation_id)', everyKeyBeginsWithTheTenant],
  ['create unique index on core.zone ((name))', everyKeyBeginsWithTheTenant],
  ['alter table core.term add exclude using gist (station_id with =)', everyKeyBeginsWithTheTenant],
  [
    'alter table core.zone add unique (id); alter table core.target add foreign key (zone_id) references core.zone (id)',
    foreignKeysStayInside,
  ],
  [
    'alter table core.station add organisation_id uuid, add agreement_id uuid, ' +
      'add foreign key (organisation_id, agreement_id) references core.agreement',
    foreignKeysStayInside,
  ],
  [
    'alter table core.target add foreign key (organisation_id, zone_id) references core.zone on delete set null (zone_id)',
    foreignKeysStayInside,
  ],
  [
    'alter table core.target add foreign key (organisation_id, zone_id) references core.zone on delete cascade',
    foreignKeysStayInside,
  ],
  ['alter table core.station_access alter column street drop not null', foreignKeysStayInside],
  ['alter table core.term alter column station_id drop not null', everyRowIsTiedToItsAgreement],
  [
    'create table core.forgotten (organisation_id uuid, agreement_id uuid, foreign key (organisation_id, agreement_id) references core.agreement)',
    everyRowIsTiedToItsAgreement,
  ],
  ['create table core.forgotten (agreement_id uuid not null)', everyTenantRowNamesItsTenant],
  ['create table core.forgotten (organisation_id uuid)', everyTenantRowNamesItsTenant],
  ['alter function scope.organisation_id() security definer', functionsRunAsTheCaller],
  ['alter function scope.organisation_id() leakproof', functionsRunAsTheCaller],
  ['alter function core.count_new_records() set search_path to public', functionsRunAsTheCaller],
  [
    `${FUNCTION} as $$ begin update completion_term set records = 0; return null; end $$`,
    functionsNameSchemas,
  ],
  [`${FUNCTION} as $$ begin perform whole_city(); return null; end $$`, functionsNameSchemas],
  [
    `${FUNCTION} as $$ begin insert into zone select * from new_rows; return null; end $$`,
    functionsNameSchemas,
  ],
  ['alter role app_operator bypassrls', roles],
  ['alter role app_operator login', roles],
  ['alter role stations_server superuser', roles],
  ['alter role stations_server inherit', roles],
  ['alter role stations_server createrole', roles],
  ['alter role stations_server replication', roles],
  ['grant app_city to app_operator', roles],
  ['grant pg_read_all_data to stations_server', roles],
  ['revoke app_city from stations_server granted by stations_owner', roles],
  ['alter function scope.organisation_id() owner to app_city', roles],
  ['alter table core.zone owner to stations_server', roles],
  ['grant create on schema core to app_operator', roles],
  ['grant create on schema public to public', roles],
])('the checks find: %s', async (breach, check) => {
  expect(await foundAfter('', check)).toEqual([]);
  expect(await foundAfter(breach, check)).not.toEqual([]);
});

test('the checks find every trigger that guards by the state, once it is gone or off', async () => {
  const triggers = await world.ownerQuery<{ name: string; table: string }>(
    `select t.tgname as name, t.tgrelid::regclass::text as table from pg_trigger t
      where t.tgfoid in ('core.require_state'::regproc, 'core.guard_parts'::regproc, 'core.guard_agreement'::regproc)
        and exists (select from pg_roles r where r.rolname like 'app\\_%' and (
          t.tgtype & 4 > 0 and has_any_column_privilege(r.oid, t.tgrelid, 'insert')
          or t.tgtype & 8 > 0 and has_table_privilege(r.oid, t.tgrelid, 'delete')
          or t.tgtype & 16 > 0 and has_any_column_privilege(r.oid, t.tgrelid, 'update')))`,
  );
  expect(triggers.length).toBeGreaterThan(50);
  const missed: string[] = [];
  for (const { name, table } of triggers) {
    const found = await foundAfter(`alter table ${table} disable trigger ${name}`, everyWriteIsGuarded);
    if (found.length !== 1) missed.push(`${name} on ${table}: ${found.join()}`);
  }
  // A change of an amendment has a guard of its own beside it.
  expect(missed).toEqual(['agreement_of_changed_rows on core.amendment: ']);
});

test('the checks find every policy that hides proposals, once it is gone', async () => {
  for (const policy of CONFIRMED) {
    expect(await foundAfter(`drop policy ${policy}`, proposalsAreHidden)).toHaveLength(1);
  }
});

test('the checks find every tenant table whose row-level security is off, or not forced', async () => {
  const tables = await asSuperuser(cluster(), tenantTables, world.name);
  for (const table of tables) {
    expect(await foundAfter(`alter table ${table} no force row level security`, everyTableIsSecured)).toEqual(
      [`${table} does not force row-level security`],
    );
    expect(await foundAfter(`alter table ${table} disable row level security`, everyTableIsSecured)).toEqual([
      `${table} lacks row-level security`,
    ]);
  }
});

test('the checks find every agreement table that loses the foreign key to its agreement, and what is tied by it', async () => {
  const keys = await world.ownerQuery<{ table: string; name: string; tiedBy: string | null }>(
    `select conrelid::regclass::text as table, conname as name,
            nullif(confrelid, 'core.agreement'::regclass)::regclass::text as "tiedBy" from pg_constraint
      where confrelid = 'core.agreement'::regclass and cardinality(conkey) = 5
         or confrelid = 'core.snapshot'::regclass and cardinality(conkey) = 6`,
  );
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter(({ tiedBy }) => tiedBy !== null)).toHaveLength(2);
  for (const { table, name } of keys) {
    const breach = `alter table ${table} drop constraint ${name}`;
    const loose = [table, ...keys.filter(({ tiedBy }) => tiedBy === table).map((key) => key.table)];
    const found = await foundAfter(breach, everyRowIsTiedToItsAgreement);
    expect(found.map((finding) => finding.split(' ')[0]).sort()).toEqual(loose.sort());
  }
});
