import type { MigrationInterface, QueryRunner } from 'typeorm';

const WRITERS =
  'app_operator, app_purchaser, app_supervisor, app_city, app_mentoring, app_assessor, app_platform';

/**
 * Rows that transactions lock to wait for one another. An advisory lock can be taken by every login of the database, BI
 * logins too; a row of a table only by who may update it. The keys are hashes: they tell nothing of whose they are.
 */
export class CreateRowLocks1700000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table core.row_lock (key bytea primary key check (length(key) = 32))');
    await runner.query(`grant select, insert, update (key) on core.row_lock to ${WRITERS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.row_lock');
  }
}
