import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for overviews and rankings, which read assessments and terms by station. */
export class IndexOverviews1700000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index on core.assessment (station_id, closed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index core.assessment_station_id_closed_at_idx');
  }
}
