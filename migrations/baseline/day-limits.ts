import type { QueryRunner } from 'typeorm';

/** The days of the domain, and those of a career. */
const DAYS = ['2000-01-01', '2100-12-31'] as const;
export const CAREER = ['1970-01-01', '2100-12-31'] as const;

/** A condition on new and changed rows, and its columns; null passes. */
export type Limit = [columns: string[], condition: string];

export const dayWithin = (column: string, [first, last]: readonly [string, string] = DAYS): Limit => [
  [column],
  `new.${column} between date '${first}' and date '${last}'`,
];

export const daysWithin = (column: string): Limit => [
  [column],
  `new.${column} <@ daterange('${DAYS[0]}', '${DAYS[1]}', '[]')`,
];

export const yearWithin = (column: string): Limit => [[column], `new.${column} between 2000 and 2100`];

/** An entry that reverses another has the same days. */
export const unlessReversal = ([columns, condition]: Limit): Limit => [
  columns,
  `(new.reverses is not null or ${condition})`,
];

/**
 * Limits the days of new and changed rows. By triggers, because a check constraint applies to every update: an existing
 * row with a day out of range could not even be voided. AFTER, because COPY inserts row by row into a table with BEFORE
 * triggers.
 */
export async function limitDays(runner: QueryRunner, table: string, limits: readonly Limit[]): Promise<void> {
  const row = (of: string, columns: string[]): string =>
    `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
  const isBroken = limits.map(([, condition]) => `not (${condition})`).join(' or ');
  const becomesBroken = limits
    .map(
      ([columns, condition]) =>
        `(${row('new', columns)} is distinct from ${row('old', columns)} and not (${condition}))`,
    )
    .join(' or ');
  await runner.query(`
    create trigger refuse_new_day after insert on core.${table} for each row
    when (${isBroken}) execute function core.refuse_day()`);
  await runner.query(`
    create trigger refuse_changed_day after update on core.${table} for each row
    when (${becomesBroken}) execute function core.refuse_day()`);
}
