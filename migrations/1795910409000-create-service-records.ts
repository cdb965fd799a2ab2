import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Addends, createTotalTrigger } from './baseline/completion-totals';
import { dayWithin, limitDays } from './baseline/day-limits';
import { createTenantPolicies, READ_BY_CONTRACTING, restrictToTriggers } from './baseline/row-level-security';
import { PART_KEYS, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

/**
 * Mentoring centre and assessors see the figures behind a completion table, and when they were written, but no notes and
 * no authors of records.
 */
const FIGURES_ONLY = `select (organisation_id, agreement_id, station_id, purchaser_id, district_code, term_id, zone_id,
  project_id, indicator_code, occurred_on, quantities, voided_at, xmin)`;

const RECORDS: Addends = {
  measure: 'q.key',
  completed: 'sum(r.sign * q.value::numeric)',
  records: 'sum(r.sign)',
  target: '0',
  targets: '0',
  from: (source) =>
    `(${source}) r cross join lateral jsonb_each_text(r.quantities) q where r.voided_at is null`,
};

/** Service records with their history, and the triggers that count them in the rollups. */
export class CreateServiceRecords1795910409000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createServiceRecord(runner);
    await this.createTriggers(runner);
  }

  private async createServiceRecord(runner: QueryRunner): Promise<void> {
    // quantities: {"MEASURE": "decimal as text"}, so that no client parses a figure as a float.
    const content = `${SCOPE_COLUMNS},
        id               uuid not null,
        revision         integer not null,
        term_id          uuid not null,
        indicator_code   text not null,
        project_id       uuid,
        zone_id          uuid,
        point_id         uuid,
        occurred_on      date not null,
        quantities       jsonb not null,
        note             text,
        revised_at       timestamptz not null,
        revised_by       uuid not null,
        revised_by_name  text not null,
        revision_reason  text`;
    await runner.query(`
      create table core.service_record (${content},
        idempotency_key  text,
        recorded_at      timestamptz not null,
        recorded_by      uuid not null,
        recorded_by_name text not null,
        voided_at        timestamptz,
        voided_by        uuid,
        voided_by_name   text,
        void_reason      text,
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        unique (organisation_id, agreement_id, idempotency_key),
        foreign key (indicator_code) references core.indicator,
        foreign key (organisation_id, agreement_id, point_id)
          references core.point (organisation_id, agreement_id, id),
        ${PART_KEYS}, ${SCOPE_KEY},
        check (revision >= 1),
        check (jsonb_typeof(quantities) = 'object' and quantities <> '{}'),
        check (length(note) <= 2000),
        check (length(idempotency_key) between 1 and 200),
        check ((voided_at is null) = (void_reason is null))
      )`);
    await runner.query(
      'create index on core.service_record (organisation_id, agreement_id, occurred_on, id)',
    );
    await runner.query('create index on core.service_record (id)');
    await disableStatistics(runner, 'service_record', ['note']);
    await createTenantPolicies(runner, 'core.service_record', {
      ...READ_BY_CONTRACTING,
      app_operator: `select, insert, update (revision, term_id, project_id, zone_id, point_id, occurred_on, quantities,
        note, revised_at, revised_by, revised_by_name, revision_reason, voided_at, voided_by, voided_by_name, void_reason)`,
      app_mentoring: FIGURES_ONLY,
      app_assessor: FIGURES_ONLY,
    });
    await limitDays(runner, 'service_record', [dayWithin('occurred_on')]);

    await runner.query(`
      create table core.service_record_version (${content},
        primary key (organisation_id, id, revision),
        foreign key (organisation_id, agreement_id, id)
          references core.service_record (organisation_id, agreement_id, id),
        ${SCOPE_KEY}
      )`);
    await createTenantPolicies(runner, 'core.service_record_version', {
      ...READ_BY_CONTRACTING,
      app_operator: 'select, insert',
    });
    await restrictToTriggers(runner, 'core.service_record_version', ['insert']);
  }

  private async createTriggers(runner: QueryRunner): Promise<void> {
    // Rows are locked in key order, so that two writers of one cell wait rather than deadlock.
    const upsert = (table: string, month: string, source: string): string => `
      insert into core.${table} as kept (organisation_id, agreement_id, station_id, purchaser_id, district_code,
             term_id, ${month} zone_id, project_id, indicator_code, measure_code, completed, records)
      select r.organisation_id, r.agreement_id, r.station_id, r.purchaser_id, r.district_code, r.term_id,
             ${month && "date_trunc('month', r.occurred_on)::date,"} r.zone_id, r.project_id, r.indicator_code, q.key,
             sum(r.sign * q.value::numeric), sum(r.sign)
        from (${source}) r cross join lateral jsonb_each_text(r.quantities) q
       group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 ${month && ', 11'}
      having sum(r.sign * q.value::numeric) <> 0 or sum(r.sign) <> 0
       order by 1, 2, 6, 7, 8, 9, 10 ${month && ', 11'}
      on conflict on constraint ${table}_cell do update
         set completed = kept.completed + excluded.completed, records = kept.records + excluded.records;`;
    const inserted = 'select n.*, 1 as sign from new_rows n where n.voided_at is null';
    const updated = `${inserted} union all select o.*, -1 as sign from old_rows o where o.voided_at is null`;
    const both = (source: string): string =>
      upsert('completion_term', '', source) + upsert('completion_month', 'month,', source);

    await runner.query(`
      create function core.count_new_records() returns trigger language plpgsql as $$
      begin
        ${both(inserted)}
        return null;
      end $$`);
    await runner.query(`
      create function core.count_changed_records() returns trigger language plpgsql as $$
      begin
        if exists (
          select from old_rows o join new_rows n on n.organisation_id = o.organisation_id and n.id = o.id
           where n.revision <> o.revision + 1
             and (n.revision, n.term_id, n.occurred_on, n.quantities, n.project_id, n.zone_id, n.point_id, n.note)
                 is distinct from
                 (o.revision, o.term_id, o.occurred_on, o.quantities, o.project_id, o.zone_id, o.point_id, o.note)
        ) then
          raise exception 'a record changes by a new revision' using errcode = 'integrity_constraint_violation';
        end if;
        insert into core.service_record_version (organisation_id, agreement_id, station_id, purchaser_id, district_code,
               id, revision, term_id, indicator_code, project_id, zone_id, point_id, occurred_on, quantities, note,
               revised_at, revised_by, revised_by_name, revision_reason)
        select o.organisation_id, o.agreement_id, o.station_id, o.purchaser_id, o.district_code,
               o.id, o.revision, o.term_id, o.indicator_code, o.project_id, o.zone_id, o.point_id, o.occurred_on,
               o.quantities, o.note, o.revised_at, o.revised_by, o.revised_by_name, o.revision_reason
          from old_rows o join new_rows n on n.organisation_id = o.organisation_id and n.id = o.id
         where n.revision <> o.revision;
        ${both(updated)}
        return null;
      end $$`);
    await runner.query(`
      create trigger count_new_records after insert on core.service_record
      referencing new table as new_rows for each statement execute function core.count_new_records()`);
    await runner.query(`
      create trigger count_changed_records after update on core.service_record
      referencing old table as old_rows new table as new_rows
      for each statement execute function core.count_changed_records()`);
    await createTotalTrigger(runner, 'total_new_records', 'insert', 'service_record', RECORDS);
    await createTotalTrigger(runner, 'total_changed_records', 'update', 'service_record', RECORDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.service_record_version, core.service_record');
    await runner.query(`drop function core.count_new_records, core.count_changed_records, core.total_new_records,
      core.total_changed_records`);
  }
}
