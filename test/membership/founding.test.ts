import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  accept,
  codes,
  invite,
  join,
  MEMBERS,
  newEmail,
  type Person,
  refusalsOf,
  remove,
  signIn,
  together,
  type UserError,
  VIEWER,
} from './support';

let api: TestApi;
let platform: Client;
beforeAll(async () => {
  api = await startApi();
  platform = await api.as('admin@platform.example');
});
afterAll(async () => {
  await api.close();
});

interface Founded {
  organisation: { id: string; kind: string; name: string; district: { code: string } | null } | null;
  invitationToken: string | null;
  expiresAt: string | null;
  userErrors: UserError[];
}

const PAYLOAD = `organisation { id kind name district { code } } invitationToken expiresAt userErrors { code path message }`;
const ADD = `mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) { ${PAYLOAD} } }`;
const AGAIN = `mutation($id: ID!, $email: String!) {
  inviteFirstAdministrator(organisationId: $id, email: $email, displayName: "首位管理员") { ${PAYLOAD} }
}`;

let organisations = 0;

function validInput(changes: Record<string, unknown> = {}): { input: Record<string, unknown> } {
  organisations += 1;
  return {
    input: {
      kind: 'OPERATOR',
      name: `新机构 ${organisations}`,
      districtCode: '440103',
      administratorEmail: newEmail('new.example'),
      administratorName: '首位管理员',
      ...changes,
    },
  };
}

async function add(changes: Record<string, unknown> = {}): Promise<Founded> {
  return (await platform.get<{ addOrganisation: Founded }>(ADD, validInput(changes))).addOrganisation;
}

async function again(id: string, email = newEmail('new.example')): Promise<Founded> {
  const variables = { id, email };
  return (await platform.get<{ inviteFirstAdministrator: Founded }>(AGAIN, variables))
    .inviteFirstAdministrator;
}

