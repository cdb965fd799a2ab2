import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowSecurity } from './support/wall';

const SIGNED_IN =
  'app_operator, app_purchaser, app_supervisor, app_city, app_mentoring, app_assessor, app_platform';

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

/** Districts, organisations, members, sessions and stations. */
export class CreateDirectory1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.district (
        code text primary key check (code ~ '^[0-9]{6}$'),
        name text collate "C" not null unique
      )`);
    for (const [code, name] of DISTRICTS) {
      await runner.query('insert into core.district (code, name) values ($1, $2)', [code, name]);
    }

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
        unique (kind, name),
        check (kind <> 'PURCHASER' or district_code is not null)
      )`);
    await runner.query('create index on core.organisation (name, id)');

    // Stations are stored here but read through core.station_access: no role may select from this table.
    await runner.query(`
      create table core.station (
        id            uuid primary key,
        district_code text not null references core.district,
        name          text collate "C" not null check (length(name) between 1 and 200),
        street        text collate "C" not null check (length(street) between 1 and 100),
        created_at    timestamptz not null default now(),
        unique (district_code, name),
        unique (id, district_code, name, street)
      )`);

    await runner.query(`
      create table core.member (
        organisation_id uuid not null references core.organisation,
        id              uuid not null,
        kind            text not null default 'PERSON' check (kind in ('PERSON', 'KEY')),
        email           text check (email = lower(email) and length(email) between 3 and 254),
        display_name    text not null check (length(display_name) between 1 and 100),
        role            text not null check (role in ('ADMIN', 'MANAGER', 'WORKER', 'VIEWER')),
        station_limited boolean not null default false,
        access_version  integer not null default 1,
        created_at      timestamptz not null default now(),
        joined_at       timestamptz,
        left_at         timestamptz,
        primary key (organisation_id, id),
        check (role <> 'ADMIN' or not station_limited),
        check ((kind = 'PERSON') = (email is not null)),
        check (kind = 'PERSON' or role = 'VIEWER')
      )`);
    await runner.query('create index on core.member (id)');

    await runner.query(`
      create table core.member_station (
        organisation_id uuid not null,
        member_id       uuid not null,
        station_id      uuid not null references core.station,
        primary key (organisation_id, member_id, station_id),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);

    await runner.query(`
      create table core.session (
        organisation_id uuid not null,
        id              uuid not null,
        member_id       uuid not null,
        started_at      timestamptz not null default now(),
        expires_at      timestamptz not null,
        ended_at        timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await runner.query('create index on core.session (member_id)');

    await this.allow(runner);
    await this.createEnter(runner);
  }

  private async allow(runner: QueryRunner): Promise<void> {
    await runner.query(
      `grant select on core.district, core.organisation to ${SIGNED_IN}, app_auth, app_enrolment`,
    );
    await runner.query('grant insert on core.organisation to app_platform, app_enrolment');
    await runner.query(
      'grant insert on core.station to app_operator, app_purchaser, app_supervisor, app_city',
    );

    for (const table of ['core.member', 'core.member_station', 'core.session']) {
      await enableRowSecurity(runner, table);
      await this.administer(runner, table);
      const member = table === 'core.member' ? 'id' : 'member_id';
      await runner.query(`
        create policy signing_in on ${table} for all to app_auth
        using (${member} = (select scope.auth_member_id()))
        with check (${member} = (select scope.auth_member_id()))`);
      await runner.query(`grant select on ${table} to app_auth`);
    }
    await runner.query(`grant insert, update (display_name, role, station_limited, access_version, left_at)
      on core.member to ${SIGNED_IN}`);
    await runner.query(`grant insert, delete on core.member_station to ${SIGNED_IN}`);
    await runner.query(`grant insert, update (ended_at) on core.session to ${SIGNED_IN}, app_auth`);
    await runner.query('grant update (joined_at) on core.member to app_auth');

    // When the first administrator joined: the organisation is administered from then on.
    await runner.query('grant update (administered) on core.organisation to app_auth, app_enrolment');
    // The platform invites the first administrator of an organisation; its own first one is enrolled.
    await runner.query(`
      create policy first_administrator on core.member for insert to app_platform
      with check (role = 'ADMIN' and kind = 'PERSON' and (select scope.administers()))`);
    await runner.query(`
      create function core.refuse_second_founder() returns trigger language plpgsql as $$
      begin
        if current_user = 'app_platform' and new.organisation_id is distinct from (select scope.organisation_id())
           and (select o.administered from core.organisation o where o.id = new.organisation_id) then
          raise exception 'the organisation has administrators of its own' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger refuse_second_founder before insert on core.member
      for each row execute function core.refuse_second_founder()`);
    await runner.query('grant insert on core.member to app_enrolment');
    await runner.query(`
      create policy enrolment on core.member for insert to app_enrolment
      with check (id = (select scope.auth_member_id()))`);
  }

  /** Members see the members of their organisation; only an administrator may change them, enforced by policies. */
  private async administer(runner: QueryRunner, table: string): Promise<void> {
    const own = 'organisation_id = (select scope.organisation_id())';
    const administered = `${own} and (select scope.administers())`;
    const policy = async (name: string, command: string, rules: string): Promise<void> => {
      await runner.query(`create policy ${name} on ${table} for ${command} to ${SIGNED_IN} ${rules}`);
    };
    await policy('fellow', 'select', `using (${own})`);
    await policy('administrator_adds', 'insert', `with check (${administered})`);
    await policy('administrator_changes', 'update', `using (${administered}) with check (${administered})`);
    await policy('administrator_removes', 'delete', `using (${administered})`);
    await runner.query(`grant select on ${table} to ${SIGNED_IN}`);
  }

  /**
   * Enters the scope of a signed-in member for the rest of the transaction. The database derives the scope from the
   * member's own row, so the server cannot widen it, not even by using a role of another kind of organisation. A session
   * that ended, a member who left, or rights that changed since the token was issued (access_version) are refused
   * immediately. Every setting is written, so that none remains from an earlier caller.
   */
  private async createEnter(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function scope.enter(_organisation uuid, _member uuid, _session uuid, _version integer) returns void
      language plpgsql as $$
      declare
        who record;
      begin
        execute pg_catalog.format('set local app.organisation_id = %L', _organisation);
        select o.district_code,
               m.role, o.kind,
               o.kind in ('MENTORING_CENTRE', 'SUPERVISOR') and o.district_code is null as whole_city,
               case when m.station_limited
                 then coalesce((select pg_catalog.array_agg(l.station_id)::text from core.member_station l
                                where l.organisation_id = _organisation and l.member_id = _member), '{}')
                 else '*' end as station_ids
          into who
          from core.session s
          join core.member m on m.organisation_id = s.organisation_id and m.id = s.member_id
          join core.organisation o on o.id = m.organisation_id
         where s.organisation_id = _organisation and s.id = _session and s.member_id = _member
           and s.ended_at is null and s.expires_at > pg_catalog.now()
           and m.left_at is null and m.access_version = _version
           and current_user = case o.kind
             when 'OPERATOR' then 'app_operator'
             when 'PURCHASER' then 'app_purchaser'
             when 'SUPERVISOR' then case when o.district_code is null then 'app_city' else 'app_supervisor' end
             when 'MENTORING_CENTRE' then 'app_mentoring'
             when 'ASSESSOR' then 'app_assessor'
             when 'PLATFORM' then 'app_platform' end;
        if not found then
          raise exception 'the session has ended' using errcode = 'invalid_authorization_specification';
        end if;
        execute pg_catalog.format('set local app.member_id = %L', _member);
        execute pg_catalog.format('set local app.role = %L', who.role);
        execute pg_catalog.format('set local app.district_code = %L', coalesce(who.district_code, ''));
        execute pg_catalog.format('set local app.station_ids = %L', who.station_ids);
        execute pg_catalog.format('set local app.whole_city = %L', case when who.whole_city then 'on' else '' end);
        set local app.agreement_ids = '';
        if who.kind = 'ASSESSOR' then
          perform scope.enter_assessments();
        end if;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function scope.enter');
    await runner.query('drop trigger refuse_second_founder on core.member');
    await runner.query('drop function core.refuse_second_founder');
    await runner.query(
      'drop table core.session, core.member_station, core.member, core.station, core.organisation, core.district',
    );
  }
}
