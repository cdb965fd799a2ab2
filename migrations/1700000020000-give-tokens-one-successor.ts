import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A refresh token is exchanged for exactly one other, even if presented repeatedly. Existing tokens do not record their
 * predecessor, so the second constraint does not apply to them; they expire within a week.
 */
export class GiveTokensOneSuccessor1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table auth.refresh_token
        add predecessor text,
        add constraint refresh_token_one_successor unique (organisation_id, session_id, predecessor),
        add constraint refresh_token_has_predecessor
          check ((generation = 0) = (predecessor is null)) not valid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table auth.refresh_token drop column predecessor');
  }
}
