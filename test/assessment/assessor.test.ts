import { MemberRole } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { type Agreement, newStation, register, validRegistration } from '../api/support/agreements';
import { enrol, organisationId } from '../api/support/people';
import { type Client, startApi, type TestApi } from '../kit/api';
import { basisOf, stationWithBasis } from './support/basis';
import { create } from './support/evaluations';
import { parties, type Parties, pastTheServices } from './support/parties';
import { addFinding, must, open, refusals, score, scoreAll, close } from './support/questions';

/** An assessor sees the agreements assigned to it, and of them only what an assessment needs. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
/** 第二评估机构: assigned to nothing until a test assigns it. */
let assessor: Client;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
  assessor = who.otherAssessor;
  ({ agreement } = await stationWithBasis(api, who));
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  const ids = '(select id from core.assessment where assessor_id = $1)';
  await api.world.ownerQuery(`delete from core.assessment_score where assessment_id in ${ids}`, [
    who.otherAssessorId,
  ]);
  await api.world.ownerQuery(`delete from core.assessment_part where assessment_id in ${ids}`, [
    who.otherAssessorId,
  ]);
  await api.world.ownerQuery('delete from core.assessment where assessor_id = $1', [who.otherAssessorId]);
});

const ENTRY_POINTS: Record<string, string> = {
  agreement: 'query($id: ID!) { agreement(id: $id) { id } }',
  completion: 'query($id: ID!) { agreement(id: $id) { completion { rows { total { completed } } } } }',
  staffing:
    'query($id: ID!) { agreement(id: $id) { staffing(from: "2024-01", to: "2024-06") { total members { name } } } }',
  funding: 'query($id: ID!) { agreement(id: $id) { funding { spent } } }',
  assessments: 'query($id: ID!) { agreement(id: $id) { assessments { id findings { text } } } }',
  node: 'query($id: ID!) { node(id: $id) { __typename } }',
  serviceRecords: 'query($id: ID!) { agreement(id: $id) { serviceRecords { totalCount } } }',
  staff: 'query($id: ID!) { agreement(id: $id) { staff { name } } }',
  evaluations: 'query($id: ID!) { agreement(id: $id) { evaluations { id } } }',
  satisfaction: 'query($id: ID!) { agreement(id: $id) { satisfaction { percent } } }',
};

async function visibleTo(client: Client, id = agreement.id): Promise<Record<string, string>> {
  const answers = await Promise.all(
    Object.entries(ENTRY_POINTS).map(async ([name, query]) => {
      const { text } = await client.ask(query, { id });
      return [name, text.replaceAll(id, '<id>')] as const;
    }),
  );
  return Object.fromEntries(answers);
}

async function stations(client: Client): Promise<string[]> {
  const { stations: seen } = await client.get<{ stations: { nodes: { id: string }[]; totalCount: number } }>(
    'query { stations(first: 100) { nodes { id } totalCount } }',
  );
  expect(seen.totalCount).toBe(seen.nodes.length);
  return seen.nodes.map(({ id }) => id);
}

const ofKind = (kind: 'MIDTERM' | 'FINAL', id = agreement.id): Parameters<typeof open>[1] => ({
  agreementId: id,
  assessorId: who.otherAssessorId,
  kind,
  to: '2024-12-31',
});

test('before any assessment it sees nothing: the agreement is NOT_FOUND', async () => {
  expect(await stations(assessor)).toEqual([]);
  const unknown = await visibleTo(assessor, newId());
  expect(unknown.agreement).toContain('NOT_FOUND');
  expect(await visibleTo(assessor)).toEqual(unknown);
  const tables = [
    'agreement',
    'station_access',
    'completion_term',
    'staff_member',
    'expenditure',
    'assessment_score',
  ];
  for (const table of tables) {
    expect(await pastTheServices(api, assessor, `select 1 from core.${table}`)).toEqual([]);
  }
});

test('after the opening it sees the station, the agreement and the reports, with the names of staff', async () => {
  const { id } = await open(who.bureau, ofKind('FINAL'));
  expect(await stations(assessor)).toEqual([agreement.station.id]);
  const {
    agreement: seen,
    completion,
    staffing,
    funding,
    assessments,
    node,
    ...closed
  } = await visibleTo(assessor);
  expect(seen).toContain('{"data":{"agreement":{"id":"<id>"}}');
  expect(completion).toContain('"completed":"30"');
  expect(staffing).toContain('"name":"陈美玲"');
  expect(funding).toContain('"spent":"100000.00"');
  expect(assessments).toContain(id);
  expect(node).toContain('"Agreement"');
  for (const text of Object.values(closed)) expect(text).toContain('FORBIDDEN');
  const paths = `query { organisations(first: 100) { nodes { stations { nodes { id } } } } }`;
  const { organisations } = await assessor.get<{
    organisations: { nodes: { stations: { nodes: { id: string }[] } }[] };
  }>(paths);
  const found = organisations.nodes.flatMap((organisation) =>
    organisation.stations.nodes.map((one) => one.id),
  );
  expect(new Set(found)).toEqual(new Set([agreement.station.id]));
});

