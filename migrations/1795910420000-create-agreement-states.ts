import type { MigrationInterface, QueryRunner } from 'typeorm';
import { daysWithin, limitDays } from './baseline/day-limits';
import { disableStatistics } from './baseline/statistics';

/** The roles of the parties of an agreement and of their bureaus: they propose, confirm, decline, withdraw and void. */
const CONTRACTING = 'app_operator, app_purchaser, app_supervisor, app_city';
/** What a step or a revision changes. */
const CHANGED = `service_model, starts_on, ends_on, annual_fee, required_posts, required_certified_share, half_after_day,
  practice_years, certified_after_months, state, revision, operator_confirmed_at, purchaser_confirmed_at, confirmed_by,
  confirmed_at, ended_by, state_reason, contract_number, signed_on, filed_on, published_on`;
const ADDED = `state, revision, proposed_by, operator_confirmed_at, purchaser_confirmed_at, confirmed_by, confirmed_at,
  ended_by, state_reason, contract_number, signed_on, filed_on, published_on`;
const DAY = "between date '2000-01-01' and date '2100-12-31'";

/**
 * 登记确认: an agreement is PROPOSED by one party and CONFIRMED by another. Only a confirmed one takes the days of its
 * station, figures, and part in sums; the database refuses the rest, whatever a service forgets.
 */
