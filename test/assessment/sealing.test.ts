import { type Agreement, newStation } from '../api/support/agreements';
import { codesAndPaths } from '../api/support/questions';
import { BiLogins, EVERY_READER, READERS } from '../bi/support';
import { download, loadOf, newKey, parseCsv, quiet, type Row } from '../export/support';
import { type Client, startApi, type TestApi } from '../kit/api';
import { cancel, scoresSeenBy, seenBy, unseal, UNSEAL } from './support/changes';
import { parties, type Parties, pastTheServices } from './support/parties';
import { type Assessment, close, must, open, refusals, score, scoreAll } from './support/questions';

/** A party's score is visible to the others, and to the operator, once all are in or the bureau opens them. */
let api: TestApi;
let who: Parties;
let logins: BiLogins;
let agreement: Agreement;
let assessment: Assessment;
beforeAll(async () => {
  api = await startApi();
  who = await parties(api);
  logins = new BiLogins(api.world);
});
afterAll(async () => {
  await logins.close();
  await api.close();
});
beforeEach(async () => {
  agreement = await newStation(api);
  assessment = await open(who.bureau, { agreementId: agreement.id, assessorId: who.assessorId });
});

const EVERYONE = ['operator', 'purchaser', 'bureau', 'city', 'mentors', 'assessor'] as const;

async function threeScores(): Promise<void> {
  must(await score(who.purchaser, assessment.id, '18'));
  must(await score(who.bureau, assessment.id, '9'));
  must(await score(who.mentors, assessment.id, '14'));
}

async function seen(): Promise<Record<string, (string | null)[]>> {
  const scores = EVERYONE.map(async (name) => [name, await scoresSeenBy(who[name], assessment.id)] as const);
  return Object.fromEntries(await Promise.all(scores));
}

const SEALED = {
  operator: [null, null, null, null],
  purchaser: ['18', null, null, null],
  bureau: [null, '9', null, null],
  city: [null, null, null, null],
  mentors: [null, null, '14', null],
  assessor: [null, null, null, null],
};
const OPEN = ['18', '9', '14', null];

test('while one is missing each party sees its own score alone, and who has scored', async () => {
  await threeScores();
  expect(await seen()).toEqual(SEALED);
  for (const name of EVERYONE) {
    const { scores, sealed, total } = await seenBy(who[name], assessment.id);
    expect(scores.map(({ scoredAt }) => scoredAt !== null)).toEqual([true, true, true, false]);
    expect([sealed, total]).toEqual([true, null]);
  }
});

test('with the last score all see all of them, total and grade', async () => {
  await threeScores();
  must(await score(who.assessor, assessment.id, '50'));
  for (const name of EVERYONE) {
    const { scores, sealed, total, grade } = await seenBy(who[name], assessment.id);
    expect([scores.map((one) => one.score), sealed, total, grade]).toEqual([
      ['18', '9', '14', '50'],
      false,
      '91',
      'EXCELLENT',
    ]);
  }
});

test('last scores of two parties at once unseal all', async () => {
  must(await score(who.purchaser, assessment.id, '18'));
  must(await score(who.bureau, assessment.id, '9'));
  await Promise.all([score(who.mentors, assessment.id, '14'), score(who.assessor, assessment.id, '50')]);
  expect(await scoresSeenBy(who.operator, assessment.id)).toEqual(['18', '9', '14', '50']);
});

describe('the bureau opens them', () => {
  test('before all are in, for a reason that all read', async () => {
    await threeScores();
    const { userErrors } = await unseal(who.bureau, assessment.id, '');
    expect(codesAndPaths(userErrors)).toEqual(['EMPTY_TEXT reason']);
    await unseal(who.bureau, assessment.id, '第三方逾期');
    for (const name of EVERYONE) {
      expect(await scoresSeenBy(who[name], assessment.id)).toEqual(OPEN);
      expect((await seenBy(who[name], assessment.id)).unsealReason).toBe('第三方逾期');
    }
    expect(codesAndPaths((await unseal(who.city, assessment.id)).userErrors)).toEqual([
      'SCORES_NOT_SEALED id',
    ]);
    // A first score needs no reason, though the others are open.
    must(await score(who.assessor, assessment.id, '50'));
    expect((await close(who.bureau, assessment.id)).assessment).toMatchObject({ total: '91' });
  });

  test('and no one else', async () => {
    for (const name of ['operator', 'purchaser', 'mentors', 'assessor'] as const) {
      expect(await refusals(who[name], UNSEAL, { id: assessment.id, reason: '看' })).toEqual(['FORBIDDEN']);
    }
  });

  test.each(['purchaser', 'mentors', 'assessor'] as const)(
    'in the database %s cannot, nor mark a score as given',
    async (name) => {
      await threeScores();
      for (const sql of [
        'update core.assessment set sealed = false, unsealed_at = now() where id = $1 returning id',
        'update core.assessment_part set scored_at = now() where assessment_id = $1 returning part',
      ]) {
        expect(await pastTheServices(api, who[name], sql, [assessment.id])).toEqual([]);
      }
      await expect(
        pastTheServices(
          api,
          who.bureau,
          'update core.assessment set sealed = false, unsealed_at = now() where id = $1',
          [assessment.id],
        ),
      ).rejects.toThrow(/opened for a reason/);
    },
  );
});

