import { type Column, agreementColumns, agreementJoins, scopeOf, tenantText, TODAY, type View } from './view';

const TERM: Column[] = [
  ['term_id', 't.id', '项目期编号', 'id of the term'],
  ['term_name', tenantText('t.name'), '项目期名称', 'name of the term'],
  ['term_starts_on', 't.starts_on', '项目期首日', 'first day of the term'],
  ['term_ends_on', 't.ends_on', '项目期末日', 'last day of the term'],
];
const MEASURE: Column[] = [
  ['indicator_code', 'i.code', '指标代码', 'code of the indicator'],
  ['indicator_name', 'i.name_zh', '指标名称', 'name of the indicator'],
  ['measure_code', 'm.code', '计量项代码', 'code of the measure'],
  ['measure_name', 'm.name', '计量项名称', 'name of the measure'],
  ['unit', 'm.unit', '计量单位', 'unit of the quantities'],
];
const ZONE: Column[] = [
  ['zone_id', 'z.id', '片区编号；空：未分片区', 'id of the zone; null: of no zone'],
  ['zone_name', tenantText('z.name'), '片区名称', 'name of the zone'],
];
const PROJECT: Column[] = [
  ['project_id', 'j.id', '项目编号；空：未分项目', 'id of the project; null: of no project'],
  ['project_name', tenantText('j.name'), '项目名称', 'name of the project'],
];
const COMPLETED: Column = [
  'completed',
  'c.completed',
  '完成量，单位见 unit；作废的记录不计',
  'completed, in `unit`; voided records do not count',
];
const RATIO: Column[] = [
  ['target', 'c.target', '协议量，单位见 unit；空：未设定（/）', 'target, in `unit`; null: none is set'],
  COMPLETED,
  [
    'percent',
    'core.percent(c.completed, c.target)',
    '完成率（%），四舍五入两位；协议量为空或 0 时为空。不可相加或平均：合计请以完成量之和除以协议量之和',
    'completed / target × 100, half up to 2 decimals; null where the target is null or 0. Neither add nor average it: divide the sums',
  ],
];

const ofTerm = `
  join core.term t on t.organisation_id = c.organisation_id and t.id = c.term_id
  join core.indicator i on i.code = c.indicator_code
  join core.measure m on m.indicator_code = c.indicator_code and m.code = c.measure_code`;
const ofZone = 'left join core.zone z on z.organisation_id = c.organisation_id and z.id = c.zone_id';
const ofProject = 'left join core.project j on j.organisation_id = c.organisation_id and j.id = c.project_id';

/**
 * Targets and completed quantities of a whole term, grouped by the cells of the completion table or by some of their
 * columns.
 */
function sums(parts: string): string {
  const cell = (of: string): string =>
    `${scopeOf(of)}, ${of}.term_id, ${parts} ${of}.indicator_code, ${of}.measure_code`;
  return `(
    select ${cell('u')}, sum(u.target) as target, coalesce(sum(u.completed), 0) as completed
      from (
        select ${cell('r')}, null::numeric as target, r.completed, r.records from core.completion_term r
        union all
        select ${cell('r')}, r.value, null, 0 from core.target r
      ) u
     group by ${cell('u')} having sum(u.records) > 0 or sum(u.target) is not null) c`;
}

const byTerm = (name: string, row: View['row'], part: string, columns: Column[], join: string): View => ({
  name,
  row,
  columns: [...agreementColumns('c'), ...TERM, ...columns, ...MEASURE, ...RATIO],
  from: `from ${sums(part && `${part},`)} ${agreementJoins('c')} ${ofTerm} ${join}`,
});

/** 附件1 指标完成情况: the same figures as the API gives. */
export const COMPLETION_VIEWS: View[] = [
  byTerm(
    'completion_by_term',
    ['指标完成情况：一行一个项目期的一个计量项', 'completion: one row a measure of a term'],
    '',
    [],
    '',
  ),
  byTerm(
    'completion_by_zone',
    [
      '分片区完成情况：一行一个项目期、片区的一个计量项',
      'completion by zone: one row a measure of a term and zone',
    ],
    'zone_id',
    ZONE,
    ofZone,
  ),
  byTerm(
    'completion_by_project',
    [
      '分项目完成情况：一行一个项目期、项目的一个计量项',
      'completion by project: one row a measure of a term and project',
    ],
    'project_id',
    PROJECT,
    ofProject,
  ),
  {
    name: 'completion_by_month',
    row: [
      '分月完成量：一行一个项目期、月份、片区、项目的一个计量项，可任意相加',
      'completed by month: one row a measure of a term, month, zone and project; adds up any way',
    ],
    columns: [
      ...agreementColumns('c'),
      ...TERM,
      ['month', 'c.month', '月份（当月首日）', 'month, by its first day'],
      ...ZONE,
      ...PROJECT,
      ...MEASURE,
      COMPLETED,
      ['records', 'c.records', '记录条数', 'how many records count in it'],
    ],
    from: `from core.completion_month c ${agreementJoins('c')} ${ofTerm} ${ofZone} ${ofProject}
      where c.records > 0 and c.month <= ${TODAY}`,
  },
  {
    name: 'service_records',
    row: [
      '服务记录：一行一条记录的一个计量项；作废的记录不在其中',
      'service records: one row a measure of a record; voided records are not there',
    ],
    columns: [
      [
        'record_id',
        'c.id',
        '记录编号；一条记录可有几个计量项',
        'id of the record, which may have several measures',
      ],
      ...agreementColumns('c'),
      ...TERM,
      ['occurred_on', 'c.occurred_on', '服务日期', 'day of service'],
      ...ZONE,
      ['point_id', 'n.id', '社工点编号；空：未分社工点', 'id of the point; null: of no point'],
      ['point_name', tenantText('n.name'), '社工点名称', 'name of the point'],
      ...PROJECT,
      ...MEASURE,
      ['quantity', 'q.value::numeric', '数量，单位见 unit', 'quantity, in `unit`'],
      ['recorded_at', 'c.recorded_at', '登记时间', 'when it was recorded'],
      ['revised_at', 'c.revised_at', '最近修订时间', 'when it was last revised'],
      ['revision', 'c.revision', '修订次数，首次登记为 1', 'revision, 1 as first recorded'],
    ],
    from: `
      from core.service_record c cross join lateral jsonb_each_text(c.quantities) q ${agreementJoins('c')}
      join core.term t on t.organisation_id = c.organisation_id and t.id = c.term_id
      join core.indicator i on i.code = c.indicator_code
      join core.measure m on m.indicator_code = c.indicator_code and m.code = q.key
      ${ofZone} ${ofProject}
      left join core.point n on n.organisation_id = c.organisation_id and n.id = c.point_id
     where c.voided_at is null`,
  },
];
