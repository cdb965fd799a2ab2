import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTRACTING = 'app_operator, app_purchaser, app_supervisor, app_city';
const LATER = 'app_purchaser, app_supervisor, app_city';
const PLACES = ['project', 'zone', 'point'];
const TERM = '(n.revision, n.term_id,';
const MOVED_TERM =
  '(n.revision, case when pg_catalog.pg_trigger_depth() > 1 then o.term_id else n.term_id end,';

/** Zones, points and projects are opened and closed from a day, renamed from a day; terms move with their records. */
export class AmendParts1795910428000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addDays(runner);
    await this.endEarly(runner);
    await this.moveRecords(runner);
    await this.refusePlaces(runner);
    await this.closePlaces(runner);
  }

  private async addDays(runner: QueryRunner): Promise<void> {
    // closes_on is the first day without records; amended says that there are changes by day.
    for (const table of PLACES) {
      await runner.query(`
        alter table core.${table}
          add column opens_on date,
          add column closes_on date,
          add column amended boolean not null default false`);
      await runner.query(`grant update (opens_on, closes_on, amended) on core.${table} to ${CONTRACTING}`);
    }
    await runner.query('alter table core.term add column dropped boolean not null default false');
    await runner.query(`grant update (dropped) on core.term to ${CONTRACTING}`);
    await this.keepTermsApart(runner, 'where (not dropped)');
    await runner.query('alter table core.agreement add column amended boolean not null default false');
    await runner.query(`grant update (amended) on core.agreement to ${CONTRACTING}`);
    // An instalment that an amendment adds had no share before.
    await runner.query(`
      alter table core.instalment
        add column amended boolean not null default false,
        drop constraint instalment_share_check,
        add constraint instalment_share_check check (share >= 0 and share <= 1)`);
    await runner.query(`grant update (amended) on core.instalment to ${CONTRACTING}`);
  }

  /** A term that an early end has dropped keeps its row, and leaves its days and its name to another. */
  private async keepTermsApart(runner: QueryRunner, where: string): Promise<void> {
    await runner.query(`
      alter table core.term drop constraint terms_apart,
        add constraint terms_apart exclude using gist (organisation_id with =, agreement_id with =,
          daterange(starts_on, ends_on, '[]') with &&) ${where} deferrable initially immediate`);
    await runner.query('drop index core.term_name_alike');
    await runner.query(`
      create unique index term_name_alike on core.term (organisation_id, agreement_id, name_key) ${where}`);
  }

  /**
   * The last day of a confirmed agreement changes in the transaction alone that confirms an amendment, and not to one
   * before records that count or before an assessment ends. Money may stand after it.
   */
  private async endEarly(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_amended_agreement() returns trigger language plpgsql as $$
      declare
        records bigint;
        assessments bigint;
      begin
        if current_user like 'app\\_%' and not exists (
          select from core.amendment m where m.organisation_id = new.organisation_id and m.agreement_id = new.id
             and m.state = 'CONFIRMED' and m.xmin = pg_catalog.pg_current_xact_id()::xid
        ) then
          raise exception 'a confirmed agreement changes by an amendment' using errcode = 'insufficient_privilege';
        end if;
        if new.ends_on < old.ends_on then
          select count(*) into records from core.service_record r
           where r.organisation_id = new.organisation_id and r.agreement_id = new.id
             and r.occurred_on > new.ends_on and r.voided_at is null;
          select count(*) into assessments from core.assessment a
           where a.organisation_id = new.organisation_id and a.agreement_id = new.id and a.to_day > new.ends_on
             and a.cancelled_at is null;
          if records + assessments > 0 then
            raise exception 'figures stand after the new last day' using errcode = 'SW001',
              constraint = 'FIGURES_AFTER_END', column = 'endsOn',
              detail = json_build_array(json_build_object('records', records, 'assessments', assessments))::text;
          end if;
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger guard_amended_agreement after update on core.agreement for each row
      when (old.state = 'CONFIRMED' and (new.ends_on, new.amended) is distinct from (old.ends_on, old.amended))
      execute function core.guard_amended_agreement()`);
  }

  /**
   * Records follow their day into another term. The records of a confirmed agreement fall into its terms at any time,
   * voided ones aside.
   */
  private async moveRecords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.move_records() returns trigger language plpgsql as $$
      begin
        if not exists (select from core.agreement a join new_rows n on n.organisation_id = a.organisation_id
                          and n.agreement_id = a.id where a.state = 'CONFIRMED' and a.amended) then
          return null;
        end if;
        update core.service_record r set term_id = t.id
          from (select distinct n.organisation_id, n.agreement_id from new_rows n) k
          join core.term t on t.organisation_id = k.organisation_id and t.agreement_id = k.agreement_id
         where r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id
           and r.occurred_on between t.starts_on and t.ends_on and r.term_id <> t.id and not t.dropped;
        perform from (select distinct n.organisation_id, n.agreement_id from new_rows n) k
           join core.service_record r on r.organisation_id = k.organisation_id and r.agreement_id = k.agreement_id
           join core.term t on t.organisation_id = r.organisation_id and t.agreement_id = r.agreement_id
            and t.id = r.term_id
          where r.voided_at is null and (t.dropped or r.occurred_on not between t.starts_on and t.ends_on);
        if found then
          raise exception 'records would fall outside every term' using errcode = 'SW001',
            constraint = 'RECORDS_OUTSIDE_TERMS', column = 'terms';
        end if;
        return null;
      end $$`);
    for (const [event, name] of [
      ['insert', 'new'],
      ['update', 'changed'],
    ] as const) {
      await runner.query(`
        create trigger move_records_of_${name}_terms after ${event} on core.term referencing new table as new_rows
        for each statement execute function core.move_records()`);
    }
    await this.replaceInCounting(runner, TERM, MOVED_TERM);
    await runner.query(`
      grant update (term_id) on core.service_record to ${LATER};
      grant insert on core.service_record_version to ${LATER};
      alter policy insert_by_trigger on core.service_record_version to ${CONTRACTING}`);
    await runner.query(`
      create policy moved_by_trigger on core.service_record as restrictive for update to ${LATER}
      using (pg_catalog.pg_trigger_depth() > 0)`);
  }

  /** A record changes by a new revision, but for the term into which a trigger moves it. */
  private async replaceInCounting(runner: QueryRunner, before: string, after: string): Promise<void> {
    const name = 'core.count_changed_records';
    const rows = (await runner.query(`select pg_catalog.pg_get_functiondef('${name}'::regproc) as text`)) as {
      text: string;
    }[];
    const text = rows[0]?.text ?? '';
    if (!text.includes(before)) throw new Error(`${name} is not the one that is to be replaced`);
    await runner.query(text.replace(before, after));
  }

  /** Of an amended agreement: no record in a term or place that does not take it on its day. */
  private async refusePlaces(runner: QueryRunner): Promise<void> {
    const closed = (table: string): string => `
          or exists (select from core.${table} p where p.organisation_id = n.organisation_id and p.id = n.${table}_id
                        and (p.opens_on > n.occurred_on or p.closes_on <= n.occurred_on))`;
    await runner.query(`
      create function core.require_places() returns trigger language plpgsql as $$
      begin
        perform from new_rows n
           join core.agreement a on a.organisation_id = n.organisation_id and a.id = n.agreement_id and a.amended
          where n.voided_at is null and (
            not exists (select from core.term t where t.organisation_id = n.organisation_id and t.id = n.term_id
                           and n.occurred_on between t.starts_on and t.ends_on and not t.dropped)
            ${PLACES.map(closed).join('')});
        if found then
          raise exception 'an amendment has closed this place or moved this term' using errcode = 'SW001',
            constraint = 'STRUCTURE_CHANGED', column = 'agreementId';
        end if;
        return null;
      end $$`);
    for (const [event, name] of [
      ['insert', 'new'],
      ['update', 'changed'],
    ] as const) {
      await runner.query(`
        create trigger agreement_takes_${name}_rows after ${event} on core.service_record
        referencing new table as new_rows for each statement execute function core.require_places()`);
    }
  }

  /** A place is closed where no record stands in it from that day on. */
  private async closePlaces(runner: QueryRunner): Promise<void> {
    for (const table of PLACES) {
      await runner.query(`
        create function core.refuse_closing_${table}() returns trigger language plpgsql as $$
        declare
          found_after bigint;
        begin
          select count(*) into found_after from core.service_record r
           where r.organisation_id = new.organisation_id and r.agreement_id = new.agreement_id
             and r.${table}_id = new.id and r.occurred_on >= new.closes_on and r.voided_at is null;
          if found_after > 0 then
            raise exception 'records stand after the day of closing' using errcode = 'SW001',
              constraint = 'RECORDS_AFTER_CLOSING', column = '${table}s',
              detail = json_build_array(json_build_object('name', new.name, 'records', found_after))::text;
          end if;
          return null;
        end $$`);
      await runner.query(`
        create trigger refuse_closing after update on core.${table} for each row
        when (new.closes_on is not null and new.closes_on is distinct from old.closes_on)
        execute function core.refuse_closing_${table}()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replaceInCounting(runner, MOVED_TERM, TERM);
    await runner.query(`
      drop function core.require_places() cascade;
      drop function core.move_records() cascade;
      drop function core.guard_amended_agreement() cascade;
      drop function core.refuse_closing_project() cascade;
      drop function core.refuse_closing_zone() cascade;
      drop function core.refuse_closing_point() cascade;
      drop policy moved_by_trigger on core.service_record;
      alter policy insert_by_trigger on core.service_record_version to app_operator;
      revoke insert on core.service_record_version from ${LATER};
      revoke update (term_id) on core.service_record from ${LATER}`);
    await runner.query(`
      alter table core.instalment
        drop column amended,
        drop constraint instalment_share_check,
        add constraint instalment_share_check check (share > 0 and share <= 1)`);
    await this.keepTermsApart(runner, '');
    await runner.query('alter table core.term drop column dropped');
    for (const table of PLACES) {
      await runner.query(`
        alter table core.${table} drop column opens_on, drop column closes_on, drop column amended`);
    }
    await runner.query('alter table core.agreement drop column amended');
  }
}
