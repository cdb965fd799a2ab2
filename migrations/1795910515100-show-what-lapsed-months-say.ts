import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  agreementColumns,
  agreementJoins,
  statementsOf,
  tenantText,
  TODAY,
  type View,
} from './baseline/bi-views/view';

const LAPSED = `(r.state = 'SENT_BACK' and coalesce(r.closes_after < ${TODAY}, false))`;
const CONFIRMED = `${agreementJoins('r')}
  join core.agreement v on v.organisation_id = r.organisation_id and v.id = r.agreement_id and v.state = 'CONFIRMED'`;
const KEPT = `f.report = 'COMPLETION' and f.path[4] is not null and f.path[4] in ('byZone', 'withoutZone')
     and f.path[cardinality(f.path)] = 'completed'`;
const LAST_DAY = `least((r.month + interval '1 month')::date - 1, v.ends_on)`;

/** SQL of the name of a zone on the last day of the month: core.value_on, written out. */
const ZONE_NAME = `case when z.amended then coalesce((
    select k.value from core.amendment_change k
     where k.organisation_id = z.organisation_id and k.agreement_id = z.agreement_id and k.field = 'zone'
       and k.aspect = 'name' and k.since <= ${LAST_DAY} and k.applied_at is not null and k.subject_id = z.id
     order by k.since desc, k.applied_at desc limit 1), z.name) else z.name end`;

const monthFigures = (columns: { zoneName: string; value: string; code: (at: 2 | 3) => string }): View => ({
  name: 'month_figures',
  row: [
    '月报数据：最近一次报送的一个片区（或无片区）一个计量项一行',
    'what months say as handed in last: one row a month, measure and zone, or none',
  ],
  columns: [
    ...agreementColumns('r'),
    ['month', 'r.month', '月份（首日）', 'first day of the month'],
    ['indicator_code', tenantText(columns.code(2)), '指标代码', 'code of the indicator'],
    ['measure_code', tenantText(columns.code(3)), '度量代码', 'code of the measure'],
    ['zone_id', 'f.zone_id', '片区编号；空：无片区', 'id of the zone; null: in no zone'],
    ['zone_name', tenantText(columns.zoneName), '报送时的片区名称', 'name of the zone at the time'],
    ['completed', columns.value, '完成量', 'completed quantity'],
  ],
  from: `
    from core.report_month r ${CONFIRMED}`,
});

const BEFORE = ((): View => {
  const view = monthFigures({
    zoneName: `case when f.zone_id is not null then f.path[5] end`,
    value: 'f.value',
    code: (at) => `f.path[${at}]`,
  });
  return {
    ...view,
    from: `${view.from}
    join core.snapshot_figure f on f.organisation_id = r.organisation_id and f.snapshot_id = r.snapshot_id
     and ${KEPT}`,
  };
})();

const AFTER = ((): View => {
  const view = monthFigures({
    zoneName: 'f.zone_name',
    value: 'f.completed',
    code: (at) => (at === 2 ? 'f.indicator_code' : 'f.measure_code'),
  });
  return {
    ...view,
    from: `${view.from}
   cross join lateral (
     select f.path[2] as indicator_code, f.path[3] as measure_code, f.zone_id,
            case when f.zone_id is not null then f.path[5] end as zone_name, f.value as completed
       from core.snapshot_figure f
      where f.organisation_id = r.organisation_id and f.snapshot_id = r.snapshot_id and ${KEPT} and not ${LAPSED}
      union all
     select c.indicator_code, c.measure_code, c.zone_id, ${ZONE_NAME}, c.completed
       from (select m.organisation_id, m.indicator_code, m.measure_code, m.zone_id, sum(m.completed) as completed
               from core.completion_month m
              where m.organisation_id = r.organisation_id and m.agreement_id = r.agreement_id and m.month = r.month
                and ${LAPSED}
              group by 1, 2, 3, 4 having sum(m.completed) <> 0) c
       left join core.zone z on z.organisation_id = c.organisation_id and z.id = c.zone_id) f
   where r.month <= v.ends_on`,
  };
})();

/**
 * A month that was sent back until a day, which is over, says what is recorded in it, until the next step keeps it: not
 * what it said before it was sent back.
 */
export class ShowWhatLapsedMonthsSay1795910515100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replace(runner, AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replace(runner, BEFORE);
  }

  /** The logins keep their rights: a view that is replaced is the same to them. */
  private async replace(runner: QueryRunner, view: View): Promise<void> {
    for (const statement of statementsOf(view))
      await runner.query(statement.replace(/^create view/, 'create or replace view'));
  }
}
