import { OrganisationKind } from '../../src/access';
import {
  type BiLogin,
  grantBiLogin,
  listBiLogins,
  refreshBiLogins,
  renewBiLogin,
  revokeBiLogin,
} from '../../src/bi';
import { scramVerifier } from '../../src/bi/password';
import { Database } from '../../src/platform/database/database';
import { demoAgreement } from '../api/support/agreements';
import { organisationId } from '../api/support/people';
import { addOrganisation } from '../assessment/support/parties';
import { startApi, type TestApi } from '../kit/api';
import { asSuperuser, cluster } from '../kit/templates';
import {
  directoryGrants,
  everyGrantHasItsPolicy,
  everyTableIsSecured,
  nothingIsPublic,
} from '../tenancy/checks/tables';
import { onlyRowsAreGranted, policiesAreNarrow } from '../tenancy/checks/tables';
import { rolesAreHarmless } from '../tenancy/checks/roles';
import { BiLogins, EVERY_READER, READERS, type Role, readRole } from './support';

/** How logins are granted, what they may do, and how they are revoked. */
let api: TestApi;
let url: string;
let logins: BiLogins;
beforeAll(async () => {
  api = await startApi();
  url = api.world.ownerUrl;
  logins = new BiLogins(api.world);
});
afterAll(async () => {
  await logins.close();
  await api.close();
});

const OPERATOR = READERS.operator[0];
const grant = async (organisation: string, stationIds: string[] | null = null, login: string | null = null) =>
  grantBiLogin(url, { organisation, stationIds, login });

const roleOf = async (login: string): Promise<Role | undefined> => readRole(api.world, login);

test('a login has an opaque name, no attribute but LOGIN, and a password that the server never saw', async () => {
  const { login, password, stations } = await grant(OPERATOR);
  expect(login).toMatch(/^bi_[0-9a-f]{16}$/);
  expect(password).toMatch(/^[\w-]{32}$/);
  expect(stations).toBe(1);
  const role = await roleOf(login);
  expect(role).toMatchObject({ attributes: 't f f f f f f 10' });
  // By RFC 5803; and PostgreSQL accepts this password and no other.
  const [, salt] = /^SCRAM-SHA-256\$4096:([^$]+)\$/.exec(role!.password)!;
  expect(role!.password).toBe(scramVerifier(password!, Buffer.from(salt!, 'base64')));
  await logins.connect(login, password!);
  await expect(logins.connect(login, `${password!}x`)).rejects.toMatchObject({ code: '28P01' });
  const members = await api.world.ownerQuery(
    `select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1`,
    [login],
  );
  expect(members).toEqual([]);
});

test('an organisation is found by its id, its name or its trade name', async () => {
  const id = await organisationId(api, OPERATOR);
  for (const name of [id, OPERATOR, '广州市荔湾区逢源人家服务中心']) {
    expect((await grant(name)).organisation).toMatchObject({ id, kind: 'OPERATOR' });
  }
  await expect(grant('没有这家')).rejects.toThrow('There is no organisation "没有这家"');
  await expect(grant(`' or true --`)).rejects.toThrow('There is no organisation');
});

test('an organisation that would see nothing, or whose scope changes, gets no login, with a reason', async () => {
  await addOrganisation(api, OrganisationKind.MENTORING_CENTRE, '某区督导中心', '440103');
  await addOrganisation(api, OrganisationKind.MENTORING_CENTRE, '同名机构');
  await addOrganisation(api, OrganisationKind.OPERATOR, '同名机构');
  const before = await listBiLogins(url);
  await expect(grant('社工服务站平台')).rejects.toThrow('sees no service data');
  await expect(grant('某区督导中心')).rejects.toThrow('sees no service data');
  await expect(grant('广州市社会工作协会')).rejects.toThrow('Give it an API key');
  await expect(grant('同名机构')).rejects.toThrow('is more than one organisation');
  expect(await listBiLogins(url)).toEqual(before);
});

test('an unknown, malformed or foreign station is refused, and nothing is left behind', async () => {
  const before = await listBiLogins(url);
  const { station } = await demoAgreement(api, '中南街');
  for (const id of [station.id, '01a1fbf4-0000-7000-8000-000000000000', `x') or true --`, '']) {
    await expect(grant(OPERATOR, [id])).rejects.toThrow(`"${id}" is no station that this organisation sees`);
  }
  expect(await listBiLogins(url)).toEqual(before);
  const policies = await api.world.ownerQuery<{ polname: string }>(
    `select distinct polname from pg_policy where polname like 'bi\\_%'`,
  );
  expect(policies.map(({ polname }) => polname).sort()).toEqual(before.map(({ login }) => login).sort());
});

