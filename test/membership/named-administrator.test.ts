import { newId } from '../../src/platform/ids';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  accept,
  change,
  codes,
  join,
  MEMBERS,
  newEmail,
  type Person,
  refusalsOf,
  remove,
  type UserError,
  VIEWER,
} from './support';

/** Administrators whom the platform names for an organisation that has had some. */
let api: TestApi;
let platform: Client;
let admin: Client;
let organisationId: string;
beforeAll(async () => {
  api = await startApi();
  platform = await api.as('admin@platform.example');
  admin = await api.as('admin@fengyuan.example');
  organisationId = (await admin.get<{ viewer: { organisation: { id: string } } }>(VIEWER)).viewer.organisation
    .id;
});
afterAll(async () => {
  await api.close();
});

interface Named {
  organisation: { id: string } | null;
  invitationToken: string | null;
  userErrors: UserError[];
}
const NAME = `mutation($input: NameAdministratorInput!) { nameAdministrator(input: $input) {
  organisation { id } invitationToken expiresAt userErrors { code path message } } }`;
const REASON = '原管理员均已离职，单位来函申请';
const input = (changes: object = {}): { input: object } => ({
  input: {
    organisationId,
    email: newEmail('named.example'),
    displayName: '陈接任',
    reason: REASON,
    ...changes,
  },
});
const name = async (changes: object = {}): Promise<Named> =>
  (await platform.get<{ nameAdministrator: Named }>(NAME, input(changes))).nameAdministrator;
const membersOf = async (client: Client): Promise<(Person & { namedBecause: string | null })[]> =>
  (
    await client.get<{ members: { nodes: (Person & { namedBecause: string | null })[] } }>(
      MEMBERS.replace('displayName', 'displayName namedBecause'),
    )
  ).members.nodes;
const logOf = async (client: Client, action: string): Promise<Record<string, string | null>[]> =>
  (
    await client.get<{ auditLog: { nodes: Record<string, string | null>[] } }>(
      `query($action: String!) { auditLog(filter: { action: $action }) { nodes { memberId thing thingId after } } }`,
      { action },
    )
  ).auditLog.nodes;

test('joins an organisation that has administrators, who see it before it joins, and why', async () => {
  const { invitationToken } = await name();
  const waiting = (await membersOf(admin)).find(({ displayName }) => displayName === '陈接任')!;
  expect(waiting).toMatchObject({ role: 'ADMIN', joinedAt: null, namedBecause: REASON });
  const { accessToken } = await accept(api, invitationToken!);
  const named = api.withToken(accessToken!);
  const { viewer } = await named.get<{ viewer: unknown }>(VIEWER);
  expect(viewer).toMatchObject({ role: 'ADMIN', organisation: { id: organisationId } });
  // The administrators of before keep theirs; no other member has a reason.
  const members = await membersOf(admin);
  expect(members.filter(({ namedBecause }) => namedBecause !== null)).toHaveLength(1);
  await remove(admin, waiting.id);
});

test('is in the audit log of the organisation and in that of the platform', async () => {
  await name({ reason: '街道来函' });
  const own = (await logOf(admin, 'ADMINISTRATOR_NAMED_BY_PLATFORM'))[0]!;
  expect(own).toMatchObject({ memberId: null, thing: 'Member' });
  expect(JSON.parse(own.after!)).toMatchObject({ displayName: '陈接任', reason: '街道来函' });
  const theirs = (await logOf(platform, 'ADMINISTRATOR_NAMED'))[0]!;
  expect(theirs).toMatchObject({ thing: 'Organisation', thingId: organisationId });
  expect(theirs.memberId).not.toBeNull();
  expect(await logOf(platform, 'ADMINISTRATOR_NAMED_BY_PLATFORM')).toEqual([]);
  expect(await logOf(admin, 'ADMINISTRATOR_NAMED')).toEqual([]);
});

test('cannot join once the organisation has removed it', async () => {
  const { invitationToken } = await name({ displayName: '不受欢迎' });
  const { id } = (await membersOf(admin)).find(({ displayName }) => displayName === '不受欢迎')!;
  expect((await remove(admin, id)).userErrors).toEqual([]);
  expect(codes((await accept(api, invitationToken!)).userErrors)).toEqual(['INVITATION_INVALID token']);
});

