import { MemberRole } from '../../src/access';
import { checkStates } from '../../src/verify';
import { parties, type Parties } from '../assessment/support/parties';
import { enrolStaff, person } from '../staffing/support';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { type Agreement, newProposal, newStation, withdraw } from './support/agreements';
import { enrol } from './support/people';
import { codesAndPaths, record, type UserError } from './support/questions';

/** 定稿报告: what is published stays, is numbered, and is compared with the current figures and with each other. */
let api: Api;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  agreement = await newStation(api, { annualFee: '1000', requiredPosts: '4' }, ({ terms, zones }) => [
    { termId: terms[0]!.id, indicator: 'HOME_VISIT', measure: 'VISITS', value: '40', zoneId: zones[0]!.id },
  ]);
  await record(who.operator, agreement.id, [
    visit('2024-02-01', '10', agreement.zones[0]!.id),
    visit('2024-03-01', '2'),
  ]);
  await enrolStaff(who.operator, agreement.id, person('陈美玲'));
  const survey = { agreementId: agreement.id, method: 'OVERALL', surveyedOn: '2024-03-01' };
  await who.operator.get(
    'mutation($i: RecordSatisfactionInput!) { recordSatisfaction(input: $i) { userErrors { code } } }',
    {
      i: { ...survey, asked: 50, answered: 48, satisfied: 47 },
    },
  );
});

const visit = (occurredOn: string, value: string, zoneId: string | null = null) => ({
  indicator: 'HOME_VISIT',
  occurredOn,
  quantities: [{ measure: 'VISITS', value }],
  zoneId,
});

const REPORT = `id number kind title from to publishedAt publishedBy { name } supersedes { id } supersededBy { id }
  agreement { id } completion { term { name } from to rows { indicator { code } total { target completed percent }
    byZone { zone { name } completed } } }
  staffing { total members { name code } } funding { annualFee } satisfaction { answered }
  changesSince { report path was is }`;
interface Change {
  report: string;
  path: string[];
  was: string | null;
  is: string | null;
}
interface Report {
  id: string;
  number: number;
  kind: string;
  title: string;
  publishedBy: { name: string };
  supersedes: { id: string } | null;
  supersededBy: { id: string } | null;
  completion: { rows: { total: { target: string | null; completed: string; percent: string | null } }[] }[];
  staffing: { total: string; members: { name: string; code: string }[] };
  funding: { annualFee: string };
  satisfaction: { answered: number } | null;
  changesSince: Change[];
}
interface Published {
  report: Report | null;
  userErrors: UserError[];
}

const PUBLISH = `mutation($input: PublishReportInput!) {
  publishReport(input: $input) { report { ${REPORT} } userErrors { code path message } } }`;
async function publish(client: Client, changes: Record<string, unknown> = {}): Promise<Published> {
  const input = {
    agreementId: agreement.id,
    title: '上半年报告',
    from: '2024-01-01',
    to: '2024-06-30',
    ...changes,
  };
  return (await client.get<{ publishReport: Published }>(PUBLISH, { input })).publishReport;
}
async function read(client: Client, id: string): Promise<Report> {
  const query = `query($id: ID!) { node(id: $id) { ... on PublishedReport { ${REPORT} } } }`;
  return (await client.get<{ node: Report }>(query, { id })).node;
}
const shown = (changes: readonly Change[]): string[] =>
  changes.map(({ report, path, was, is }) => `${report} ${path.join('/')}: ${was ?? '-'} → ${is ?? '-'}`);

test('what is published stays as it was, for everyone who reads the agreement', async () => {
  const { report, userErrors } = await publish(who.operator, { kind: 'HALF_YEAR' });
  expect(userErrors).toEqual([]);
  expect(report).toMatchObject({
    number: 1,
    kind: 'HALF_YEAR',
    title: '上半年报告',
    changesSince: [],
    supersedes: null,
    funding: { annualFee: '1000.00' },
    satisfaction: { answered: 48 },
  });
  expect(report!.completion[0]!.rows[0]!.total).toEqual({ target: '40', completed: '12', percent: '30.00' });
  expect(report!.staffing.members.map(({ name, code }) => name === code)).toEqual([true]);
  await record(who.operator, agreement.id, [visit('2024-05-01', '4')]);
  for (const client of [who.operator, who.purchaser, who.bureau, who.city]) {
    const { changesSince, ...kept } = await read(client, report!.id);
    const { changesSince: _, ...published } = report!;
    expect(kept).toEqual(published);
    expect(shown(changesSince)).toEqual([
      'COMPLETION 年度/HOME_VISIT/VISITS/total/completed: 12 → 16',
      'COMPLETION 年度/HOME_VISIT/VISITS/total/percent: 30.00 → 40.00',
    ]);
  }
  // Satisfaction is for the parties and their bureaus.
  const mentors = await read(who.mentors, report!.id);
  expect(mentors.satisfaction).toBeNull();
  expect(shown(mentors.changesSince)).toHaveLength(2);
  for (const foreign of [who.otherOperator, who.otherPurchaser, who.otherBureau, who.otherAssessor]) {
    const { errors } = await foreign.ask('query($id: ID!) { node(id: $id) { id } }', { id: report!.id });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  }
});

