import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, type Grants, READ_BY_ALL } from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

/** The role of each party, and which of its members may write. */
const PARTIES: Readonly<Record<string, string>> = {
  app_purchaser: `(select scope.administers()) and party = 'PURCHASER'`,
  app_supervisor: `(select scope.administers()) and party = 'SUPERVISOR'`,
  app_mentoring: `(select scope.works()) and party = 'MENTORING_CENTRE'`,
  app_assessor: `(select scope.works()) and party = 'THIRD_PARTY'`,
};
const JUDGED = `state in ('ACCEPTED', 'SENT_BACK')`;
const STANDS = 'withdrawn_at is null';

/** Findings name a section, have a due day and can be withdrawn; every response and review is kept. */
export class KeepFindingHistory1795910433000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.assessment_finding
        add column section          text check (section in ('MANAGEMENT', 'OVERALL', 'ZONE', 'POINT')),
        add column zone_id          uuid,
        add column point_id         uuid,
        add column due_on           date,
        add column reviewed_at      timestamptz,
        add column withdrawn_at     timestamptz,
        add column withdrawn_by     uuid,
        add column withdrawn_reason text check (length(withdrawn_reason) between 1 and 500),
        add constraint assessment_finding_section check ((section is not distinct from 'ZONE') = (zone_id is not null)
          and (section is not distinct from 'POINT') = (point_id is not null)),
        add constraint assessment_finding_due check (due_on is null or kind = 'CONCERN'),
        add constraint assessment_finding_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null)
          and (withdrawn_at is null) = (withdrawn_reason is null)),
        add constraint assessment_finding_zone foreign key (organisation_id, agreement_id, zone_id)
          references core.zone (organisation_id, agreement_id, id),
        add constraint assessment_finding_point foreign key (organisation_id, agreement_id, point_id)
          references core.point (organisation_id, agreement_id, id)`);
    await limitDays(runner, 'assessment_finding', [dayWithin('due_on')]);
    for (const role of Object.keys(PARTIES)) {
      await runner.query(`
        grant update (reviewed_at, withdrawn_at, withdrawn_by, withdrawn_reason) on core.assessment_finding to ${role}`);
      await runner.query(`
        alter policy ${role}_judges on core.assessment_finding
        using ((select scope.works()) and ${STANDS})
        with check ((select scope.works()) and (withdrawn_at is not null or ${JUDGED}))`);
    }
    await runner.query(`
      alter policy app_operator_answers on core.assessment_finding
      using ((select scope.manages()) and kind = 'CONCERN' and state <> 'ACCEPTED' and ${STANDS})`);
    await this.createStep(runner);
  }

  private async createStep(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.finding_step (${SCOPE_COLUMNS},
        finding_id uuid not null,
        number     integer not null check (number > 0),
        party      text not null,
        state      text not null check (state in ('ANSWERED', 'ACCEPTED', 'SENT_BACK')),
        text       text,
        at         timestamptz,
        primary key (organisation_id, finding_id, number),
        foreign key (organisation_id, finding_id) references core.assessment_finding (organisation_id, id),
        ${SCOPE_KEY}
      )`);
    const grants: Grants = { ...READ_BY_ALL, app_operator: 'select, insert' };
    for (const role of Object.keys(PARTIES) as (keyof Grants)[]) grants[role] = 'select, insert';
    await createTenantPolicies(runner, 'core.finding_step', grants);
    await runner.query(`
      create policy app_operator_answers on core.finding_step as restrictive for insert to app_operator
      with check ((select scope.manages()) and state = 'ANSWERED')`);
    for (const [role, own] of Object.entries(PARTIES)) {
      await runner.query(`
        create policy ${role}_judges on core.finding_step as restrictive for insert to ${role}
        with check (${own} and ${JUDGED})`);
    }
    await runner.query(`
      create policy insert_by_trigger on core.finding_step as restrictive for insert
      to app_operator, ${Object.keys(PARTIES).join(', ')} with check (pg_catalog.pg_trigger_depth() > 0)`);
    const tables = ['assessment_finding', 'finding_step'];
    for (const table of tables) await runner.query(`alter table core.${table} no force row level security`);
    // The time of a review was not kept, nor what came before the last response.
    await runner.query(`
      insert into core.finding_step (${SCOPE}, finding_id, number, party, state, text, at)
      select ${SCOPE}, id, 1, party, 'ANSWERED', response, responded_at from core.assessment_finding where response is not null
      union all
      select ${SCOPE}, id, 2, party, state, review, null from core.assessment_finding where ${JUDGED}`);
    for (const table of tables) await runner.query(`alter table core.${table} force row level security`);
    await runner.query(`
      create function core.keep_finding_step() returns trigger language plpgsql as $$
      begin
        insert into core.finding_step (${SCOPE}, finding_id, number, party, state, text, at)
        select new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code, new.id,
               1 + (select count(*) from core.finding_step s
                     where s.organisation_id = new.organisation_id and s.finding_id = new.id),
               new.party, new.state,
               case new.state when 'ANSWERED' then new.response else new.review end,
               case new.state when 'ANSWERED' then new.responded_at else new.reviewed_at end;
        return null;
      end $$`);
    await runner.query(`
      create trigger keep_step after update of state on core.assessment_finding for each row
      when (new.state <> 'OPEN') execute function core.keep_finding_step()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger keep_step on core.assessment_finding');
    await runner.query('drop function core.keep_finding_step');
    await runner.query('drop table core.finding_step');
    await runner.query(`
      alter policy app_operator_answers on core.assessment_finding
      using ((select scope.manages()) and kind = 'CONCERN' and state <> 'ACCEPTED')`);
    for (const role of Object.keys(PARTIES)) {
      await runner.query(`
        alter policy ${role}_judges on core.assessment_finding
        using ((select scope.works())) with check ((select scope.works()) and ${JUDGED})`);
    }
    await runner.query('drop trigger refuse_new_day on core.assessment_finding');
    await runner.query('drop trigger refuse_changed_day on core.assessment_finding');
    await runner.query(`
      alter table core.assessment_finding drop constraint assessment_finding_section,
        drop constraint assessment_finding_due, drop constraint assessment_finding_withdrawn,
        drop constraint assessment_finding_zone, drop constraint assessment_finding_point,
        drop column section, drop column zone_id, drop column point_id, drop column due_on, drop column reviewed_at,
        drop column withdrawn_at, drop column withdrawn_by, drop column withdrawn_reason`);
  }
}
