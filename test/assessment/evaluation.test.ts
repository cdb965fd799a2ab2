import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import { type Client, startApi, type TestApi } from '../kit/api';
import {
  closeIt,
  create,
  type Evaluation,
  evaluationsOf,
  leavesOf,
  must,
  scoreItems,
  tryCreate,
  voidIt,
} from './support/evaluations';
import { parties, type Parties } from './support/parties';

/** 绩效自评: the operator and the purchaser each evaluate themselves by a weighted tree. */
let api: TestApi;
let who: Parties;
let agreement: Agreement;
let manager: Client;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
  agreement = await newStation(api);
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
});
afterAll(async () => {
  await api.close();
});
beforeEach(async () => {
  await api.world.ownerQuery('delete from core.evaluation_score');
  await api.world.ownerQuery('delete from core.evaluation_item');
  await api.world.ownerQuery('delete from core.evaluation');
});

async function stored(table: string): Promise<number> {
  const [row] = await api.world.ownerQuery<{ count: number }>(
    `select count(*)::int as count from core.${table}`,
  );
  return row!.count;
}

/** Scores for all leaves, by default the weight of each. */
const full = (evaluation: Evaluation, ...scores: string[]): { itemId: string; score: string }[] =>
  leavesOf(evaluation).map(({ id, weight }, at) => ({ itemId: id, score: scores[at] ?? weight }));

test('a tree is created in one call: groups with items, and a group that is a leaf; nothing is scored', async () => {
  const made = await create(manager, agreement.id, { name: ' 年度自评 ', fiscalYear: 2024 });
  expect(made).toMatchObject({
    party: 'OPERATOR',
    name: '年度自评',
    fiscalYear: 2024,
    total: null,
    grade: null,
    closedAt: null,
    voidedAt: null,
    agreement: { id: agreement.id },
  });
  const shape = (leaf: {
    name: string;
    weight: string;
    score: string | null;
    revision: number;
  }): unknown[] => [leaf.name, leaf.weight, leaf.score, leaf.revision];
  expect(made.groups.map((group) => [shape(group), group.items.map(shape)])).toEqual([
    [['资金使用完成情况', '10', null, 0], []],
    [
      ['产出指标', '50', null, 0],
      [
        ['数量', '20.5', null, 0],
        ['质量', '29.5', null, 0],
      ],
    ],
    [['满意度指标', '40', null, 0], [['服务对象满意度', '40', null, 0]]],
  ]);
});

test('a group sum exists after the last item of the group, total and grade after the last leaf', async () => {
  const { id, ...rest } = await create(who.purchaser, agreement.id);
  const [money, quantity, quality, clients] = leavesOf({ id, ...rest });
  let now = must(
    await scoreItems(who.purchaser, id, [{ itemId: quantity!.id, score: '20.25', evidence: ' 台账 ' }]),
  );
  expect(now.groups.map(({ score }) => score)).toEqual([null, null, null]);
  now = must(
    await scoreItems(who.purchaser, id, [
      { itemId: quality!.id, score: '29.50' },
      { itemId: clients!.id, score: '30.24' },
    ]),
  );
  expect(now.groups.map(({ score }) => score)).toEqual([null, '49.75', '30.24']);
  expect([now.total, now.grade]).toEqual([null, null]);
  now = must(await scoreItems(who.purchaser, id, [{ itemId: money!.id, score: '10' }]));
  expect([now.total, now.grade]).toEqual(['89.99', 'GOOD']);
  now = must(await scoreItems(who.purchaser, id, [{ itemId: clients!.id, score: '30.25' }]));
  expect([now.total, now.grade]).toEqual(['90', 'EXCELLENT']);
  expect(leavesOf(now)[1]).toMatchObject({ score: '20.25', evidence: '台账', revision: 1 });
});

