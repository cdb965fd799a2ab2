import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

/**
 * That a month counts as handed in again, because its last day was over, is noted with the next step: by then it waits for
 * nobody. The event of it says so, to be told from a hand-in.
 */
export class TellLapsedMonthsApart1795910515000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.tell(
      runner,
      ` || case when new.member_id is null then '{"isLapsed": true}'::jsonb else '{}'::jsonb end`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.tell(runner, '');
  }

  private async tell(runner: QueryRunner, more: string): Promise<void> {
    await runner.query(`
      create or replace function core.tell_month_step() returns trigger language plpgsql as $$
        begin
          if current_user like 'app\\_%' then
            insert into core.outbox_event (${SCOPE}, type, at, facts)
            select new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code, 'MONTH_' || new.state, new.at, jsonb_build_object('month', to_char(new.month, 'YYYY-MM'),
         'monthId', new.agreement_id || '.' || to_char(new.month, 'YYYY-MM'), 'closesAfter', new.closes_after)${more}
            ;
          end if;
          return null;
        end $$`);
  }
}
