import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What overviews and rankings look up by station: its assessments, and its terms. */
export class IndexOverviews1700000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index on core.assessment (station_id, closed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index core.assessment_station_id_closed_at_idx');
  }
}