test('every score is kept, with its author and its basis', async () => {
  const made = await create(who.operator, agreement.id);
  const itemId = leavesOf(made)[0]!.id;
  await scoreItems(who.operator, made.id, [{ itemId, score: '8', evidence: '初稿' }]);
  await scoreItems(manager, made.id, [{ itemId, score: '9.5', expectedRevision: 1 }]);
  const [now] = await evaluationsOf(who.bureau, agreement.id);
  expect(leavesOf(now!)[0]).toMatchObject({
    score: '9.5',
    evidence: null,
    revision: 2,
    history: [
      { revision: 2, score: '9.5', evidence: null, scoredBy: 'zhanzhang' },
      { revision: 1, score: '8', evidence: '初稿', scoredBy: '逢源人家管理员' },
    ],
  });
  const log = await api.world.ownerQuery<{ before: object[]; after: object[] }>(
    `select before, after from core.audit_entry where action = 'EVALUATION_SCORED' and thing_id = $1 order by id`,
    [made.id],
  );
  expect(log.map(({ before, after }) => [before[0], after[0]])).toEqual([
    [
      { id: itemId, revision: 0, score: null, evidence: null },
      { id: itemId, revision: 1, score: '8', evidence: '初稿' },
    ],
    [
      { id: itemId, revision: 1, score: '8', evidence: '初稿' },
      { id: itemId, revision: 2, score: '9.5', evidence: null },
    ],
  ]);
});

test('of two concurrent scores of one leaf one is refused as stale', async () => {
  const made = await create(who.operator, agreement.id);
  const [leaf] = leavesOf(made);
  const answers = await Promise.all(
    ['7', '8', '9'].map(async (score) =>
      scoreItems(who.operator, made.id, [{ itemId: leaf!.id, score, expectedRevision: 0 }]),
    ),
  );
  expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
    Array(2).fill('REVISION_CHANGED scores.0.expectedRevision'),
  );
  await Promise.all(
    ['5', '6'].map(async (score) => scoreItems(who.operator, made.id, [{ itemId: leaf!.id, score }])),
  );
  const [now] = await evaluationsOf(who.operator, agreement.id);
  expect(leavesOf(now!)[0]!.history.map(({ revision }) => revision)).toEqual([3, 2, 1]);
});

test('bad input is refused with all its errors, and stores nothing', async () => {
  const groups = [
    { name: '甲', weight: '60.001', items: [{ name: '', weight: '1' }] },
    { name: '甲', weight: '30' },
  ];
  const { evaluation, userErrors } = await tryCreate(who.operator, agreement.id, {
    name: ' ',
    fiscalYear: 2031,
    groups,
  });
  expect([evaluation, codesAndPaths(userErrors).sort()]).toEqual([
    null,
    [
      'DUPLICATE_NAME groups.1.name',
      'EMPTY_TEXT groups.0.items.0.name',
      'EMPTY_TEXT name',
      'OUTSIDE_AGREEMENT fiscalYear',
      'TOO_MANY_DECIMALS groups.0.weight',
      'WEIGHTS_DO_NOT_ADD_UP groups',
      'WEIGHTS_DO_NOT_ADD_UP groups.0.items',
    ],
  ]);
  expect(await stored('evaluation')).toBe(0);

  const made = await create(who.operator, agreement.id);
  const other = await create(who.purchaser, agreement.id);
  const [first, second] = leavesOf(made);
  const scored = await scoreItems(who.operator, made.id, [
    { itemId: first!.id, score: '10.01' },
    { itemId: second!.id, score: '1.111' },
    { itemId: leavesOf(other)[0]!.id, score: '1' },
    { itemId: made.groups[1]!.id, score: '1' },
  ]);
  expect([scored.evaluation, codesAndPaths(scored.userErrors)]).toEqual([
    null,
    [
      'SCORE_ABOVE_MAXIMUM scores.0.score',
      'TOO_MANY_DECIMALS scores.1.score',
      'UNKNOWN_ITEM scores.2.itemId',
      'NOT_A_LEAF scores.3.itemId',
    ],
  ]);
  expect(await stored('evaluation_score')).toBe(0);
});

