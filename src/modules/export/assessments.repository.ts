import { columns, type Table } from '../../platform/export/columns';
import { organisations } from '../../access';
import { assessmentParts, assessmentScores, assessments } from '../assessment';
import { ofAgreement, type Where } from './export.filter';
import { placeColumns, placeJoins } from './place.columns';

const score = (party: string): string =>
  `trim_scale(max(s.score) filter (where s.party = '${party}')) as ${party.toLowerCase()}`;

/** 评估: one row per assessment, with the scores that are not sealed; total and grade once all are given. */
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
        grade: 'core.grade(sum.total, a.excellent_from, a.good_from, a.qualified_from)',
        state: `case when a.cancelled_at is not null then 'CANCELLED' when a.closed_at is not null then 'CLOSED' else 'OPEN' end`,
      }),
      ...columns('moment', { cancelled_at: 'a.cancelled_at' }),
      ...columns('flag', { sealed: 'a.sealed' }),
      ...columns('decimal', { other_score: 'scores.other' }),
      ...columns('day', { onsite_on: 'a.onsite_on' }),
      ...columns('decimal', {
        excellent_from: 'trim_scale(a.excellent_from)',
        good_from: 'trim_scale(a.good_from)',
        qualified_from: 'trim_scale(a.qualified_from)',
      }),
    ],
    rows: `
      from ${assessments('a')} ${ofAgreement('own', 'a')}
      cross join lateral (
        select ${['PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'].map(score).join(', ')},
               trim_scale(sum(s.score) filter (where s.party = 'OTHER')) as other,
               case when count(*) = count(s.score) then sum(s.score) end as total,
               bool_or(${where.written('p')} or coalesce(${where.written('s')}, false)) as written
          from ${assessmentParts('p')}
          left join ${assessmentScores('s')} on s.organisation_id = p.organisation_id
           and s.assessment_id = p.assessment_id and s.part = p.part
         where p.organisation_id = a.organisation_id and p.assessment_id = a.id and p.ended_at is null) scores
      cross join lateral (
        select case when a.cancelled_at is null then trim_scale(coalesce(a.total, scores.total)) end as total) sum
      join ${organisations('assessor')} on assessor.id = a.assessor_id
      ${placeJoins('a')}
      where ${where.within('a')} and a.from_day <= ${where.to} and a.to_day >= ${where.from}
        and ${where.sent(`own.state = 'CONFIRMED'`, `scores.written or ${where.assessed('a')} or ${where.voided('own')}`)}`,
  };
}
