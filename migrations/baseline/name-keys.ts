import type { QueryRunner } from 'typeorm';

/** A generated column with the comparison form of a name. Names that look alike have the same. */
export const nameKeyColumn = (column = 'name'): string =>
  `${column}_key text collate "C" not null generated always as (core.name_key(${column})) stored`;

/** Refuses names that consist of invisible characters and blanks. */
export async function refuseInvisibleNames(
  runner: QueryRunner,
  table: string,
  column = 'name',
): Promise<void> {
  await runner.query(`
    alter table core.${table} add constraint ${table}_${column}_visible check (${column}_key <> '')`);
}
