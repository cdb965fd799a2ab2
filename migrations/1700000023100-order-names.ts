import type { MigrationInterface, QueryRunner } from 'typeorm';

/** [table, columns before the name, the name, columns after it, the index in code point order] */
const ORDERS: readonly [table: string, before: string, name: string, after: string, was: string | null][] = [
  ['organisation', '', 'name', 'id', 'organisation_name_id_idx'],
  [
    'station_access',
    'organisation_id',
    'name',
    'station_id',
    'station_access_organisation_id_name_station_id_idx',
  ],
  ['station_access', 'purchaser_id', 'name', 'station_id', 'station_access_purchaser_id_name_station_id_idx'],
  [
    'station_access',
    'district_code',
    'name',
    'station_id',
    'station_access_district_code_name_station_id_idx',
  ],
  ['station_access', '', 'name', 'station_id', 'station_access_name_station_id_idx'],
  ['member', 'organisation_id', 'display_name', 'id', null],
];

/** Sorts lists by name in pinyin order, with indexes for their keyset pagination. */
export class OrderNames1700000023100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, before, name, after, was] of ORDERS) {
      if (was !== null) await runner.query(`drop index core.${was}`);
      const columns = [before, `${name} collate "zh-x-icu"`, after].filter((column) => column !== '');
      await runner.query(`create index ${indexOf(table, before)} on core.${table} (${columns.join(', ')})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, before, name, after, was] of ORDERS) {
      await runner.query(`drop index core.${indexOf(table, before)}`);
      const columns = [before, name, after].filter((column) => column !== '');
      if (was !== null) await runner.query(`create index ${was} on core.${table} (${columns.join(', ')})`);
    }
  }
}

function indexOf(table: string, before: string): string {
  return [table, before, 'by_name'].filter((part) => part !== '').join('_');
}
