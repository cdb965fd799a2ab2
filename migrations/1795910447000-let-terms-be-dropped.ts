import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLACES = ['project', 'zone', 'point'];

/**
 * A term that an early end drops counts no more, names of terms are compared when the statement ends, so that two may
 * change theirs for each other, and a place that an amendment opens may have a name that another one had before.
 */
export class LetTermsBeDropped1795910447000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.likeAgreement(runner, 'not dropped and ');
    await runner.query(`
      drop index core.term_name_alike;
      alter table core.term add constraint term_name_alike exclude using gist
        (organisation_id with =, agreement_id with =, name_key with =) where (not dropped)
        deferrable initially immediate`);
    for (const table of PLACES) await this.keepNamesApart(runner, table, 'where opens_on is null');
  }

  private async likeAgreement(runner: QueryRunner, condition: string): Promise<void> {
    for (const command of ['insert', 'update']) {
      await runner.query(`
        alter policy ${command}_like_agreement on core.term
        with check (confirmed = (${condition}exists (select from core.agreement a
          where a.organisation_id = term.organisation_id and a.id = term.agreement_id and a.state = 'CONFIRMED')))`);
    }
  }

  /** Of places that amendments open, the days of their names decide, which an index does not know. */
  private async keepNamesApart(runner: QueryRunner, table: string, where: string): Promise<void> {
    await runner.query(`
      drop index core.${table}_name_alike;
      create unique index ${table}_name_alike on core.${table} (organisation_id, agreement_id, name_key) ${where}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of PLACES) await this.keepNamesApart(runner, table, '');
    await runner.query(`
      alter table core.term drop constraint term_name_alike;
      create unique index term_name_alike on core.term (organisation_id, agreement_id, name_key) where (not dropped)`);
    await this.likeAgreement(runner, '');
  }
}
