import { type Agreement, newStation } from '../api/support/agreements';
import { correct, record, voidRecord } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import { basisOf, changesOf, type Kept, spend, stationWithBasis } from './support/basis';
import { parties, type Parties, pastTheServices } from './support/parties';
import { type Assessment, close, open, scoreAll } from './support/questions';

/** The basis of an assessment is stored as of its closing, and later corrections are listed. */
let api: Api;
let who: Parties;
let agreement: Agreement;
let assessment: Assessment;
let recordId: string;
let memberId: string;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
});
beforeEach(async () => {
  ({ agreement, assessment, recordId, memberId } = await stationWithBasis(api, who));
  await scoreAll(who, assessment.id);
  await close(who.bureau, assessment.id);
});

test('a share of days that was kept by an earlier rule is shown as it was, and is no correction', async () => {
  await api.world.ownerQuery(`set session_replication_role = replica;
    update core.snapshot_part set content = jsonb_set(content::jsonb, '{timeProgressPercent}', '"12.34"')
     where snapshot_id = '${assessment.id}' and report = 'COMPLETION'`);
  const shown = await who.operator.get(
    'query($id: ID!) { node(id: $id) { ... on Assessment { basisCompletion { timeProgressPercent } } } }',
    { id: assessment.id },
  );
  expect(shown).toEqual({ node: { basisCompletion: [{ timeProgressPercent: '12.34' }] } });
  const { changesSince } = await basis(who.operator);
  expect(changesSince).toEqual([]);
});

const basis = async (client: Client, id = assessment.id): Promise<Kept> => basisOf(client, id);

test('it is kept unchanged, for all who see the agreement, and every correction is listed figure by figure', async () => {
  const before = await basis(who.operator);
  expect(before.changesSince).toEqual([]);
  expect(before.basisCompletion).toMatchObject([
    {
      term: { name: '年度' },
      from: '2024-01-01',
      to: '2024-06-30',
      rows: [{ total: { target: '40', completed: '30', percent: '75.00' } }],
    },
  ]);
  expect(before.basisCompletion![0]!.rows[0]!.byZone[0]).toEqual({
    zone: { name: '东片', points: [{ name: '东一' }, { name: '东二' }] },
    completed: '30',
  });
  expect(before.basisStaffing).toMatchObject({
    from: '2024-01',
    to: '2024-06',
    total: '5.5',
    surplus: '-6.5',
  });
  expect(before.basisFunding).toMatchObject({ asOf: '2024-06-30', spent: '100000.00' });

  await correct(who.operator, {
    id: recordId,
    expectedRevision: 1,
    quantities: [{ measure: 'FILES', value: '31' }],
  });
  await record(who.operator, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-06-30', quantities: [{ measure: 'CALLS', value: '7' }] },
    { indicator: 'HOTLINE', occurredOn: '2024-07-01', quantities: [{ measure: 'CALLS', value: '99' }] },
  ]);
  await who.operator.get(
    'mutation($input: SetStaffCertificatesInput!) { setStaffCertificates(input: $input) { userErrors { code } } }',
    { input: { memberId, certificates: [{ level: 'ASSISTANT', passedOn: '2024-05-18' }] } },
  );
  await spend(who.operator, agreement.id, '50.50', '2024-06-30');
  await spend(who.operator, agreement.id, '999', '2024-07-01');

  const row = '年度/CASE_FILE/FILES';
  const hotline = '年度/HOTLINE/CALLS';
  const expected = [
    `COMPLETION ${row}/total/completed: 30 → 31`,
    `COMPLETION ${row}/total/percent: 75.00 → 77.50`,
    `COMPLETION ${row}/byZone/东片/completed: 30 → 31`,
    `COMPLETION ${row}/byZone/东片/percent: 75.00 → 77.50`,
    `COMPLETION ${hotline}/total/completed: null → 7`,
    ...['东片', '西片', '南片'].map((zone) => `COMPLETION ${hotline}/byZone/${zone}/completed: null → 0`),
    ...['核心', '重点', '家庭', '长者', '青少年'].map(
      (project) => `COMPLETION ${hotline}/byProject/${project}/completed: null → 0`,
    ),
    'STAFFING certified: 0 → 1',
    'STAFFING uncertified: 5.5 → 4.5',
    'STAFFING certifiedSurplus: -6 → -5',
    'STAFFING months/2024-06/certified: 0 → 1',
    'STAFFING months/2024-06/uncertified: 1 → 0',
    'STAFFING members/社工01/certified: 0 → 1',
    'STAFFING members/社工01/uncertified: 5.5 → 4.5',
    'STAFFING certifiedAtEnd/ASSISTANT/headCount: 0 → 1',
    'FUNDING spent: 100000.00 → 100050.50',
    'FUNDING balance: -100000.00 → -100050.50',
    'FUNDING budgetLines/人员/spent: 100000.00 → 100050.50',
    'FUNDING budgetLines/人员/executionPercent: 5.00 → 5.00',
    'FUNDING fiscalYears/2024/spent: 100000.00 → 100050.50',
    'FUNDING fiscalYears/2024/balanceAtEnd: -100000.00 → -100050.50',
  ].filter((line) => !line.includes('5.00 → 5.00'));
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
    const after = await basis(client);
    expect({ ...after, changesSince: [] }).toEqual(before);
    expect(changesOf(after)).toEqual(expected.sort());
  }
});

