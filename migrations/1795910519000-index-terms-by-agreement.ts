import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Assessors see the terms of the agreements that they assess, whoever the operators are: without an index that begins with
 * the agreement, each of them was looked for among all operators, which took most of what they asked.
 */
export class IndexTermsByAgreement1795910519000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index term_agreement_id_idx on core.term (agreement_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index core.term_agreement_id_idx');
  }
}
