import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * part / whole × 100, half up to two decimals, for figures that are not negative; null where the whole is null or 0. `div`
 * truncates the exact quotient, where `/` would round first.
 */
export class CreatePercent1795910402500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.percent(part numeric, whole numeric) returns numeric language sql immutable parallel safe as $$
        select case when whole <> 0 then pg_catalog.div(part * 20000 + whole, whole * 2) * 0.01 end
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.percent');
  }
}