test('a login can be moved to other stations and keeps its password; a repetition changes nothing', async () => {
  const { station } = await demoAgreement(api, '逢源街');
  const bureau = READERS['bureau of the district'][0];
  const bi = await logins.as(bureau);
  const count = async (): Promise<number> => (await bi.rows('select from stations')).length;
  expect(await count()).toBe(2);
  for (const time of [1, 2]) {
    expect([time, await grant(bureau, [station.id], bi.login)]).toMatchObject([
      time,
      { password: null, stations: 1 },
    ]);
    expect(await count()).toBe(1);
  }
  await grant(bureau, null, bi.login);
  expect(await count()).toBe(2);
  await expect(grant(OPERATOR, null, bi.login)).rejects.toThrow(`is a login of ${bureau}`);
  await expect(grant(bureau, null, 'stations_server')).rejects.toThrow('is no BI login of this database');
  await logins.connect(bi.login, bi.password);
});

test('revoking ends access at once, open connections too, and leaves nothing behind', async () => {
  const bi = await logins.as(OPERATOR);
  const ended = new Promise((resolve) => bi.client.once('end', resolve));
  await bi.rows('begin; select from bi.service_records');
  await revokeBiLogin(url, bi.login);
  await ended;
  await expect(bi.client.query('select from bi.stations')).rejects.toThrow();
  await expect(logins.connect(bi.login, bi.password)).rejects.toMatchObject({ code: '28P01' });
  expect(await roleOf(bi.login)).toBeUndefined();
  const left = await api.world.ownerQuery(
    `select polname::text from pg_policy where polname = $1
     union all select relname from pg_class where relacl::text like '%' || $1 || '%'
     union all select attname from pg_attribute where attacl::text like '%' || $1 || '%'
     union all select nspname from pg_namespace where nspacl::text like '%' || $1 || '%'`,
    [bi.login],
  );
  expect(left).toEqual([]);
  await expect(revokeBiLogin(url, bi.login)).rejects.toThrow('is no BI login of this database');
});

test('objects of a login are dropped with it', async () => {
  const bi = await logins.as(OPERATOR);
  // As where PostgreSQL's default privileges are still granted.
  await api.world.ownerQuery(
    `grant temporary on database ${api.world.name} to ${bi.login};
     grant execute on function lo_from_bytea(oid, bytea) to ${bi.login}`,
  );
  await bi.rows('set default_transaction_read_only = off');
  await bi.rows('create temporary table mine as select * from bi.stations');
  const [made] = await bi.rows<{ oid: string }>(`select lo_from_bytea(0, 'mine') as oid`);
  await revokeBiLogin(url, bi.login);
  expect(
    await api.world.ownerQuery('select from pg_largeobject_metadata where oid = $1', [made!.oid]),
  ).toEqual([]);
});

test('only BI logins can be revoked', async () => {
  for (const role of [
    'stations_server',
    'stations_owner',
    'app_city',
    'postgres',
    'nobody',
    `x"; drop role y`,
  ]) {
    await expect(revokeBiLogin(url, role)).rejects.toThrow(`"${role}" is no BI login of this database`);
  }
});

test('a list shows each login’s organisation, stations, creation day and connections', async () => {
  const { station } = await demoAgreement(api, '逢源街');
  const bi = await logins.as(OPERATOR, [station.id]);
  const mine = (await listBiLogins(url)).find(({ login }) => login === bi.login);
  expect(mine).toMatchObject({
    organisation: '广州市荔湾区逢源人家服务中心',
    stationIds: [station.id],
    exists: true,
    connections: 1,
  } satisfies Partial<BiLogin>);
  expect(Math.abs(Date.now() - mine!.grantedAt.getTime())).toBeLessThan(60_000);
});

test('a login whose role was not restored is listed as gone, skipped by migrations, and can be renewed or revoked', async () => {
  const { station } = await demoAgreement(api, '逢源街');
  const [one, other] = ['bi_0123456789abcdef', 'bi_fedcba9876543210'];
  const id = await organisationId(api, READERS['bureau of the district'][0]);
  for (const login of [one, other]) {
    await api.world.ownerQuery(
      'insert into auth.bi_login (organisation_id, login, station_ids) values ($1, $2, $3)',
      [id, login, [station.id]],
    );
  }
  const listed = async (login: string): Promise<BiLogin | undefined> =>
    (await listBiLogins(url)).find((known) => known.login === login);
  expect(await listed(one)).toMatchObject({ exists: false });
  await expect(refreshBiLogins(url)).resolves.toBeGreaterThanOrEqual(0);
  await expect(grant(id, null, one)).rejects.toThrow(`make it anew with "npm run bi -- renew ${one}"`);

  const { password, stations } = await renewBiLogin(url, one);
  expect(stations).toBe(1);
  expect(await listed(one)).toMatchObject({ exists: true, stationIds: [station.id] });
  const bi = await logins.connect(one, password!);
  expect(await bi.rows('select station_id as id from stations')).toEqual([{ id: station.id }]);
  expect(await roleOf(one)).toMatchObject({ attributes: 't f f f f f f 10' });

  await revokeBiLogin(url, other);
  expect(await listed(other)).toBeUndefined();
});

