import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

/** E-mails about what begins to wait with a day, and to the bureau about amendments that it alone confirms. */
export class TellWhatBeginsToWait1795910505000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, "'NOTICE', 'MORNING', 'DIGEST', 'PASSWORD_RESET'");
    await this.tellStep(
      runner,
      `jsonb_build_object('actingId', new.acting_id, 'needsBureau', exists (
         select from core.amendment m
           join core.report_month r on r.organisation_id = m.organisation_id and r.agreement_id = m.agreement_id
            and r.month = date_trunc('month', m.effective_on::timestamp)
          where m.organisation_id = new.organisation_id and m.id = new.amendment_id and r.state = 'ACCEPTED'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // The owner is under the policies too.
    await runner.query('alter table core.mail no force row level security');
    await runner.query(`delete from core.mail where kind = 'MORNING'`);
    await runner.query('alter table core.mail force row level security');
    await this.allow(runner, "'NOTICE', 'DIGEST', 'PASSWORD_RESET'");
    await this.tellStep(runner, `jsonb_build_object('actingId', new.acting_id)`);
  }

  private async allow(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query('alter table core.mail drop constraint mail_kind_check');
    await runner.query(`alter table core.mail add constraint mail_kind_check check (kind in (${kinds}))`);
  }

  private async tellStep(runner: QueryRunner, facts: string): Promise<void> {
    await runner.query(`
      create or replace function core.tell_step() returns trigger language plpgsql as $$
        begin
          if current_user like 'app\\_%' then
            insert into core.outbox_event (${SCOPE}, type, at, facts)
            select new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code, case when new.step in ('PROPOSED', 'REVISED') then 'AGREEMENT_PROPOSED'
            when new.step = 'DECLINED' then 'AGREEMENT_DECLINED' else new.step end,
         new.at, ${facts}
            ;
          end if;
          return null;
        end $$`);
  }
}