describe("the platform's administrator", () => {
  it('adds organisations and bureaus of every kind, whose first administrator then administers them alone', async () => {
    const kinds: [string, string | null][] = [
      ['OPERATOR', null],
      ['PURCHASER', '440104'],
      ['SUPERVISOR', '440105'],
      ['MENTORING_CENTRE', null],
      ['ASSESSOR', null],
    ];
    for (const [kind, districtCode] of kinds) {
      const { organisation, invitationToken, userErrors } = await add({ kind, districtCode });
      expect(userErrors).toEqual([]);
      expect(organisation).toMatchObject({ kind, district: districtCode && { code: districtCode } });
      const { accessToken } = await accept(api, invitationToken!);
      const first = api.withToken(accessToken!);
      const { viewer } = await first.get<{ viewer: unknown }>(VIEWER);
      expect(viewer).toMatchObject({ role: 'ADMIN', organisation: { id: organisation!.id } });
      const second = await join(api, first, { role: 'ADMIN' });
      expect(await refusalsOf(second.client, MEMBERS)).toEqual([]);
    }
  });

  it('sees which organisations have had an administrator; nobody else does', async () => {
    const IS_ADMINISTERED = 'query($id: ID!) { node(id: $id) { ... on Organisation { isAdministered } } }';
    const { organisation, invitationToken } = await add();
    const isAdministered = async (client: Client): Promise<unknown> =>
      (await client.get<{ node: unknown }>(IS_ADMINISTERED, { id: organisation!.id })).node;
    expect(await isAdministered(platform)).toEqual({ isAdministered: false });
    const { accessToken } = await accept(api, invitationToken!);
    expect(await isAdministered(platform)).toEqual({ isAdministered: true });
    expect(await isAdministered(api.withToken(accessToken!))).toEqual({ isAdministered: null });
  });

  it('gets every error of its input at once', async () => {
    const faulty = { kind: 'PURCHASER', name: ' ', districtCode: null };
    const administrator = { administratorEmail: 'nobody', administratorName: '' };
    expect(codes((await add({ ...faulty, ...administrator })).userErrors)).toEqual([
      'EMPTY_TEXT name',
      'DISTRICT_MISSING districtCode',
      'INVALID_EMAIL administratorEmail',
      'EMPTY_TEXT administratorName',
    ]);
    expect(codes((await add({ districtCode: '999999' })).userErrors)).toEqual([
      'UNKNOWN_DISTRICT districtCode',
    ]);
    expect(codes((await add({ kind: 'PLATFORM', districtCode: null })).userErrors)).toEqual([
      'ONE_PLATFORM kind',
    ]);
  });

  it('adds no organisation twice, and none partially', async () => {
    const count = async (): Promise<unknown> =>
      api.world.ownerQuery(
        'select (select count(*) from core.organisation), (select count(*) from core.member), (select count(*) from auth.invitation)',
      );
    const { organisation } = await add();
    const before = await count();
    expect(codes((await add({ name: organisation!.name })).userErrors)).toEqual([
      'ORGANISATION_NAME_TAKEN name',
    ]);
    expect(await count()).toEqual(before);
    const both = await Promise.all([add({ name: '同时新增' }), add({ name: '同时新增' })]);
    expect(both.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  it('is the only one to add organisations', async () => {
    for (const account of ['admin@fengyuan', 'admin@guangzhou-bureau', 'admin@fengyuan-street']) {
      const client = await api.as(`${account}.example`);
      expect(await refusalsOf(client, ADD, validInput())).toEqual(['FORBIDDEN']);
      expect(await refusalsOf(client, AGAIN, { id: newId(), email: 'x@y.cn' })).toEqual(['FORBIDDEN']);
    }
    const viewer = await join(api, platform, { role: 'MANAGER' });
    expect(await refusalsOf(viewer.client, ADD, validInput())).toEqual(['FORBIDDEN']);
  });

  it('sees no service data, and only its own members', async () => {
    const { organisations: directory } = await platform.get<{
      organisations: { nodes: { id: string }[] };
    }>('{ organisations(first: 50) { nodes { id } } }');
    expect(directory.nodes.length).toBeGreaterThan(10);
    const [agreement] = await api.world.ownerQuery<{ id: string; station_id: string }>(
      'select id, station_id from core.agreement limit 1',
    );
    for (const query of [
      '{ stations { totalCount } }',
      `{ station(id: "${agreement!.station_id}") { id } }`,
      `{ agreement(id: "${agreement!.id}") { id } }`,
    ]) {
      expect(await refusalsOf(platform, query)).toEqual(['FORBIDDEN']);
    }
    const nested = '{ organisations(first: 50) { nodes { stations { totalCount } } } }';
    expect(new Set(await refusalsOf(platform, nested))).toEqual(new Set(['FORBIDDEN']));
    for (const id of [agreement!.id, agreement!.station_id, newId()]) {
      expect(await refusalsOf(platform, 'query($id: ID!) { node(id: $id) { id } }', { id })).toEqual([
        'NOT_FOUND',
      ]);
    }
    const { members } = await platform.get<{ members: { nodes: Person[] } }>(MEMBERS);
    expect(members.nodes.filter(({ email }) => !/platform|joins/.test(email))).toEqual([]);
  });
});

describe('an organisation that is administered', () => {
  it('is given no other first administrator by the platform', async () => {
    const { organisation, invitationToken } = await add();
    await accept(api, invitationToken!);
    expect(codes((await again(organisation!.id)).userErrors)).toEqual([
      'ALREADY_ADMINISTERED organisationId',
    ]);
    for (const id of [newId(), 'malformed']) {
      expect(await refusalsOf(platform, AGAIN, { id, email: 'x@y.cn' })).toEqual(['NOT_FOUND']);
    }
  });

  it('refuses a first administrator who was invited before', async () => {
    const first = await add();
    const second = await again(first.organisation!.id);
    const third = await again(first.organisation!.id);
    const { accessToken } = await accept(api, second.invitationToken!);
    expect(accessToken).not.toBeNull();
    for (const { invitationToken } of [first, third]) {
      expect(codes((await accept(api, invitationToken!)).userErrors)).toEqual(['INVITATION_INVALID token']);
    }
    // Members who cannot join can be removed; members invited by the organisation itself do join.
    const admin = api.withToken(accessToken!);
    const { members } = await admin.get<{ members: { nodes: Person[] } }>(MEMBERS);
    for (const { id } of members.nodes.filter(({ joinedAt }) => joinedAt === null)) {
      expect((await remove(admin, id)).userErrors).toEqual([]);
    }
    expect((await accept(api, (await invite(admin, { role: 'ADMIN' })).token)).userErrors).toEqual([]);
  });

  it('has one first administrator, of several who accept concurrently', async () => {
    const first = await add();
    const others = [await again(first.organisation!.id), await again(first.organisation!.id)];
    const answers = await together(
      api,
      ['select from core.organisation where id = $1 for update', [first.organisation!.id]],
      [first, ...others].map(
        ({ invitationToken }) =>
          async () =>
            accept(api, invitationToken!),
      ),
    );
    expect(answers.filter(({ accessToken }) => accessToken !== null)).toHaveLength(1);
  });

  it('is closed to the database role of the platform too', async () => {
    const { session } = (await signInWithSession('admin@platform.example'))!;
    const [organisation] = await api.world.ownerQuery<{ id: string }>(
      `select id from core.organisation where short_name = '逢源人家'`,
    );
    const waiting = await invite(await api.as('admin@fengyuan.example'));
    const asPlatform = async (sql: string, values: unknown[]): Promise<unknown> => {
      const client = await api.world.database.connect('app_platform');
      try {
        await client.query('begin');
        await client.query('select scope.enter($1, $2, $3, $4)', session);
        return await client.query(sql, values);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const member = `insert into core.member (organisation_id, id, kind, email, display_name, role)
      values ($1, $2, $3, $4, 'x', $5)`;
    const foreign = organisation!.id;
    await expect(asPlatform(member, [foreign, newId(), 'PERSON', 'x@y.cn', 'ADMIN'])).rejects.toThrow(
      'has administrators of its own',
    );
    const { organisation: fresh } = await add();
    await expect(
      asPlatform(member, [fresh!.id, newId(), 'PERSON', 'x@y.cn', 'ADMIN']),
    ).resolves.toBeDefined();
    for (const [kind, email, role] of [
      ['PERSON', 'x@y.cn', 'MANAGER'],
      ['KEY', null, 'VIEWER'],
    ]) {
      await expect(asPlatform(member, [fresh!.id, newId(), kind, email, role])).rejects.toThrow(
        /row-level security/,
      );
    }
    const invitation = `insert into auth.invitation (hash, organisation_id, member_id, issued_at, expires_at, founding)
      values ('stolen', $1, $2, now(), now() + interval '1 day', $3)`;
    await expect(asPlatform(invitation, [foreign, waiting.member.id, false])).rejects.toThrow(
      /row-level security/,
    );
    for (const sql of [
      'update core.member set role = $2 where organisation_id = $1',
      'delete from core.member_station where organisation_id = $1 and member_id::text <> $2',
    ]) {
      expect(await asPlatform(sql, [foreign, 'VIEWER'])).toMatchObject({ rowCount: 0 });
    }
    await expect(asPlatform('update core.organisation set administered = false', [])).rejects.toThrow(
      'permission denied',
    );
  });
});

/** The arguments of scope.enter for a new session of this account. */
async function signInWithSession(email: string): Promise<{ session: unknown[] } | null> {
  const { accessToken } = await signIn(api, email);
  const claims = JSON.parse(Buffer.from(accessToken!.split('.')[1]!, 'base64url').toString()) as Record<
    'org' | 'sub' | 'sid' | 'version',
    unknown
  >;
  return { session: [claims.org, claims.sub, claims.sid, claims.version] };
}
