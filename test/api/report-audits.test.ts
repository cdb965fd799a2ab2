import type { GraphQLFormattedError } from 'graphql';
import { parties, type Parties } from '../assessment/support/parties';
import { sharedApi } from '../kit/shared-api';
import type { Api } from '../kit/api';
import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { type Agreement, newProposal, newStation } from './support/agreements';
import { enrol } from './support/people';
import { codesAndPaths, record } from './support/questions';
import { audit, line, READ, readAudit, tryAudit } from './support/report-audits';

/** 报告核对: published reports are checked against themselves and against the records, and what was found is kept. */
let api: Api;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});
beforeEach(async () => {
  agreement = await newStation(api, {}, ({ terms, zones }) =>
    zones.map(({ id }) => ({
      termId: terms[0]!.id,
      indicator: 'HOME_VISIT',
      measure: 'VISITS',
      value: '30',
      zoneId: id,
    })),
  );
  await record(who.operator, agreement.id, [
    visit('2024-02-01', '20', agreement.zones[0]!.id),
    visit('2024-03-01', '15', agreement.zones[1]!.id),
  ]);
});

const visit = (occurredOn: string, value: string, zoneId: string | null = null) => ({
  indicator: 'HOME_VISIT',
  occurredOn,
  quantities: [{ measure: 'VISITS', value }],
  zoneId,
});
const codesOf = (errors: readonly GraphQLFormattedError[]) =>
  errors.map(({ extensions }) => extensions?.code);
const VISITS = 'HOME_VISIT VISITS';
const given = (figures: Record<string, unknown>[], changes: Record<string, unknown> = {}) => ({
  agreementId: agreement.id,
  title: '年度报告',
  from: '2024-01-01',
  to: '2024-12-31',
  figures,
  ...changes,
});
const shown = (figures: { printed: string | null; recomputed: string | null; verdict: string | null }[]) =>
  figures.map(({ printed, recomputed, verdict }) => [printed, recomputed, verdict]);

test('each figure has its verdict against the records, and apart from it that inside the report', async () => {
  const [east, west] = agreement.zones.map(({ id }) => id);
  const kept = await audit(
    who.bureau,
    given([
      ...line(VISITS, ['30', '20', '66%'], { zoneId: east, where: '附件1-1 第6行' }),
      ...line(VISITS, ['30', '16', '53%'], { zoneId: west }),
      ...line(VISITS, ['90', '39', '40%']),
    ]),
  );
  expect(shown(kept.figures.nodes)).toEqual([
    ['30', '30', 'EQUAL'],
    ['20', '20', 'EQUAL'],
    ['66%', '66.67', 'ROUNDED_DOWN'],
    ['30', '30', 'EQUAL'],
    ['16', '15', 'DIFFERENT'],
    ['53%', '50.00', 'DIFFERENT'],
    ['90', '90', 'EQUAL'],
    ['39', '35', 'DIFFERENT'],
    ['40%', '38.89', 'DIFFERENT'],
    // The third zone has a target, and is not in the report.
    [null, '0', 'NOT_IN_REPORT'],
  ]);
  const faults = kept.figures.nodes.flatMap(({ printed, inReport }) =>
    inReport.map(({ fault, expected }) => [printed, fault, expected]),
  );
  expect(faults).toEqual([['40%', 'RATIO_WRONG', '43%']]);
  expect(kept).toMatchObject({
    title: '年度报告',
    auditedBy: { name: '广州市荔湾区民政局' },
    findingCount: 5,
    figureCount: 10,
    rounding: { roundings: ['TRUNCATED_0'], ratios: 3, explained: 2 },
  });
  expect(kept.figures.nodes[0]).toMatchObject({
    where: '附件1-1 第6行 TARGET',
    zone: { id: east },
    isFinding: false,
  });
});

