import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, READ_BY_ALL } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const CONTRACTING = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const;

/** 定稿报告: reports as published, numbered within their agreement. No row is ever changed; a later one supersedes. */
export class CreatePublishedReports1795910453000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The id is that of the snapshot.
    await runner.query(`
      create table core.published_report (${SCOPE_COLUMNS},
        id               uuid not null,
        number           integer not null check (number >= 1),
        kind             text not null check (kind in ('QUARTER', 'HALF_YEAR', 'YEAR', 'OTHER')),
        title            text not null check (length(title) between 1 and 200),
        from_day         date not null,
        to_day           date not null check (to_day >= from_day),
        published_at     timestamptz not null,
        published_by     uuid not null references core.organisation,
        published_member uuid not null,
        supersedes       uuid,
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        constraint published_report_number unique (organisation_id, agreement_id, number),
        constraint published_report_successor unique (organisation_id, agreement_id, supersedes),
        foreign key (organisation_id, agreement_id, id) references core.snapshot (organisation_id, agreement_id, id),
        foreign key (organisation_id, agreement_id, supersedes)
          references core.published_report (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.published_report (id)');
    await disableStatistics(runner, 'published_report', ['title']);
    await createTenantPolicies(runner, 'core.published_report', {
      ...READ_BY_ALL,
      ...Object.fromEntries(CONTRACTING.map((role) => [role, 'select, insert'])),
    });
    const own = 'published_by = (select scope.organisation_id())';
    await runner.query(`
      create policy operator_publishes on core.published_report as restrictive for insert to app_operator
      with check ((select scope.manages()) and ${own})`);
    await runner.query(`
      create policy reader_publishes on core.published_report as restrictive for insert
      to app_purchaser, app_supervisor, app_city with check ((select scope.administers()) and ${own})`);
    await runner.query(`
      create function core.guard_published_report() returns trigger language plpgsql as $$
      begin
        -- What is published is kept in the same transaction, in a confirmed agreement.
        if not exists (select from core.snapshot s where s.organisation_id = new.organisation_id and s.id = new.id
                          and s.purpose = 'REPORT' and (s.from_day, s.to_day) = (new.from_day, new.to_day)
                          and s.xmin = pg_catalog.pg_current_xact_id()::xid) and current_user like 'app\\_%' then
          raise exception 'nothing is published that is not kept' using errcode = 'insufficient_privilege';
        end if;
        if new.number <> (select count(*) from core.published_report r where r.organisation_id = new.organisation_id
                             and r.agreement_id = new.agreement_id) then
          raise exception 'reports are numbered without a gap' using errcode = 'integrity_constraint_violation';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_published_report after insert on core.published_report
      for each row execute function core.guard_published_report()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.published_report');
    await runner.query('drop function core.guard_published_report');
  }
}
