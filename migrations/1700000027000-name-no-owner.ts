import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The policies of the owner apply to the owner of the database, by PostgreSQL's predefined role: a dump that names the
 * owner's login cannot be restored under another.
 */
export class NameNoOwner1700000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.nameOwner(runner, 'pg_database_owner');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.nameOwner(runner, 'current_user');
  }

  private async nameOwner(runner: QueryRunner, owner: string): Promise<void> {
    await runner.query(`alter policy owner on auth.bi_login to ${owner}`);
    await runner.query(`alter policy owner_leaves_trace on core.audit_entry to ${owner}`);
  }
}