test('an audit is kept as it was: a later correction changes none, and another audit is beside it', async () => {
  const input = given(line(VISITS, [null, '35', null]));
  const first = await audit(who.operator, input);
  expect(shown(first.figures.nodes)).toEqual([['35', '35', 'EQUAL']]);
  await record(who.operator, agreement.id, [visit('2024-04-01', '5')]);
  const second = await audit(who.operator, input);
  expect(shown(second.figures.nodes)).toEqual([['35', '40', 'DIFFERENT']]);
  expect(shown((await readAudit(who.operator, first.id)).figures.nodes)).toEqual([['35', '35', 'EQUAL']]);
  const { agreement: list } = await who.operator.get<{
    agreement: { reportAudits: { totalCount: number; nodes: { id: string }[] } };
  }>('query($id: ID!) { agreement(id: $id) { reportAudits { totalCount nodes { id } } } }', {
    id: agreement.id,
  });
  expect(list.reportAudits).toEqual({ totalCount: 2, nodes: [{ id: second.id }, { id: first.id }] });
});

test('two audits are compared figure by figure: as printed, as recorded, and in their verdicts', async () => {
  const [east] = agreement.zones.map(({ id }) => id);
  const of = (completed: string, more: Record<string, unknown>[] = []) =>
    given([...line(VISITS, ['90', completed, null]), ...more]);
  const draft = await audit(who.operator, of('36'));
  const final = await audit(who.purchaser, of('35', line(VISITS, [null, '20', null], { zoneId: east })));
  const { reportAudit } = await who.bureau.get<{
    reportAudit: { comparedWith: Record<'was' | 'is', { printed: string; verdict: string } | null>[] };
  }>(
    `query($id: ID!, $other: ID!) { reportAudit(id: $id) { comparedWith(otherId: $other) {
       was { printed verdict } is { printed verdict } } } }`,
    { id: draft.id, other: final.id },
  );
  expect(reportAudit.comparedWith).toEqual([
    { was: { printed: '36', verdict: 'DIFFERENT' }, is: { printed: '35', verdict: 'EQUAL' } },
    { was: null, is: { printed: '20', verdict: 'EQUAL' } },
    // With one of its zones, the report lacks the others.
    ...[0, 1].map(() => ({ was: null, is: { printed: null, verdict: 'NOT_IN_REPORT' } })),
  ]);
  const elsewhere = await newStation(api, {});
  const other = await audit(who.operator, {
    ...of('36'),
    agreementId: elsewhere.id,
  });
  const { errors } = await who.operator.ask(
    'query($id: ID!, $other: ID!) { reportAudit(id: $id) { comparedWith(otherId: $other) { was { printed } } } }',
    { id: draft.id, other: other.id },
  );
  expect(codesOf(errors)).toEqual(['NOT_FOUND']);
});

test('an earlier moment is for those who read single records, and no moment is later than now', async () => {
  const input = given(line(VISITS, [null, '35', null]));
  const past = await tryAudit(who.mentors, { ...input, asOf: '2024-06-01T00:00:00Z' });
  expect(codesAndPaths(past.userErrors)).toEqual(['MOMENT_NOT_READABLE asOf']);
  const future = await tryAudit(who.operator, { ...input, asOf: '2100-01-01T00:00:00Z' });
  expect(codesAndPaths(future.userErrors)).toEqual(['MOMENT_NOT_PAST asOf']);
});

test('every party of the agreement audits and reads; nobody else finds any of it', async () => {
  const input = given(line(VISITS, [null, '35', null]));
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors]) {
    const kept = await audit(client, input);
    for (const reader of [who.operator, who.purchaser, who.bureau, who.mentors])
      expect((await readAudit(reader, kept.id)).figures.nodes).toHaveLength(1);
    for (const stranger of [who.otherOperator, who.otherPurchaser, who.otherBureau, who.assessor]) {
      const { errors } = await stranger.ask(READ, { id: kept.id });
      expect(codesOf(errors)).toEqual(['NOT_FOUND']);
    }
  }
  const viewer = await enrol(api, '广州市荔湾区民政局', MemberRole.VIEWER, 'viewer@liwan-bureau.example');
  const refused = await viewer.ask(
    'mutation($input: AuditReportInput!) { auditReport(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(codesOf(refused.errors)).toEqual(['FORBIDDEN']);
});