test('it sees nothing else of the same parties: another station, the next agreement, or a foreign one', async () => {
  await open(who.bureau, ofKind('FINAL'));
  const [other, renewed] = [await newStation(api), await nextYear('逢源人家', await newStation(api))];
  const mine = await newStation(api);
  await open(who.bureau, ofKind('MIDTERM', mine.id));
  const taken = await nextYear('大同', mine);
  const again = await nextYear('逢源人家', agreement);
  const unknown = await visibleTo(assessor, newId());
  for (const { id } of [other, renewed, taken, again]) {
    expect(await visibleTo(assessor, id)).toEqual(unknown);
    expect(await refusals(assessor, ENTRY_POINTS.node!, { id })).toEqual(['NOT_FOUND']);
  }
  const { station } = await assessor.get<{
    station: { agreements: { nodes: { id: string }[]; totalCount: number } };
  }>('query($id: ID!) { station(id: $id) { agreements { nodes { id } totalCount } } }', {
    id: mine.station.id,
  });
  expect(station.agreements).toEqual({ nodes: [{ id: mine.id }], totalCount: 1 });
  expect((await stations(assessor)).sort()).toEqual([agreement.station.id, mine.station.id].sort());
});

async function nextYear(operator: string, { station }: Agreement): Promise<Agreement> {
  const days = { startsOn: '2025-01-01', endsOn: '2025-12-31' };
  return register(
    who.purchaser,
    await validRegistration(api, {
      newStation: null,
      stationId: station.id,
      ...days,
      terms: [{ name: '年度', ...days }],
      operatorId: await organisationId(api, operator),
    }),
  );
}

test('a member of it that is limited to stations sees only those, and their assessments', async () => {
  const other = await newStation(api);
  await open(who.bureau, ofKind('FINAL'));
  const { id } = await open(who.bureau, ofKind('MIDTERM', other.id));
  const worker = await enrol(api, '第二评估机构', MemberRole.WORKER, 'yuan@assessor-more.example');
  await api.world.ownerQuery(
    `with limited as (update core.member set station_limited = true where email = $1 returning organisation_id, id)
     insert into core.member_station select organisation_id, id, $2 from limited`,
    ['yuan@assessor-more.example', other.station.id],
  );
  expect(await stations(worker)).toEqual([other.station.id]);
  expect(await visibleTo(worker)).toEqual(await visibleTo(worker, newId()));
  expect((await score(worker, id, '50')).userErrors).toEqual([]);
  const rows = await pastTheServices(api, worker, 'select agreement_id from core.assessment');
  expect(rows).toEqual([{ agreement_id: other.id }]);
});

test('an API key of it sees the same, and codes in place of names', async () => {
  await open(who.bureau, ofKind('FINAL'));
  const { createApiKey } = await assessor.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "BI" }) { secret } }',
  );
  const { staffing, completion } = await visibleTo(api.withToken(createApiKey.secret));
  expect(completion).toContain('"completed":"30"');
  expect(staffing).toContain('"name":"社工01"');
  expect(staffing).not.toContain('陈美玲');
});

test('it reads another assessor’s findings in the same agreement, but not the parties’ self-reports', async () => {
  const [midterm] = await api.world.ownerQuery<{ id: string }>(
    `select id from core.assessment where agreement_id = $1 and kind = 'MIDTERM'`,
    [agreement.id],
  );
  must(await addFinding(who.assessor, midterm!.id, 'CONCERN', '台账不全'));
  const evaluation = await create(who.operator, agreement.id);
  const final = await open(who.bureau, ofKind('FINAL'));
  expect(final.concernsBefore.map(({ text }) => text)).toEqual(['台账不全']);
  expect((await visibleTo(assessor)).assessments).toContain('台账不全');
  expect(await refusals(assessor, ENTRY_POINTS.node!, { id: evaluation.id })).toEqual(['NOT_FOUND']);
  await scoreAll(who, midterm!.id);
  await close(who.bureau, midterm!.id);
  expect((await basisOf(assessor, midterm!.id)).basisStaffing?.members[0]?.name).toBe('社工01');
});
