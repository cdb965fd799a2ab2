import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import { agreementJoins, type Column, type View } from './baseline/bi-views/view';

const BEFORE = BI_VIEWS.find(({ name }) => name === 'assessments');

/** Columns whose meaning now depends on the scheme, and those that are new, at the end. */
const CHANGED: Column[] = [
  [
    'total',
    'x.total',
    '总分；空：未评齐、未公开或已取消',
    'total; null until all scores are in, and for a cancelled one',
  ],
  [
    'grade',
    'core.grade(x.total, c.excellent_from, c.good_from, c.qualified_from)',
    '等级：EXCELLENT 优秀，GOOD 良好，QUALIFIED 合格，UNQUALIFIED 不合格，界线见 excellent_from 等列',
    'grade: EXCELLENT, GOOD, QUALIFIED or UNQUALIFIED, by the bounds of the assessment',
  ],
];
const ADDED: Column[] = [
  [
    'state',
    `case when c.cancelled_at is not null then 'CANCELLED' when c.closed_at is not null then 'CLOSED' else 'OPEN' end`,
    '状态：OPEN 进行中，CLOSED 已结束，CANCELLED 已取消（不计入任何统计）',
    'OPEN, CLOSED or CANCELLED; a cancelled one counts nowhere',
  ],
  ['cancelled_at', 'c.cancelled_at', '取消时间', 'when it was cancelled'],
  [
    'sealed',
    'c.sealed',
    '评分是否封存：是则只见本方评分',
    'whether scores are sealed: each party then sees its own alone',
  ],
  ['other_score', 'x.other_score', '另设评分方评分合计', 'sum of the scores of further parties'],
  ['onsite_on', 'c.onsite_on', '现场评估日', 'on-site day'],
  ['excellent_from', 'c.excellent_from', '优秀起点分', 'EXCELLENT from this total'],
  ['good_from', 'c.good_from', '良好起点分', 'GOOD from this total'],
  ['qualified_from', 'c.qualified_from', '合格起点分', 'QUALIFIED from this total'],
];
const of = (column: string, party: string): string =>
  `max(k.score) filter (where k.party = '${party}') as ${column}`;

/** Of confirmed agreements alone, as before. */
const JOINS = `${agreementJoins('c')}
  join core.agreement v on v.organisation_id = c.organisation_id and v.id = c.agreement_id and v.state = 'CONFIRMED'`;

function extended({ name, row, columns }: View): View {
  const kept = columns.map((column) => CHANGED.find(([changed]) => changed === column[0]) ?? column);
  return {
    name,
    row,
    columns: [...kept, ...ADDED],
    from: `
      from core.assessment c ${JOINS}
      join core.organisation r on r.id = c.assessor_id
     cross join lateral (
       select ${of('purchaser_score', 'PURCHASER')}, ${of('supervisor_score', 'SUPERVISOR')},
              ${of('mentoring_score', 'MENTORING_CENTRE')}, ${of('third_party_score', 'THIRD_PARTY')},
              sum(k.score) filter (where k.party = 'OTHER') as other_score,
              case when c.cancelled_at is null then
                coalesce(c.total, case when count(*) = count(k.score) then sum(k.score) end) end as total
         from core.assessment_part p
         left join core.assessment_score k
           on k.organisation_id = p.organisation_id and k.assessment_id = p.assessment_id and k.part = p.part
        where p.organisation_id = c.organisation_id and p.assessment_id = c.id and p.ended_at is null) x`,
  };
}

/** The view of assessments: schemes, cancelled ones, sealed scores. */
export class ExtendBiAssessments1795910434000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!BEFORE) throw new Error('there is no view of assessments');
    for (const statement of statementsOf(extended(BEFORE)))
      await runner.query(statement.replace(/^create view/, 'create or replace view'));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!BEFORE) throw new Error('there is no view of assessments');
    await runner.query('drop view bi.assessments');
    const from = BEFORE.from.replace(agreementJoins('c'), () => JOINS);
    for (const statement of statementsOf({ ...BEFORE, from })) await runner.query(statement);
  }
}
