import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

/**
 * With the acceptance of a month the amendments from a day within it, which are proposed already, become the bureau's: it
 * is told as of those that are proposed afterwards.
 */
export class TellBureauOfAcceptedAmendments1795910514000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.tell_bureau_of_amendments() returns trigger language plpgsql as $$
      begin
        if current_user like 'app\\_%' then
          insert into core.outbox_event (${SCOPE}, type, at, facts)
          select new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code,
                 'AMENDMENT_PROPOSED', new.at, jsonb_build_object('actingId', m.proposed_by, 'needsBureau', true)
            from core.amendment m
           where m.organisation_id = new.organisation_id and m.agreement_id = new.agreement_id and m.state = 'PROPOSED'
             and date_trunc('month', m.effective_on::timestamp) = new.month;
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger tell_bureau_of_amendments after insert on core.report_month_event for each row
      when (new.state = 'ACCEPTED') execute function core.tell_bureau_of_amendments()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.tell_bureau_of_amendments() cascade');
  }
}
