import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new record at a point that amendments have moved is in the zone to which the point belongs on its day. */
export class KeepRecordsInZonesOfPoints1795910448000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.require_zone_of_point() returns trigger language plpgsql as $$
      begin
        perform from new_rows n
           join core.agreement a on a.organisation_id = n.organisation_id and a.id = n.agreement_id and a.amended
           join core.point p on p.organisation_id = n.organisation_id and p.id = n.point_id and p.amended
          where n.zone_id is distinct from coalesce(core.value_on(
            n.organisation_id, n.agreement_id, 'point', 'zone', p.id, n.occurred_on)::uuid, p.zone_id);
        if found then
          raise exception 'an amendment has moved this point' using errcode = 'SW001',
            constraint = 'STRUCTURE_CHANGED', column = 'agreementId';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger agreement_takes_points_of_new_rows after insert on core.service_record
      referencing new table as new_rows for each statement execute function core.require_zone_of_point()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.require_zone_of_point() cascade');
  }
}
