import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

/**
 * Spreadsheets that an operator has uploaded: the file, and what was read of it. They are its own: a roster names
 * people, and any file may name more than was meant. The file and its faults are kept for 30 days.
 */
export class CreateSheetImports1795910500100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.sheet_import (${SCOPE_COLUMNS},
        id          uuid not null,
        form        text not null check (form in ('FUJIAN_1', 'FUJIAN_2', 'SERVICE_LOG')),
        file_name   text not null check (length(file_name) between 1 and 200),
        sha256      bytea not null check (length(sha256) = 32),
        content     bytea,
        faults      jsonb,
        ready       integer not null check (ready >= 0),
        ignored     integer not null check (ignored >= 0),
        faulty      integer not null check (faulty >= 0),
        uploaded_at timestamptz not null,
        expires_at  timestamptz not null check (expires_at > uploaded_at),
        uploaded_by      uuid not null,
        uploaded_by_name text not null,
        primary key (organisation_id, id),
        constraint file_and_faults_go_together check ((content is null) = (faults is null)),
        ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.sheet_import (organisation_id, agreement_id, sha256)');
    await runner.query('create index on core.sheet_import (organisation_id, agreement_id, uploaded_at, id)');
    await runner.query(
      'create index on core.sheet_import (organisation_id, expires_at) where content is not null',
    );
    await disableStatistics(runner, 'sheet_import', ['file_name', 'content', 'faults', 'uploaded_by_name']);
    await createTenantPolicies(runner, 'core.sheet_import', {
      app_operator: 'select, insert, update (content, faults)',
    });
    await runner.query(`
      create policy worker_uploads on core.sheet_import as restrictive for insert to app_operator
      with check ((select scope.works()) and content is not null)`);
    // Files are forgotten, never replaced.
    await runner.query(`
      create policy worker_forgets on core.sheet_import as restrictive for update to app_operator
      using ((select scope.works())) with check ((select scope.works()) and content is null)`);
    await runner.query(`
      create trigger agreement_of_new_rows after insert on core.sheet_import referencing new table as new_rows
      for each statement execute function core.require_state('confirmed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.sheet_import');
  }
}
