import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
const PARTS = ['snapshot_part', 'snapshot_figure'];

/**
 * A month has some hundred figures, and a foreign key costs as much as the row. One over all of the snapshot's scope columns
 * ties them to the agreement as well, by way of the snapshot.
 */
export class TieFiguresByTheirSnapshot1795910514100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table core.snapshot add constraint snapshot_scope_key unique (${SCOPE}, id)`);
    for (const table of PARTS) {
      await this.dropForeignKeys(runner, table);
      await runner.query(`
        alter table core.${table} add constraint ${table}_snapshot_fkey
          foreign key (${SCOPE}, snapshot_id) references core.snapshot (${SCOPE}, id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of PARTS) {
      await this.dropForeignKeys(runner, table);
      await runner.query(`
        alter table core.${table}
          add foreign key (organisation_id, agreement_id, snapshot_id)
            references core.snapshot (organisation_id, agreement_id, id),
          add foreign key (${SCOPE})
            references core.agreement (organisation_id, id, station_id, purchaser_id, district_code)`);
    }
    await runner.query('alter table core.snapshot drop constraint snapshot_scope_key');
  }

  private async dropForeignKeys(runner: QueryRunner, table: string): Promise<void> {
    const keys = (await runner.query(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'f'`,
      [`core.${table}`],
    )) as { name: string }[];
    for (const { name } of keys) await runner.query(`alter table core.${table} drop constraint ${name}`);
  }
}
