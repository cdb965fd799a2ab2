import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 月报: while a month is handed in or accepted no record is made, corrected, voided, or moved into or out of it. Whoever
 * writes a record has locked its agreement before (core.require_state), and so has whoever closes or opens a month.
 */
export class CloseMonths1795910451000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.refuseRecords(runner);
    await this.requireBureau(runner);
    await this.keepMonths(runner);
  }

  /** The term of a record alone follows from an amendment, at any time. */
  private async refuseRecords(runner: QueryRunner): Promise<void> {
    const refuseIn = (rows: string): string => `
          select json_build_object('month', to_char(m.month, 'YYYY-MM'),
                   'state', case m.state when 'SENT_BACK' then 'HANDED_IN' else m.state end,
                   'since', case m.state when 'SENT_BACK' then m.closes_after + 1
                                 else (m.step_at at time zone 'Asia/Shanghai')::date end, 'by', o.name) into closed
            from (${rows}) r
            join core.report_month m on m.organisation_id = r.organisation_id and m.agreement_id = r.agreement_id
             and m.month = pg_catalog.date_trunc('month', r.occurred_on::timestamp)
             and core.is_month_closed(m.state, m.closes_after)
            join core.organisation o on o.id = case m.state when 'SENT_BACK' then m.organisation_id else m.step_by end
           order by m.month limit 1;
          if closed is not null then
            raise exception 'the month is closed' using errcode = 'SW001', constraint = 'MONTH_CLOSED',
              column = 'agreementId', detail = json_build_array(closed)::text;
          end if;`;
    for (const [event, tables, rows] of [
      ['insert', 'new table as new_rows', 'select * from new_rows'],
      [
        'update',
        'old table as old_rows new table as new_rows',
        `select unnest(array[o.organisation_id, n.organisation_id]) as organisation_id,
                unnest(array[o.agreement_id, n.agreement_id]) as agreement_id,
                unnest(array[o.occurred_on, n.occurred_on]) as occurred_on
           from old_rows o join new_rows n on n.organisation_id = o.organisation_id and n.id = o.id
          where n.revision <> o.revision or n.voided_at is distinct from o.voided_at`,
      ],
    ] as const) {
      await runner.query(`
        create function core.refuse_${event}_in_closed_month() returns trigger language plpgsql as $$
        declare
          closed json;
        begin
          ${refuseIn(rows)}
          return null;
        end $$`);
      // Runs behind the trigger agreement_of_…, which locks, and so sees what was committed before.
      await runner.query(`
        create trigger agreement_opens_month_of_${event} after ${event} on core.service_record
        referencing ${tables} for each statement execute function core.refuse_${event}_in_closed_month()`);
    }
  }

  /** What begins within a month that the street has accepted, its bureau confirms. */
  private async requireBureau(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.require_bureau() returns trigger language plpgsql as $$
      declare
        accepted text;
      begin
        if current_user not in ('app_operator', 'app_purchaser') then
          return null;
        end if;
        select to_char(m.month, 'YYYY-MM') into accepted from core.report_month m
         where m.organisation_id = new.organisation_id and m.agreement_id = new.agreement_id and m.state = 'ACCEPTED'
           and m.month = pg_catalog.date_trunc('month', new.effective_on::timestamp);
        if accepted is not null then
          raise exception 'the month is accepted' using errcode = 'SW001', constraint = 'AMENDMENT_NEEDS_BUREAU',
            column = 'effectiveOn', detail = json_build_array(json_build_object('month', accepted))::text;
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger require_bureau after update on core.amendment for each row
      when (new.state = 'CONFIRMED' and old.state <> 'CONFIRMED') execute function core.require_bureau()`);
  }

  /** No agreement ends before a month that is handed in, and none is void with one that is accepted. */
  private async keepMonths(runner: QueryRunner): Promise<void> {
    for (const [name, when, counted, rule, column] of [
      [
        'end_before_months',
        'new.ends_on < old.ends_on',
        'm.month > new.ends_on and core.is_month_closed(m.state, m.closes_after)',
        'MONTHS_AFTER_END',
        'endsOn',
      ],
      [
        'void_with_months',
        `new.state = 'VOID' and old.state <> 'VOID'`,
        `m.state = 'ACCEPTED'`,
        'VOID_WITH_MONTHS',
        'id',
      ],
    ] as const) {
      await runner.query(`
        create function core.refuse_${name}() returns trigger language plpgsql as $$
        declare
          months bigint;
        begin
          select count(*) into months from core.report_month m
           where m.organisation_id = new.organisation_id and m.agreement_id = new.id and ${counted};
          if months > 0 then
            raise exception 'months stand in this agreement' using errcode = 'SW001', constraint = '${rule}',
              column = '${column}', detail = json_build_array(json_build_object('months', months))::text;
          end if;
          return null;
        end $$`);
      await runner.query(`
        create trigger refuse_${name} after update on core.agreement for each row
        when (${when}) execute function core.refuse_${name}()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function core.refuse_end_before_months() cascade;
      drop function core.refuse_void_with_months() cascade;
      drop function core.require_bureau() cascade;
      drop function core.refuse_insert_in_closed_month() cascade;
      drop function core.refuse_update_in_closed_month() cascade`);
  }
}
