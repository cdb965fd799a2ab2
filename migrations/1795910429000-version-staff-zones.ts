import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, READ_BY_CONTRACTING } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

/** Without its author, as of a member of staff. */
const FIGURES_ONLY = `select (organisation_id, agreement_id, station_id, purchaser_id, district_code, member_id, position,
  since, zone_id, second_zone_id, set_at)`;

/**
 * 片区的起算日: a member of staff has the zones of its enrolment from the beginning, and others from a day on. What they
 * were is never rewritten: the last row that began by a day has the zones of that day, of one day the highest position.
 */
export class VersionStaffZones1795910429000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.staff_zones (${SCOPE_COLUMNS},
        member_id      uuid not null,
        position       integer not null check (position >= 0),
        since          date not null,
        zone_id        uuid,
        second_zone_id uuid,
        set_at         timestamptz not null,
        set_by         uuid not null,
        primary key (organisation_id, member_id, position),
        foreign key (organisation_id, agreement_id, member_id)
          references core.staff_member (organisation_id, agreement_id, id),
        foreign key (organisation_id, agreement_id, zone_id)
          references core.zone (organisation_id, agreement_id, id),
        foreign key (organisation_id, agreement_id, second_zone_id)
          references core.zone (organisation_id, agreement_id, id),
        ${SCOPE_KEY},
        check (second_zone_id is null or (zone_id is not null and second_zone_id <> zone_id))
      )`);
    await createTenantPolicies(runner, 'core.staff_zones', {
      ...READ_BY_CONTRACTING,
      app_operator: 'select, insert',
      app_mentoring: FIGURES_ONLY,
      app_assessor: FIGURES_ONLY,
    });
    await runner.query(`
      create policy operator_manager_inserts on core.staff_zones as restrictive for insert to app_operator
      with check ((select scope.manages()))`);
    await runner.query(`
      create policy app_mentoring_confirmed on core.staff_zones as restrictive for select to app_mentoring
      using (exists (select from core.agreement a
                      where a.organisation_id = staff_zones.organisation_id and a.id = staff_zones.agreement_id))`);
    await limitDays(runner, 'staff_zones', [dayWithin('since')]);
    for (const [event, name, rows] of [
      ['insert', 'new', 'new'],
      ['update', 'changed', 'new'],
      ['delete', 'removed', 'old'],
    ] as const) {
      await runner.query(`
        create trigger agreement_of_${name}_rows after ${event} on core.staff_zones
        referencing ${rows} table as new_rows for each statement execute function core.require_state('prepared')`);
    }
    await this.noteChanges(runner);
  }

  /** Readers look for rows of those members alone who have any; exports find the members that were written. */
  private async noteChanges(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table core.staff_member add column zones_changed boolean not null default false',
    );
    await runner.query('grant update (zones_changed) on core.staff_member to app_operator');
    await runner.query('grant select (zones_changed) on core.staff_member to app_mentoring, app_assessor');
    await runner.query('revoke update (zone_id, second_zone_id) on core.staff_member from app_operator');
    await runner.query(`
      create function core.note_changed_zones() returns trigger language plpgsql as $$
      begin
        update core.staff_member m set zones_changed = true from new_rows n
         where m.organisation_id = n.organisation_id and m.id = n.member_id;
        return null;
      end $$`);
    await runner.query(`
      create trigger note_changed_zones after insert on core.staff_zones
      referencing new table as new_rows for each statement execute function core.note_changed_zones()`);
  }

  /** The zones of every member are those of the last row, as they were kept before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update core.staff_member m set zone_id = z.zone_id, second_zone_id = z.second_zone_id
        from (select distinct on (s.organisation_id, s.member_id) s.* from core.staff_zones s
               order by s.organisation_id, s.member_id, s.since desc, s.position desc) z
       where m.organisation_id = z.organisation_id and m.id = z.member_id`);
    await runner.query('drop table core.staff_zones');
    await runner.query('drop function core.note_changed_zones');
    await runner.query('grant update (zone_id, second_zone_id) on core.staff_member to app_operator');
    await runner.query('alter table core.staff_member drop column zones_changed');
  }
}
