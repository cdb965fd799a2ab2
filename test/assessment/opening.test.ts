import { MemberRole, OrganisationKind } from '../../src/access';
import { newId } from '../../src/platform/ids';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol, organisationId } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { startApi, type TestApi } from '../kit/api';
import { addOrganisation, parties, type Parties, pastTheServices } from './support/parties';
import { assessmentsOf, declareTie, open, OPEN, refusals, tryOpen } from './support/questions';

/** An assessment is opened by the bureau, with an assessor that has no tie to the operator. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const opening = (changes: object = {}): { agreementId: string; assessorId: string } => ({
  agreementId: agreement.id,
  assessorId: who.assessorId,
  ...changes,
});

async function stored(): Promise<number> {
  const [row] = await api.world.ownerQuery<{ count: number }>(
    'select count(*)::int as count from core.assessment where agreement_id = $1',
    [agreement.id],
  );
  return row!.count;
}

test('the district bureau opens one: four scores to come, no total, no grade', async () => {
  expect(await open(who.bureau, opening())).toEqual({
    id: expect.any(String) as string,
    kind: 'MIDTERM',
    from: '2024-01-01',
    to: '2024-06-30',
    openedAt: api.clock.now().toISOString(),
    closedAt: null,
    total: null,
    grade: null,
    assessor: { name: '广州市社会工作协会' },
    agreement: { id: agreement.id },
    scores: [
      { party: 'PURCHASER', maximum: '20', score: null },
      { party: 'SUPERVISOR', maximum: '10', score: null },
      { party: 'MENTORING_CENTRE', maximum: '15', score: null },
      { party: 'THIRD_PARTY', maximum: '55', score: null },
    ],
    findings: [],
    concernsBefore: [],
  });
});

test('the city bureau opens one in any district', async () => {
  expect((await open(who.city, opening({ kind: 'FINAL' }))).kind).toBe('FINAL');
});

test('all who see the agreement see its assessments, the earliest first', async () => {
  await open(who.bureau, opening({ kind: 'FINAL', from: '2024-07-01', to: '2024-12-31' }));
  await open(who.bureau, opening());
  for (const client of [who.operator, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
    expect((await assessmentsOf(client, agreement.id)).map(({ kind }) => kind)).toEqual(['MIDTERM', 'FINAL']);
  }
});

test('only administrators of a bureau open one', async () => {
  const viewer = await enrol(api, '广州市荔湾区民政局', MemberRole.MANAGER, 'chu@liwan-more.example');
  const input = { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', ...opening() };
  for (const client of [who.operator, who.purchaser, who.mentors, who.assessor, viewer]) {
    expect(await refusals(client, OPEN, { input })).toEqual(['FORBIDDEN']);
  }
  expect(await stored()).toBe(0);
});

test('the bureau of another district finds no such agreement', async () => {
  const input = { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', ...opening() };
  const answer = async (agreementId: string): Promise<string> => {
    const { text } = await who.otherBureau.ask(OPEN, { input: { ...input, agreementId } });
    return text.replaceAll(agreementId, '<id>');
  };
  const unknown = await answer(newId());
  expect(unknown).toContain('NOT_FOUND');
  expect(await answer(agreement.id)).toBe(unknown);
  expect(await answer('no-such-id')).toBe(unknown);
  expect(await stored()).toBe(0);
});

test.each([
  [{ from: '2024-06-30', to: '2024-01-01' }, ['ENDS_BEFORE_START to']],
  [{ from: '2023-12-31' }, ['OUTSIDE_AGREEMENT from']],
  [{ to: '2025-01-01' }, ['OUTSIDE_AGREEMENT to']],
  [{ from: '2023-12-31', to: '2025-01-01' }, ['OUTSIDE_AGREEMENT from', 'OUTSIDE_AGREEMENT to']],
  [
    { from: '2025-01-02', to: '2025-01-01', assessorId: 'nobody' },
    ['ENDS_BEFORE_START to', 'NOT_AN_ASSESSOR assessorId', 'OUTSIDE_AGREEMENT from', 'OUTSIDE_AGREEMENT to'],
  ],
])('%j is refused with all its errors, and stores nothing', async (changes, expected) => {
  const { assessment, userErrors } = await tryOpen(who.bureau, opening(changes));
  expect([assessment, codesAndPaths(userErrors).sort()]).toEqual([null, expected]);
  expect(await stored()).toBe(0);
});

test('the first and the last day of the agreement may be assessed', async () => {
  const { from, to } = await open(who.bureau, opening({ from: '2024-01-01', to: '2024-12-31' }));
  expect([from, to]).toEqual(['2024-01-01', '2024-12-31']);
});

test('an organisation that is no assessor cannot be assigned', async () => {
  for (const name of ['逢源人家', '广州市社会工作督导中心', '广州市民政局']) {
    const assessorId = await organisationId(api, name);
    const { userErrors } = await tryOpen(who.bureau, opening({ assessorId }));
    expect(codesAndPaths(userErrors)).toEqual(['NOT_AN_ASSESSOR assessorId']);
  }
});

test('a second midterm assessment of one agreement is refused, together with all other errors', async () => {
  await open(who.bureau, opening());
  const { assessment, userErrors } = await tryOpen(who.city, opening({ to: '2025-01-01' }));
  expect([assessment, codesAndPaths(userErrors).sort()]).toEqual([
    null,
    ['ASSESSMENT_EXISTS kind', 'OUTSIDE_AGREEMENT to'],
  ]);
  expect(await stored()).toBe(1);
  await open(who.bureau, opening({ kind: 'FINAL' }));
});

test('of midterm assessments opened concurrently one is stored', async () => {
  const answers = await Promise.all(
    [who.bureau, who.city, who.bureau, who.city].map(async (client) => tryOpen(client, opening())),
  );
  expect(answers.filter(({ assessment }) => assessment !== null)).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
    Array(3).fill('ASSESSMENT_EXISTS kind'),
  );
  expect(await stored()).toBe(1);
});

test('two agreements have a midterm assessment each', async () => {
  await open(who.bureau, opening());
  const other = await newStation(api);
  expect((await open(who.bureau, opening({ agreementId: other.id }))).agreement.id).toBe(other.id);
});

describe('an assessor with a tie to the operator', () => {
  test('is refused, whichever of the two declared it; both see the tie, and the bureaus that see the operator’s stations', async () => {
    const tied = await tryOpen(who.bureau, opening({ assessorId: who.otherAssessorId }));
    expect(tied.userErrors).toEqual([]);

    const next = await newStation(api);
    const operatorId = await organisationId(api, '逢源人家');
    const declared = await declareTie(who.otherAssessor, operatorId, ' 负责人为近亲属 ');
    expect(declared.tie).toMatchObject({
      reason: '负责人为近亲属',
      operator: { name: '广州市荔湾区逢源人家服务中心' },
      assessor: { name: '第二评估机构' },
    });
    const { userErrors } = await tryOpen(who.bureau, {
      agreementId: next.id,
      assessorId: who.otherAssessorId,
      to: '2025-06-30',
    });
    expect(codesAndPaths(userErrors).sort()).toEqual(['ASSESSOR_TIED assessorId', 'OUTSIDE_AGREEMENT to']);
    expect(codesAndPaths((await declareTie(who.operator, who.otherAssessorId, '同上')).userErrors)).toEqual([
      'TIE_EXISTS organisationId',
    ]);

    const ties = 'query { declaredTies { reason operator { name } assessor { name } } }';
    for (const client of [who.operator, who.otherAssessor, who.bureau, who.city]) {
      expect((await client.get<{ declaredTies: unknown[] }>(ties)).declaredTies).toHaveLength(1);
    }
    const email = 'sees-no-station@liwan-bureau.example';
    const limited = await enrol(api, '广州市荔湾区民政局', MemberRole.VIEWER, email);
    await api.world.ownerQuery('update core.member set station_limited = true where email = $1', [email]);
    for (const client of [who.otherOperator, who.assessor, who.otherBureau, limited]) {
      expect((await client.get<{ declaredTies: unknown[] }>(ties)).declaredTies).toEqual([]);
    }
    for (const client of [who.purchaser, who.mentors]) {
      expect(await refusals(client, ties, {})).toEqual(['FORBIDDEN']);
    }
    const other = await api.as('admin@xinyue.example');
    expect((await declareTie(other, who.assessorId, '曾任理事')).userErrors).toEqual([]);
  });

  test.each([
    ['逢源人家', '共同出资', ['NOT_A_COUNTERPART organisationId']],
    ['广州市民政局', ' ', ['EMPTY_TEXT reason', 'NOT_A_COUNTERPART organisationId']],
    ['广州市社会工作协会', '由'.repeat(501), ['TEXT_TOO_LONG reason']],
  ])('is declared by name and with a reason: not %s', async (name, reason, expected) => {
    const { tie, userErrors } = await declareTie(who.operator, await organisationId(api, name), reason);
    expect([tie, codesAndPaths(userErrors).sort()]).toEqual([null, expected]);
  });

  test('is declared only in one’s own name, also in the database', async () => {
    const foreign = `insert into core.declared_tie values ($1, $2, '编造', now(), $1)`;
    const operatorId = await organisationId(api, '逢源人家');
    for (const client of [who.otherOperator, who.assessor]) {
      await expect(pastTheServices(api, client, foreign, [operatorId, who.otherAssessorId])).rejects.toThrow(
        /row-level security/,
      );
    }
    await expect(pastTheServices(api, who.bureau, foreign, [operatorId, who.assessorId])).rejects.toThrow(
      /permission denied/,
    );
  });

  test('declared while the assessment is being opened, the tie precedes it or refuses it', async () => {
    const { id, client } = await addOrganisation(api, OrganisationKind.ASSESSOR, '第三评估机构');
    const operatorId = await organisationId(api, '逢源人家');
    const [opened, declared] = await Promise.all([
      tryOpen(who.bureau, opening({ assessorId: id })),
      declareTie(client, operatorId, '合作项目'),
    ]);
    expect(declared.userErrors).toEqual([]);
    // The later one sees the earlier: the assessment is refused because of the tie, or it precedes the tie.
    const [row] = await api.world.ownerQuery<{ opened: boolean }>(
      'select exists (select from core.assessment where assessor_id = $1) as opened',
      [id],
    );
    expect([
      { opened: true, refused: [] },
      { opened: false, refused: ['ASSESSOR_TIED assessorId'] },
    ]).toContainEqual({ ...row!, refused: codesAndPaths(opened.userErrors) });
  });
});

test('an opening is in the audit log of the bureau, with the agreement', async () => {
  const { id } = await open(who.bureau, opening());
  const rows = await api.world.ownerQuery<{ agreement_ids: string[]; after: object }>(
    `select agreement_ids, after from core.audit_entry where action = 'ASSESSMENT_OPENED' and thing_id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      agreement_ids: [agreement.id],
      after: { kind: 'MIDTERM', from: '2024-01-01', to: '2024-06-30', ...opening() },
    },
  ]);
});