test('the database shows each role its own scores, whatever is asked', async () => {
  await threeScores();
  for (const [name, own] of [
    ['operator', []],
    ['purchaser', [{ party: 'PURCHASER' }]],
    ['bureau', [{ party: 'SUPERVISOR' }]],
    ['city', []],
    ['mentors', [{ party: 'MENTORING_CENTRE' }]],
    ['assessor', []],
  ] as const) {
    expect(
      await pastTheServices(
        api,
        who[name],
        'select party from core.assessment_score where assessment_id = $1 order by party',
        [assessment.id],
      ),
    ).toEqual(own);
  }
});

async function exported(client: Client): Promise<Row> {
  const { createApiKey } = await client.get<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "BI" }) { secret } }',
  );
  const { text } = await download(api, 'assessments.csv', { token: createApiKey.secret });
  return parseCsv(text).find((row) => row.assessment_id === assessment.id)!;
}

test('exports are sealed in the same way, until all are in', async () => {
  await threeScores();
  expect(await exported(who.operator)).toMatchObject({
    purchaser_score: null,
    supervisor_score: null,
    mentoring_centre_score: null,
    third_party_score: null,
    total: null,
    grade: null,
    state: 'OPEN',
    sealed: 'true',
  });
  expect(await exported(who.mentors)).toMatchObject({ purchaser_score: null, mentoring_centre_score: '14' });
  must(await score(who.assessor, assessment.id, '50'));
  expect(await exported(who.operator)).toMatchObject({
    purchaser_score: '18',
    third_party_score: '50',
    total: '91',
    grade: 'EXCELLENT',
    sealed: 'false',
  });
});

test('a nightly load gets it again once it is unsealed, and once it is cancelled', async () => {
  await threeScores();
  const { token } = await newKey(api, 'admin@fengyuan.example', [agreement.station.id]);
  const later = async (cursor: string): Promise<{ rows: Row[]; next: string }> => {
    await quiet(api);
    return loadOf(api, `assessments.csv?updatedSince=${cursor}`, token);
  };
  const { next } = await loadOf(api, 'assessments.csv', token);
  must(await score(who.assessor, assessment.id, '50'));
  const unsealed = await later(next);
  expect(unsealed.rows).toMatchObject([{ purchaser_score: '18', total: '91' }]);
  await cancel(who.bureau, assessment.id);
  const cancelled = await later(unsealed.next);
  expect(cancelled.rows).toMatchObject([{ state: 'CANCELLED', total: null, grade: null, removed: 'false' }]);
});

test.each(EVERY_READER)('the view of %s is sealed in the same way', async (reader) => {
  await threeScores();
  const bi = await logins.as(READERS[reader][0]);
  const columns =
    'purchaser_score, supervisor_score, mentoring_score, third_party_score, total, sealed, state';
  const read = async (): Promise<unknown[]> => {
    const [row] = await bi.rows(`select ${columns} from bi.assessments where assessment_id = $1`, [
      assessment.id,
    ]);
    return Object.values(row!);
  };
  const name = { operator: 'operator', purchaser: 'purchaser', 'mentoring centre': 'mentors' } as const;
  const bureaus = { 'bureau of the district': 'bureau', 'bureau of the city': 'city' } as const;
  const own = SEALED[{ ...name, ...bureaus }[reader]].map((one) => (one === null ? null : `${one}.00`));
  expect(await read()).toEqual([...own, null, 't', 'OPEN']);
  must(await score(who.assessor, assessment.id, '50'));
  expect(await read()).toEqual(['18.00', '9.00', '14.00', '50.00', '91.00', 'f', 'OPEN']);
});

describe('a score that changes after unsealing', () => {
  test('keeps the earlier one with the reason, for all to see', async () => {
    await scoreAll(who, assessment.id);
    expect(codesAndPaths((await score(who.mentors, assessment.id, '12')).userErrors)).toEqual([
      'REASON_MISSING reason',
    ]);
    must(await score(who.mentors, assessment.id, '12', { reason: '漏看台账' }));
    must(await score(who.mentors, assessment.id, '13', { reason: '再核' }));
    for (const name of EVERYONE) {
      const { scores, total } = await seenBy(who[name], assessment.id);
      expect(total).toBe('90.38');
      expect(scores[2]).toMatchObject({
        score: '13',
        reason: '再核',
        earlier: [
          { score: '12', reason: '漏看台账', onPaper: false },
          { score: '14.9', reason: null, onPaper: false },
        ],
      });
    }
  });

  test('repeated unchanged needs no reason and keeps nothing', async () => {
    await scoreAll(who, assessment.id);
    const { assessment: same } = await score(who.assessor, assessment.id, '48.750');
    expect(same).toMatchObject({ total: '92.28' });
    expect((await seenBy(who.operator, assessment.id)).scores[3]!.earlier).toEqual([]);
  });

  test('cannot be overwritten without a trace in the database', async () => {
    await scoreAll(who, assessment.id);
    await expect(
      pastTheServices(
        api,
        who.mentors,
        'update core.assessment_score set score = 1 where assessment_id = $1',
        [assessment.id],
      ),
    ).rejects.toThrow(/changed for a reason/);
    await expect(
      pastTheServices(
        api,
        who.mentors,
        `insert into core.assessment_score_version select organisation_id, agreement_id, station_id, purchaser_id,
           district_code, assessment_id, part, 9, party, assessor_id, sealed, 1, '{}', false, null, now(), scored_by
           from core.assessment_score where assessment_id = $1 and party = 'MENTORING_CENTRE'`,
        [assessment.id],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('before unsealing is simply replaced', async () => {
    must(await score(who.mentors, assessment.id, '12'));
    must(await score(who.mentors, assessment.id, '13'));
    expect((await seenBy(who.mentors, assessment.id)).scores[2]).toMatchObject({ score: '13', earlier: [] });
  });
});
