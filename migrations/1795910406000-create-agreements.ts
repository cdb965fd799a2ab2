import type { MigrationInterface, QueryRunner } from 'typeorm';
import { daysWithin, dayWithin, limitDays } from './baseline/day-limits';
import { nameKeyColumn, refuseInvisibleNames } from './baseline/name-keys';
import { createTenantPolicies, type Grants, WITHIN_STATIONS } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

/** Operators, purchasers and bureaus register agreements; the others read them. */
const REGISTERED: Grants = {
  app_operator: 'select, insert',
  app_purchaser: 'select, insert',
  app_supervisor: 'select, insert',
  app_city: 'select, insert',
  app_mentoring: 'select',
  app_assessor: 'select',
};

/** Agreements and their parts: terms, projects, zones, points, instalments. */
export class CreateAgreements1795910406000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createStationAccess(runner);
    await this.createAgreement(runner);
    await this.createParts(runner);
  }

  /** Who may see a station, with its name: one row per operator, station and purchaser of an agreement. */
  private async createStationAccess(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.station_access (
        organisation_id uuid not null references core.organisation,
        station_id      uuid not null,
        purchaser_id    uuid not null references core.organisation,
        district_code   text not null,
        name            text collate "C" not null,
        street          text collate "C" not null,
        primary key (organisation_id, station_id, purchaser_id),
        unique (organisation_id, station_id, purchaser_id, district_code),
        foreign key (station_id, district_code, name, street)
          references core.station (id, district_code, name, street) on update cascade,
        ${nameKeyColumn()}
      )`);
    await refuseInvisibleNames(runner, 'station_access');
    for (const before of ['organisation_id', 'purchaser_id', 'district_code', '']) {
      const index = ['station_access', before, 'by_name'].filter(Boolean).join('_');
      await runner.query(`
        create index ${index} on core.station_access
          (${before && `${before},`} name collate "zh-x-icu", station_id)`);
    }
    await runner.query('create index on core.station_access (station_id)');
    await disableStatistics(runner, 'station_access', ['name', 'street', 'name_key']);
    // An assessor sees the stations of the agreements that it assesses.
    const { app_assessor: _, ...others } = REGISTERED;
    await createTenantPolicies(runner, 'core.station_access', others);
    await runner.query(`
      create policy app_assessor on core.station_access for select to app_assessor
      using (organisation_id::text || ' ' || station_id::text = any ((select scope.assessed_stations())::text[])
        and ${WITHIN_STATIONS})`);
    await runner.query('grant select on core.station_access to app_assessor');

    // Excludes overlapping agreements of a station, across operators. No role may read it: a refusal reveals only that
    // the station is under agreement on these days.
    await runner.query(`
      create table core.station_days (
        station_id uuid not null references core.station,
        days       daterange not null check (not isempty(days)),
        constraint station_days_apart exclude using gist (station_id with =, days with &&)
      )`);
    await runner.query(
      'grant insert on core.station_days to app_operator, app_purchaser, app_supervisor, app_city',
    );
    await limitDays(runner, 'station_days', [daysWithin('days')]);
  }

  private async createAgreement(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.agreement (
        organisation_id          uuid not null,
        id                       uuid not null,
        station_id               uuid not null,
        purchaser_id             uuid not null,
        district_code            text not null,
        service_model            text not null check (service_model in ('PROJECT_113X', 'STATION_ZONE_POINT')),
        starts_on                date not null,
        ends_on                  date not null,
        annual_fee               numeric(14, 2) check (annual_fee >= 0),
        required_posts           numeric(7, 2) check (required_posts >= 0),
        required_certified_share numeric(7, 6) check (required_certified_share between 0 and 1),
        registered_at            timestamptz not null default now(),
        registered_by            uuid not null,
        half_after_day           smallint not null default 15 check (half_after_day between 0 and 31),
        practice_years           smallint not null default 2 check (practice_years between 0 and 60),
        certified_after_months   smallint not null default 1 check (certified_after_months between 0 and 12),
        primary key (organisation_id, id),
        unique (organisation_id, id, station_id, purchaser_id, district_code),
        foreign key (organisation_id, station_id, purchaser_id, district_code)
          references core.station_access (organisation_id, station_id, purchaser_id, district_code),
        check (ends_on >= starts_on)
      )`);
    await runner.query('create index on core.agreement (id)');
    await runner.query('create index on core.agreement (station_id, starts_on, id)');
    await runner.query('create index on core.agreement (purchaser_id)');
    await runner.query('create index on core.agreement (district_code)');
    await createTenantPolicies(runner, 'core.agreement', REGISTERED, 'id');
    // The staffing parameters are changed by an administrator of the operator.
    await runner.query(`
      grant update (required_posts, required_certified_share, half_after_day, practice_years, certified_after_months)
      on core.agreement to app_operator`);
    await runner.query(`
      create policy operator_administrator_changes on core.agreement as restrictive for update to app_operator
      using ((select scope.administers()))`);
    // An agreement is of six years at most.
    await limitDays(runner, 'agreement', [
      dayWithin('starts_on'),
      dayWithin('ends_on'),
      [['starts_on', 'ends_on'], `new.ends_on - interval '6 years' < new.starts_on`],
    ]);
  }

  private async createParts(runner: QueryRunner): Promise<void> {
    const part = async (table: string, columns: string): Promise<void> => {
      await runner.query(`
        create table core.${table} (${SCOPE_COLUMNS},
          id       uuid not null,
          position integer not null check (position >= 0),
          ${columns},
          primary key (organisation_id, id),
          unique (organisation_id, agreement_id, id),
          unique (organisation_id, agreement_id, position),
          ${SCOPE_KEY}
        )`);
      await runner.query(`create index on core.${table} (id)`);
      await createTenantPolicies(runner, `core.${table}`, REGISTERED);
    };
    const named = async (table: string, columns: string): Promise<void> => {
      await part(table, `${columns}, ${nameKeyColumn()}`);
      await refuseInvisibleNames(runner, table);
      await runner.query(`
        create unique index ${table}_name_alike on core.${table} (organisation_id, agreement_id, name_key)`);
      await disableStatistics(runner, table, ['name', 'name_key']);
    };
    const name = 'name text not null check (length(name) between 1 and 100)';

    await named(
      'term',
      `${name},
       starts_on date not null,
       ends_on   date not null,
       check (ends_on >= starts_on),
       constraint terms_apart exclude using gist
         (organisation_id with =, agreement_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
    );
    await limitDays(runner, 'term', [dayWithin('starts_on'), dayWithin('ends_on')]);
    await named(
      'project',
      `kind   text not null check (kind in ('CORE', 'KEY', 'BASIC', 'SPECIAL')),
       domain text check (domain in ('FAMILY', 'ELDERLY', 'YOUTH')),
       ${name},
       check ((kind = 'BASIC') = (domain is not null))`,
    );
    await named('zone', name);
    await named(
      'point',
      `${name},
       zone_id uuid,
       foreign key (organisation_id, agreement_id, zone_id) references core.zone (organisation_id, agreement_id, id)`,
    );
    await part(
      'instalment',
      `condition text not null check (condition in ('SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED')),
       share     numeric(7, 6) not null check (share > 0 and share <= 1),
       unique (organisation_id, agreement_id, condition)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table core.instalment, core.point, core.zone, core.project, core.term, core.agreement, core.station_days, core.station_access',
    );
  }
}
