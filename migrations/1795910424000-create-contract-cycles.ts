import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { enableRowLevelSecurity } from './baseline/row-level-security';
import { disableStatistics } from './baseline/statistics';

/** Whose cycles a role sees; who may see some stations only, those of the agreements that it sees. */
const SEEN = {
  app_operator: 'organisation_id = (select scope.organisation_id())',
  app_purchaser: 'purchaser_id = (select scope.organisation_id())',
  app_supervisor: 'district_code = (select scope.district_code())',
  app_city: '(select scope.whole_city())',
};
const WITH_AGREEMENT = `((select scope.every_station()) or exists (select from core.agreement a
  where a.organisation_id = contract_cycle.organisation_id and a.cycle_id = contract_cycle.id))`;
const REGISTRARS = 'app_purchaser, app_supervisor, app_city';
const CONTRACTING = `app_operator, ${REGISTRARS}`;

/** 承接周期: a contract of several years above yearly agreements. It binds nobody, and counts nowhere. */
export class CreateContractCycles1795910424000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.contract_cycle (
        organisation_id    uuid not null references core.organisation,
        id                 uuid not null,
        purchaser_id       uuid not null references core.organisation,
        district_code      text not null references core.district,
        procurement_number text collate "C" not null check (length(procurement_number) between 1 and 100),
        amount             numeric(14, 2) not null check (amount >= 0),
        starts_on          date not null,
        ends_on            date not null,
        registered_by      uuid not null references core.organisation,
        registered_at      timestamptz not null,
        primary key (organisation_id, id),
        unique (organisation_id, id, purchaser_id, district_code),
        constraint contract_cycle_number unique (organisation_id, purchaser_id, procurement_number),
        check (ends_on >= starts_on)
      )`);
    await limitDays(runner, 'contract_cycle', [dayWithin('starts_on'), dayWithin('ends_on')]);
    await disableStatistics(runner, 'contract_cycle', ['procurement_number']);
    for (const before of ['organisation_id', 'purchaser_id', 'district_code', '']) {
      await runner.query(`create index on core.contract_cycle (${before && `${before},`} starts_on, id)`);
    }
    await runner.query('create index on core.contract_cycle (id)');
    // Before the policies, which read it.
    await this.linkAgreements(runner);
    await enableRowLevelSecurity(runner, 'core.contract_cycle');
    for (const [role, seen] of Object.entries(SEEN)) {
      await runner.query(`
        create policy ${role} on core.contract_cycle to ${role} using (${seen} and ${WITH_AGREEMENT})
        with check (${seen} and (select scope.every_station()))`);
    }
    await runner.query(`
      create policy registered on core.contract_cycle as restrictive for insert to ${REGISTRARS}
      with check ((select scope.administers()) and registered_by = (select scope.organisation_id()))`);
    await runner.query(`grant select on core.contract_cycle to ${CONTRACTING}`);
    // A mistake is corrected; the parties stay.
    await runner.query(`
      create policy corrected on core.contract_cycle as restrictive for update to ${REGISTRARS}
      using ((select scope.administers()))`);
    await runner.query(`
      grant insert, update (procurement_number, amount, starts_on, ends_on) on core.contract_cycle to ${REGISTRARS}`);
  }

  /** Which year of its cycle an agreement is: said by its proposer, with the rest of it. */
  private async linkAgreements(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.agreement
        add column cycle_id uuid,
        add column cycle_year smallint check (cycle_year between 1 and 100),
        add check ((cycle_id is null) = (cycle_year is null)),
        add foreign key (organisation_id, cycle_id, purchaser_id, district_code)
          references core.contract_cycle (organisation_id, id, purchaser_id, district_code)`);
    await runner.query(
      'create index on core.agreement (organisation_id, cycle_id, starts_on) where cycle_id is not null',
    );
    await runner.query(`grant update (cycle_id, cycle_year) on core.agreement to ${CONTRACTING}`);
    await runner.query(`
      create function core.guard_cycle() returns trigger language plpgsql as $$
      begin
        if current_user like 'app\\_%' and not (old.state = 'PROPOSED' and new.revision = old.revision + 1) then
          raise exception 'the cycle of an agreement changes by a revision' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_cycle after update on core.agreement for each row
      when ((new.cycle_id, new.cycle_year) is distinct from (old.cycle_id, old.cycle_year))
      execute function core.guard_cycle()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const role of Object.keys(SEEN)) {
      await runner.query(`drop policy ${role} on core.contract_cycle`);
    }
    await runner.query(`
      drop trigger guard_cycle on core.agreement;
      drop function core.guard_cycle;
      alter table core.agreement drop column cycle_year, drop column cycle_id;
      drop table core.contract_cycle`);
  }
}
