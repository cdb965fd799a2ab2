import { ownerDataSource } from '../../src/platform/database/migrations';
import { createTestDatabase, type TestDatabase } from '../kit/world';

jest.setTimeout(60_000);

/** An assessment of a database from before schemes keeps its parties, maxima, bands, scores and findings. */
let place: TestDatabase;
beforeAll(async () => {
  place = await createTestDatabase('template_demo');
});
afterAll(async () => {
  await place.close();
});

const FIRST = '1795910430000';

test('what was closed stays closed and open to all, and what is half scored is sealed', async () => {
  const source = await ownerDataSource(place.ownerUrl).initialize();
  try {
    const later = source.migrations.filter(({ constructor }) => constructor.name.slice(-13) >= FIRST);
    expect(later.length).toBeGreaterThan(0);
    for (const _ of later) await source.undoLastMigration();

    const scope = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
    const [closed] = await place.ownerQuery<{ id: string }>('select id from core.assessment');
    const open = '019c0000-0000-7000-8000-00000000000a';
    await place.ownerQuery(
      `insert into core.assessment (${scope}, id, kind, from_day, to_day, assessor_id, opened_at, opened_by)
       select ${scope}, $1, 'FINAL', from_day, to_day, assessor_id, opened_at, opened_by from core.assessment`,
      [open],
    );
    await place.ownerQuery(
      `insert into core.assessment_score (${scope}, assessment_id, party, score, scored_at, scored_by)
       select ${scope}, $1, party, score, scored_at, scored_by from core.assessment_score where party <> 'THIRD_PARTY'`,
      [open],
    );
    await place.ownerQuery(
      `insert into core.assessment_finding (${scope}, id, assessment_id, party, kind, text, added_at, added_by, state,
              response, responded_at, review)
       select ${scope}, id, id, 'THIRD_PARTY', 'CONCERN', '台账不全', now(), id, 'SENT_BACK', '已补', now(), '不全'
         from core.assessment where id = $1`,
      [open],
    );
    await source.runMigrations();

    const assessments = await place.ownerQuery(
      `select a.id, a.sealed, a.unsealed_at is not null as unsealed, a.total, a.grade, a.excellent_from, a.good_from, a.qualified_from,
              (select json_agg(json_build_array(p.party, p.maximum, s.score, s.sealed, p.scored_at = s.scored_at) order by p.part)
                 from core.assessment_part p left join core.assessment_score s using (organisation_id, assessment_id, part)
                where p.assessment_id = a.id) as parts
         from core.assessment a order by a.closed_at nulls last`,
    );
    const bands = { excellent_from: '90.00', good_from: '80.00', qualified_from: '60.00' };
    const parts = (sealed: boolean, last: unknown[]): unknown[] => [
      ['PURCHASER', 20, 20, sealed, true],
      ['SUPERVISOR', 10, 8.63, sealed, true],
      ['MENTORING_CENTRE', 15, 14.9, sealed, true],
      ['THIRD_PARTY', 55, ...last],
    ];
    expect(assessments).toEqual([
      {
        id: closed!.id,
        sealed: false,
        unsealed: true,
        total: '92.28',
        grade: 'EXCELLENT',
        ...bands,
        parts: parts(false, [48.75, false, true]),
      },
      {
        id: open,
        sealed: true,
        unsealed: false,
        total: null,
        grade: null,
        ...bands,
        parts: parts(true, [null, null, null]),
      },
    ]);
    expect(
      await place.ownerQuery(
        'select number, state, text, at is null as untimed from core.finding_step order by number',
      ),
    ).toEqual([
      { number: 1, state: 'ANSWERED', text: '已补', untimed: false },
      { number: 2, state: 'SENT_BACK', text: '不全', untimed: true },
    ]);
  } finally {
    await source.destroy();
  }
});
