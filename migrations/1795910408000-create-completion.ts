import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Addends, createTotalTrigger } from './baseline/completion-totals';
import { createTenantPolicies, READ_BY_ALL, restrictToTriggers } from './baseline/row-level-security';
import { PART_KEYS, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const CELL_COLUMNS = `
  term_id        uuid not null,
  zone_id        uuid,
  project_id     uuid,
  indicator_code text not null,
  measure_code   text not null`;

const TARGETS: Addends = {
  measure: 'r.measure_code',
  completed: '0',
  records: '0',
  target: 'sum(r.sign * r.value)',
  targets: 'sum(r.sign)',
  from: (source) => `(${source}) r`,
};

/** Targets, and the rollups of targets and records that completion reads. */
export class CreateCompletion1795910408000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createTarget(runner);
    await this.createCells(runner);
    await this.createTotals(runner);
    await this.touchCells(runner);
  }

  private async createTarget(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.target (${SCOPE_COLUMNS}, ${CELL_COLUMNS},
        value  numeric(14, 2) not null check (value >= 0),
        set_at timestamptz not null default now(),
        set_by uuid not null,
        constraint target_cell unique nulls not distinct
          (organisation_id, agreement_id, term_id, indicator_code, measure_code, zone_id, project_id),
        foreign key (indicator_code, measure_code) references core.measure,
        ${PART_KEYS}, ${SCOPE_KEY}
      )`);
    await createTenantPolicies(runner, 'core.target', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (value, set_at, set_by), delete',
    });
  }

  /** Completed quantities of each cell of the completion table: per term and per month. */
  private async createCells(runner: QueryRunner): Promise<void> {
    for (const [table, month] of [
      ['completion_term', ''],
      ['completion_month', 'month,'],
    ] as const) {
      await runner.query(`
        create table core.${table} (${SCOPE_COLUMNS}, ${CELL_COLUMNS},
          ${month && "month date not null check (month = date_trunc('month', month)),"}
          completed numeric not null,
          records   bigint not null,
          constraint ${table}_cell unique nulls not distinct
            (organisation_id, agreement_id, term_id, ${month} indicator_code, measure_code, zone_id, project_id),
          foreign key (indicator_code, measure_code) references core.measure,
          ${SCOPE_KEY}
        )`);
      await createTenantPolicies(runner, `core.${table}`, {
        ...READ_BY_ALL,
        app_operator: 'select, insert, update (completed, records)',
      });
      await restrictToTriggers(runner, `core.${table}`, ['insert', 'update']);
    }
  }

  /**
   * Target and completed quantity of each measure of a term, over all zones and projects: a third of the cells of
   * completion_term, with the targets beside them, for comparing hundreds of stations.
   */
  private async createTotals(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.completion_total (${SCOPE_COLUMNS},
        term_id        uuid not null,
        indicator_code text not null,
        measure_code   text not null,
        completed      numeric not null,
        records        bigint not null,
        target         numeric not null,
        targets        bigint not null,
        primary key (organisation_id, agreement_id, term_id, indicator_code, measure_code),
        foreign key (indicator_code, measure_code) references core.measure,
        ${SCOPE_KEY}
      )`);
    await createTenantPolicies(runner, 'core.completion_total', {
      ...READ_BY_ALL,
      app_operator: 'select, insert, update (completed, records, target, targets)',
    });
    await restrictToTriggers(runner, 'core.completion_total', ['insert', 'update']);
    await createTotalTrigger(runner, 'total_new_targets', 'insert', 'target', TARGETS);
    await createTotalTrigger(runner, 'total_changed_targets', 'update', 'target', TARGETS);
    await createTotalTrigger(runner, 'total_removed_targets', 'delete', 'target', TARGETS);
  }

  /**
   * Incremental exports find written rows by the transaction that wrote them (xmin). A deleted target leaves no trace, so
   * its cell is touched instead.
   */
  private async touchCells(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.touch_cell() returns trigger language plpgsql as $$
      begin
        insert into core.completion_term as kept (organisation_id, agreement_id, station_id, purchaser_id, district_code,
               term_id, zone_id, project_id, indicator_code, measure_code, completed, records)
        select o.organisation_id, o.agreement_id, o.station_id, o.purchaser_id, o.district_code,
               o.term_id, o.zone_id, o.project_id, o.indicator_code, o.measure_code, 0, 0
          from old_rows o order by 1, 2, 6, 7, 8, 9, 10
        on conflict on constraint completion_term_cell do update set records = kept.records;
        return null;
      end $$`);
    await runner.query(`
      create trigger touch_cell after delete on core.target referencing old table as old_rows
      for each statement execute function core.touch_cell()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table core.completion_total, core.completion_month, core.completion_term, core.target',
    );
    await runner.query(`drop function core.touch_cell, core.total_new_targets, core.total_changed_targets,
      core.total_removed_targets`);
  }
}
