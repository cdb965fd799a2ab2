import { MemberRole } from '../../src/access';
import { type Agreement, newStation } from '../api/support/agreements';
import { enrol } from '../api/support/people';
import { codesAndPaths } from '../api/support/questions';
import type { Api, Client } from '../kit/api';
import { sharedApi } from '../kit/shared-api';
import {
  closeIt,
  create,
  CREATE,
  type Evaluation,
  EVALUATIONS,
  evaluationsOf,
  GROUPS,
  leavesOf,
  SCORE_ITEMS,
  scoreItems,
  voidIt,
} from './support/evaluations';
import { parties, type Parties, pastTheServices } from './support/parties';
import { refusals } from './support/questions';
import {
  CORRECT_SURVEY,
  RECORD_SURVEY,
  recordSurvey,
  REPORT,
  reportOf,
  SURVEYS,
  surveysOf,
  VOID_SURVEY,
} from './support/surveys';

/** Evaluations and surveys are self-reports of the parties of an agreement: each writes its own, both read them. */
let api: Api;
let who: Parties;
let agreement: Agreement;
let manager: Client;
let worker: Client;
beforeAll(async () => {
  api = await sharedApi();
  who = await parties(api);
  manager = await enrol(api, '逢源人家', MemberRole.MANAGER, 'zhanzhang@fengyuan-more.example');
  worker = await api.as('worker@fengyuan.example');
});
beforeEach(async () => {
  agreement = await newStation(api);
});

const full = (evaluation: Evaluation): { itemId: string; score: string }[] =>
  leavesOf(evaluation).map(({ id, weight }) => ({ itemId: id, score: weight }));

async function stored(table: string): Promise<number> {
  const [row] = await api.world.ownerQuery<{ count: number }>(
    `select count(*)::int as count from core.${table} where agreement_id = $1`,
    [agreement.id],
  );
  return row!.count;
}

const NODE = 'query($id: ID!) { node(id: $id) { __typename } }';

