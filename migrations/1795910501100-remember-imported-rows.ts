import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';
import { requireState } from './write-sheet-imports/require-state';

/**
 * The rows of service logs that were imported, each with its record: what a row says, as a hash, and which one it is
 * among equal rows. By it the same row is recognised in the next file; it outlives the file that it came with. The last
 * import is the one that has written the record last, by a correction of the row.
 */
export class RememberImportedRows1795910501100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.imported_row (${SCOPE_COLUMNS},
        content    bytea not null check (length(content) = 32),
        place      integer not null check (place >= 1),
        service    bytea not null check (length(service) = 32),
        log_id     uuid not null,
        import_id  uuid not null,
        last_import_id uuid not null,
        record_id  uuid not null,
        revision   integer not null check (revision >= 1),
        made       boolean not null,
        sheet      text not null,
        cell       text not null,
        primary key (organisation_id, agreement_id, content, place),
        unique (organisation_id, record_id),
        foreign key (organisation_id, agreement_id, import_id)
          references core.sheet_import (organisation_id, agreement_id, id),
        foreign key (organisation_id, record_id) references core.service_record (organisation_id, id),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.imported_row (organisation_id, agreement_id, service)');
    await runner.query('create index on core.imported_row (organisation_id, import_id)');
    await disableStatistics(runner, 'imported_row', ['sheet', 'cell']);
    await createTenantPolicies(runner, 'core.imported_row', {
      app_operator: 'select, insert, update (content, place, service, last_import_id, revision), delete',
    });
    await requireState(runner, 'imported_row', 'confirmed', ['insert', 'update', 'delete']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.imported_row');
  }
}
