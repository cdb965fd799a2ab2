import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fee that an amendment changes is written like the one that it was: with two decimals. */
export class WriteFeesWithTwoDecimals1795910481000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.write(runner, 'becomes::numeric(14, 2)');
    await runner.query(`
      alter table core.amendment_change add constraint amendment_change_fee_check
        check (field <> 'annualFee' or becomes ~ '^\\d+\\.\\d\\d$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.amendment_change drop constraint amendment_change_fee_check');
    await this.write(runner, 'trim_scale(becomes::numeric)');
  }

  private async write(runner: QueryRunner, fee: string): Promise<void> {
    const table = 'alter table core.amendment_change';
    await runner.query(`${table} no force row level security`);
    await runner.query(
      `update core.amendment_change set becomes = (${fee})::text where field = 'annualFee' and becomes is not null`,
    );
    await runner.query(`${table} force row level security`);
  }
}