test('renewing gives another password and leaves the scope as it is', async () => {
  const bi = await logins.as(OPERATOR);
  const before = await bi.rows('select station_id from stations');
  const { password } = await renewBiLogin(url, bi.login);
  await expect(logins.connect(bi.login, bi.password)).rejects.toMatchObject({ code: '28P01' });
  const again = await logins.connect(bi.login, password!);
  expect(await again.rows('select station_id from stations')).toEqual(before);
  await expect(renewBiLogin(url, 'stations_server')).rejects.toThrow('is no BI login of this database');
});

test('granting and revoking a login is in the audit log of its organisation', async () => {
  const { login } = await grant(OPERATOR);
  await revokeBiLogin(url, login);
  const admin = await api.as('admin@fengyuan.example');
  for (const action of ['BI_LOGIN_GRANTED', 'BI_LOGIN_REVOKED']) {
    const { auditLog } = await admin.get<{ auditLog: { nodes: { thingId: string }[] } }>(
      'query($filter: AuditFilter) { auditLog(filter: $filter) { nodes { thingId thing requestId } } }',
      { filter: { action } },
    );
    expect(auditLog.nodes.find(({ thingId }) => thingId === login)).toMatchObject({
      thing: 'BiLogin',
      requestId: 'npm run bi',
    });
  }
});

test('an owner that may not create logins, or does not own the tables, gets one line with what is needed', async () => {
  const server = api.world.serverUrl;
  await expect(
    grantBiLogin(server, { organisation: OPERATOR, stationIds: null, login: null }),
  ).rejects.toThrow('stations_server does not own the tables');
  const owner = `test_owner_${api.world.name}`;
  await asSuperuser(cluster(), async (client) =>
    client.query(`create role ${owner} login inherit password 'x'; grant stations_owner to ${owner}`),
  );
  const other = new URL(url);
  [other.username, other.password] = [owner, 'x'];
  try {
    await expect(
      grantBiLogin(other.toString(), { organisation: OPERATOR, stationIds: null, login: null }),
    ).rejects.toThrow(`let a superuser run: alter role ${owner} createrole`);
  } finally {
    await asSuperuser(cluster(), async (client) => client.query(`drop role ${owner}`));
  }
});

test('with logins of every kind row-level security is unchanged: everything new in the catalogue is theirs', async () => {
  for (const reader of EVERY_READER) await grant(READERS[reader][0]);
  const behind = async <T>(work: Parameters<typeof asSuperuser<T>>[1]): Promise<T> =>
    asSuperuser(cluster(), work, api.world.name);
  for (const check of [everyTableIsSecured, everyGrantHasItsPolicy, onlyRowsAreGranted]) {
    expect(await behind(check)).toEqual([]);
  }
  const server = new URL(api.world.serverUrl).username;
  expect(await behind(async (client) => rolesAreHarmless(client, server))).toEqual([]);
  // A login cannot name a table: it has no USAGE on schemas other than bi, and its policies are for it alone.
  for (const check of [directoryGrants, nothingIsPublic, policiesAreNarrow]) {
    const found = await behind(check);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.filter(
        (line) =>
          !/^not allowed: (SELECT \(\w+\) on core\.\w+ to )?bi_[0-9a-f]{16}|^schema bi is open to bi_/.test(
            line,
          ),
      ),
    ).toEqual([]);
  }
  const policies = await api.world.ownerQuery<{ polname: string; roles: string; cmd: string; open: boolean }>(
    `select distinct polname, polroles::regrole[]::text as roles, polcmd as cmd from pg_policy where polname like 'bi\\_%'`,
  );
  expect(policies.length).toBeGreaterThanOrEqual(EVERY_READER.length);
  expect(policies.filter(({ polname, roles, cmd }) => roles !== `{${polname}}` || cmd !== 'r')).toEqual([]);

  const database = new Database({
    url: api.world.serverUrl,
    poolSize: 1,
    poolWaitMs: 5000,
    statementTimeoutMs: 5000,
    lockTimeoutMs: 5000,
  });
  await database.start();
  await database.close();
});
