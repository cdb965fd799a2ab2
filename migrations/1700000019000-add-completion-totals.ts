import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE_COLUMNS, SCOPE_KEY, wall } from './support/wall';

const KEY = 'organisation_id, agreement_id, term_id, indicator_code, measure_code';
const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';

/** Adds new rows to the totals and subtracts old ones. */
const CHANGES = {
  insert: { source: 'select n.*, 1 as sign from new_rows n', tables: 'new table as new_rows' },
  update: {
    source: 'select n.*, 1 as sign from new_rows n union all select o.*, -1 as sign from old_rows o',
    tables: 'old table as old_rows new table as new_rows',
  },
  delete: { source: 'select o.*, -1 as sign from old_rows o', tables: 'old table as old_rows' },
};

// Rows are locked in key order, so that two writers of one total wait rather than deadlock.
const add = (measure: string, sums: string[], source: string): string => `
  insert into core.completion_total as kept (${SCOPE}, term_id, indicator_code, measure_code,
         completed, records, target, targets)
  select r.organisation_id, r.agreement_id, r.station_id, r.purchaser_id, r.district_code, r.term_id,
         r.indicator_code, ${measure}, ${sums.join(', ')}
    from ${source}
   group by 1, 2, 3, 4, 5, 6, 7, 8
  having ${sums
    .filter((sum) => sum !== '0')
    .map((sum) => `${sum} <> 0`)
    .join(' or ')}
   order by 1, 2, 6, 7, 8
  on conflict (${KEY}) do update
     set completed = kept.completed + excluded.completed, records = kept.records + excluded.records,
         target = kept.target + excluded.target, targets = kept.targets + excluded.targets`;

const ofRecords = (source: string): string =>
  add(
    'q.key',
    ['sum(r.sign * q.value::numeric)', 'sum(r.sign)', '0', '0'],
    `(${source}) r cross join lateral jsonb_each_text(r.quantities) q where r.voided_at is null`,
  );

const ofTargets = (source: string): string =>
  add('r.measure_code', ['0', '0', 'sum(r.sign * r.value)', 'sum(r.sign)'], `(${source}) r`);

const TRIGGERS = [
  { name: 'total_new_records', table: 'service_record', event: 'insert', add: ofRecords },
  { name: 'total_changed_records', table: 'service_record', event: 'update', add: ofRecords },
  { name: 'total_new_targets', table: 'target', event: 'insert', add: ofTargets },
  { name: 'total_changed_targets', table: 'target', event: 'update', add: ofTargets },
  { name: 'total_removed_targets', table: 'target', event: 'delete', add: ofTargets },
] as const;

/**
 * Target and completed quantity of each measure of a term, over all zones and projects: a third of the cells of
 * completion_term, with the targets beside them, for comparing hundreds of stations. Maintained by triggers, named so
 * that they run after those of the cells: every writer takes its locks in one order.
 */
export class AddCompletionTotals1700000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.completion_total (${SCOPE_COLUMNS},
        term_id        uuid not null,
        indicator_code text not null,
        measure_code   text not null,
        completed      numeric not null,
        records        bigint not null,
        target         numeric not null,
        targets        bigint not null,
        primary key (${KEY}),
        foreign key (indicator_code, measure_code) references core.measure,
        ${SCOPE_KEY}
      )`);
    await this.fill(runner);
    await wall(runner, 'core.completion_total', {
      app_operator: 'select, insert, update (completed, records, target, targets)',
      ...{ app_purchaser: 'select', app_supervisor: 'select', app_city: 'select' },
      ...{ app_mentoring: 'select', app_assessor: 'select' },
    });
    for (const event of ['insert', 'update']) {
      const clause = event === 'insert' ? 'with check' : 'using';
      await runner.query(`
        create policy ${event}_by_trigger on core.completion_total as restrictive for ${event} to app_operator
        ${clause} (pg_catalog.pg_trigger_depth() > 0)`);
    }
    for (const { name, table, event, add: statement } of TRIGGERS) {
      const { source, tables } = CHANGES[event];
      await runner.query(`
        create function core.${name}() returns trigger language plpgsql as $$
        begin
          ${statement(source)};
          return null;
        end $$`);
      await runner.query(`
        create trigger ${name} after ${event} on core.${table} referencing ${tables}
        for each statement execute function core.${name}()`);
    }
  }

  /** Totals of existing rows. The owner may read them only within this transaction. */
  private async fill(runner: QueryRunner): Promise<void> {
    const read = ['core.completion_term', 'core.target'];
    for (const table of read) await runner.query(`alter table ${table} no force row level security`);
    await runner.query(`
      insert into core.completion_total (${SCOPE}, term_id, indicator_code, measure_code, completed, records, target, targets)
      select ${SCOPE}, term_id, indicator_code, measure_code, sum(completed), sum(records), sum(target), sum(targets)
        from (select ${SCOPE}, term_id, indicator_code, measure_code, completed, records, 0 as target, 0 as targets
                from core.completion_term
               union all
              select ${SCOPE}, term_id, indicator_code, measure_code, 0, 0, value, 1 from core.target) c
       group by ${SCOPE}, term_id, indicator_code, measure_code`);
    for (const table of read) await runner.query(`alter table ${table} force row level security`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, table } of TRIGGERS) {
      await runner.query(`drop trigger ${name} on core.${table}`);
      await runner.query(`drop function core.${name}`);
    }
    await runner.query('drop table core.completion_total');
  }
}
