import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity } from './baseline/row-level-security';
import { disableStatistics } from './baseline/statistics';

const CONTRACTING = 'app_operator, app_purchaser, app_supervisor, app_city';

/** The directory of stations: one enters it, and takes its name, when its first agreement is confirmed. */
export class CreateStationNames1795910419500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createStationNames(runner);
  }

  /** A station takes its name when its first agreement is confirmed; triggers alone read and write this table. */
  private async createStationNames(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.station add unique (id, district_code, name_key)');
    await runner.query(`
      create table core.station_name (
        station_id    uuid primary key,
        district_code text collate "C" not null,
        name_key      text collate "C" not null,
        unique (district_code, name_key),
        foreign key (station_id, district_code, name_key)
          references core.station (id, district_code, name_key) on update cascade
      )`);
    await runner.query(
      'insert into core.station_name select s.id, s.district_code, s.name_key from core.station s',
    );
    await runner.query('drop index core.station_name_alike');
    await runner.query(
      'alter table core.station_name rename constraint station_name_district_code_name_key_key to station_name_alike',
    );
    await disableStatistics(runner, 'station_name', ['name_key']);
    await runner.query(`
      create policy by_trigger on core.station_name to ${CONTRACTING}
      using (pg_catalog.pg_trigger_depth() > 0) with check (pg_catalog.pg_trigger_depth() > 0)`);
    await enableRowLevelSecurity(runner, 'core.station_name');
    await runner.query(`grant insert, select (station_id) on core.station_name to ${CONTRACTING}`);

    await runner.query('alter table core.station_access add column listed boolean not null default true');
    await runner.query('alter table core.station_access alter column listed set default false');
    await runner.query(`grant update (listed) on core.station_access to ${CONTRACTING}`);
    await runner.query(`
      create policy listed_by_trigger on core.station_access as restrictive for update to ${CONTRACTING}
      using (pg_catalog.pg_trigger_depth() > 0)`);
    await runner.query(`
      create policy added_unlisted on core.station_access as restrictive for insert to ${CONTRACTING}
      with check (not listed)`);
    await runner.query(`
      create policy app_mentoring_listed on core.station_access as restrictive for select to app_mentoring
      using (listed)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy listed_by_trigger on core.station_access;
      drop policy added_unlisted on core.station_access;
      drop policy app_mentoring_listed on core.station_access;
      alter table core.station_access drop column listed;
      drop table core.station_name;
      alter table core.station drop constraint station_id_district_code_name_key_key;
      create unique index station_name_alike on core.station (district_code, name_key)`);
  }
}