test('it has codes in place of the names of staff, for every viewer', async () => {
  for (const client of [who.operator, who.purchaser, who.bureau, who.mentors, who.assessor]) {
    expect((await basis(client)).basisStaffing!.members).toEqual([
      { code: '社工01', name: '社工01', position: null, months: ['0.5', '1', '1', '1', '1', '1'] },
    ]);
  }
  const [kept] = await api.world.ownerQuery<{ names: number }>(
    `select count(*)::int as names from core.snapshot_part where content::text ~ '陈美玲|站长'`,
  );
  expect(kept).toEqual({ names: 0 });
});

test('a correction that is reverted is no change', async () => {
  const change = async (revision: number, value: string): Promise<unknown> =>
    correct(who.operator, {
      id: recordId,
      expectedRevision: revision,
      quantities: [{ measure: 'FILES', value }],
    });
  await change(1, '5');
  expect(changesOf(await basis(who.bureau))).toHaveLength(4);
  await change(2, '30');
  expect(changesOf(await basis(who.bureau))).toEqual([]);
});

test('a voided record is listed as a removed row', async () => {
  // No member may remove the target of a confirmed agreement.
  await api.world.ownerQuery('delete from core.target where agreement_id = $1', [agreement.id]);
  await voidRecord(who.operator, recordId);
  expect(changesOf(await basis(who.bureau))).toEqual(
    expect.arrayContaining([
      'COMPLETION 年度/CASE_FILE/FILES/total/completed: 30 → null',
      'COMPLETION 年度/CASE_FILE/FILES/total/target: 40 → null',
    ]),
  );
});

test('no one can change it, not even directly in the database', async () => {
  const refused = /permission denied|row-level security|the assessment is closed|a snapshot is not rewritten/;
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
    for (const sql of [
      ...['snapshot', 'snapshot_part', 'snapshot_figure'].flatMap((table) => [
        `update core.${table} set agreement_id = agreement_id`,
        `delete from core.${table}`,
      ]),
      `insert into core.snapshot_part select organisation_id, agreement_id, station_id, purchaser_id, district_code,
         snapshot_id, report, position + 10, content from core.snapshot_part where snapshot_id = '${assessment.id}'`,
      `insert into core.snapshot_figure select organisation_id, agreement_id, station_id, purchaser_id, district_code,
         snapshot_id, report, position + 9000, path, value from core.snapshot_figure where snapshot_id = '${assessment.id}'`,
    ]) {
      await expect(pastTheServices(api, client, sql)).rejects.toThrow(refused);
    }
  }
  const reopened = await pastTheServices(
    api,
    who.bureau,
    'update core.assessment set closed_at = null, closed_by = null, total = null, grade = null where id = $1 returning id',
    [assessment.id],
  );
  expect(reopened).toEqual([]);
});

test('after closing the assessor sees no names of staff', async () => {
  const names = async (client: Client): Promise<string[]> => {
    const { agreement: seen } = await client.get<{
      agreement: { staffing: { members: { name: string }[] } };
    }>(
      'query($id: ID!) { agreement(id: $id) { staffing(from: "2024-01", to: "2024-06") { members { name } } } }',
      { id: agreement.id },
    );
    return seen.staffing.members.map(({ name }) => name);
  };
  expect(await names(who.assessor)).toEqual(['社工01']);
  expect(await names(who.bureau)).toEqual(['陈美玲']);
  await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId, kind: 'FINAL' });
  expect(await names(who.assessor)).toEqual(['陈美玲']);
});

test('over several terms the basis has a table each, over the days that they share', async () => {
  const terms = [
    { name: '上期', startsOn: '2024-01-01', endsOn: '2024-04-15' },
    { name: '下期', startsOn: '2024-04-16', endsOn: '2024-12-31' },
  ];
  const two = await newStation(api, { terms });
  const { id } = await open(who.bureau, { agreementId: two.id, assessorId: who.assessorId });
  await scoreAll(who, id);
  await close(who.bureau, id);
  const { basisCompletion } = await basis(who.purchaser, id);
  expect(basisCompletion!.map(({ term, from, to }) => [term.name, from, to])).toEqual([
    ['上期', '2024-01-01', '2024-04-15'],
    ['下期', '2024-04-16', '2024-06-30'],
  ]);
});
