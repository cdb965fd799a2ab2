import { DATABASE_ROLES } from '../../src/platform/database/roles';
import { newId } from '../../src/platform/ids';
import { addsNothingForeign, changesNothingForeign, sees, type Snapshot, snapshot } from './checks/rows';
import { viewerWithoutScope } from './kit/database-viewers';
import { type Fixture, startFixture } from './kit/fixture';

/** The settings that policies read, without an entered scope: absent, empty, incomplete or malformed. */
let fixture: Fixture;
let tables: Snapshot;
let names: string[];
beforeAll(async () => {
  fixture = await startFixture();
  tables = await snapshot(fixture);
  const read = await fixture.world.ownerQuery<{ name: string }>(
    `select distinct (regexp_matches(prosrc, '''app[.](\\w+)''', 'g'))[1] as name from pg_proc
      where pronamespace = 'scope'::regnamespace order by 1`,
  );
  names = read.map(({ name }) => name);
});
afterAll(async () => {
  await fixture.close();
});

test('the settings that open a scope are exactly these', () => {
  expect(names).toEqual([
    'agreement_ids',
    'assessed_stations',
    'assessment_ids',
    'auth_email',
    'auth_hash',
    'auth_member_id',
    'district_code',
    'member_id',
    'open_agreement_ids',
    'organisation_id',
    'outbox',
    'records_money',
    'role',
    'station_ids',
    'whole_city',
  ]);
});

test.each(DATABASE_ROLES)(
  '%s sees, adds and changes nothing without a scope, or with an empty one',
  async (role) => {
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    for (const settings of [{}, empty]) {
      const nobody = viewerWithoutScope(role, settings);
      expect(await sees(fixture.runAs, nobody, tables)).toEqual([]);
      expect(await addsNothingForeign(fixture.runAs, nobody, tables)).toEqual([]);
      expect(await changesNothingForeign(fixture.runAs, nobody, tables)).toEqual([]);
    }
  },
);

const ALL = { station_ids: '*', role: 'ADMIN' };
const MALFORMED: Record<string, string>[] = [
  { organisation_id: 'x' },
  { organisation_id: '%' },
  { organisation_id: '*' },
  { organisation_id: 'null' },
  { organisation_id: "' or true --" },
  { organisation_id: ' ' },
  { district_code: '%' },
  { district_code: '4401' },
  { district_code: '440103,440106' },
  { district_code: '*' },
  { whole_city: 'true' },
  { whole_city: 'ON' },
  { whole_city: '1' },
  { whole_city: ' on' },
  { whole_city: '*' },
  { agreement_ids: '*' },
  { agreement_ids: '{}' },
  { agreement_ids: '{NULL}' },
  { agreement_ids: '{x}' },
  { auth_email: '%', auth_hash: '%' },
  { auth_email: '*', auth_hash: '*', auth_member_id: '*' },
  { auth_member_id: '%' },
  { auth_member_id: '' },
];

test.each(DATABASE_ROLES)('%s sees nothing with a malformed scope', async (role) => {
  for (const settings of MALFORMED) {
    expect(await sees(fixture.runAs, viewerWithoutScope(role, { ...ALL, ...settings }), tables)).toEqual([]);
  }
});

test.each(DATABASE_ROLES)('%s sees nothing with the scope of an unknown member', async (role) => {
  const nobody = { organisation_id: newId(), district_code: '440199', agreement_ids: `{${newId()}}` };
  const claim = { auth_email: 'nobody@tenancy.example', auth_hash: 'ab', auth_member_id: newId() };
  // What every bureau, or every viewer, may read needs no list of stations.
  const open = ['core.declared_tie', 'core.assessment_scheme'];
  const guarded: Snapshot = new Map([...tables].filter(([table]) => !open.includes(table)));
  expect(
    await sees(fixture.runAs, viewerWithoutScope(role, { ...ALL, ...nobody, ...claim }), guarded),
  ).toEqual([]);
});

/** The settings that each role's policies read, besides the list of stations. */
const KEY: Record<string, string[]> = {
  app_operator: ['organisation_id'],
  app_purchaser: ['organisation_id'],
  app_supervisor: ['organisation_id', 'district_code'],
  app_city: ['organisation_id', 'whole_city'],
  app_mentoring: ['organisation_id', 'whole_city'],
  app_assessor: ['organisation_id', 'agreement_ids'],
  app_platform: ['organisation_id'],
};

test.each(DATABASE_ROLES)("%s sees nothing with every setting of the others' scopes", async (role) => {
  const { agreements, parties } = fixture;
  const everything: Record<string, string> = {
    ...ALL,
    organisation_id: parties.A,
    district_code: '440103',
    whole_city: 'on',
    agreement_ids: `{${Object.values(agreements)
      .map(({ agreementId }) => agreementId)
      .join()}}`,
  };
  const others = Object.entries(everything).filter(([name]) => !(KEY[role] ?? []).includes(name));
  expect(await sees(fixture.runAs, viewerWithoutScope(role, Object.fromEntries(others)), tables)).toEqual([]);
});

test('no role sees a row of an agreement without its list of stations, or with a malformed one', async () => {
  const ofAgreements: Snapshot = new Map(
    [...tables].filter(([, [row]]) => row && 'station_id' in row && !('member_id' in row)),
  );
  expect(ofAgreements.size).toBeGreaterThan(10);
  const everything = {
    organisation_id: fixture.parties.A,
    district_code: '440103',
    whole_city: 'on',
    agreement_ids: `{${fixture.agreements['A at S1'].agreementId}}`,
  };
  for (const role of DATABASE_ROLES) {
    for (const stations of [{}, { station_ids: '' }, { station_ids: '{}' }, { station_ids: '{NULL}' }]) {
      expect(
        await sees(fixture.runAs, viewerWithoutScope(role, { ...everything, ...stations }), ofAgreements),
      ).toEqual([]);
    }
    for (const station_ids of ['x', '%', '**', `{${newId()}}`, '{*}', ' *']) {
      expect(
        await sees(fixture.runAs, viewerWithoutScope(role, { ...everything, station_ids }), ofAgreements),
      ).toEqual([]);
    }
  }
});
