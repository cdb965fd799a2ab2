import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 未列预算 is the category of expenditures that are in no budget line, so no budget may have it as one. By a trigger,
 * because a check constraint would refuse a database in which an earlier budget has it.
 */
export class ReserveUnbudgetedCategory1795910441000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_reserved_category() returns trigger language plpgsql as $$
      begin
        raise exception 'a budget line has the category of what is in no budget' using errcode = 'check_violation';
      end $$`);
    await runner.query(`
      create trigger refuse_reserved_category after insert on core.budget_line for each row
      when (new.category_key = core.name_key('未列预算')) execute function core.refuse_reserved_category()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger refuse_reserved_category on core.budget_line');
    await runner.query('drop function core.refuse_reserved_category()');
  }
}
