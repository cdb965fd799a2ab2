import { type Agreement, confirm, newProposal, newStation } from '../api/support/agreements';
import { record } from '../api/support/questions';
import { voidAgreement } from '../api/support/void-agreement';
import { startApi, type TestApi } from '../kit/api';
import { enrolStaff, person } from '../staffing/support';
import { loadOf, quiet, type Row } from './support';

/** Exports are of confirmed agreements alone; a later load takes back what has become void. */
let api: TestApi;
let token: string;
beforeAll(async () => {
  api = await startApi({ EXPORTS_AT_ONCE: '20' });
  token = (await api.as('admin@guangzhou-bureau.example')).token!;
});
afterAll(async () => {
  await api.close();
});

const EXPORTS = ['service-records', 'completion', 'staffing', 'funding', 'assessments'] as const;
const MORE = {
  annualFee: '1000000',
  requiredPosts: '10',
  instalments: [{ condition: 'SIGNING', share: '1' }],
  targets: [{ term: '年度', indicator: 'HOTLINE', measure: 'CALLS', value: '100' }],
};

/** What may be prepared for a proposal. */
async function prepare({ id }: Agreement): Promise<void> {
  const admin = await api.as('admin@fengyuan.example');
  await admin.get(`mutation($input: SetBudgetInput!) { setBudget(input: $input) { userErrors { code } } }`, {
    input: { agreementId: id, lines: [{ category: '人员', amount: '600000' }] },
  });
  await enrolStaff(admin, id, person('陈美玲'));
}

/** A record, a receipt that was reversed, and an assessment. */
async function work({ id }: Agreement): Promise<void> {
  const admin = await api.as('admin@fengyuan.example');
  const quantities = [{ measure: 'CALLS', value: '3' }];
  await record(admin, id, [{ indicator: 'HOTLINE', occurredOn: '2024-03-01', quantities }]);
  const { recordReceipt } = await admin.get<{ recordReceipt: { entryId: string } }>(
    `mutation($input: RecordReceiptInput!) { recordReceipt(input: $input) { entryId userErrors { code } } }`,
    { input: { agreementId: id, amount: '1000', condition: 'SIGNING', receivedOn: '2024-03-01' } },
  );
  await admin.get(
    `mutation($input: ReverseEntryInput!) { reverseReceipt(input: $input) { userErrors { code } } }`,
    { input: { id: recordReceipt.entryId, reason: '误录' } },
  );
  const bureau = await api.as('admin@liwan-bureau.example');
  const { organisations } = await bureau.get<{ organisations: { nodes: { id: string }[] } }>(
    '{ organisations(kind: ASSESSOR) { nodes { id } } }',
  );
  const days = { from: '2024-01-01', to: '2024-06-30' };
  const input = { agreementId: id, kind: 'MIDTERM', assessorId: organisations.nodes[0]!.id, ...days };
  const { openAssessment } = await bureau.get<{ openAssessment: { userErrors: unknown[] } }>(
    `mutation($input: OpenAssessmentInput!) { openAssessment(input: $input) { userErrors { code } } }`,
    { input },
  );
  expect(openAssessment.userErrors).toEqual([]);
}

/** How many rows of an agreement each export has, and how many of them are marked as removed. */
async function rowsOf(
  { id }: Agreement,
  since: Partial<Record<string, string>> = {},
): Promise<{ counts: Record<string, string>; next: Record<string, string> }> {
  const counts: Record<string, string> = {};
  const next: Record<string, string> = {};
  for (const name of EXPORTS) {
    const path = `${name}.csv${since[name] === undefined ? '' : `?updatedSince=${encodeURIComponent(since[name])}`}`;
    const load = await loadOf(api, path, token);
    const rows = load.rows.filter((row: Row) => row.agreement_id === id);
    const removed = rows.filter((row) => row.removed === 'true').length;
    counts[name] =
      rows.length === 0 ? 'none' : removed === 0 ? 'all' : removed === rows.length ? 'removed' : 'some';
    next[name] = load.next;
  }
  return { counts, next };
}

const each = (state: string): Record<string, string> =>
  Object.fromEntries(EXPORTS.map((name) => [name, state]));

test('a load has nothing of a proposal, and all of it from its confirmation on', async () => {
  const proposal = await newProposal(api, MORE);
  await prepare(proposal);
  await quiet(api);
  const first = await rowsOf(proposal);
  expect(first.counts).toEqual(each('none'));
  await prepare(proposal);
  const later = await rowsOf(proposal, first.next);
  expect(later.counts).toEqual(each('none'));
  await quiet(api);
  const { next } = await rowsOf(proposal);
  await confirm(api, proposal);
  const prepared = { completion: 'all', staffing: 'all', funding: 'all' };
  expect((await rowsOf(proposal, next)).counts).toEqual({ ...each('none'), ...prepared });
});

test('a load takes back every row of an agreement that has become void, and a full one has none of it', async () => {
  const agreement = await newStation(api, MORE);
  await prepare(agreement);
  await work(agreement);
  await quiet(api);
  const { counts, next } = await rowsOf(agreement);
  expect(counts).toEqual(each('all'));
  await quiet(api);
  await voidAgreement(api, agreement);
  expect((await rowsOf(agreement, next)).counts).toEqual(each('removed'));
  const full = await rowsOf(agreement);
  expect(full.counts).toEqual(each('none'));
  await quiet(api);
  expect((await rowsOf(agreement, (await rowsOf(agreement)).next)).counts).toEqual(each('none'));
});
