import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Incremental exports find written rows by the transaction that wrote them (xmin). A deleted row leaves no trace, so its
 * parent is touched instead: the member of staff that loses a spell, a certificate or a month's pay, and the rollup cell
 * that loses its target.
 */
export class TouchWhatLosesAPart1700000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // These two roles see the figures of a member, and must also see when they were written.
    await runner.query(
      'grant select (xmin) on core.staff_member, core.service_record to app_mentoring, app_assessor',
    );
    await runner.query(`
      create function core.touch_member() returns trigger language plpgsql as $$
      begin
        update core.staff_member m set kind = m.kind from old_rows o
         where m.organisation_id = o.organisation_id and m.id = o.member_id;
        return null;
      end $$`);
    for (const table of ['staff_spell', 'staff_certificate', 'staff_pay']) {
      await runner.query(`
        create trigger touch_member after delete on core.${table} referencing old table as old_rows
        for each statement execute function core.touch_member()`);
    }
    await runner.query(`
      create function core.touch_cell() returns trigger language plpgsql as $$
      begin
        insert into core.completion_term as kept (organisation_id, agreement_id, station_id, purchaser_id, district_code,
               term_id, zone_id, project_id, indicator_code, measure_code, completed, records)
        select o.organisation_id, o.agreement_id, o.station_id, o.purchaser_id, o.district_code,
               o.term_id, o.zone_id, o.project_id, o.indicator_code, o.measure_code, 0, 0
          from old_rows o order by 1, 2, 6, 7, 8, 9, 10
        on conflict on constraint completion_term_cell do update set records = kept.records;
        return null;
      end $$`);
    await runner.query(`
      create trigger touch_cell after delete on core.target referencing old table as old_rows
      for each statement execute function core.touch_cell()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger touch_cell on core.target');
    for (const table of ['staff_spell', 'staff_certificate', 'staff_pay']) {
      await runner.query(`drop trigger touch_member on core.${table}`);
    }
    await runner.query('drop function core.touch_cell, core.touch_member');
    await runner.query(
      'revoke select (xmin) on core.staff_member, core.service_record from app_mentoring, app_assessor',
    );
  }
}
