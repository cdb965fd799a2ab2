import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, SIGNED_IN_ROLES } from './baseline/row-level-security';

/** Members of organisations, their stations and sessions. */
export class CreateMembers1795910405000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
        check (kind = 'PERSON' or role = 'VIEWER'),
        constraint email_domain_is_ascii check (email ~ '@[!-?A-~]+$')
      )`);
    await runner.query('create index on core.member (id)');
    await runner.query(`
      create index member_organisation_id_by_name
      on core.member (organisation_id, display_name collate "zh-x-icu", id)`);

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

    for (const table of ['core.member', 'core.member_station', 'core.session']) {
      await enableRowLevelSecurity(runner, table);
      await this.createAdministratorPolicies(runner, table);
      const member = table === 'core.member' ? 'id' : 'member_id';
      await runner.query(`
        create policy signing_in on ${table} for all to app_auth
        using (${member} = (select scope.auth_member_id()))
        with check (${member} = (select scope.auth_member_id()))`);
      await runner.query(`grant select on ${table} to app_auth`);
    }
    await runner.query(`grant insert, update (display_name, role, station_limited, access_version, left_at)
      on core.member to ${SIGNED_IN_ROLES}`);
    await runner.query('grant update (joined_at) on core.member to app_auth');
    await runner.query(`grant insert, delete on core.member_station to ${SIGNED_IN_ROLES}`);
    await runner.query(`grant insert, update (ended_at) on core.session to ${SIGNED_IN_ROLES}, app_auth`);
    // Sign-in deletes unusable sessions. One with a refresh token, or of an API key, is protected by its foreign key.
    await runner.query('grant delete on core.session to app_auth');
    await this.createFoundingPolicies(runner);
    await this.createEnter(runner);
  }

  /** Members see the members of their organisation; only an administrator may change them, enforced by policies. */
  private async createAdministratorPolicies(runner: QueryRunner, table: string): Promise<void> {
    const own = 'organisation_id = (select scope.organisation_id())';
    const administered = `${own} and (select scope.administers())`;
    const policy = async (name: string, command: string, rules: string): Promise<void> => {
      await runner.query(`create policy ${name} on ${table} for ${command} to ${SIGNED_IN_ROLES} ${rules}`);
    };
    await policy('fellow', 'select', `using (${own})`);
    await policy('administrator_adds', 'insert', `with check (${administered})`);
    await policy('administrator_changes', 'update', `using (${administered}) with check (${administered})`);
    await policy('administrator_removes', 'delete', `using (${administered})`);
    await runner.query(`grant select on ${table} to ${SIGNED_IN_ROLES}`);
  }

  /** The platform invites the first administrator of an organisation; its own first one is enrolled. */
  private async createFoundingPolicies(runner: QueryRunner): Promise<void> {
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
    await runner.query('drop table core.session, core.member_station, core.member');
    await runner.query('drop function core.refuse_second_founder');
  }
}
