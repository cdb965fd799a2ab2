import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameKeyColumn, refuseInvisibleNames } from './baseline/name-keys';
import { SIGNED_IN_ROLES } from './baseline/row-level-security';
import { disableStatistics } from './baseline/statistics';

/** 广州市 11 个区, by their codes of the national standard GB/T 2260. */
const DISTRICTS: [string, string][] = [
  ['440103', '荔湾区'],
  ['440104', '越秀区'],
  ['440105', '海珠区'],
  ['440106', '天河区'],
  ['440111', '白云区'],
  ['440112', '黄埔区'],
  ['440113', '番禺区'],
  ['440114', '花都区'],
  ['440115', '南沙区'],
  ['440117', '从化区'],
  ['440118', '增城区'],
];

/** Districts, organisations and stations. */
export class CreateDirectory1795910404000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.district (
        code text primary key check (code ~ '^[0-9]{6}$'),
        name text collate "C" not null unique
      )`);
    for (const [code, name] of DISTRICTS) {
      await runner.query('insert into core.district (code, name) values ($1, $2)', [code, name]);
    }
    await disableStatistics(runner, 'district', ['name']);

    await runner.query(`
      create table core.organisation (
        id            uuid primary key,
        kind          text not null check (kind in
          ('OPERATOR', 'PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'ASSESSOR', 'PLATFORM')),
        name          text collate "C" not null check (length(name) between 1 and 200),
        short_name    text collate "C" check (length(short_name) between 1 and 50),
        district_code text references core.district,
        administered  boolean not null default false,
        created_at    timestamptz not null default now(),
        check (kind <> 'PURCHASER' or district_code is not null),
        ${nameKeyColumn()}
      )`);
    await refuseInvisibleNames(runner, 'organisation');
    await runner.query('create unique index organisation_name_alike on core.organisation (kind, name_key)');
    await runner.query(
      'create index organisation_by_name on core.organisation (name collate "zh-x-icu", id)',
    );
    await disableStatistics(runner, 'organisation', ['name', 'short_name', 'name_key']);

    // Stations are stored here but read through core.station_access: no role may select from this table.
    await runner.query(`
      create table core.station (
        id            uuid primary key,
        district_code text not null references core.district,
        name          text collate "C" not null check (length(name) between 1 and 200),
        street        text collate "C" not null check (length(street) between 1 and 100),
        created_at    timestamptz not null default now(),
        unique (id, district_code, name, street),
        ${nameKeyColumn()}
      )`);
    await refuseInvisibleNames(runner, 'station');
    await runner.query('create unique index station_name_alike on core.station (district_code, name_key)');
    await disableStatistics(runner, 'station', ['name_key']);

    await runner.query(
      `grant select on core.district, core.organisation to ${SIGNED_IN_ROLES}, app_auth, app_enrolment`,
    );
    await runner.query('grant select on core.organisation to app_audit');
    await runner.query('grant insert on core.organisation to app_platform, app_enrolment');
    // When the first administrator joined: the organisation is administered from then on.
    await runner.query('grant update (administered) on core.organisation to app_auth, app_enrolment');
    await runner.query(
      'grant insert on core.station to app_operator, app_purchaser, app_supervisor, app_city',
    );
    await this.guardFounding(runner);
  }

  /**
   * An organisation is administered from the day its first administrator has joined, permanently: otherwise a founding
   * invitation could be used again. The sign-in role may set it only for the organisation whose administrator is joining.
   */
  private async guardFounding(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_founding() returns trigger language plpgsql as $$
      begin
        if old.administered and not new.administered then
          raise exception 'an organisation stays administered' using errcode = 'insufficient_privilege';
        end if;
        -- Two conditions, because other roles may not read members at all.
        if current_user = 'app_auth' and new.administered and not old.administered then
          if not exists (select from core.member m where m.organisation_id = new.id
                            and m.id = (select scope.auth_member_id()) and m.role = 'ADMIN' and m.left_at is null) then
            raise exception 'no administrator of the organisation is joining' using errcode = 'insufficient_privilege';
          end if;
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_founding before update of administered on core.organisation
      for each row execute function core.guard_founding()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.station, core.organisation, core.district');
    await runner.query('drop function core.guard_founding');
  }
}
