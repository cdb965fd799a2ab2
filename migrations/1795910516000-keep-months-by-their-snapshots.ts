import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a month says is a snapshot of its own days, taken in the transaction that says so: nobody puts another one in its
 * place, not even where a month that was sent back until a day stands as handed in again.
 */
export class KeepMonthsByTheirSnapshots1795910516000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.guard(
      runner,
      'insert or update',
      `
        if tg_op = 'UPDATE' then
          if new.snapshot_id is not distinct from old.snapshot_id then
            return null;
          end if;
          if old.snapshot_id is not null and not (new.state = 'HANDED_IN' and old.state in ('OPEN', 'SENT_BACK')) then
            raise exception 'what a month says is not rewritten' using errcode = 'insufficient_privilege';
          end if;
        end if;
        if new.snapshot_id is not null and current_user like 'app\\_%' and not exists (
             select from core.snapshot s where s.organisation_id = new.organisation_id and s.id = new.snapshot_id
                and s.purpose = 'MONTH' and s.from_day >= new.month and s.to_day < new.month + interval '1 month'
                and s.xmin = pg_catalog.pg_current_xact_id()::xid) then
          raise exception 'a month says what is kept with it' using errcode = 'insufficient_privilege';
        end if;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.guard(
      runner,
      'update',
      `
        if old.snapshot_id is not null and not (new.state = 'HANDED_IN' and old.state in ('OPEN', 'SENT_BACK')) then
          raise exception 'what a month says is not rewritten' using errcode = 'insufficient_privilege';
        end if;`,
      'when (new.snapshot_id is distinct from old.snapshot_id)',
    );
  }

  private async guard(runner: QueryRunner, events: string, rules: string, when = ''): Promise<void> {
    await runner.query(`
      create or replace function core.guard_month_snapshot() returns trigger language plpgsql as $$
      begin${rules}
        return null;
      end $$`);
    await runner.query('drop trigger guard_month_snapshot on core.report_month');
    await runner.query(`
      create trigger guard_month_snapshot after ${events} on core.report_month for each row
      ${when} execute function core.guard_month_snapshot()`);
  }
}
