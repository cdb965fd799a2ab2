import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, SIGNED_IN_ROLES, VIEWER_ROLES } from './baseline/row-level-security';

/**
 * Credentials are read before the tenant is known. They have a schema and a role of their own, and even that role sees
 * only rows of one exact e-mail, one exact token hash or one member.
 */
export class CreateCredentials1795910410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table auth.credential (
        email           text primary key check (email = lower(email)),
        organisation_id uuid not null,
        member_id       uuid not null,
        password_hash   text not null,
        changed_at      timestamptz not null default now(),
        unique (organisation_id, member_id),
        constraint email_domain_is_ascii check (email ~ '@[!-?A-~]+$'),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await enableRowLevelSecurity(runner, 'auth.credential');
    await runner.query(`
      create policy own_email on auth.credential for all to app_auth, app_enrolment
      using (email = (select scope.auth_email()))
      with check (email = (select scope.auth_email()) and member_id = (select scope.auth_member_id()))`);
    await runner.query(
      'grant select, insert, update (organisation_id, member_id, password_hash, changed_at) on auth.credential to app_auth, app_enrolment',
    );

    // All refresh tokens of a session, and its current generation: the row is locked to serialize refreshes.
    await runner.query(`
      create table auth.token_family (
        organisation_id uuid not null,
        session_id      uuid not null,
        member_id       uuid not null,
        generation      integer not null default 0,
        rotated_at      timestamptz not null,
        primary key (organisation_id, session_id),
        foreign key (organisation_id, session_id) references core.session (organisation_id, id)
      )`);
    await runner.query('create index on auth.token_family (member_id, rotated_at)');
    await enableRowLevelSecurity(runner, 'auth.token_family');
    await runner.query(`
      create policy own_member on auth.token_family for all to app_auth
      using (member_id = (select scope.auth_member_id())) with check (member_id = (select scope.auth_member_id()))`);
    await runner.query(
      'grant select, insert, update (generation, rotated_at), delete on auth.token_family to app_auth',
    );

    // A refresh token is exchanged for exactly one other, even if presented repeatedly.
    await runner.query(`
      create table auth.refresh_token (
        hash            text primary key,
        organisation_id uuid not null,
        session_id      uuid not null,
        member_id       uuid not null,
        generation      integer not null,
        issued_at       timestamptz not null,
        expires_at      timestamptz not null,
        predecessor     text,
        constraint refresh_token_one_successor unique (organisation_id, session_id, predecessor),
        constraint refresh_token_has_predecessor check ((generation = 0) = (predecessor is null)),
        foreign key (organisation_id, session_id) references auth.token_family (organisation_id, session_id)
      )`);
    await runner.query('create index on auth.refresh_token (member_id, expires_at)');
    await enableRowLevelSecurity(runner, 'auth.refresh_token');
    // By hash; or, for cleanup, the expired tokens of one member.
    await runner.query(`
      create policy own_hash on auth.refresh_token for all to app_auth
      using (hash = (select scope.auth_hash())
             or (member_id = (select scope.auth_member_id()) and expires_at < pg_catalog.now()))
      with check (hash = (select scope.auth_hash()) and member_id = (select scope.auth_member_id()))`);
    await runner.query('grant select, insert, delete on auth.refresh_token to app_auth');
    await this.createInvitation(runner);
    await this.createApiKey(runner);
  }

  /**
   * Written by an administrator together with the member; readable only by token hash. Only a founding invitation may
   * come from outside an organisation; it is valid while the organisation has no administrator.
   */
  private async createInvitation(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table auth.invitation (
        hash            text primary key,
        organisation_id uuid not null,
        member_id       uuid not null,
        issued_at       timestamptz not null,
        expires_at      timestamptz not null,
        used_at         timestamptz,
        founding        boolean not null default false,
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await runner.query('create index on auth.invitation (organisation_id, member_id)');
    await enableRowLevelSecurity(runner, 'auth.invitation');
    await runner.query(`
      create policy own_hash on auth.invitation for all to app_auth
      using (hash = (select scope.auth_hash())) with check (hash = (select scope.auth_hash()))`);
    await runner.query('grant select, update (used_at) on auth.invitation to app_auth');
    await runner.query(`grant insert on auth.invitation to ${SIGNED_IN_ROLES}`);
    await runner.query(`
      create policy enrolment on auth.invitation for insert to app_enrolment
      with check (founding and member_id = (select scope.auth_member_id()))`);
    await runner.query('grant insert on auth.invitation to app_enrolment');
    await runner.query(`
      create policy administrator on auth.invitation for insert to ${VIEWER_ROLES}
      with check (organisation_id = (select scope.organisation_id()) and (select scope.administers()))`);
    await runner.query(`
      create policy administrator_of_platform on auth.invitation for insert to app_platform
      with check ((founding or organisation_id = (select scope.organisation_id())) and (select scope.administers()))`);
  }

  /** A key is a permanent session of a member without an e-mail; this table has only its credential. */
  private async createApiKey(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table auth.api_key (
        hash            text primary key,
        organisation_id uuid not null,
        member_id       uuid not null,
        session_id      uuid not null,
        foreign key (organisation_id, session_id) references core.session (organisation_id, id)
      )`);
    await enableRowLevelSecurity(runner, 'auth.api_key');
    await runner.query(`
      create policy own_hash on auth.api_key for select to app_auth using (hash = (select scope.auth_hash()))`);
    await runner.query('grant select on auth.api_key to app_auth');
    await runner.query(`grant insert on auth.api_key to ${VIEWER_ROLES}`);
    await runner.query(`
      create policy administrator on auth.api_key for insert to ${VIEWER_ROLES}
      with check (organisation_id = (select scope.organisation_id()) and (select scope.administers()))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table auth.api_key, auth.invitation, auth.refresh_token, auth.token_family, auth.credential',
    );
  }
}
