import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, SIGNED_IN_ROLES } from './baseline/row-level-security';

/**
 * Links by which a member sets a new password, kept as hashes and readable only by them: issued by an administrator of
 * its organisation, or on the server for the account of an exact e-mail. And a member who joins another organisation
 * may end its own membership, so that it keeps its e-mail; what has ended stays so.
 */
export class CreatePasswordResets1795910471000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table auth.password_reset (
        hash            text primary key,
        organisation_id uuid not null,
        member_id       uuid not null,
        issued_at       timestamptz not null,
        expires_at      timestamptz not null,
        used_at         timestamptz,
        foreign key (organisation_id, member_id) references core.member (organisation_id, id)
      )`);
    await runner.query('create index on auth.password_reset (organisation_id, member_id)');
    await enableRowLevelSecurity(runner, 'auth.password_reset');
    await runner.query(`
      create policy own_hash on auth.password_reset for all to app_auth
      using (hash = (select scope.auth_hash()))
      with check (hash = (select scope.auth_hash()) and member_id = (select scope.auth_member_id()))`);
    await runner.query('grant select, insert, update (used_at) on auth.password_reset to app_auth');
    await runner.query(`
      create policy administrator on auth.password_reset for insert to ${SIGNED_IN_ROLES}
      with check (organisation_id = (select scope.organisation_id()) and (select scope.administers()))`);
    await runner.query(`grant insert on auth.password_reset to ${SIGNED_IN_ROLES}`);
    await runner.query('grant update (left_at, access_version) on core.member to app_auth');
    await runner.query(`
      create function core.guard_end_of_membership() returns trigger language plpgsql as $$
      begin
        if current_user like 'app\\_%' then
          raise exception 'permission denied: a membership that has ended is not taken up again'
            using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_end before update of left_at on core.member for each row
      when (new.left_at is null or old.left_at is not null) execute function core.guard_end_of_membership()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger guard_end on core.member');
    await runner.query('drop function core.guard_end_of_membership()');
    await runner.query('revoke update (left_at, access_version) on core.member from app_auth');
    await runner.query('drop table auth.password_reset');
  }
}
