import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets sign-in delete unusable sessions of the same member. A session with a refresh token, or of an API key, is
 * protected by its foreign key.
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
