import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SIGNED_IN_ROLES } from './baseline/row-level-security';

/**
 * Rows that transactions lock to wait for each other. Any login of the database, including those of BI tools, can take
 * an advisory lock, but only roles with UPDATE can lock a row of a table. The keys are hashes and reveal nothing.
 */
export class CreateRowLocks1795910417000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table core.row_lock (key bytea primary key check (length(key) = 32))');
    await runner.query(`grant select, insert, update (key) on core.row_lock to ${SIGNED_IN_ROLES}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.row_lock');
  }
}