test('the same key again answers the first audit, and with other content it is refused', async () => {
  const input = given(line(VISITS, [null, '35', null]), { idempotencyKey: newId() });
  const first = await audit(who.purchaser, input);
  expect((await audit(who.purchaser, input)).id).toBe(first.id);
  const { userErrors } = await tryAudit(who.purchaser, { ...input, title: '另一份' });
  expect(codesAndPaths(userErrors)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('findings alone can be read, page by page', async () => {
  const kept = await audit(
    who.operator,
    given(['35', '36', '37', '38'].flatMap((value) => line(VISITS, [null, value, null], { where: value }))),
  );
  expect(kept).toMatchObject({ figureCount: 4, findingCount: 4 });
  const page = await readAudit(who.operator, kept.id, { first: 3, findings: true });
  expect(page.figures).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  const next = await readAudit(who.operator, kept.id, {
    first: 3,
    findings: true,
    after: page.figures.pageInfo.endCursor,
  });
  expect(next.figures.nodes.map(({ printed }) => printed)).toEqual(['38']);
  expect((await readAudit(who.operator, kept.id, { findings: false })).figures).toMatchObject({
    totalCount: 0,
    nodes: [],
  });
});

test('what is wrong with a report is reported all at once, each at its place', async () => {
  const { userErrors } = await tryAudit(who.operator, {
    ...given([
      { indicator: 'HOME_VISIT', measure: 'CALLS', kind: 'TARGET', value: '3', where: 'A1' },
      { indicator: 'NONE', measure: 'CALLS', kind: 'TARGET', value: '3', where: 'A2' },
      {
        subject: '预算',
        indicator: 'HOME_VISIT',
        measure: 'VISITS',
        kind: 'TARGET',
        value: '3',
        where: 'A3',
      },
      { kind: 'TARGET', value: '3', where: 'A4' },
      { subject: '预算', kind: 'TARGET', value: '30%', where: 'A5' },
      { subject: '预算', kind: 'PERCENT', value: '约三成', where: '' },
      { subject: '预算', kind: 'PERCENT', value: '30%', where: 'A7', zoneId: newId() },
    ]),
    title: '',
    from: '2023-12-31',
    to: '2025-01-01',
  });
  expect(codesAndPaths(userErrors)).toEqual([
    'EMPTY_TEXT title',
    'OUTSIDE_AGREEMENT from',
    'OUTSIDE_AGREEMENT to',
    'MEASURE_OF_OTHER_INDICATOR figures.0.measure',
    'UNKNOWN_INDICATOR figures.1.indicator',
    'FIGURE_OF_ONE_SUBJECT figures.2',
    'FIGURE_OF_ONE_SUBJECT figures.3',
    'NOT_A_PRINTED_FIGURE figures.4.value',
    'EMPTY_TEXT figures.5.where',
    'NOT_A_PRINTED_FIGURE figures.5.value',
    'ZONE_NOT_FOUND figures.6.zoneId',
  ]);
  const backwards = await tryAudit(who.operator, {
    ...given(line(VISITS, [null, '1', null])),
    from: '2024-05-02',
    to: '2024-05-01',
  });
  expect(codesAndPaths(backwards.userErrors)).toEqual(['ENDS_BEFORE_START to']);
  const nothing = await tryAudit(who.operator, given([]));
  expect(codesAndPaths(nothing.userErrors)).toEqual(['TOO_FEW figures']);
});

test('a proposal has no report to be audited', async () => {
  const proposal = await newProposal(api);
  const { userErrors } = await tryAudit(who.operator, {
    ...given(line(VISITS, [null, '1', null])),
    agreementId: proposal.id,
    from: proposal.startsOn,
    to: proposal.startsOn,
  });
  expect(codesAndPaths(userErrors)).toEqual(['NOT_CONFIRMED agreementId']);
});
