import type { MigrationInterface, QueryRunner } from 'typeorm';

const BUREAUS = 'app_supervisor, app_city';
/** What a bureau that renews an agreement copies of its roster. */
const ROSTER = ['staff_member', 'staff_identity', 'staff_spell', 'staff_certificate'];

/** 续签: an agreement may say which earlier one of its station it renews. */
export class RenewAgreements1795910423000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // No foreign key: the earlier agreement may be another operator's. Who may not see it learns no more than an id.
    await runner.query('alter table core.agreement add column renews uuid');
    await runner.query('create index on core.agreement (renews) where renews is not null');
    await runner.query(`
      create function core.guard_renewal() returns trigger language plpgsql as $$
      declare
        earlier core.agreement;
      begin
        select * into earlier from core.agreement a where a.id = new.renews and a.station_id = new.station_id
           and a.state = 'CONFIRMED' and a.ends_on < new.starts_on;
        if not found then
          raise exception 'an agreement renews an earlier one of its station' using errcode = 'check_violation';
        end if;
        new.half_after_day := earlier.half_after_day;
        new.practice_years := earlier.practice_years;
        new.certified_after_months := earlier.certified_after_months;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_renewal before insert on core.agreement for each row
      when (new.renews is not null) execute function core.guard_renewal()`);
    await this.copyRosters(runner);
  }

  /** A bureau enrols nobody: it copies a roster in the transaction alone in which it registers the renewal. */
  private async copyRosters(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.is_being_renewed(_organisation uuid, _agreement uuid) returns boolean
      language sql stable as $$
        select exists (select from core.agreement a
          join core.agreement_event e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
           and e.step in ('PROPOSED', 'CONFIRMED') and e.acting_id = a.proposed_by
           and e.xmin = pg_catalog.pg_current_xact_id()::xid
         where a.organisation_id = _organisation and a.id = _agreement and a.renews is not null)
      $$`);
    for (const table of ROSTER) {
      await runner.query(`grant insert on core.${table} to ${BUREAUS}`);
      await runner.query(`
        create policy bureau_renews on core.${table} as restrictive for insert to ${BUREAUS}
        with check ((select scope.administers()) and core.is_being_renewed(organisation_id, agreement_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ROSTER) {
      await runner.query(`drop policy bureau_renews on core.${table}`);
      await runner.query(`revoke insert on core.${table} from ${BUREAUS}`);
    }
    await runner.query(`
      drop function core.is_being_renewed;
      drop trigger guard_renewal on core.agreement;
      drop function core.guard_renewal;
      alter table core.agreement drop column renews`);
  }
}
