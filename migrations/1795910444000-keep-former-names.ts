import type { MigrationInterface, QueryRunner } from 'typeorm';
import { statementsOf, tenantText, type View } from './baseline/bi-views/view';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, SIGNED_IN_ROLES, WITHIN_STATIONS } from './baseline/row-level-security';
import { disableStatistics } from './baseline/statistics';

const NAMED_SINCE = 'named_since';

const columns = (holder: string, zh: string, en: string): View['columns'] => [
  [`${holder}_id`, 'n.holder', `${zh}编号`, `id of the ${en}`],
  [
    `${holder}_name`,
    holder === 'station' ? tenantText('n.name') : 'n.name',
    `${zh}在此期间的名称`,
    `name of the ${en} in these days`,
  ],
  [
    'first_day',
    '(lag(n.until) over (partition by n.holder order by n.until nulls last) + 1)',
    '该名称的首日；空：自始',
    'first day of the name; null: from the beginning',
  ],
  ['last_day', 'n.until', '该名称的末日；空：至今', 'last day of the name; null: to this day'],
];

/** Names with their days, to be joined by the day of a row. */
const VIEWS: View[] = [
  {
    name: 'station_names',
    row: [
      '社工站名称沿革：一行一个名称',
      'names of stations: one row a name and the days on which it is or was theirs',
    ],
    columns: [
      ...columns('station', '社工站', 'station'),
      ['district_code', 'n.district_code', '区代码（GB/T 2260）', 'code of the district (GB/T 2260)'],
      ['district_name', 'd.name', '区名称', 'name of the district'],
    ],
    from: `
      from (select distinct f.station_id as holder, f.district_code, f.name, f.until from core.station_former_name f
            union all
            select distinct s.station_id, s.district_code, s.name, null::date from core.station_access s) n
      join core.district d on d.code = n.district_code`,
  },
  {
    name: 'organisation_names',
    row: [
      '机构名称沿革：一行一个名称',
      'names of organisations: one row a name and the days on which it is or was theirs',
    ],
    columns: [
      ...columns('organisation', '机构', 'organisation'),
      [
        'kind',
        'h.kind',
        '机构类别：OPERATOR 承接机构，PURCHASER 购买方 等',
        'kind: OPERATOR, PURCHASER and so on',
      ],
    ],
    from: `
      from (select f.holder_id as holder, f.name, f.until from core.organisation_former_name f
            union all
            select o.id, o.name, null::date from core.organisation o) n
      join core.organisation h on h.id = n.holder`,
  },
];

/**
 * Names of organisations and stations change from a day on. The former name is kept with its last day by the same
 * statement, and no other organisation of the kind, or station of the district, may take it.
 */
