import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';

/** Months take remarks and evidence as records do. A month exists without a row, so that its first day names it. */
export class LetMonthsBeRemarkedOn1795910491000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.remark
        add month date check (extract(day from month) = 1),
        drop constraint remark_of_one_subject,
        add constraint remark_of_one_subject check (num_nonnulls(record_id, month) = 1)`);
    await runner.query(
      'create index on core.remark (organisation_id, agreement_id, month, id) where month is not null',
    );
    await limitDays(runner, 'remark', [dayWithin('month')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger refuse_changed_day on core.remark');
    await runner.query('drop trigger refuse_new_day on core.remark');
    await runner.query('delete from core.remark where month is not null');
    await runner.query(`
      alter table core.remark
        drop constraint remark_of_one_subject,
        drop month,
        add constraint remark_of_one_subject check (num_nonnulls(record_id) = 1)`);
  }
}
