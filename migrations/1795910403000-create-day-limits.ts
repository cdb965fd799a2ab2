import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The function of the triggers that limit the days of a table (baseline/day-limits.ts creates them). */
export class CreateDayLimits1795910403000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_day() returns trigger language plpgsql as $$
      begin
        raise exception 'a day of %.% is out of range', tg_table_schema, tg_table_name using errcode = 'check_violation';
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.refuse_day');
  }
}
