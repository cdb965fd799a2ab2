import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';
import { requireState } from './write-sheet-imports/require-state';

/**
 * What a name in the files of a station was taken for, by hand: a zone, a point, a project or an indicator. The thing is
 * known by its id in the agreement for which it was chosen, and by its name in the others of the station.
 */
export class RememberNamesOfImports1795910501200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.import_name (${SCOPE_COLUMNS},
        kind        text not null check (kind in ('ZONE', 'POINT', 'PROJECT', 'INDICATOR')),
        text_key    text not null check (length(text_key) between 1 and 200),
        chosen_id   text not null check (length(chosen_id) between 1 and 100),
        chosen_name text not null,
        chosen_at   timestamptz not null,
        chosen_by   uuid not null,
        primary key (organisation_id, station_id, kind, text_key),
        ${SCOPE_KEY}
      )`);
    await disableStatistics(runner, 'import_name', ['text_key', 'chosen_name']);
    await createTenantPolicies(runner, 'core.import_name', {
      app_operator: 'select, insert, delete',
    });
    await requireState(runner, 'import_name', 'prepared', ['insert', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.import_name');
  }
}
