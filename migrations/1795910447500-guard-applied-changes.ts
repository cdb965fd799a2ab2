import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change is in force only if its amendment is confirmed: no party puts its own into force. */
export class GuardAppliedChanges1795910447500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.guard(runner, ', c.applied_at', ` and (r.applied_at is null or a.state = 'CONFIRMED')`);
  }

  private async guard(runner: QueryRunner, column: string, condition: string): Promise<void> {
    await runner.query(`
      create or replace function core.guard_amendment_change() returns trigger language plpgsql as $$
      begin
        perform from (select distinct c.organisation_id, c.amendment_id${column} from changed c) r
          where not exists (select from core.amendment a where a.organisation_id = r.organisation_id
                               and a.id = r.amendment_id and a.xmin = pg_catalog.pg_current_xact_id()::xid${condition});
        if found and current_user like 'app\\_%' then
          raise exception 'an amendment is not rewritten' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.guard(runner, '', '');
  }
}