export class KeepFormerNames1795910444000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organisation', 'station']) {
      await runner.query(`alter table core.${table} add ${NAMED_SINCE} date`);
    }
    await this.createOrganisationNames(runner);
    await this.createStationNames(runner);
    await this.reserveNames(runner);
    for (const view of VIEWS) for (const statement of statementsOf(view)) await runner.query(statement);
  }

  /** Of the directory, as organisations are: everyone reads them. */
  private async createOrganisationNames(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.organisation_former_name (
        holder_id uuid not null references core.organisation,
        until     date not null,
        name      text collate "C" not null,
        primary key (holder_id, until)
      )`);
    await disableStatistics(runner, 'organisation_former_name', ['name']);
    await limitDays(runner, 'organisation_former_name', [dayWithin('until')]);
    await runner.query(`grant select on core.organisation_former_name to ${SIGNED_IN_ROLES}`);
    await runner.query('grant insert on core.organisation_former_name to app_platform');
    await runner.query(
      `grant update (name, short_name, ${NAMED_SINCE}) on core.organisation to app_platform`,
    );
    await this.createMemory(
      runner,
      'organisation',
      `current_user = 'app_platform' and (select scope.administers()) is not true`,
      `insert into core.organisation_former_name (holder_id, until, name) values (old.id, new.named_since - 1, old.name)`,
    );
  }

  /** As visible as the station: a row for each operator and purchaser that had it under the former name. */
  private async createStationNames(runner: QueryRunner): Promise<void> {
    const scope = 'organisation_id, station_id, purchaser_id, district_code';
    await runner.query(`
      create table core.station_former_name (
        organisation_id uuid not null,
        station_id      uuid not null,
        purchaser_id    uuid not null,
        district_code   text not null,
        until           date not null,
        name            text collate "C" not null,
        primary key (organisation_id, station_id, purchaser_id, until),
        foreign key (${scope}) references core.station_access (${scope})
      )`);
    await runner.query('create index on core.station_former_name (station_id, until)');
    await disableStatistics(runner, 'station_former_name', ['name']);
    await limitDays(runner, 'station_former_name', [dayWithin('until')]);
    await createTenantPolicies(runner, 'core.station_former_name', {
      ...{ app_operator: 'select', app_purchaser: 'select', app_mentoring: 'select' },
      ...{ app_supervisor: 'select, insert', app_city: 'select, insert' },
    });
    // The mentoring centre sees no station that is not in the directory.
    await runner.query(`
      create policy app_mentoring_listed on core.station_former_name as restrictive for select to app_mentoring
      using (exists (select from core.station_access a where a.organisation_id = station_former_name.organisation_id
                        and a.station_id = station_former_name.station_id
                        and a.purchaser_id = station_former_name.purchaser_id))`);
    // An assessor sees the stations of the agreements that it assesses.
    await runner.query(`
      create policy app_assessor on core.station_former_name for select to app_assessor
      using (organisation_id::text || ' ' || station_id::text = any ((select scope.assessed_stations())::text[])
        and ${WITHIN_STATIONS})`);
    await runner.query('grant select on core.station_former_name to app_assessor');
    await runner.query(`
      create policy bureau_administrator_adds on core.station_former_name as restrictive for insert
      to app_supervisor, app_city with check ((select scope.administers()))`);
    // The id alone, which a change must name: no role reads stations, nor statistics of them.
    await disableStatistics(runner, 'station', ['id']);
    await runner.query(
      `grant select (id), update (name, ${NAMED_SINCE}) on core.station to app_supervisor, app_city`,
    );
    await this.createMemory(
      runner,
      'station',
      `current_user in ('app_supervisor', 'app_city') and not coalesce(
            (select scope.administers())
            and ((select scope.whole_city()) or old.district_code = (select scope.district_code())), false)`,
      `insert into core.station_former_name (${scope}, until, name)
            select s.organisation_id, s.station_id, s.purchaser_id, s.district_code, new.named_since - 1, old.name
              from core.station_access s where s.station_id = old.id`,
    );
  }

  /** The trigger by which no name changes without a day, and none is forgotten; the same day again corrects the name. */
  private async createMemory(
    runner: QueryRunner,
    table: string,
    isForeign: string,
    remember: string,
  ): Promise<void> {
    await runner.query(`
      create function core.remember_${table}_name() returns trigger language plpgsql as $$
      begin
        if ${isForeign} then
          raise exception 'the ${table} is not theirs to rename' using errcode = 'insufficient_privilege';
        end if;
        if new.named_since is null or new.named_since < old.named_since then
          raise exception 'a name changes from a later day on' using errcode = 'check_violation';
        end if;
        if new.named_since is distinct from old.named_since then
          ${remember};
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger remember_${table}_name before update of name, ${NAMED_SINCE} on core.${table}
      for each row execute function core.remember_${table}_name()`);
  }

  /** Every name that a kind of organisation or a district has had, and whose it is. No role reads it. */
  private async reserveNames(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.taken_name (
        place     text collate "C" not null,
        name_key  text collate "C" not null,
        holder_id uuid not null,
        constraint taken_name_apart exclude using gist (place with =, name_key with =, holder_id with <>)
      )`);
    await disableStatistics(runner, 'taken_name', ['name_key']);
    await runner.query(
      'grant insert on core.taken_name to app_operator, app_purchaser, app_supervisor, app_city, app_platform, app_enrolment',
    );
    // A station takes its name when it enters the directory, an organisation at once; both when they are renamed.
    for (const [table, place, named, events, name] of [
      ['organisation', 'kind', 'organisation', 'insert or update of name', 'core.name_key(new.name)'],
      ['station', 'district_code', 'station_name', 'insert or update of name_key', 'new.name_key'],
    ] as const) {
      const holder = table === 'station' ? 'station_id' : 'id';
      await runner.query(`
        insert into core.taken_name (place, name_key, holder_id) select ${place}, name_key, ${holder} from core.${named}`);
      await runner.query(`
        create function core.take_${table}_name() returns trigger language plpgsql as $$
        begin
          insert into core.taken_name (place, name_key, holder_id) values (new.${place}, ${name}, new.${holder});
          return null;
        end $$`);
      await runner.query(`
        create trigger take_${table}_name after ${events} on core.${named}
        for each row execute function core.take_${table}_name()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of VIEWS) await runner.query(`drop view bi.${name}`);
    for (const table of ['organisation', 'station']) {
      await runner.query(`drop function core.take_${table}_name() cascade`);
      await runner.query(`drop trigger remember_${table}_name on core.${table}`);
      await runner.query(`drop function core.remember_${table}_name()`);
    }
    await runner.query('drop table core.taken_name, core.station_former_name, core.organisation_former_name');
    await runner.query('revoke update (name, short_name) on core.organisation from app_platform');
    await runner.query('alter table core.station alter column id set statistics -1');
    await runner.query('revoke select (id), update (name) on core.station from app_supervisor, app_city');
    for (const table of ['organisation', 'station']) {
      await runner.query(`alter table core.${table} drop ${NAMED_SINCE}`);
    }
  }
}
