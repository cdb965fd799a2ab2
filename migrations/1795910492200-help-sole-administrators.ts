import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowLevelSecurity, VIEWER_ROLES } from './baseline/row-level-security';

/** An administrator of an organisation that is the platform: its role alone does not say so. */
const OF_PLATFORM = `(select scope.administers()) and exists (
  select from core.organisation p where p.id = (select scope.organisation_id()) and p.kind = 'PLATFORM')`;

/**
 * The platform helps the sole administrator of an organisation who has forgotten its password: by an e-mail to it alone,
 * or by two administrators of the platform and a day in between. Every member of the organisation sees each step, and an
 * administrator of it may stop them.
 */
export class HelpSoleAdministrators1795910492200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.administrator_reset (
        organisation_id uuid not null references core.organisation,
        id              uuid not null,
        member_id       uuid not null,
        reason          text not null check (length(reason) between 1 and 500),
        by_mail         boolean not null,
        asked_at        timestamptz not null,
        asked_by        uuid not null,
        confirmed_at    timestamptz check (confirmed_at is null or confirmed_at >= asked_at and not by_mail),
        confirmed_by    uuid,
        taken_at        timestamptz,
        stopped_at      timestamptz,
        primary key (organisation_id, id),
        foreign key (organisation_id, member_id) references core.member (organisation_id, id),
        check (confirmed_by <> asked_by),
        check ((confirmed_at is null) = (confirmed_by is null)),
        constraint administrator_reset_waits
          check (taken_at is null or confirmed_at is not null and taken_at >= confirmed_at + interval '1 day')
      )`);
    await runner.query('create index on core.administrator_reset (asked_at)');
    await enableRowLevelSecurity(runner, 'core.administrator_reset');
    const own = 'organisation_id = (select scope.organisation_id())';
    const administers = '(select scope.administers())';
    await runner.query(`
      create policy fellow on core.administrator_reset for select to ${VIEWER_ROLES} using (${own})`);
    await runner.query(`
      create policy administrator_stops on core.administrator_reset for update to ${VIEWER_ROLES}
      using (${own} and ${administers}) with check (${own} and ${administers})`);
    await runner.query(`
      create policy platform_helps on core.administrator_reset for all to app_platform
      using (${OF_PLATFORM}) with check (${OF_PLATFORM})`);
    await runner.query(`grant select, update (stopped_at) on core.administrator_reset to ${VIEWER_ROLES}`);
    await runner.query(`
      grant select, insert, update (confirmed_at, confirmed_by, taken_at) on core.administrator_reset to app_platform`);
    await this.guard(runner);
    await this.letPlatform(runner);
  }

  /** Who takes which step, each in its own name; what was stopped stays so. */
  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_administrator_reset() returns trigger language plpgsql as $$
      begin
        if current_user <> 'app_platform' then
          if tg_op = 'UPDATE' and current_user like 'app\\_%' and old.stopped_at is not null then
            raise exception 'it has been stopped' using errcode = 'insufficient_privilege';
          end if;
          return new;
        end if;
        if tg_op = 'INSERT' and (
             new.asked_by is distinct from scope.member_id() or new.confirmed_at is not null or new.stopped_at is not null
             or new.organisation_id = scope.organisation_id()
             or array(select m.id from core.member m
                       where m.organisation_id = new.organisation_id and m.kind = 'PERSON' and m.role = 'ADMIN'
                         and m.joined_at is not null and m.left_at is null) <> array[new.member_id])
           or tg_op = 'UPDATE' and (
             old.stopped_at is not null
             or new.confirmed_by is distinct from old.confirmed_by
                and (old.confirmed_by is not null or new.confirmed_by is distinct from scope.member_id())) then
          raise exception 'this step is not for this member' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_administrator_reset before insert or update on core.administrator_reset
      for each row execute function core.guard_administrator_reset()`);
  }

  /** The platform names administrators, so it knows them; of an organisation's log it writes this alone. */
  private async letPlatform(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy administrators_for_platform on core.member for select to app_platform
      using (role = 'ADMIN' and kind = 'PERSON' and ${OF_PLATFORM})`);
    await runner.query(`
      create policy platform_helps_administrator on core.audit_entry for insert to app_platform
      with check (action = 'ADMINISTRATOR_RESET_BY_PLATFORM' and thing = 'Member' and member_id is null
        and (select scope.administers()))`);
    await runner.query(`
      create policy platform_helps on core.mail for insert to app_platform
      with check (kind = 'PASSWORD_RESET' and (select scope.administers()))`);
    await runner.query('grant insert on core.mail to app_platform');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke insert on core.mail from app_platform');
    await runner.query('drop policy platform_helps on core.mail');
    await runner.query('drop policy platform_helps_administrator on core.audit_entry');
    await runner.query('drop policy administrators_for_platform on core.member');
    await runner.query('drop table core.administrator_reset');
    await runner.query('drop function core.guard_administrator_reset');
  }
}
