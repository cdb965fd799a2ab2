import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A link that an administrator has issued works as long as it is one: else it could take the account of another with it.
 * Those that are sent by e-mail, or issued on the server, have no issuer.
 */
export class NameWhoIssuesResets1795910517000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table auth.password_reset add column issued_by uuid,
        add foreign key (organisation_id, issued_by) references core.member (organisation_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table auth.password_reset drop column issued_by');
  }
}
