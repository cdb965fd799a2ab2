import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, READ_BY_ALL } from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';
import { dayWithin, limitDays } from './baseline/day-limits';
import { figureRows, type KeptPart } from './create-snapshots/figure-rows';

const CONTRACTING = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const;
const FIGURES = `'COMPLETION', 'STAFFING', 'FUNDING', 'SPENDING'`;
const REPORTS = `${FIGURES}, 'SATISFACTION'`;
const TABLES = ['snapshot', 'snapshot_part', 'snapshot_figure'];
const OF_SNAPSHOT = `
  foreign key (organisation_id, agreement_id, snapshot_id)
    references core.snapshot (organisation_id, agreement_id, id)`;

/**
 * Reports of an agreement as they stood: what a month says when it is handed in, what an assessment is based on when it
 * is closed, what is published. The reports as the API shows them, and each of their figures as a row, for SQL.
 */
export class CreateSnapshots1795910452000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createTables(runner);
    await this.guard(runner);
    await this.moveBasis(runner);
    await runner.query(`
      alter table core.report_month add column snapshot_id uuid,
        add foreign key (organisation_id, agreement_id, snapshot_id)
          references core.snapshot (organisation_id, agreement_id, id)`);
    await runner.query(`grant update (snapshot_id) on core.report_month to ${CONTRACTING.join(', ')}`);
    await runner.query(`
      create function core.guard_month_snapshot() returns trigger language plpgsql as $$
      begin
        if old.snapshot_id is not null and not (new.state = 'HANDED_IN' and old.state in ('OPEN', 'SENT_BACK')) then
          raise exception 'what a month says is not rewritten' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_month_snapshot after update on core.report_month for each row
      when (new.snapshot_id is distinct from old.snapshot_id) execute function core.guard_month_snapshot()`);
  }

  private async createTables(runner: QueryRunner): Promise<void> {
    // The one that an assessment is based on has the id of the assessment.
    await runner.query(`
      create table core.snapshot (${SCOPE_COLUMNS},
        id       uuid not null,
        purpose  text not null check (purpose in ('MONTH', 'ASSESSMENT', 'REPORT')),
        from_day date not null,
        to_day   date not null check (to_day >= from_day),
        taken_at timestamptz not null,
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await limitDays(runner, 'snapshot', [dayWithin('from_day'), dayWithin('to_day')]);
    await runner.query(`
      create table core.snapshot_part (${SCOPE_COLUMNS},
        snapshot_id uuid not null,
        report      text not null check (report in (${REPORTS})),
        position    integer not null,
        content     json not null,
        primary key (organisation_id, snapshot_id, position),
        ${OF_SNAPSHOT}, ${SCOPE_KEY}
      )`);
    await runner.query(`
      create table core.snapshot_figure (${SCOPE_COLUMNS},
        snapshot_id uuid not null,
        report      text not null check (report in (${FIGURES})),
        position    integer not null,
        path        text[] not null check (cardinality(path) > 0),
        value       numeric not null,
        zone_id     uuid,
        project_id  uuid,
        primary key (organisation_id, snapshot_id, position),
        ${OF_SNAPSHOT}, ${SCOPE_KEY}
      )`);
    await disableStatistics(runner, 'snapshot_figure', ['report', 'path']);
    for (const table of TABLES) {
      await createTenantPolicies(runner, `core.${table}`, {
        ...READ_BY_ALL,
        ...Object.fromEntries(CONTRACTING.map((role) => [role, 'select, insert'])),
      });
    }
    // Satisfaction is for the parties and their bureaus; no view for BI shows it.
    await runner.query(`
      create policy without_satisfaction on core.snapshot_part as restrictive for select to app_mentoring, app_assessor
      using (report <> 'SATISFACTION')`);
  }

  /** Each is written in one transaction, by those who may close, hand in or publish what it is kept for. */
  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy party_keeps on core.snapshot as restrictive for insert to app_operator, app_purchaser
      with check (purpose in ('MONTH', 'REPORT') and case when organisation_id = (select scope.organisation_id())
        then (select scope.manages()) else (select scope.administers()) end)`);
    await runner.query(`
      create policy bureau_keeps on core.snapshot as restrictive for insert to app_supervisor, app_city
      with check ((select scope.administers()))`);
    await runner.query(`
      create function core.guard_snapshot() returns trigger language plpgsql as $$
      begin
        perform from (select distinct n.organisation_id, n.snapshot_id from new_rows n) r
          where not exists (select from core.snapshot s where s.organisation_id = r.organisation_id
                               and s.id = r.snapshot_id and s.xmin = pg_catalog.pg_current_xact_id()::xid);
        if found and current_user like 'app\\_%' then
          raise exception 'a snapshot is not rewritten' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger agreement_of_new_rows after insert on core.snapshot referencing new table as new_rows
      for each statement execute function core.require_state('confirmed')`);
    for (const table of ['snapshot_part', 'snapshot_figure']) {
      await runner.query(`
        create trigger guard_new_rows after insert on core.${table} referencing new table as new_rows
        for each statement execute function core.guard_snapshot()`);
    }
  }

  /** The reports that closed assessments are based on. Rows are hidden from the owner too. */
  private async moveBasis(runner: QueryRunner): Promise<void> {
    const hidden = [...TABLES, 'assessment', 'assessment_basis', 'agreement'];
    for (const table of hidden) await runner.query(`alter table core.${table} no force row level security`);
    await runner.query(`
      insert into core.snapshot (${SCOPE}, id, purpose, from_day, to_day, taken_at)
      select organisation_id, agreement_id, station_id, purchaser_id, district_code, id, 'ASSESSMENT', from_day, to_day, closed_at
        from core.assessment a where closed_at is not null and exists (
          select from core.assessment_basis b where b.organisation_id = a.organisation_id and b.assessment_id = a.id)`);
    await runner.query(`
      insert into core.snapshot_part (${SCOPE}, snapshot_id, report, position, content)
      select b.organisation_id, b.agreement_id, b.station_id, b.purchaser_id, b.district_code, b.assessment_id, b.report,
             b.position, b.content
        from core.assessment_basis b
        join core.snapshot s on s.organisation_id = b.organisation_id and s.id = b.assessment_id`);
    const kept = (await runner.query(`
      select organisation_id, snapshot_id, json_agg(json_build_object('report', report, 'content', content)
               order by position) as parts
        from core.snapshot_part group by 1, 2`)) as {
      organisation_id: string;
      snapshot_id: string;
      parts: KeptPart[];
    }[];
    for (const { organisation_id, snapshot_id, parts } of kept) {
      await runner.query(
        `insert into core.snapshot_figure (${SCOPE}, snapshot_id, report, position, path, value, zone_id, project_id)
         select s.organisation_id, s.agreement_id, s.station_id, s.purchaser_id, s.district_code, s.id, f.report,
                f.position, f.path, f.value, f."zoneId", f."projectId"
           from core.snapshot s cross join json_to_recordset($3::json)
             as f(report text, position int, path text[], value numeric, "zoneId" uuid, "projectId" uuid)
          where s.organisation_id = $1 and s.id = $2`,
        [organisation_id, snapshot_id, JSON.stringify(figureRows(parts))],
      );
    }
    for (const table of hidden) await runner.query(`alter table core.${table} force row level security`);
    await runner.query('drop table core.assessment_basis');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_basis (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        report        text not null check (report in ('COMPLETION', 'STAFFING', 'FUNDING')),
        position      integer not null,
        content       json not null,
        primary key (organisation_id, assessment_id, report, position),
        foreign key (organisation_id, agreement_id, assessment_id)
          references core.assessment (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    const hidden = ['snapshot', 'snapshot_part', 'assessment', 'agreement'];
    for (const table of hidden) await runner.query(`alter table core.${table} no force row level security`);
    await runner.query(`
      insert into core.assessment_basis (${SCOPE}, assessment_id, report, position, content)
      select p.organisation_id, p.agreement_id, p.station_id, p.purchaser_id, p.district_code, p.snapshot_id, p.report,
             p.position, p.content
        from core.snapshot_part p
        join core.snapshot s on s.organisation_id = p.organisation_id and s.id = p.snapshot_id and s.purpose = 'ASSESSMENT'`);
    for (const table of hidden) await runner.query(`alter table core.${table} force row level security`);
    await createTenantPolicies(runner, 'core.assessment_basis', {
      ...READ_BY_ALL,
      app_supervisor: 'select, insert',
      app_city: 'select, insert',
    });
    await runner.query(`
      create policy administrator_keeps on core.assessment_basis as restrictive for insert to app_supervisor, app_city
      with check ((select scope.administers()))`);
    await runner.query(`
      create trigger refuse_after_closing before insert on core.assessment_basis
      for each row execute function core.refuse_after_closing()`);
    for (const [event, name, rows] of [
      ['insert', 'new', 'new'],
      ['update', 'changed', 'new'],
      ['delete', 'removed', 'old'],
    ] as const) {
      await runner.query(`
        create trigger agreement_of_${name}_rows after ${event} on core.assessment_basis
        referencing ${rows} table as new_rows for each statement execute function core.require_state('read')`);
    }
    await runner.query('drop function core.guard_month_snapshot cascade');
    await runner.query('alter table core.report_month drop column snapshot_id');
    await runner.query('drop table core.snapshot_figure, core.snapshot_part, core.snapshot');
    await runner.query('drop function core.guard_snapshot');
  }
}
