import type pg from 'pg';
import { asSuperuser, cluster } from '../kit/templates';
import { startWorld, type World } from '../kit/world';
import { everyWriteIsGuarded, proposalsAreHidden } from './checks/guards';
import { functionsNameSchemas, functionsRunAsTheCaller } from './checks/functions';
import {
  everyKeyBeginsWithTheTenant,
  everyRowIsTiedToItsAgreement,
  everyTenantRowNamesItsTenant,
  foreignKeysStayInside,
} from './checks/keys';
import { rolesAreHarmless } from './checks/roles';
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

/** The catalogue after all migrations. catalogue-checks.test.ts shows that each check can fail. */
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
});

const behind = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  asSuperuser(cluster(), work, world.name);

test('every table but those of the directory has row-level security, for its owner too', async () => {
  expect(await behind(everyTableIsSecured)).toEqual([]);
});

test('there are tenant tables to check', async () => {
  const tables = await behind(tenantTables);
  expect(tables).toEqual(
    expect.arrayContaining(['core.agreement', 'core.service_record', 'auth.credential']),
  );
});

test('the grants on the tables of the directory are exactly the listed ones', async () => {
  expect(await behind(directoryGrants)).toEqual([]);
});

test('every grant on a tenant table has a policy to its role', async () => {
  expect(await behind(everyGrantHasItsPolicy)).toEqual([]);
});

test('no grant bypasses policies', async () => {
  expect(await behind(onlyRowsAreGranted)).toEqual([]);
});

test('every policy reads the scope or the state of its agreement, queries no other table and names its roles', async () => {
  expect(await behind(policiesAreNarrow)).toEqual([]);
});

test('no schema, table or column is open to PUBLIC, and none will be by default', async () => {
  expect(await behind(nothingIsPublic)).toEqual([]);
});

test('no policy and no grant names a login, not even the owner', async () => {
  expect(await behind(nothingNamesALogin)).toEqual([]);
});

test('there are no materialised views, no sequences and no views that run as their owner', async () => {
  expect(await behind(nothingElseHoldsRows)).toEqual([]);
});

test('every primary key, unique and exclusion constraint of a tenant table begins with organisation_id', async () => {
  expect(await behind(everyKeyBeginsWithTheTenant)).toEqual([]);
});

test('foreign keys reference tenant tables or the directory, never back, and neither cascade nor set null', async () => {
  expect(await behind(foreignKeysStayInside)).toEqual([]);
});

test('every row of an agreement has the scope columns and references its agreement by all of them', async () => {
  expect(await behind(everyRowIsTiedToItsAgreement)).toEqual([]);
});

test('every row of a tenant table names its organisation', async () => {
  expect(await behind(everyTenantRowNamesItsTenant)).toEqual([]);
});

test('whatever a role writes of an agreement is guarded by its state, or left to triggers', async () => {
  expect(await behind(everyWriteIsGuarded)).toEqual([]);
});

test('whatever the mentoring centre reads of an agreement is hidden until it is confirmed', async () => {
  expect(await behind(proposalsAreHidden)).toEqual([]);
});

test('no function is SECURITY DEFINER, leakproof or has settings', async () => {
  expect(await behind(functionsRunAsTheCaller)).toEqual([]);
});

test('functions and triggers name tables and functions of ours with their schema', async () => {
  expect(await behind(functionsNameSchemas)).toEqual([]);
});

test('the login of the server and its roles bypass, own, inherit and create nothing', async () => {
  const login = new URL(world.serverUrl).username;
  expect(await behind(async (client) => rolesAreHarmless(client, login))).toEqual([]);
});