test('numbers follow one another without a gap, however many publish at once', async () => {
  const clients = [who.operator, who.purchaser, who.bureau, who.city, who.operator, who.purchaser];
  const made = await Promise.all(clients.map(async (client, at) => publish(client, { title: `报告 ${at}` })));
  expect(made.map(({ report }) => report!.number).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  const list = await who.purchaser.get<{
    agreement: {
      publishedReports: { totalCount: number; nodes: { number: number }[]; pageInfo: { endCursor: string } };
    };
  }>(
    `query($id: ID!) { agreement(id: $id) { publishedReports(first: 3) {
      totalCount nodes { number } pageInfo { endCursor hasNextPage } } } }`,
    { id: agreement.id },
  );
  const { publishedReports: page } = list.agreement;
  expect(page.nodes.map(({ number }) => number)).toEqual([7, 6, 5]);
  expect(page.totalCount).toBe(7);
  const next = await who.purchaser.get<{ agreement: { publishedReports: { nodes: { number: number }[] } } }>(
    `query($id: ID!, $after: String) { agreement(id: $id) { publishedReports(first: 3, after: $after) { nodes { number } } } }`,
    { id: agreement.id, after: page.pageInfo.endCursor },
  );
  expect(next.agreement.publishedReports.nodes.map(({ number }) => number)).toEqual([4, 3, 2]);
});

test('a call that is sent again publishes once', async () => {
  const first = await publish(who.operator, { idempotencyKey: 'half-year' });
  const again = await publish(who.operator, { idempotencyKey: 'half-year' });
  expect(again.report!.id).toBe(first.report!.id);
  const other = await publish(who.operator, { idempotencyKey: 'half-year', title: '另一份' });
  expect(codesAndPaths(other.userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('a later report names the one that it replaces; one has one successor', async () => {
  const { report: before } = await publish(who.operator, { kind: 'YEAR', to: '2024-12-31' });
  const { report: after } = await publish(who.purchaser, {
    kind: 'YEAR',
    to: '2024-12-31',
    supersedesId: before!.id,
  });
  expect(after!.supersedes).toEqual({ id: before!.id });
  expect((await read(who.bureau, before!.id)).supersededBy).toEqual({ id: after!.id });
  expect(codesAndPaths((await publish(who.operator, { supersedesId: before!.id })).userErrors)).toEqual([
    'REPORT_SUPERSEDED supersedesId',
  ]);
  const { id: elsewhere } = await newStation(api);
  const foreign = await publish(who.operator, { agreementId: elsewhere, supersedesId: after!.id });
  expect(codesAndPaths(foreign.userErrors)).toEqual(['REPORT_NOT_FOUND supersedesId']);
});

test('two reports are compared figure by figure', async () => {
  const compare = async (client: Client, id: string, otherId: string) =>
    client.ask<{ node: { comparedWith: Change[] } }>(
      `query($id: ID!, $otherId: ID!) { node(id: $id) { ... on PublishedReport {
        comparedWith(otherId: $otherId) { report path was is } } } }`,
      { id, otherId },
    );
  const { report: one } = await publish(who.operator);
  await record(who.operator, agreement.id, [visit('2024-06-01', '4')]);
  const { report: other } = await publish(who.operator);
  const { data } = await compare(who.purchaser, one!.id, other!.id);
  expect(shown(data!.node.comparedWith)).toEqual([
    'COMPLETION 年度/HOME_VISIT/VISITS/total/completed: 16 → 20',
    'COMPLETION 年度/HOME_VISIT/VISITS/total/percent: 40.00 → 50.00',
  ]);
  expect((await compare(who.purchaser, one!.id, one!.id)).data!.node.comparedWith).toEqual([]);
  const { errors } = await compare(who.otherPurchaser, one!.id, other!.id);
  expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
});

test('who publishes, and what of', async () => {
  const worker = await api.as('worker@fengyuan.example');
  const viewer = await enrol(
    api,
    '广州市荔湾区逢源街道办事处',
    MemberRole.VIEWER,
    'reports-viewer@street.example',
  );
  for (const client of [worker, viewer, who.mentors, who.assessor]) {
    const { errors } = await client.ask(PUBLISH, {
      input: { agreementId: agreement.id, title: '报告', from: '2024-01-01', to: '2024-06-30' },
    });
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  }
  const broken = await publish(who.operator, { title: ' ', from: '2024-07-01', to: '2023-12-31' });
  expect(codesAndPaths(broken.userErrors)).toEqual([
    'EMPTY_TEXT title',
    'OUTSIDE_AGREEMENT to',
    'ENDS_BEFORE_START to',
  ]);
  const proposal = await newProposal(api);
  expect(codesAndPaths((await publish(who.operator, { agreementId: proposal.id })).userErrors)).toEqual([
    'NOT_CONFIRMED agreementId',
  ]);
  await withdraw(api, proposal);
});

test('the database refuses to change, remove or add to what is published, and its sums agree with a recount', async () => {
  const [report] = await api.world.ownerQuery<{ id: string }>(
    'select id from core.published_report where agreement_id = $1 order by number limit 1',
    [agreement.id],
  );
  const rights = await api.world.ownerQuery<{ role: string }>(
    `select r.rolname as role from pg_roles r cross join unnest(array['core.published_report', 'core.snapshot',
            'core.snapshot_part', 'core.snapshot_figure']) t
      where r.rolname like 'app\\_%' and (has_any_column_privilege(r.oid, t, 'update') or has_table_privilege(r.oid, t, 'delete'))`,
  );
  expect(rights).toEqual([]);
  const faults = await checkStates(api.server.database);
  expect(faults.filter(({ id }) => id === report!.id || id === agreement.id)).toEqual([]);
});