describe('an evaluation', () => {
  test('is readable to the other party, which may not score, close or void it', async () => {
    const made = await create(who.operator, agreement.id);
    for (const answer of [
      await scoreItems(who.purchaser, made.id, full(made)),
      await closeIt(who.purchaser, made.id),
      await voidIt(who.purchaser, made.id),
    ]) {
      expect(codesAndPaths(answer.userErrors)).toEqual(['NOT_YOUR_EVALUATION evaluationId']);
    }
    for (const client of [who.operator, who.purchaser, who.bureau, who.city]) {
      expect((await evaluationsOf(client, agreement.id)).map(({ id }) => id)).toEqual([made.id]);
      const { node } = await client.get<{ node: object }>(
        'query($id: ID!) { node(id: $id) { __typename } }',
        {
          id: made.id,
        },
      );
      expect(node).toEqual({ __typename: 'Evaluation' });
    }
  });

  test('is protected by the database from a row in another’s name, and a score above the weight', async () => {
    const made = await create(who.operator, agreement.id);
    const insert = `insert into core.evaluation_score select organisation_id, agreement_id, station_id, purchaser_id,
      district_code, evaluation_id, $2, id, 1, weight, true, $3, null, now(), gen_random_uuid(), '某人'
      from core.evaluation_item where id = $1`;
    const [leaf] = leavesOf(made);
    const given = async (client: Client, party: string, score: string): Promise<unknown[]> =>
      pastTheServices(api, client, insert, [leaf!.id, party, score]);
    await expect(given(who.operator, 'OPERATOR', '10')).resolves.toEqual([]);
    await expect(given(who.operator, 'OPERATOR', '10.01')).rejects.toThrow(/check constraint/);
    await expect(given(who.operator, 'PURCHASER', '1')).rejects.toThrow(/row-level security/);
    await expect(given(who.purchaser, 'OPERATOR', '1')).rejects.toThrow(/row-level security/);
    await expect(given(who.purchaser, 'PURCHASER', '1')).rejects.toThrow(/foreign key/);
    await expect(given(await api.as('worker@fengyuan.example'), 'OPERATOR', '1')).rejects.toThrow(
      /row-level/,
    );
    for (const client of [who.bureau, who.city, who.mentors, who.assessor]) {
      await expect(given(client, 'OPERATOR', '1')).rejects.toThrow(/permission denied/);
    }
    await scoreItems(who.operator, made.id, full(made));
    await closeIt(who.operator, made.id);
    const later = insert.replace('id, 1, weight', 'id, 2, weight');
    await expect(pastTheServices(api, who.operator, later, [leaf!.id, 'OPERATOR', '1'])).rejects.toThrow(
      /has ended/,
    );
    const update = 'update core.evaluation_score set score = 0';
    await expect(pastTheServices(api, who.operator, update)).rejects.toThrow(/permission denied/);
  });

  test('is created by a manager of the operator, or an administrator of the purchaser', async () => {
    const input = { agreementId: agreement.id, name: '自评', groups: GROUPS };
    const purchaser = await enrol(
      api,
      '广州市荔湾区逢源街道办事处',
      MemberRole.MANAGER,
      'm@fengyuan-street-more.example',
    );
    const worker = await api.as('worker@fengyuan.example');
    for (const client of [worker, purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      expect(await refusals(client, CREATE, { input })).toEqual(['FORBIDDEN']);
    }
    expect(await stored('evaluation')).toBe(0);
  });

  test('is invisible to those who assess', async () => {
    const made = await create(who.operator, agreement.id);
    const platform = await api.as('admin@platform.example');
    expect(await refusals(who.mentors, EVALUATIONS, { id: agreement.id })).toEqual(['FORBIDDEN']);
    for (const client of [who.mentors, who.assessor, platform]) {
      const node = 'query($id: ID!) { node(id: $id) { id } }';
      expect(await refusals(client, node, { id: made.id })).toEqual(['NOT_FOUND']);
    }
    expect(
      await refusals(who.otherOperator, SCORE_ITEMS, { input: { evaluationId: made.id, scores: [] } }),
    ).toEqual(['NOT_FOUND']);
  });
});

describe('a survey', () => {
  const input = { method: 'EVENT', surveyedOn: '2024-05-20', reportedPercent: '90' };

  test('is recorded by a manager of the operator, and read by the parties of the agreement', async () => {
    const { id } = await recordSurvey(manager, agreement.id);
    for (const client of [who.operator, worker, who.purchaser, who.bureau, who.city]) {
      expect(await reportOf(client, agreement.id)).toMatchObject({ percent: '90.00' });
      expect((await surveysOf(client, agreement.id)).nodes.map((survey) => survey.id)).toEqual([id]);
      expect(await client.get(NODE, { id })).toEqual({ node: { __typename: 'SatisfactionSurvey' } });
    }
    for (const client of [worker, who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      expect(
        await refusals(client, RECORD_SURVEY, { input: { agreementId: agreement.id, ...input } }),
      ).toEqual(['FORBIDDEN']);
      expect(await refusals(client, VOID_SURVEY, { id, reason: '重复' })).toEqual(['FORBIDDEN']);
    }
    expect(await stored('satisfaction_survey')).toBe(1);
  });

  test('is invisible to those who assess, and to another operator', async () => {
    const { id } = await recordSurvey(manager, agreement.id);
    expect(await refusals(who.mentors, REPORT, { id: agreement.id })).toEqual(['FORBIDDEN']);
    expect(await refusals(who.mentors, SURVEYS, { id: agreement.id })).toEqual(['FORBIDDEN']);
    for (const client of [
      who.mentors,
      who.assessor,
      who.otherOperator,
      who.otherPurchaser,
      who.otherBureau,
    ]) {
      expect(await refusals(client, NODE, { id })).toEqual(['NOT_FOUND']);
    }
    for (const [query, variables] of [
      [REPORT, { id: agreement.id }],
      [SURVEYS, { id: agreement.id }],
      [RECORD_SURVEY, { input: { agreementId: agreement.id, ...input } }],
      [CORRECT_SURVEY, { input: { id, reason: '改', ...input } }],
      [VOID_SURVEY, { id, reason: '改' }],
    ] as const) {
      expect(await refusals(who.otherOperator, query, variables)).toEqual(['NOT_FOUND']);
    }
  });

  test('is in the database immutable, and recorded only by a manager of the operator', async () => {
    const { id } = await recordSurvey(manager, agreement.id);
    const insert = `insert into core.satisfaction_survey (organisation_id, agreement_id, station_id, purchaser_id,
        district_code, id, method, surveyed_on, reported_percent, recorded_at, recorded_by, recorded_by_name)
      select organisation_id, agreement_id, station_id, purchaser_id, district_code, gen_random_uuid(), method,
        surveyed_on, 100, now(), recorded_by, '某人' from core.satisfaction_survey where id = $1`;
    const update = 'update core.satisfaction_survey set satisfied = 10 where id = $1';
    await expect(pastTheServices(api, manager, insert, [id])).resolves.toEqual([]);
    await expect(pastTheServices(api, manager, update, [id])).rejects.toThrow(/permission denied/);
    await expect(pastTheServices(api, worker, insert, [id])).rejects.toThrow(/row-level security/);
    for (const client of [who.purchaser, who.bureau, who.city, who.mentors, who.assessor]) {
      await expect(pastTheServices(api, client, insert, [id])).rejects.toThrow(/permission denied/);
    }
    const more = insert.replace('100, now()', '101, now()');
    await expect(pastTheServices(api, manager, more, [id])).rejects.toThrow(/check constraint/);
  });
});
