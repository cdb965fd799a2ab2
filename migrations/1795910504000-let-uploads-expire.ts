import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Uploaded files are forgotten when their time is up, also where nobody uploads another: by the background work of every
 * server, under the role of the sender. It sees when a file expires, and may empty it.
 */
export class LetUploadsExpire1795910504000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // With its faults a file is forgotten, and all that was read of it.
    await runner.query(
      'grant select (organisation_id, id, expires_at), update (faults) on core.sheet_import to app_outbox',
    );
    await runner.query(`
      create policy sender on core.sheet_import for select to app_outbox using ((select scope.sends()))`);
    await runner.query(`
      create policy sender_forgets on core.sheet_import for update to app_outbox
      using ((select scope.sends()) and content is not null)
      with check ((select scope.sends()) and content is null)`);
    await this.index(runner, 'organisation_id, expires_at', 'expires_at');
  }

  private async index(runner: QueryRunner, before: string, after: string): Promise<void> {
    await runner.query(`drop index core.sheet_import_${before.replace(', ', '_')}_idx`);
    await runner.query(`create index on core.sheet_import (${after}) where content is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.index(runner, 'expires_at', 'organisation_id, expires_at');
    await runner.query('drop policy sender on core.sheet_import');
    await runner.query('drop policy sender_forgets on core.sheet_import');
    await runner.query('revoke all on core.sheet_import from app_outbox');
  }
}
