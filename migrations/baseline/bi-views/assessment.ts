import { type Column, agreementColumns, agreementJoins, type View } from './view';

const score = (column: string, party: string, zh: string, en: string): Column => [
  column,
  `x.${column}`,
  `${zh}；空：未评`,
  `score of the ${en}; null: not in (${party})`,
];
const of = (column: string, party: string): string =>
  `max(k.score) filter (where k.party = '${party}') as ${column}`;

/** 评估: scores by party, total and grade. */
export const ASSESSMENT_VIEWS: View[] = [
  {
    name: 'assessments',
    row: ['中期、末期评估：一行一次', 'midterm and final assessments: one row each'],
    columns: [
      ['assessment_id', 'c.id', '评估编号', 'id of the assessment'],
      ...agreementColumns('c'),
      ['kind', 'c.kind', '类型：MIDTERM 中期，FINAL 末期', 'MIDTERM or FINAL'],
      ['from_day', 'c.from_day', '评估时段首日', 'first day assessed'],
      ['to_day', 'c.to_day', '评估时段末日', 'last day assessed'],
      ['assessor_id', 'c.assessor_id', '第三方评估机构编号', 'id of the assessor'],
      ['assessor_name', 'r.name', '第三方评估机构名称', 'name of the assessor'],
      ['opened_at', 'c.opened_at', '启动时间', 'when it was opened'],
      ['closed_at', 'c.closed_at', '定稿时间；空：进行中', 'when it was closed; null: open'],
      score('purchaser_score', 'PURCHASER', '购买方评分，满分 20', 'purchaser, at most 20'),
      score('supervisor_score', 'SUPERVISOR', '监督方评分，满分 10', 'supervisor, at most 10'),
      score('mentoring_score', 'MENTORING_CENTRE', '督导中心评分，满分 15', 'mentoring centre, at most 15'),
      score('third_party_score', 'THIRD_PARTY', '第三方评分，满分 55', 'third party, at most 55'),
      ['total', 'x.total', '总分；空：四方未评齐', 'total; null until all four are in'],
      [
        'grade',
        `case when x.total >= 90 then 'EXCELLENT' when x.total >= 80 then 'GOOD'
              when x.total >= 60 then 'QUALIFIED' when x.total is not null then 'UNQUALIFIED' end`,
        '等级：EXCELLENT 优秀（90 起），GOOD 良好（80 起），QUALIFIED 合格（60 起），UNQUALIFIED 不合格',
        'grade: EXCELLENT from 90, GOOD from 80, QUALIFIED from 60, else UNQUALIFIED',
      ],
    ],
    from: `
      from core.assessment c ${agreementJoins('c')}
      join core.organisation r on r.id = c.assessor_id
     cross join lateral (
       select ${of('purchaser_score', 'PURCHASER')}, ${of('supervisor_score', 'SUPERVISOR')},
              ${of('mentoring_score', 'MENTORING_CENTRE')}, ${of('third_party_score', 'THIRD_PARTY')},
              case when count(*) = 4 then sum(k.score) end as total
         from core.assessment_score k
        where k.organisation_id = c.organisation_id and k.assessment_id = c.id) x`,
  },
];
