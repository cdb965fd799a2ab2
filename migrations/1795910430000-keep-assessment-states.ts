import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const BUREAUS = ['app_supervisor', 'app_city'];
const CHANGEABLE = 'closed_at is null and cancelled_at is null';

/** Assessments that are cancelled or moved, their on-site day, and requests for another assessor. */
export class KeepAssessmentStates1795910430000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.assessment
        add column onsite_on     date,
        add column cancelled_at  timestamptz,
        add column cancelled_by  uuid,
        add column cancel_reason text check (length(cancel_reason) between 1 and 500),
        add constraint assessment_cancelled check ((cancelled_at is null) = (cancelled_by is null)
          and (cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null or closed_at is null))`);
    await this.limitDays(runner, ['from_day', 'to_day', 'onsite_on']);
    // A cancelled one frees its kind.
    await runner.query('alter table core.assessment drop constraint assessment_once');
    await runner.query(`
      create unique index assessment_once on core.assessment (organisation_id, agreement_id, kind)
      where cancelled_at is null`);
    for (const role of BUREAUS) {
      await runner.query(`
        grant update (from_day, to_day, onsite_on, assessor_id, cancelled_at, cancelled_by, cancel_reason)
        on core.assessment to ${role}`);
      await runner.query(`
        alter policy ${role}_closes on core.assessment
        using ((select scope.administers()) and ${CHANGEABLE}) with check ((select scope.administers()))`);
    }
    await this.refuse(runner, 'a.closed_at is not null or a.cancelled_at is not null');
    await this.enter(runner, CHANGEABLE);
    await this.createRequests(runner);
  }

  /** Replaces the limits of the days of an assessment by limits of these. */
  private async limitDays(runner: QueryRunner, columns: readonly string[]): Promise<void> {
    await runner.query('drop trigger refuse_new_day on core.assessment');
    await runner.query('drop trigger refuse_changed_day on core.assessment');
    await limitDays(
      runner,
      'assessment',
      columns.map((column) => dayWithin(column)),
    );
  }

  /** Refuses scores, findings and basis reports of an assessment in this condition. */
  private async refuse(runner: QueryRunner, condition: string): Promise<void> {
    await runner.query(`
      create or replace function core.refuse_after_closing() returns trigger language plpgsql as $$
      begin
        if exists (select from core.assessment a where a.organisation_id = new.organisation_id
                      and a.id = new.assessment_id and ${condition.includes('or') ? `(${condition})` : condition}) then
          raise exception 'the assessment is closed' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
  }

  /** An assessor knows staff by name while an assessment of the agreement is in this condition. */
  private async enter(runner: QueryRunner, open: string): Promise<void> {
    const condition = open.replaceAll(/\b(closed_at|cancelled_at)/g, 'a.$1');
    await runner.query(`
      create or replace function scope.enter_assessments() returns void language plpgsql as $$
      declare
        assigned record;
      begin
        set local app.open_agreement_ids = '';
        set local app.assessment_ids = '';
        set local app.assessed_stations = '';
        select pg_catalog.array_agg(distinct a.agreement_id)::text as agreements,
               pg_catalog.array_agg(distinct a.agreement_id) filter (where ${condition})::text as open_agreements,
               pg_catalog.array_agg(a.id)::text as assessments,
               pg_catalog.array_agg(distinct a.organisation_id::text || ' ' || a.station_id::text)::text as stations
          into assigned
          from core.assessment a where a.assessor_id = (select scope.organisation_id());
        execute pg_catalog.format('set local app.agreement_ids = %L', coalesce(assigned.agreements, ''));
        execute pg_catalog.format('set local app.open_agreement_ids = %L', coalesce(assigned.open_agreements, ''));
        execute pg_catalog.format('set local app.assessment_ids = %L', coalesce(assigned.assessments, ''));
        execute pg_catalog.format('set local app.assessed_stations = %L', coalesce(assigned.stations, ''));
      end $$`);
  }

  /** The operator asks, the bureaus read: nothing else happens. */
  private async createRequests(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessor_request (${SCOPE_COLUMNS},
        id            uuid not null,
        assessment_id uuid not null,
        assessor_id   uuid not null references core.organisation,
        reason        text not null check (length(reason) between 1 and 500),
        requested_at  timestamptz not null,
        requested_by  uuid not null,
        primary key (organisation_id, id),
        foreign key (organisation_id, agreement_id, assessment_id)
          references core.assessment (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query(
      'create index on core.assessor_request (organisation_id, assessment_id, requested_at)',
    );
    await createTenantPolicies(runner, 'core.assessor_request', {
      app_operator: 'select, insert',
      app_supervisor: 'select',
      app_city: 'select',
    });
    await runner.query(`
      create policy app_operator_asks on core.assessor_request as restrictive for insert to app_operator
      with check ((select scope.administers()))`);
    await runner.query(`
      create trigger refuse_after_closing before insert on core.assessor_request
      for each row execute function core.refuse_after_closing()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.assessor_request');
    await this.enter(runner, 'closed_at is null');
    await this.refuse(runner, 'a.closed_at is not null');
    for (const role of BUREAUS) {
      await runner.query(`
        alter policy ${role}_closes on core.assessment
        using ((select scope.administers()) and closed_at is null) with check ((select scope.administers()))`);
      await runner.query(
        `revoke update (from_day, to_day, onsite_on, assessor_id, cancelled_at, cancelled_by, cancel_reason)
         on core.assessment from ${role}`,
      );
    }
    await runner.query('drop index core.assessment_once');
    await runner.query(
      'alter table core.assessment add constraint assessment_once unique (organisation_id, agreement_id, kind)',
    );
    await this.limitDays(runner, ['from_day', 'to_day']);
    await runner.query(`
      alter table core.assessment drop constraint assessment_cancelled,
        drop column onsite_on, drop column cancelled_at, drop column cancelled_by, drop column cancel_reason`);
  }
}
