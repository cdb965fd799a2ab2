const MONTH_ID = `m.agreement_id || '.' || to_char(m.month, 'YYYY-MM')`;
const OF_TABLE = `f.report = 'COMPLETION' and f.path[4] is not null`;
const DONE_IN_PLACES = `f.path[4] in ('byZone', 'withoutZone') and f.path[cardinality(f.path)] = 'completed'`;

/** What months and other snapshots keep, recounted: from the records where they cannot have changed, else from each other. */
export const SNAPSHOT_FAULTS = {
  MONTHS: [
    'month % is closed and says other than its records / 已报送的月报与服务记录不一致',
    `select distinct ${MONTH_ID} from core.report_month m cross join lateral (
       select from (
         select f.path[2] as indicator, f.path[3] as measure, f.zone_id, f.value as kept, 0 as counted
           from core.snapshot_figure f
          where f.organisation_id = m.organisation_id and f.snapshot_id = m.snapshot_id and ${OF_TABLE} and ${DONE_IN_PLACES}
         union all
         select r.indicator_code, q.key, r.zone_id, 0, q.value::numeric
           from core.service_record r cross join lateral jsonb_each_text(r.quantities) q
          where r.organisation_id = m.organisation_id and r.agreement_id = m.agreement_id and r.voided_at is null
            and r.occurred_on >= m.month and r.occurred_on < m.month + interval '1 month') x
        group by x.indicator, x.measure, x.zone_id having sum(x.kept) <> sum(x.counted)) d
      where m.state in ('HANDED_IN', 'ACCEPTED') and m.snapshot_id is not null`,
  ],
  SNAPSHOT_SUMS: [
    'snapshot % has zones that do not sum up to their total / 定稿数据的片区合计与总数不一致',
    `select distinct f.snapshot_id from core.snapshot_figure f where ${OF_TABLE}
      group by f.organisation_id, f.snapshot_id, f.path[1:3]
     having coalesce(sum(f.value) filter (where f.path[4:5] = array['total', 'completed']), 0)
         <> coalesce(sum(f.value) filter (where ${DONE_IN_PLACES}), 0)`,
  ],
  SNAPSHOT_PERCENTS: [
    'snapshot % has a percent that is not the ratio of its figures / 定稿数据的完成率有误',
    `select distinct p.snapshot_id from (
       select f.snapshot_id, max(f.value) filter (where f.path[cardinality(f.path)] = 'target') as target,
              max(f.value) filter (where f.path[cardinality(f.path)] = 'completed') as completed,
              max(f.value) filter (where f.path[cardinality(f.path)] = 'percent') as percent
         from core.snapshot_figure f where ${OF_TABLE} and f.path[4] in ('total', 'byZone', 'byProject')
        group by f.organisation_id, f.snapshot_id, f.path[1:cardinality(f.path) - 1], f.zone_id, f.project_id) p
      where p.target > 0 and coalesce(p.percent, 0) <> round(coalesce(p.completed, 0) * 100 / p.target, 2)`,
  ],
  REPORT_NUMBERS: [
    'agreement % has published reports whose numbers have a gap / 定稿报告编号不连续',
    `select r.agreement_id from core.published_report r group by r.organisation_id, r.agreement_id
     having max(r.number) <> count(*)`,
  ],
} as const;
