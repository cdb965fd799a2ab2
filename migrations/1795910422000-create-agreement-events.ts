import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const CONTRACTING = 'app_operator, app_purchaser, app_supervisor, app_city';

/** Every step in the life of an agreement, for all its parties to read: written by the database itself. */
export class CreateAgreementEvents1795910422000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.agreement_event (${SCOPE_COLUMNS},
        id        uuid not null default pg_catalog.gen_random_uuid(),
        step      text not null check (step in
          ('PROPOSED', 'REVISED', 'PARTY_CONFIRMED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID')),
        revision  integer not null,
        reason    text check (length(reason) between 1 and 500),
        at        timestamptz not null default pg_catalog.clock_timestamp(),
        acting_id uuid not null references core.organisation,
        member_id uuid,
        primary key (organisation_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.agreement_event (organisation_id, agreement_id, at, id)');
    const write = 'select, insert';
    await createTenantPolicies(runner, 'core.agreement_event', {
      app_operator: write,
      app_purchaser: write,
      app_supervisor: write,
      app_city: write,
    });
    await runner.query(`
      create policy insert_by_trigger on core.agreement_event as restrictive for insert to ${CONTRACTING}
      with check (pg_catalog.pg_trigger_depth() > 0)`);
    await runner.query(`
      create function core.note_step() returns trigger language plpgsql as $$
      begin
        if current_user not like 'app\\_%' then
          return null;
        end if;
        insert into core.agreement_event (${SCOPE}, step, revision, reason, acting_id, member_id)
        values (new.organisation_id, new.id, new.station_id, new.purchaser_id, new.district_code,
          case when tg_op = 'INSERT' or new.state <> old.state then new.state
               when new.revision <> old.revision then 'REVISED' else 'PARTY_CONFIRMED' end,
          new.revision, new.state_reason, scope.organisation_id(), scope.member_id());
        return null;
      end $$`);
    await runner.query(`
      create trigger note_new_step after insert on core.agreement for each row execute function core.note_step()`);
    await runner.query(`
      create trigger note_changed_step after update on core.agreement for each row
      when (new.state is distinct from old.state or new.revision is distinct from old.revision
           or new.operator_confirmed_at is distinct from old.operator_confirmed_at
           or new.purchaser_confirmed_at is distinct from old.purchaser_confirmed_at)
      execute function core.note_step()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger note_new_step on core.agreement;
      drop trigger note_changed_step on core.agreement;
      drop function core.note_step;
      drop table core.agreement_event`);
  }
}
