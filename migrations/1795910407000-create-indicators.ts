import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INDICATORS } from './baseline/indicator-catalogue';
import { SIGNED_IN_ROLES } from './baseline/row-level-security';
import { disableStatistics } from './baseline/statistics';

/** The catalogue of indicators (附件1) and their measures, in its order. */
export class CreateIndicators1795910407000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.indicator (
        code     text primary key check (code ~ '^[A-Z][A-Z_]*$'),
        position integer not null unique,
        name_zh  text not null,
        name_en  text not null
      )`);
    await runner.query(`
      create table core.measure (
        indicator_code text not null references core.indicator,
        code           text not null check (code ~ '^[A-Z][A-Z_]*$'),
        position       integer not null,
        name           text not null,
        unit           text not null,
        primary key (indicator_code, code),
        unique (indicator_code, position)
      )`);
    for (const [position, [code, zh, en, measures]] of INDICATORS.entries()) {
      await runner.query(
        'insert into core.indicator (code, position, name_zh, name_en) values ($1, $2, $3, $4)',
        [code, position, zh, en],
      );
      for (const [place, [measure, name, unit]] of measures.entries()) {
        await runner.query(
          'insert into core.measure (indicator_code, code, position, name, unit) values ($1, $2, $3, $4, $5)',
          [code, measure, place, name, unit],
        );
      }
    }
    await disableStatistics(runner, 'indicator', ['name_zh', 'name_en']);
    await disableStatistics(runner, 'measure', ['name', 'unit']);
    await runner.query(`grant select on core.indicator, core.measure to ${SIGNED_IN_ROLES}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.measure, core.indicator');
  }
}
