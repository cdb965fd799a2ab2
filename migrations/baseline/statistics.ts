import type { QueryRunner } from 'typeorm';

/**
 * Keeps no statistics of text columns that BI logins or searches reach: the planner's estimates count the rows of all
 * tenants, and EXPLAIN would reveal them.
 */
export async function disableStatistics(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await runner.query(
    `alter table core.${table} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`,
  );
}
