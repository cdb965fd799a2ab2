import { verifyAccessToken } from '../../src/access';
import { issueAccessToken } from '../../src/access/access-token';
import { type Agreement, newStation } from '../api/support/agreements';
import { fundedStation, operationOf } from '../funding/support/money';
import type { Client } from '../kit/api';
import { startApi, type TestApi } from '../kit/api';
import { TEST_KEYS } from '../kit/settings';
import { change, codes, invite, type Joined, join, refresh, refusalsOf, tryInvite, VIEWER } from './support';

/** Managers who record money where the administrator of their operator lets them. */
let api: TestApi;
let admin: Client;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('admin@fengyuan.example');
  agreement = await fundedStation(api);
});
afterAll(async () => {
  await api.close();
});

const EXPENDITURE = operationOf('recordExpenditure');
const spending = (agreementId: string): { input: object } => ({
  input: { agreementId, category: '未列预算', amount: '10', spentOn: '2024-02-01' },
});
const spend = async (client: Client, { id } = agreement): Promise<unknown[]> =>
  refusalsOf(client, EXPENDITURE, spending(id));
const manager = async (input: Record<string, unknown> = {}): Promise<Joined> =>
  join(api, admin, { role: 'MANAGER', ...input });
/** The same member with the token that it gets after its rights have changed. */
const renewed = async ({ refreshToken }: Joined): Promise<Client> =>
  api.withToken((await refresh(api, refreshToken)).accessToken!);

test('a manager records money from when it is let until that is taken back', async () => {
  const member = await manager();
  const { id: memberId } = member;
  expect(await spend(member.client)).toEqual(['FORBIDDEN']);
  const { member: let_ } = await change(admin, { memberId, recordsMoney: true });
  expect(let_?.recordsMoney).toBe(true);
  const client = await renewed(member);
  expect(await spend(client)).toEqual([]);
  await change(admin, { memberId, recordsMoney: false });
  // At once: the token that was issued with the right is refused.
  expect(await spend(client)).toEqual(['UNAUTHENTICATED']);
});

test('it records and reverses receipts and expenditures, and sets no plans', async () => {
  const { client } = await manager({ recordsMoney: true });
  const record = async (mutation: 'recordReceipt' | 'recordExpenditure', input: object): Promise<string> => {
    const answer = await client.get<Record<string, { entryId: string | null; userErrors: unknown[] }>>(
      operationOf(mutation),
      { input: { agreementId: agreement.id, amount: '10', ...input } },
    );
    expect(answer[mutation]!.userErrors).toEqual([]);
    return answer[mutation]!.entryId!;
  };
  const receipt = await record('recordReceipt', { condition: 'SIGNING', receivedMonth: '2024-02' });
  const expenditure = await record('recordExpenditure', { category: '未列预算', spentOn: '2024-02-01' });
  for (const [mutation, id] of [
    ['reverseReceipt', receipt],
    ['reverseExpenditure', expenditure],
  ] as const) {
    expect(await refusalsOf(client, operationOf(mutation), { input: { id, reason: '录入有误' } })).toEqual(
      [],
    );
  }
  const budget = { agreementId: agreement.id, lines: [{ category: '人员', amount: '1' }] };
  expect(await refusalsOf(client, operationOf('setBudget'), { input: budget })).toEqual(['FORBIDDEN']);
  const sources = { agreementId: agreement.id, sources: [{ level: 'CITY', amount: '1' }] };
  expect(await refusalsOf(client, operationOf('setFundingSources'), { input: sources })).toEqual([
    'FORBIDDEN',
  ]);
});

test('the right reaches no further than the stations of the manager', async () => {
  const { client } = await manager({ recordsMoney: true, stationIds: [agreement.station.id] });
  expect(await spend(client)).toEqual([]);
  expect(await spend(client, await newStation(api))).toEqual(['NOT_FOUND']);
});

test('the database refuses a manager without the right, whatever the token says', async () => {
  const { accessToken } = await manager();
  const session = verifyAccessToken(accessToken, TEST_KEYS, api.clock.now())!;
  const pretending = issueAccessToken({ ...session, recordsMoney: true }, TEST_KEYS, api.clock.now());
  const rows = async (): Promise<unknown> =>
    api.world.ownerQuery('select count(*) from core.expenditure where recorded_by = $1', [session.memberId]);
  const before = await rows();
  expect(await spend(api.withToken(pretending))).not.toEqual([]);
  expect(await rows()).toEqual(before);
});

test('the right ends with the role, and does not come back with it', async () => {
  const { member } = await invite(admin, { role: 'MANAGER', recordsMoney: true });
  const { id: memberId } = member;
  const after = async (input: object): Promise<unknown> =>
    (await change(admin, { memberId, ...input })).member?.recordsMoney;
  expect(await after({ displayName: '新名' })).toBe(true);
  expect(await after({ role: 'WORKER' })).toBe(false);
  expect(await after({ role: 'MANAGER' })).toBe(false);
});

test.each(['ADMIN', 'WORKER', 'VIEWER'])('a %s cannot be given the right', async (role) => {
  const refused = await tryInvite(admin, { role, recordsMoney: true });
  expect(codes(refused.userErrors)).toEqual(['MONEY_NEEDS_MANAGER recordsMoney']);
  const { member } = await invite(admin, { role });
  const changed = await change(admin, { memberId: member.id, recordsMoney: true });
  expect(codes(changed.userErrors)).toEqual(['MONEY_NEEDS_MANAGER recordsMoney']);
});

test('managers of others than operators cannot be given the right', async () => {
  const street = await api.as('admin@fengyuan-street.example');
  const refused = await tryInvite(street, { role: 'MANAGER', recordsMoney: true });
  expect(codes(refused.userErrors)).toEqual(['MONEY_NEEDS_MANAGER recordsMoney']);
});

test('giving and taking the right are in the audit log of the operator', async () => {
  const member = await manager();
  await change(admin, { memberId: member.id, recordsMoney: true });
  await change(admin, { memberId: member.id, recordsMoney: false });
  const { auditLog } = await admin.get<{ auditLog: { nodes: { before: string; after: string }[] } }>(
    `query($id: ID!) { auditLog(filter: { thingId: $id, action: "MEMBER_CHANGED" }) { nodes { before after } } }`,
    { id: member.id },
  );
  const right = (values: string): unknown => (JSON.parse(values) as { recordsMoney: boolean }).recordsMoney;
  expect(auditLog.nodes.map(({ before, after }) => [right(before), right(after)])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(await refusalsOf(member.client, VIEWER)).toEqual(['UNAUTHENTICATED']);
});