export class CreateAgreementStates1795910420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addColumns(runner);
    await this.keepDaysApart(runner);
    await this.guardAgreement(runner);
    await this.followState(runner);
  }

  private async addColumns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.agreement
        add column state text not null default 'CONFIRMED'
          check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID')),
        add column revision integer not null default 1 check (revision >= 1),
        add column proposed_by uuid references core.organisation,
        add column operator_confirmed_at timestamptz,
        add column purchaser_confirmed_at timestamptz,
        add column confirmed_by uuid references core.organisation,
        add column confirmed_at timestamptz,
        add column ended_by uuid references core.organisation,
        add column state_reason text check (length(state_reason) between 1 and 500),
        add column contract_number text check (length(contract_number) between 1 and 100),
        add column signed_on date check (signed_on ${DAY}),
        add column filed_on date check (filed_on ${DAY}),
        add column published_on date check (published_on ${DAY})`);
    await runner.query(`alter table core.term add column confirmed boolean not null default true`);
    // What stands was registered by one party alone; its rows are hidden from the owner too.
    for (const table of ['agreement', 'member']) {
      await runner.query(`alter table core.${table} no force row level security`);
    }
    await runner.query(`
      update core.agreement a set proposed_by = coalesce(
        (select m.organisation_id from core.member m where m.id = a.registered_by limit 1), a.organisation_id)`);
    for (const table of ['agreement', 'member']) {
      await runner.query(`alter table core.${table} force row level security`);
    }
    await runner.query(`
      alter table core.agreement
        alter column state drop default,
        alter column proposed_by set not null,
        add check ((state in ('DECLINED', 'WITHDRAWN', 'VOID')) = (state_reason is not null)),
        add check ((ended_by is null) = (state_reason is null)),
        add check ((confirmed_by is null) = (confirmed_at is null)),
        add check (confirmed_by is null or state in ('CONFIRMED', 'VOID'))`);
    await runner.query('alter table core.term alter column confirmed drop default');
    await disableStatistics(runner, 'agreement', ['state_reason', 'contract_number']);
    await runner.query('create index on core.agreement (purchaser_id, organisation_id, registered_at)');
  }

  /**
   * Confirmed agreements of a station have no day in common, across operators. The constraint covers rows that the
   * viewer does not see; under row-level security its error names no row.
   */
  private async keepDaysApart(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.station_days');
    await runner.query(`
      alter table core.agreement add constraint agreement_days_apart exclude using gist
        (station_id with =, daterange(starts_on, ends_on, '[]') with &&) where (state = 'CONFIRMED')`);
  }

  /** Who may register in which state, and who may take which step. */
  private async guardAgreement(runner: QueryRunner): Promise<void> {
    // Who proposes neither confirms for others, nor chooses the day on which the proposal lapses.
    const own = `(select scope.administers()) and proposed_by = (select scope.organisation_id()) and revision = 1
        and operator_confirmed_at is null and purchaser_confirmed_at is null and confirmed_by is null
        and (registered_at = pg_catalog.now() or state = 'CONFIRMED' and registered_at < pg_catalog.now())`;
    await runner.query(`
      create policy party_proposes on core.agreement as restrictive for insert to app_operator, app_purchaser
      with check (${own} and state = 'PROPOSED')`);
    await runner.query(`
      create policy bureau_registers on core.agreement as restrictive for insert to app_supervisor, app_city
      with check (${own} and state in ('PROPOSED', 'CONFIRMED'))`);
    await runner.query('drop policy operator_administrator_changes on core.agreement');
    await runner.query(`
      grant update (${CHANGED}) on core.agreement to ${CONTRACTING}`);
    // Everyone below an administrator may lock the row, not change it.
    await runner.query(`
      create function core.guard_agreement() returns trigger language plpgsql as $$
      declare
        actor constant uuid := scope.organisation_id();
        is_bureau constant boolean := current_user in ('app_supervisor', 'app_city');
        same_values constant boolean :=
          (new.service_model, new.starts_on, new.annual_fee, new.required_posts, new.required_certified_share,
           new.half_after_day, new.practice_years, new.certified_after_months)
          is not distinct from
          (old.service_model, old.starts_on, old.annual_fee, old.required_posts, old.required_certified_share,
           old.half_after_day, old.practice_years, old.certified_after_months);
        same_content constant boolean := same_values and new.ends_on = old.ends_on;
        same_papers constant boolean := new.revision = old.revision
          and (new.contract_number, new.signed_on, new.filed_on, new.published_on)
            is not distinct from (old.contract_number, old.signed_on, old.filed_on, old.published_on);
        same_confirmations constant boolean :=
          (new.operator_confirmed_at, new.purchaser_confirmed_at, new.confirmed_by, new.confirmed_at)
          is not distinct from
          (old.operator_confirmed_at, old.purchaser_confirmed_at, old.confirmed_by, old.confirmed_at);
        own_confirmation constant boolean :=
          (actor = old.organisation_id or new.operator_confirmed_at is not distinct from old.operator_confirmed_at)
          and (actor = old.purchaser_id or new.purchaser_confirmed_at is not distinct from old.purchaser_confirmed_at);
        step constant text := old.state || ' ' || new.state;
      begin
        if current_user not like 'app\\_%' then
          return new;
        end if;
        if scope.administers() and (
          step = 'PROPOSED PROPOSED' and actor = old.proposed_by and new.revision = old.revision + 1
            and new.operator_confirmed_at is null and new.purchaser_confirmed_at is null
          or same_content and same_papers and (
            step = 'PROPOSED PROPOSED' and actor <> old.proposed_by and own_confirmation
            or step = 'PROPOSED CONFIRMED' and actor <> old.proposed_by and own_confirmation
              and new.confirmed_by = actor and old.registered_at > now() - interval '180 days'
              and (is_bureau or old.proposed_by in (old.organisation_id, old.purchaser_id)
                or actor = old.organisation_id and old.purchaser_confirmed_at is not null
                or actor = old.purchaser_id and old.operator_confirmed_at is not null)
            or same_confirmations and new.ended_by = actor and (
              step = 'PROPOSED DECLINED' and actor <> old.proposed_by
              or step = 'PROPOSED WITHDRAWN' and actor = old.proposed_by
              or step = 'CONFIRMED VOID' and is_bureau))
          or step = 'CONFIRMED CONFIRMED' and same_values and same_confirmations and new.revision = old.revision
        ) then
          return new;
        end if;
        raise exception 'this step is not for this member in this state' using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create trigger guard_agreement before update on core.agreement
      for each row execute function core.guard_agreement()`);
  }

  /** A confirmed agreement lists its station, and its terms count in sums; one that is void has no money in it. */
  private async followState(runner: QueryRunner): Promise<void> {
    const standing = (ledger: string): string => `(
              select count(*) from core.${ledger} e where e.organisation_id = new.organisation_id
                 and e.agreement_id = new.id and e.reverses is null
                 and not exists (select from core.${ledger} r where r.organisation_id = e.organisation_id
                                    and r.agreement_id = e.agreement_id and r.reverses = e.id))`;
    await runner.query(`
      create function core.follow_state() returns trigger language plpgsql as $$
      declare
        found_in json;
      begin
        if new.state = 'VOID' then
          select json_build_object('receipts', ${standing('receipt')}, 'payments', ${standing('payment')},
            'expenditures', ${standing('expenditure')}, 'assessments', (
              select count(*) from core.assessment s where s.organisation_id = new.organisation_id
                 and s.agreement_id = new.id and s.closed_at is not null)) into found_in;
          if found_in::jsonb <> '{"receipts": 0, "payments": 0, "expenditures": 0, "assessments": 0}' then
            raise exception 'money or a closed assessment stands in this agreement' using errcode = 'SW001',
              constraint = 'VOID_WITH_FIGURES', column = 'id', detail = json_build_array(found_in)::text;
          end if;
        elsif new.state = 'PROPOSED' then
          -- Two who propose at once count one after the other.
          insert into core.row_lock (key)
          values (pg_catalog.sha256(pg_catalog.convert_to(
            'open proposals ' || new.organisation_id || ' ' || new.purchaser_id, 'UTF8')))
          on conflict (key) do update set key = excluded.key where false;
          if 20 < (
            select count(*) from core.agreement a
             where a.organisation_id = new.organisation_id and a.purchaser_id = new.purchaser_id
               and a.state = 'PROPOSED' and a.registered_at > now() - interval '180 days'
          ) then
            raise exception 'an operator has at most 20 open proposals with a street' using errcode = 'SW001',
              constraint = 'TOO_MANY_PROPOSALS', column = 'operatorId';
          end if;
        end if;
        if (new.state = 'CONFIRMED' or tg_op = 'INSERT')
          and not exists (select from core.station_name n where n.station_id = new.station_id) then
          -- A proposal whose station has a name that is taken is refused at once; one that is free is not reserved.
          begin
            insert into core.station_name (station_id, district_code, name_key)
            select s.station_id, s.district_code, s.name_key from core.station_access s
             where s.organisation_id = new.organisation_id and s.station_id = new.station_id
               and s.purchaser_id = new.purchaser_id;
            if new.state <> 'CONFIRMED' then
              raise exception 'free' using errcode = 'SW000';
            end if;
          exception when sqlstate 'SW000' then
            null;
          end;
        end if;
        if new.state = 'CONFIRMED' then
          update core.station_access s set listed = true
           where s.organisation_id = new.organisation_id and s.station_id = new.station_id
             and s.purchaser_id = new.purchaser_id and not s.listed;
        end if;
        if tg_op = 'UPDATE' then
          update core.term t set confirmed = new.state = 'CONFIRMED'
           where t.organisation_id = new.organisation_id and t.agreement_id = new.id
             and t.confirmed <> (new.state = 'CONFIRMED');
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger follow_new_state after insert on core.agreement
      for each row execute function core.follow_state()`);
    await runner.query(`
      create trigger follow_changed_state after update on core.agreement
      for each row when (new.state <> old.state) execute function core.follow_state()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index core.agreement_purchaser_id_organisation_id_registered_at_idx;
      drop trigger guard_agreement on core.agreement;
      drop trigger follow_new_state on core.agreement;
      drop trigger follow_changed_state on core.agreement;
      drop function core.guard_agreement;
      drop function core.follow_state`);
    await runner.query(`
      drop policy party_proposes on core.agreement;
      drop policy bureau_registers on core.agreement;
      create policy operator_administrator_changes on core.agreement as restrictive for update to app_operator
      using ((select scope.administers()));
      revoke update on core.agreement from ${CONTRACTING};
      revoke update (${CHANGED}) on core.agreement from ${CONTRACTING};
      grant update (required_posts, required_certified_share, half_after_day, practice_years, certified_after_months)
      on core.agreement to app_operator`);
    await runner.query(`
      create table core.station_days (
        station_id uuid not null references core.station,
        days       daterange not null check (not isempty(days)),
        constraint station_days_apart exclude using gist (station_id with =, days with &&)
      );
      grant insert on core.station_days to ${CONTRACTING}`);
    await limitDays(runner, 'station_days', [daysWithin('days')]);
    await runner.query(`
      insert into core.station_days
      select a.station_id, daterange(a.starts_on, a.ends_on, '[]') from core.agreement a where a.state = 'CONFIRMED'`);
    await runner.query('alter table core.term drop column confirmed');
    await runner.query(`
      alter table core.agreement drop constraint agreement_days_apart, ${ADDED.replace(/\w+/g, 'drop column $&')}`);
  }
}