test('a first administrator who was invited before does not join by it', async () => {
  const add = `mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) {
    organisation { id } invitationToken userErrors { code } } }`;
  const first = { kind: 'OPERATOR', name: '两次邀请', administratorName: '首位' };
  const { addOrganisation } = await platform.get<{ addOrganisation: Named }>(add, {
    input: { ...first, administratorEmail: newEmail('named.example') },
  });
  const { id } = addOrganisation.organisation!;
  const again = `mutation($id: ID!, $email: String!) {
    inviteFirstAdministrator(organisationId: $id, email: $email, displayName: "首位") { invitationToken } }`;
  const { inviteFirstAdministrator: lost } = await platform.get<{ inviteFirstAdministrator: Named }>(again, {
    id,
    email: newEmail('named.example'),
  });
  await accept(api, addOrganisation.invitationToken!);
  const named = await name({ organisationId: id });
  expect((await accept(api, named.invitationToken!)).userErrors).toEqual([]);
  expect(codes((await accept(api, lost.invitationToken!)).userErrors)).toEqual(['INVITATION_INVALID token']);
});

test('nothing of a bad input is stored, and all faults are reported at once', async () => {
  const count = async (): Promise<unknown> =>
    api.world.ownerQuery('select (select count(*) from core.member), (select count(*) from auth.invitation)');
  const { addOrganisation: fresh } = await platform.get<{ addOrganisation: Named }>(
    'mutation($input: AddOrganisationInput!) { addOrganisation(input: $input) { organisation { id } } }',
    {
      input: {
        kind: 'OPERATOR',
        name: '尚无管理员',
        administratorEmail: newEmail('named.example'),
        administratorName: '首位',
      },
    },
  );
  const { viewer } = await platform.get<{ viewer: { organisation: { id: string } } }>(VIEWER);
  const before = await count();
  const refused = async (changes: object): Promise<string[]> => codes((await name(changes)).userErrors);
  expect(await refused({ email: 'x', displayName: ' ', reason: '' })).toEqual([
    'INVALID_EMAIL email',
    'EMPTY_TEXT displayName',
    'EMPTY_TEXT reason',
  ]);
  expect(await refused({ organisationId: fresh.organisation!.id })).toEqual([
    'NOT_ADMINISTERED organisationId',
  ]);
  expect(await refused({ organisationId: viewer.organisation.id })).toEqual([
    'OWN_ORGANISATION organisationId',
  ]);
  for (const id of [newId(), 'malformed']) {
    expect(await refusalsOf(platform, NAME, input({ organisationId: id }))).toEqual(['NOT_FOUND']);
  }
  expect(await count()).toEqual(before);
});

test("is named by the platform's administrators alone", async () => {
  const { client } = await join(api, platform, { role: 'MANAGER' });
  for (const who of [client, admin, await api.as('admin@guangzhou-bureau.example')]) {
    expect(await refusalsOf(who, NAME, input())).toEqual(['FORBIDDEN']);
  }
});

test('the database refuses one without a reason, and one of whom the organisation is not notified', async () => {
  const { accessToken } = await join(api, platform, { role: 'ADMIN' });
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as Record<
    'org' | 'sub' | 'sid' | 'version',
    string
  >;
  const insert = async (reason: string | null, isNotified: boolean): Promise<void> => {
    const client = await api.world.database.connect('app_platform');
    const id = newId();
    try {
      await client.query('begin');
      const { org, sub, sid, version } = claims;
      await client.query('select scope.enter($1, $2, $3, $4)', [org, sub, sid, version]);
      await client.query(
        `insert into core.member (organisation_id, id, email, display_name, role, named_because)
         values ($1, $2, $3, 'x', 'ADMIN', $4)`,
        [organisationId, id, newEmail('named.example'), reason],
      );
      if (isNotified) {
        await client.query(
          `insert into core.audit_entry (organisation_id, id, at, action, thing, thing_id, remote_address, request_id)
           values ($1, $2, now(), 'ADMINISTRATOR_NAMED_BY_PLATFORM', 'Member', $3, '', '')`,
          [organisationId, newId(), id],
        );
      }
      await client.query('commit');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  await expect(insert(null, true)).rejects.toThrow('has administrators of its own');
  await expect(insert('x', false)).rejects.toThrow('is not told');
  await insert('x', true);
  const isNotified = (await membersOf(admin)).find(({ namedBecause }) => namedBecause === 'x')!;
  // The reason stays, whatever becomes of the member.
  await change(admin, { memberId: isNotified.id, role: 'VIEWER' });
  expect((await membersOf(admin)).find(({ id }) => id === isNotified.id)?.namedBecause).toBe('x');
});
