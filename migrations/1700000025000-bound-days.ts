import type { MigrationInterface, QueryRunner } from 'typeorm';

const DAYS = ['2000-01-01', '2100-12-31'] as const;
const CAREER = ['1970-01-01', '2100-12-31'] as const;

const within = (column: string, [first, last]: readonly [string, string] = DAYS): string =>
  `new.${column} between date '${first}' and date '${last}'`;
const year = (column: string): string => `new.${column} between 2000 and 2100`;
/** An entry that reverses another has its days. */
const unlessReversed = (condition: string): string => `(new.reverses is not null or ${condition})`;

interface Bound {
  table: string;
  columns: string[];
  /** What must hold of a new row; null is as good as true. */
  holds: string[];
}

const BOUNDS: Bound[] = [
  {
    table: 'agreement',
    columns: ['starts_on', 'ends_on'],
    holds: [within('starts_on'), within('ends_on'), `new.ends_on - interval '6 years' < new.starts_on`],
  },
  {
    table: 'station_days',
    columns: ['days'],
    holds: [`new.days <@ daterange('${DAYS[0]}', '${DAYS[1]}', '[]')`],
  },
  { table: 'term', columns: ['starts_on', 'ends_on'], holds: [within('starts_on'), within('ends_on')] },
  { table: 'service_record', columns: ['occurred_on'], holds: [within('occurred_on')] },
  { table: 'staff_member', columns: ['practising_since'], holds: [within('practising_since', CAREER)] },
  {
    table: 'staff_spell',
    columns: ['employed_from', 'employed_to'],
    holds: [within('employed_from'), within('employed_to')],
  },
  { table: 'staff_certificate', columns: ['passed_on'], holds: [within('passed_on', CAREER)] },
  { table: 'staff_pay', columns: ['month'], holds: [within('month')] },
  {
    table: 'receipt',
    columns: ['received_on', 'paid_on'],
    holds: [unlessReversed(within('received_on')), unlessReversed(within('paid_on'))],
  },
  { table: 'expenditure', columns: ['spent_on'], holds: [unlessReversed(within('spent_on'))] },
  {
    table: 'payment',
    columns: ['fiscal_year', 'paid_on', 'known_by'],
    holds: [
      unlessReversed(year('fiscal_year')),
      unlessReversed(within('paid_on')),
      unlessReversed(within('known_by')),
    ],
  },
  {
    table: 'fiscal_budget',
    columns: ['fiscal_year', 'recall_by'],
    holds: [year('fiscal_year'), within('recall_by')],
  },
  { table: 'assessment', columns: ['from_day', 'to_day'], holds: [within('from_day'), within('to_day')] },
  { table: 'evaluation', columns: ['fiscal_year'], holds: [year('fiscal_year')] },
  { table: 'satisfaction_survey', columns: ['surveyed_on'], holds: [within('surveyed_on')] },
];

/**
 * Days lie in 2000 to 2100, those of careers from 1970 on, and an agreement lasts six years at most. By triggers, because a check
 * binds every update of a row: one from before, with a day out of range, could not even be voided any more. AFTER,
 * because COPY writes row by row into a table with triggers that come before.
 */
export class BoundDays1700000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_day() returns trigger language plpgsql as $$
      begin
        raise exception 'a day of %.% is out of range', tg_table_schema, tg_table_name using errcode = 'check_violation';
      end $$`);
    for (const { table, columns, holds } of BOUNDS) {
      const isBroken = `not (${holds.join(' and ')})`;
      const row = (of: string): string => `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
      await runner.query(`
        create trigger refuse_new_day after insert on core.${table} for each row
        when (${isBroken}) execute function core.refuse_day()`);
      await runner.query(`
        create trigger refuse_changed_day after update on core.${table} for each row
        when (${row('new')} is distinct from ${row('old')} and ${isBroken}) execute function core.refuse_day()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of BOUNDS) {
      for (const name of ['refuse_new_day', 'refuse_changed_day']) {
        await runner.query(`drop trigger ${name} on core.${table}`);
      }
    }
    await runner.query('drop function core.refuse_day');
  }
}
