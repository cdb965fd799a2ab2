import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What belongs to an assessment is written only while its agreement is confirmed. */
export class GuardAssessmentParts1795910435000 implements MigrationInterface {
  private readonly triggers = ['assessment_part', 'assessor_request'].flatMap((table) =>
    (['insert', 'update'] as const).map((event) => ({
      table,
      event,
      name: event === 'insert' ? 'agreement_of_new_rows' : 'agreement_of_changed_rows',
    })),
  );

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, event, name } of this.triggers) {
      await runner.query(`
        create trigger ${name} after ${event} on core.${table} referencing new table as new_rows
        for each statement execute function core.require_state('read')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of this.triggers) {
      await runner.query(`drop trigger ${name} on core.${table}`);
    }
  }
}
