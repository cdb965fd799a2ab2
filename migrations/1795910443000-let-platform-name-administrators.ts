import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFUSED = `raise exception 'the organisation has administrators of its own' using errcode = 'insufficient_privilege'`;

/**
 * The platform names another administrator for an organisation whose administrators are gone, or which asks for one.
 * Never silently: the member's row has the reason, which no one can change, and the organisation's own audit log an entry
 * of the same transaction, or that transaction fails.
 */
export class LetPlatformNameAdministrators1795910443000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.member add named_because text check (length(named_because) between 1 and 500)`);
    await this.replaceGuard(runner, '\n           and new.named_because is null');

    await runner.query(`
      create policy platform_names_administrator on core.audit_entry for insert to app_platform
      with check (action = 'ADMINISTRATOR_NAMED_BY_PLATFORM' and thing = 'Member' and member_id is null
        and (select scope.administers()))`);
    // What it has written there itself: for the check below.
    await runner.query(`
      create policy platform_named_administrator on core.audit_entry for select to app_platform
      using (action = 'ADMINISTRATOR_NAMED_BY_PLATFORM' and (select scope.administers()))`);
    await runner.query(`
      create function core.require_naming_in_log() returns trigger language plpgsql as $$
      begin
        if current_user = 'app_platform' and not exists (
          select from core.audit_entry e
           where e.organisation_id = new.organisation_id and e.thing_id = new.id::text
             and e.action = 'ADMINISTRATOR_NAMED_BY_PLATFORM') then
          raise exception 'the organisation is not told of its administrator' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create constraint trigger require_naming_in_log after insert on core.member
      deferrable initially deferred for each row when (new.named_because is not null)
      execute function core.require_naming_in_log()`);
  }

  /** As the baseline has it, but for what it lets pass. */
  private async replaceGuard(runner: QueryRunner, unless: string): Promise<void> {
    await runner.query(`
      create or replace function core.refuse_second_founder() returns trigger language plpgsql as $$
      begin
        if current_user = 'app_platform' and new.organisation_id is distinct from (select scope.organisation_id())${unless}
           and (select o.administered from core.organisation o where o.id = new.organisation_id) then
          ${REFUSED};
        end if;
        return new;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger require_naming_in_log on core.member');
    await runner.query('drop function core.require_naming_in_log()');
    await runner.query('drop policy platform_named_administrator on core.audit_entry');
    await runner.query('drop policy platform_names_administrator on core.audit_entry');
    await this.replaceGuard(runner, '');
    await runner.query('alter table core.member drop named_because');
  }
}
