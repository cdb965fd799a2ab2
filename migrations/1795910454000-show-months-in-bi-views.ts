import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  agreementColumns,
  agreementJoins,
  statementsOf,
  tenantText,
  TODAY,
  type View,
} from './baseline/bi-views/view';

const SHANGHAI = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
const LAPSED = `(r.state = 'SENT_BACK' and r.closes_after < ${TODAY})`;
const CONFIRMED = (of: string): string => `${agreementJoins(of)}
  join core.agreement v on v.organisation_id = ${of}.organisation_id and v.id = ${of}.agreement_id and v.state = 'CONFIRMED'`;

/** What is shown of a completion figure that a snapshot keeps: [term, indicator, measure, which sum, …, figure]. */
const OF_COMPLETION = `f.report = 'COMPLETION' and f.path[4] is not null`;

const MONTHS: View = {
  name: 'months',
  row: ['月报：协议的一个月一行', 'months of agreements: one row an agreement and month'],
  columns: [
    ...agreementColumns('a', 'id'),
    ['month', 'g.month', '月份（首日）', 'first day of the month'],
    [
      'state',
      `case when ${LAPSED} then 'HANDED_IN' else coalesce(r.state, 'OPEN') end`,
      '状态：OPEN 未报送，HANDED_IN 已报送，ACCEPTED 已接受，SENT_BACK 已退回',
      'OPEN, HANDED_IN, ACCEPTED or SENT_BACK',
    ],
    ['hand_in_by', 'u.due_on', '报送截止日', 'day by which it is to be handed in'],
    ['first_handed_in_at', 'r.first_handed_in_at', '首次报送时间', 'when it was first handed in'],
    [
      'on_time',
      `case when r.first_handed_in_at is not null then ${SHANGHAI('r.first_handed_in_at')} <= u.due_on
            when u.due_on < ${TODAY} then false end`,
      '是否按时报送（以首次报送为准）；空：尚未到期',
      'whether it was first handed in by the due day; null while it is neither handed in nor due',
    ],
    [
      'missing',
      `r.first_handed_in_at is null and u.due_on < ${TODAY}`,
      '是否未报：已到期而从未报送',
      'whether it is due and was never handed in',
    ],
  ],
  from: `
    from core.agreement a ${agreementJoins('a')}
   cross join lateral (
     select x.at::date as month
       from generate_series(date_trunc('month', a.starts_on::timestamp), a.ends_on, interval '1 month') x(at)) g
    left join core.report_month r on r.organisation_id = a.organisation_id and r.agreement_id = a.id and r.month = g.month
   cross join lateral (
     select coalesce(r.due_on, (g.month + interval '1 month')::date + a.months_due_day - 1) as due_on) u
   where a.state = 'CONFIRMED'`,
};

const MONTH_FIGURES: View = {
  name: 'month_figures',
  row: [
    '月报数据：最近一次报送的一个片区（或无片区）一个计量项一行',
    'what months say as handed in last: one row a month, measure and zone, or none',
  ],
  columns: [
    ...agreementColumns('r'),
    ['month', 'r.month', '月份（首日）', 'first day of the month'],
    ['indicator_code', tenantText('f.path[2]'), '指标代码', 'code of the indicator'],
    ['measure_code', tenantText('f.path[3]'), '度量代码', 'code of the measure'],
    ['zone_id', 'f.zone_id', '片区编号；空：无片区', 'id of the zone; null: in no zone'],
    [
      'zone_name',
      tenantText(`case when f.zone_id is not null then f.path[5] end`),
      '报送时的片区名称',
      'name of the zone at the time',
    ],
    ['completed', 'f.value', '完成量', 'completed quantity'],
  ],
  from: `
    from core.report_month r ${CONFIRMED('r')}
    join core.snapshot_figure f on f.organisation_id = r.organisation_id and f.snapshot_id = r.snapshot_id
     and ${OF_COMPLETION} and f.path[4] in ('byZone', 'withoutZone') and f.path[cardinality(f.path)] = 'completed'`,
};

const REPORT_FIGURES: View = {
  name: 'published_figures',
  row: ['定稿报告数据：一个数据一行', 'figures of published reports: one row a figure'],
  columns: [
    ...agreementColumns('r'),
    ['report_id', 'r.id', '定稿报告编号', 'id of the published report'],
    ['number', 'r.number', '第几份', 'number within the agreement'],
    [
      'kind',
      'r.kind',
      '类别：QUARTER 季度，HALF_YEAR 半年，YEAR 年度，OTHER 其他',
      'QUARTER, HALF_YEAR, YEAR or OTHER',
    ],
    ['from_day', 'r.from_day', '首日', 'first day'],
    ['to_day', 'r.to_day', '末日', 'last day'],
    ['published_at', 'r.published_at', '发布时间', 'when it was published'],
    [
      'is_superseded',
      `exists (select from core.published_report n where n.organisation_id = r.organisation_id
          and n.agreement_id = r.agreement_id and n.supersedes = r.id)`,
      '是否已被替代',
      'whether a later one stands in its place',
    ],
    [
      'report',
      'f.report',
      '报告：COMPLETION 完成情况，STAFFING 人员，FUNDING 经费',
      'COMPLETION, STAFFING or FUNDING',
    ],
    [
      'path',
      tenantText(`pg_catalog.array_to_string(f.path, ' / ')`),
      '数据名称：项目期、指标、度量、片区等',
      'what leads to the figure: term, indicator, measure, zone …',
    ],
    ['value', 'f.value', '数值', 'value'],
  ],
  from: `
    from core.published_report r ${CONFIRMED('r')}
    join core.snapshot_figure f on f.organisation_id = r.organisation_id and f.snapshot_id = r.id`,
};

const VIEWS = [MONTHS, MONTH_FIGURES, REPORT_FIGURES];

/** Months with their state and whether they were on time, what they say, and what is published. */
export class ShowMonthsInBiViews1795910454000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const view of VIEWS) {
      for (const statement of statementsOf(view)) await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${VIEWS.map(({ name }) => `bi.${name}`).join(', ')}`);
  }
}
