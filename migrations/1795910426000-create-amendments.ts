import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, type Grants, READ_BY_ALL } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

const CONTRACTING = ['app_operator', 'app_purchaser', 'app_supervisor', 'app_city'] as const;
const OF_AMENDMENT = `
  foreign key (organisation_id, agreement_id, amendment_id)
    references core.amendment (organisation_id, agreement_id, id)`;

function grantsOf(privileges: string): Grants {
  return { ...READ_BY_ALL, ...Object.fromEntries(CONTRACTING.map((role) => [role, privileges])) };
}

/**
 * 协议变更: what one party proposes to change of a confirmed agreement from a day on. What is in force on a day follows
 * from the changes of confirmed amendments.
 */
export class CreateAmendments1795910426000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createAmendment(runner);
    await this.createChange(runner);
    await this.createAnswer(runner);
    await this.amend(runner);
    await this.hideProposals(runner);
  }

  private async createAmendment(runner: QueryRunner): Promise<void> {
    // content: the input as it was validated, to be applied when it is confirmed.
    await runner.query(`
      create table core.amendment (${SCOPE_COLUMNS},
        id                 uuid not null,
        kind               text not null check (kind in ('CHANGE', 'EARLY_END')),
        state              text not null check (state in ('PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN')),
        effective_on       date not null,
        reason             text not null check (length(reason) between 1 and 500),
        document_number    text check (length(document_number) between 1 and 100),
        content            json not null,
        proposed_by        uuid not null references core.organisation,
        proposed_by_member uuid not null,
        proposed_at        timestamptz not null,
        confirmed_by       uuid references core.organisation,
        confirmed_at       timestamptz,
        ended_by           uuid references core.organisation,
        state_reason       text check (length(state_reason) between 1 and 500),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        ${SCOPE_KEY},
        check ((state = 'CONFIRMED') = (confirmed_at is not null)),
        check ((state in ('DECLINED', 'WITHDRAWN')) = (state_reason is not null)),
        check ((ended_by is null) = (state_reason is null)),
        check (effective_on between date '2000-01-01' and date '2101-01-01')
      )`);
    await runner.query('create index on core.amendment (id)');
    await runner.query('create index on core.amendment (organisation_id, agreement_id, proposed_at)');
    await disableStatistics(runner, 'amendment', ['reason', 'document_number', 'state_reason']);
    await createTenantPolicies(
      runner,
      'core.amendment',
      grantsOf('select, insert, update (state, confirmed_by, confirmed_at, ended_by, state_reason)'),
    );
    const own = '(select scope.administers()) and proposed_by = (select scope.organisation_id())';
    await runner.query(`
      create policy party_proposes on core.amendment as restrictive for insert to app_operator, app_purchaser
      with check (${own} and state = 'PROPOSED')`);
    await runner.query(`
      create policy bureau_amends on core.amendment as restrictive for insert to app_supervisor, app_city
      with check (${own} and state in ('PROPOSED', 'CONFIRMED')
        and (state = 'PROPOSED' or document_number is not null and confirmed_by is null))`);
    await runner.query(`
      create function core.guard_amendment() returns trigger language plpgsql as $$
      declare
        actor constant uuid := scope.organisation_id();
        step constant text := old.state || ' ' || new.state;
      begin
        if current_user not like 'app\\_%' then
          return new;
        end if;
        if scope.administers() and (
          step = 'PROPOSED CONFIRMED' and actor <> old.proposed_by and new.confirmed_by = actor
          or step = 'PROPOSED DECLINED' and actor <> old.proposed_by and new.ended_by = actor
          or step = 'PROPOSED WITHDRAWN' and actor = old.proposed_by and new.ended_by = actor
        ) then
          return new;
        end if;
        raise exception 'this step is not for this member in this state' using errcode = 'insufficient_privilege';
      end $$`);
    await runner.query(`
      create trigger guard_amendment before update on core.amendment
      for each row execute function core.guard_amendment()`);
    for (const [event, name] of [
      ['insert', 'new'],
      ['update', 'changed'],
    ] as const) {
      await runner.query(`
        create trigger agreement_of_${name}_rows after ${event} on core.amendment
        referencing new table as new_rows for each statement execute function core.require_state('confirmed')`);
    }
  }

  /**
   * What an amendment changes: what it was, and what it becomes. Once in force, the last one that began by a day is the
   * value of that day. field and aspect say of which value, subject_id of which part, subject in words;
   * value is what it becomes where that is in words.
   */
  private async createChange(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.amendment_change (${SCOPE_COLUMNS},
        amendment_id uuid not null,
        position     integer not null check (position >= 0),
        field        text not null check (field in ('annualFee', 'endsOn', 'requiredPosts', 'requiredCertifiedShare',
          'halfAfterDay', 'practiceYears', 'certifiedAfterMonths', 'target', 'term', 'zone', 'point', 'project',
          'instalment')),
        aspect       text not null check (aspect in ('value', 'name', 'days', 'zone', 'state')),
        subject_id   uuid,
        subject      text check (length(subject) between 1 and 500),
        was          text,
        becomes      text,
        value        text,
        since        date not null,
        applied_at   timestamptz,
        primary key (organisation_id, amendment_id, position),
        ${OF_AMENDMENT}, ${SCOPE_KEY},
        check (was is distinct from becomes)
      )`);
    await runner.query(`
      create index amendment_change_in_force on core.amendment_change
        (organisation_id, agreement_id, field, aspect, since) where applied_at is not null`);
    await disableStatistics(runner, 'amendment_change', ['subject', 'was', 'becomes', 'value']);
    await createTenantPolicies(runner, 'core.amendment_change', grantsOf('select, insert, delete'));
    // In the transaction alone that proposes or confirms the amendment.
    await runner.query(`
      create function core.guard_amendment_change() returns trigger language plpgsql as $$
      begin
        perform from (select distinct c.organisation_id, c.amendment_id from changed c) r
          where not exists (select from core.amendment a where a.organisation_id = r.organisation_id
                               and a.id = r.amendment_id and a.xmin = pg_catalog.pg_current_xact_id()::xid);
        if found and current_user like 'app\\_%' then
          raise exception 'an amendment is not rewritten' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$`);
    for (const [event, name, rows] of [
      ['insert', 'new', 'new'],
      ['delete', 'removed', 'old'],
    ] as const) {
      await runner.query(`
        create trigger guard_${name}_changes after ${event} on core.amendment_change
        referencing ${rows} table as changed for each statement execute function core.guard_amendment_change()`);
    }
    await runner.query(`
      create function core.today() returns date language sql stable parallel safe as
      $$ select (now() at time zone 'Asia/Shanghai')::date $$`);
    // What would come into force after an early end does not; the early end itself may, from the day after the last one.
    await runner.query(`
      create function core.value_on(_organisation uuid, _agreement uuid, _field text, _aspect text, _subject uuid, _day date)
      returns text language sql stable parallel safe as $$
        select c.value from core.amendment_change c
         where c.organisation_id = _organisation and c.agreement_id = _agreement and c.field = _field
           and c.aspect = _aspect and c.since <= _day and c.applied_at is not null
           and c.subject_id is not distinct from _subject
           and c.since <= (select a.ends_on + 1 from core.agreement a where a.organisation_id = _organisation and a.id = _agreement)
         order by c.since desc, c.applied_at desc limit 1
      $$`);
  }

  /** What the parties say to an amendment of a bureau, which was in force at once. */
  private async createAnswer(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.amendment_answer (${SCOPE_COLUMNS},
        amendment_id uuid not null,
        acting_id    uuid not null references core.organisation,
        answer       text not null check (answer in ('ACKNOWLEDGED', 'OBJECTED')),
        reason       text check (length(reason) between 1 and 500),
        at           timestamptz not null,
        member_id    uuid not null,
        primary key (organisation_id, amendment_id, acting_id),
        ${OF_AMENDMENT}, ${SCOPE_KEY},
        check ((answer = 'OBJECTED') = (reason is not null))
      )`);
    await createTenantPolicies(runner, 'core.amendment_answer', {
      ...READ_BY_ALL,
      app_operator: 'select, insert',
      app_purchaser: 'select, insert',
    });
    await runner.query(`
      create policy party_answers on core.amendment_answer as restrictive for insert to app_operator, app_purchaser
      with check ((select scope.administers()) and acting_id = (select scope.organisation_id()))`);
  }

  /** The parts of a confirmed agreement change in the transaction that confirms an amendment of it. */
  private async amend(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function core.is_being_amended(_organisation uuid, _agreement uuid) returns boolean
      language sql stable as $$
        select exists (select from core.amendment m where m.organisation_id = _organisation
                          and m.agreement_id = _agreement and m.state = 'CONFIRMED'
                          and m.xmin = pg_catalog.pg_current_xact_id()::xid)
      $$`);
  }

  /** Who is no party sees what is in force. */
  private async hideProposals(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy in_force on core.amendment as restrictive for select to app_mentoring, app_assessor
      using (state = 'CONFIRMED')`);
    await runner.query(`
      create policy in_force on core.amendment_change as restrictive for select to app_mentoring, app_assessor
      using (applied_at is not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function core.is_being_amended(_organisation uuid, _agreement uuid) returns boolean
      language sql stable as 'select false'`);
    await runner.query(`
      drop table core.amendment_answer, core.amendment_change, core.amendment;
      drop function core.value_on;
      drop function core.today;
      drop function core.guard_amendment_change;
      drop function core.guard_amendment`);
  }
}
