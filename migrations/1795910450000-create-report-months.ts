import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, READ_BY_ALL } from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const CONTRACTING = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const;
const STATES = `'OPEN', 'HANDED_IN', 'ACCEPTED', 'SENT_BACK'`;

/**
 * 月报: a month of a confirmed agreement that has been handed in once. Every other one is OPEN and needs no row. The
 * steps are written by the parties, each its own; their history by the database.
 */
export class CreateReportMonths1795910450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addDueDay(runner);
    await this.createMonth(runner);
    await this.guardSteps(runner);
    await this.createEvent(runner);
  }

  /** The purchaser and the bureaus set the day: no operator moves its own. */
  private async addDueDay(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.agreement add column months_due_day integer not null default 5
        check (months_due_day between 1 and 28)`);
    await runner.query(`grant update (months_due_day) on core.agreement to ${CONTRACTING.join(', ')}`);
    await runner.query(`
      create function core.guard_months_due_day() returns trigger language plpgsql as $$
      begin
        if current_user = 'app_operator' then
          raise exception 'the street or the bureau sets the day' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_months_due_day after update on core.agreement for each row
      when (new.months_due_day <> old.months_due_day) execute function core.guard_months_due_day()`);
  }

  private async createMonth(runner: QueryRunner): Promise<void> {
    // due_on is that of the first hand-in, which decides whether the month is late. After closes_after a month that was
    // sent back counts as handed in again.
    await runner.query(`
      create table core.report_month (${SCOPE_COLUMNS},
        month              date not null check (extract(day from month) = 1),
        state              text not null check (state in (${STATES})),
        due_on             date not null,
        first_handed_in_at timestamptz not null,
        handed_in_at       timestamptz not null check (handed_in_at >= first_handed_in_at),
        step_at            timestamptz not null,
        step_by            uuid not null references core.organisation,
        step_member        uuid,
        note               text check (length(note) between 1 and 2000),
        closes_after       date check (closes_after is null or state = 'SENT_BACK'),
        primary key (organisation_id, agreement_id, month),
        ${SCOPE_KEY},
        check (state in ('HANDED_IN', 'ACCEPTED') or note is not null)
      )`);
    await limitDays(runner, 'report_month', [dayWithin('month'), dayWithin('closes_after')]);
    await disableStatistics(runner, 'report_month', ['note']);
    const write = `select, insert, update (state, handed_in_at, step_at, step_by, step_member, note, closes_after)`;
    await createTenantPolicies(runner, 'core.report_month', {
      ...READ_BY_ALL,
      ...Object.fromEntries(CONTRACTING.map((role) => [role, write])),
    });
    await runner.query(`
      create function core.is_month_closed(_state text, _closes_after date) returns boolean
      language sql stable parallel safe as $$
        select _state in ('HANDED_IN', 'ACCEPTED') or _state = 'SENT_BACK' and _closes_after < core.today()
      $$`);
  }

  /** Who takes which step: the operator hands in and recalls, the purchaser and the bureaus accept and send back. */
  private async guardSteps(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_report_month() returns trigger language plpgsql as $$
      declare
        actor constant uuid := scope.organisation_id();
        before constant text := case when tg_op = 'INSERT' then 'OPEN' else old.state end;
        is_operator constant boolean := current_user = 'app_operator' and scope.manages();
        is_reader constant boolean := current_user <> 'app_operator' and scope.administers();
        is_assessed boolean;
      begin
        if current_user not like 'app\\_%' then
          return new;
        end if;
        perform from core.agreement a where a.organisation_id = new.organisation_id and a.id = new.agreement_id
           and a.state = 'CONFIRMED' and new.month between date_trunc('month', a.starts_on) and a.ends_on for share;
        if not found then
          raise exception 'no month of a confirmed agreement' using errcode = 'SW001',
            constraint = 'NOT_CONFIRMED', column = 'agreementId';
        end if;
        -- What it says is kept after it is closed.
        if tg_op = 'UPDATE' and (new.state, new.handed_in_at, new.step_at, new.step_by, new.note, new.closes_after)
          is not distinct from (old.state, old.handed_in_at, old.step_at, old.step_by, old.note, old.closes_after) then
          return new;
        end if;
        -- A month that was sent back until a day, which is over, stands as handed in by its operator.
        if tg_op = 'UPDATE' and before = 'SENT_BACK' and new.state = 'HANDED_IN' and old.closes_after < core.today()
          and new.step_by = new.organisation_id and new.step_member is null then
          return new;
        end if;
        if before = 'ACCEPTED' and new.state = 'SENT_BACK' or before = 'HANDED_IN' and new.state in ('OPEN', 'SENT_BACK') then
          select exists (select from core.assessment s where s.organisation_id = new.organisation_id
                            and s.agreement_id = new.agreement_id and s.closed_at is not null
                            and s.from_day < new.month + interval '1 month' and s.to_day >= new.month) into is_assessed;
          if is_assessed and current_user not in ('app_supervisor', 'app_city') then
            raise exception 'a closed assessment rests on this month' using errcode = 'SW001',
              constraint = 'MONTH_ASSESSED', column = 'id';
          end if;
        end if;
        if new.step_by = actor and (
          is_operator and (new.state = 'HANDED_IN' and before in ('OPEN', 'SENT_BACK')
            or new.state = 'OPEN' and before = 'HANDED_IN')
          or is_reader and (new.state = 'ACCEPTED' and before = 'HANDED_IN'
            or new.state = 'SENT_BACK' and before in ('HANDED_IN', 'ACCEPTED'))
        ) then
          return new;
        end if;
        raise exception 'this step is not for this member in this state' using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create trigger guard_report_month before insert or update on core.report_month
      for each row execute function core.guard_report_month()`);
  }

  /** Every step, for the parties and their bureaus to read. */
  private async createEvent(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.report_month_event (${SCOPE_COLUMNS},
        id           uuid not null default pg_catalog.gen_random_uuid(),
        month        date not null,
        state        text not null check (state in (${STATES})),
        at           timestamptz not null,
        acting_id    uuid not null references core.organisation,
        member_id    uuid,
        note         text check (length(note) between 1 and 2000),
        closes_after date,
        noted_at     timestamptz not null default pg_catalog.clock_timestamp(),
        primary key (organisation_id, id),
        foreign key (organisation_id, agreement_id, month) references core.report_month,
        ${SCOPE_KEY}
      )`);
    await runner.query(
      'create index on core.report_month_event (organisation_id, agreement_id, month, noted_at, id)',
    );
    await createTenantPolicies(
      runner,
      'core.report_month_event',
      Object.fromEntries(CONTRACTING.map((role) => [role, 'select, insert'])),
    );
    await runner.query(`
      create policy insert_by_trigger on core.report_month_event as restrictive for insert to ${CONTRACTING.join(', ')}
      with check (pg_catalog.pg_trigger_depth() > 0)`);
    await runner.query(`
      create function core.note_month_step() returns trigger language plpgsql as $$
      begin
        if current_user like 'app\\_%' then
          insert into core.report_month_event (${SCOPE}, month, state, at, acting_id, member_id, note, closes_after)
          values (new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code,
            new.month, new.state, new.step_at, new.step_by, new.step_member, new.note, new.closes_after);
        end if;
        return null;
      end $$`);
    for (const [name, when] of [
      ['new', 'insert on core.report_month for each row'],
      [
        'changed',
        `update on core.report_month for each row
       when ((new.state, new.step_at) is distinct from (old.state, old.step_at))`,
      ],
    ] as const) {
      await runner.query(`
        create trigger note_${name}_step after ${when} execute function core.note_month_step()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.report_month_event, core.report_month');
    await runner.query(`drop function core.note_month_step, core.guard_report_month, core.is_month_closed`);
    await runner.query('alter table core.agreement drop column months_due_day cascade');
    await runner.query('drop function core.guard_months_due_day');
  }
}
