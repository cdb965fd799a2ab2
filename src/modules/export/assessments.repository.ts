import { columns, type Table } from '../../platform/export/columns';
import { organisations } from '../../access';
import { assessmentScores, assessments } from '../assessment';
import { ofAgreement, type Where } from './export.filter';
import { placeColumns, placeJoins } from './place.columns';

const score = (party: string): string =>
  `trim_scale(max(s.score) filter (where s.party = '${party}')) as ${party.toLowerCase()}`;

/** 评估: one row per assessment, with the score of each party; total and grade once all four are given. */
export function assessmentTable(where: Where): Table {
  return {
    columns: [
      ...columns('id', { assessment_id: 'a.id' }),
      ...columns('flag', { removed: `own.state = 'VOID'` }),
      ...placeColumns('a', where),
      ...columns('code', { kind: 'a.kind' }),
      ...columns('day', { from_day: 'a.from_day', to_day: 'a.to_day' }),
      ...columns('id', { assessor_id: 'a.assessor_id' }),
      ...columns('text', { assessor_name: 'assessor.name' }),
      ...columns('moment', { opened_at: 'a.opened_at', closed_at: 'a.closed_at' }),
      ...columns('decimal', {
        purchaser_score: 'scores.purchaser',
        supervisor_score: 'scores.supervisor',
        mentoring_centre_score: 'scores.mentoring_centre',
        third_party_score: 'scores.third_party',
        total: 'sum.total',
      }),
      ...columns('code', {
        grade: `case when sum.total >= 90 then 'EXCELLENT' when sum.total >= 80 then 'GOOD'
          when sum.total >= 60 then 'QUALIFIED' when sum.total is not null then 'UNQUALIFIED' end`,
      }),
    ],
    rows: `
      from ${assessments('a')} ${ofAgreement('own', 'a')}
      cross join lateral (
        select ${['PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'].map(score).join(', ')},
               coalesce(bool_or(${where.written('s')}), false) as written
          from ${assessmentScores('s')} where s.organisation_id = a.organisation_id and s.assessment_id = a.id) scores
      cross join lateral (
        select trim_scale(coalesce(a.total,
          scores.purchaser + scores.supervisor + scores.mentoring_centre + scores.third_party)) as total) sum
      join ${organisations('assessor')} on assessor.id = a.assessor_id
      ${placeJoins('a')}
      where ${where.within('a')} and a.from_day <= ${where.to} and a.to_day >= ${where.from}
        and ${where.sent(`own.state = 'CONFIRMED'`, `scores.written or ${where.assessed('a')} or ${where.voided('own')}`)}`,
  };
}