test('closing needs every score, and is final; voiding frees the name', async () => {
  const made = await create(who.operator, agreement.id);
  expect(codesAndPaths((await closeIt(who.operator, made.id)).userErrors)).toEqual([
    'SCORES_MISSING evaluationId',
  ]);
  await scoreItems(who.operator, made.id, full(made));
  expect(must(await closeIt(who.operator, made.id))).toMatchObject({
    total: '100',
    grade: 'EXCELLENT',
    closedAt: api.clock.now().toISOString(),
  });
  for (const answer of [
    await closeIt(who.operator, made.id),
    await scoreItems(who.operator, made.id, full(made)),
  ]) {
    expect(codesAndPaths(answer.userErrors)).toEqual(['EVALUATION_CLOSED evaluationId']);
  }
  for (const name of [
    made.name,
    `${made.name}\u200b`,
    `\u3000${made.name.slice(0, 2)} ${made.name.slice(2)}`,
  ]) {
    const again = await tryCreate(who.operator, agreement.id, { name });
    expect(codesAndPaths(again.userErrors)).toEqual(['EVALUATION_EXISTS name']);
  }
  expect((await tryCreate(who.purchaser, agreement.id)).userErrors).toEqual([]);

  expect(codesAndPaths((await voidIt(who.operator, made.id, ' ')).userErrors)).toEqual(['EMPTY_TEXT reason']);
  expect(must(await voidIt(who.operator, made.id))).toMatchObject({ voidReason: '指标有误', total: '100' });
  for (const answer of [
    await voidIt(who.operator, made.id),
    await closeIt(who.operator, made.id),
    await scoreItems(who.operator, made.id, full(made)),
  ]) {
    expect(codesAndPaths(answer.userErrors)).toContain('EVALUATION_VOIDED evaluationId');
  }
  await create(who.operator, agreement.id);
  const all = await evaluationsOf(who.purchaser, agreement.id);
  expect(all.map(({ party, voidedAt }) => [party, voidedAt !== null])).toEqual([
    ['OPERATOR', true],
    ['PURCHASER', false],
    ['OPERATOR', false],
  ]);
});

test('of two created concurrently under one name one is stored', async () => {
  const answers = await Promise.all([1, 2, 3].map(async () => tryCreate(who.operator, agreement.id)));
  expect(answers.flatMap(({ userErrors }) => codesAndPaths(userErrors))).toEqual(
    Array(2).fill('EVALUATION_EXISTS name'),
  );
  expect(await stored('evaluation')).toBe(1);
});

test('with its key an evaluation is created, scored and voided once; each party has its own keys', async () => {
  await api.world.ownerQuery('delete from core.idempotency_key');
  const key = { idempotencyKey: 'k' };
  const made = await create(manager, agreement.id, key);
  expect(await create(manager, agreement.id, key)).toEqual(made);
  expect((await create(who.purchaser, agreement.id, key)).party).toBe('PURCHASER');
  const reused = ['IDEMPOTENCY_KEY_REUSED idempotencyKey'];
  const other = await tryCreate(manager, agreement.id, { ...key, name: '另一份' });
  expect(codesAndPaths(other.userErrors)).toEqual(reused);

  must(await scoreItems(manager, made.id, full(made), 'scores'));
  must(await scoreItems(manager, made.id, full(made, '1')));
  const [leaf] = leavesOf(must(await scoreItems(manager, made.id, full(made), 'scores')));
  expect([leaf!.score, leaf!.history.length]).toEqual(['1', 2]);

  const voided = must(await voidIt(manager, made.id, '指标有误', 'void'));
  expect(must(await voidIt(manager, made.id, '指标有误', 'void'))).toEqual(voided);
  expect(codesAndPaths((await voidIt(manager, made.id, '别的', 'void')).userErrors)).toEqual(reused);
});
