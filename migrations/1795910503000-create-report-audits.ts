import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, READ_BY_ALL, type ViewerRole } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';
import { requireState } from './write-sheet-imports/require-state';

const ROLES = Object.keys(READ_BY_ALL) as ViewerRole[];
const ROUNDINGS = `array['HALF_UP_0', 'TRUNCATED_0', 'HALF_UP_1', 'TRUNCATED_1', 'HALF_UP_2', 'TRUNCATED_2']`;
const VERDICTS = `'EQUAL', 'ROUNDED_DOWN', 'ROUNDED_TO_INTEGER', 'ROUNDED_HALF_UP', 'DIFFERENT', 'NOT_RECORDED',
  'NOT_IN_REPORT'`;

/**
 * 报告核对: the figures of a published report as they were held against one another and against the records of a moment.
 * An audit and its figures are written in one transaction and never changed; another audit stands beside it.
 */
export class CreateReportAudits1795910503000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.report_audit (${SCOPE_COLUMNS},
        id         uuid not null,
        title      text not null check (length(title) between 1 and 200),
        from_day   date not null,
        to_day     date not null check (to_day >= from_day),
        as_of      timestamptz not null,
        audited_at timestamptz not null check (audited_at >= as_of),
        audited_by     uuid not null references core.organisation,
        audited_member uuid not null,
        import_id  uuid,
        roundings  text[] not null check (roundings <@ ${ROUNDINGS}),
        ratios     integer not null check (ratios >= 0),
        explained  integer not null check (explained between 0 and ratios),
        figures    integer not null check (figures > 0),
        findings   integer not null check (findings between 0 and figures),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        foreign key (organisation_id, agreement_id, import_id)
          references core.sheet_import (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.report_audit (id)');
    await runner.query('create index on core.report_audit (organisation_id, agreement_id, audited_at, id)');
    await limitDays(runner, 'report_audit', [dayWithin('from_day'), dayWithin('to_day')]);
    await disableStatistics(runner, 'report_audit', ['title']);
    await runner.query(`
      create table core.report_audit_figure (${SCOPE_COLUMNS},
        audit_id       uuid not null,
        position       integer not null check (position >= 0),
        indicator_code text,
        measure_code   text,
        subject        text check (length(subject) between 1 and 100),
        zone_id        uuid,
        kind           text not null check (kind in ('TARGET', 'COMPLETED', 'PERCENT')),
        printed        text check (length(printed) between 1 and 60),
        place          text check (length(place) between 1 and 100),
        value          numeric,
        recomputed     numeric,
        verdict        text check (verdict in (${VERDICTS})),
        in_report      jsonb not null check (jsonb_typeof(in_report) = 'array'),
        roundings      text[] not null check (roundings <@ ${ROUNDINGS}),
        possible       jsonb not null check (jsonb_typeof(possible) = 'array'),
        is_finding     boolean not null,
        primary key (organisation_id, audit_id, position),
        constraint report_audit_figure_subject
          check ((indicator_code is null) = (measure_code is null) and (indicator_code is null) = (subject is not null)),
        constraint report_audit_figure_printed
          check ((printed is null) = (place is null) and (printed is null) = (verdict is not distinct from 'NOT_IN_REPORT')),
        foreign key (organisation_id, agreement_id, audit_id)
          references core.report_audit (organisation_id, agreement_id, id),
        foreign key (indicator_code, measure_code) references core.measure (indicator_code, code) match full,
        foreign key (organisation_id, agreement_id, zone_id) references core.zone (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await disableStatistics(runner, 'report_audit_figure', [
      'indicator_code',
      'measure_code',
      'subject',
      'printed',
      'place',
      'in_report',
      'possible',
    ]);
    const grants = Object.fromEntries(ROLES.map((role) => [role, 'select, insert']));
    await createTenantPolicies(runner, 'core.report_audit', grants);
    await createTenantPolicies(runner, 'core.report_audit_figure', grants);
    await this.guard(runner);
  }

  private async guard(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      // An upload is its operator's alone.
      const upload = role === 'app_operator' ? '' : ' and import_id is null';
      await runner.query(`
        create policy ${role}_audits on core.report_audit as restrictive for insert to ${role}
        with check ((select scope.works()) and audited_by = (select scope.organisation_id())${upload})`);
    }
    await requireState(runner, 'report_audit', 'confirmed', ['insert']);
    await runner.query(`
      create function core.guard_report_audit_figure() returns trigger language plpgsql as $$
      begin
        perform from (select distinct n.organisation_id, n.audit_id from new_rows n) r
          where not exists (select from core.report_audit a where a.organisation_id = r.organisation_id
                               and a.id = r.audit_id and a.xmin = pg_catalog.pg_current_xact_id()::xid);
        if found and current_user like 'app\\_%' then
          raise exception 'an audit is not rewritten' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_new_rows after insert on core.report_audit_figure referencing new table as new_rows
      for each statement execute function core.guard_report_audit_figure()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.report_audit_figure, core.report_audit');
    await runner.query('drop function core.guard_report_audit_figure');
  }
}
