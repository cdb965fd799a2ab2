import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets signing in clear away the sessions of the same member that nobody can go on with. One that still has a refresh
 * token, or is an API key's, is held by its foreign key.
 */
export class ClearOldSessions1700000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index on auth.token_family (member_id, rotated_at)');
    await runner.query('grant delete on auth.token_family, core.session to app_auth');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on auth.token_family, core.session from app_auth');
    await runner.query('drop index auth.token_family_member_id_rotated_at_idx');
  }
}
