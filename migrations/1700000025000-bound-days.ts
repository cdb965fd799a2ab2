import type { MigrationInterface, QueryRunner } from 'typeorm';

const DAYS = ['2000-01-01', '2100-12-31'] as const;
const CAREER = ['1970-01-01', '2100-12-31'] as const;

/** A condition on new and changed rows, and its columns; null passes. */
type Rule = [columns: string[], condition: string];

const within = (column: string, [first, last]: readonly [string, string] = DAYS): Rule => [
  [column],
  `new.${column} between date '${first}' and date '${last}'`,
];
const year = (column: string): Rule => [[column], `new.${column} between 2000 and 2100`];
/** An entry that reverses another has the same days. */
const unlessReversed = ([columns, condition]: Rule): Rule => [
  columns,
  `(new.reverses is not null or ${condition})`,
];

const BOUNDS: Record<string, Rule[]> = {
  agreement: [
    within('starts_on'),
    within('ends_on'),
    [['starts_on', 'ends_on'], `new.ends_on - interval '6 years' < new.starts_on`],
  ],
  station_days: [[['days'], `new.days <@ daterange('${DAYS[0]}', '${DAYS[1]}', '[]')`]],
  term: [within('starts_on'), within('ends_on')],
  service_record: [within('occurred_on')],
  staff_member: [within('practising_since', CAREER)],
  staff_spell: [within('employed_from'), within('employed_to')],
  staff_certificate: [within('passed_on', CAREER)],
  staff_pay: [within('month')],
  receipt: [unlessReversed(within('received_on')), unlessReversed(within('paid_on'))],
  expenditure: [unlessReversed(within('spent_on'))],
  payment: [year('fiscal_year'), within('paid_on'), within('known_by')].map(unlessReversed),
  fiscal_budget: [year('fiscal_year'), within('recall_by')],
  assessment: [within('from_day'), within('to_day')],
  evaluation: [year('fiscal_year')],
  satisfaction_survey: [within('surveyed_on')],
};

/**
 * Days are limited to 2000 to 2100, those of careers to 1970 on, and an agreement to six years. By triggers, because a
 * check constraint applies to every update: an existing row with a day out of range could not even be voided. AFTER,
 * because COPY inserts row by row into a table with BEFORE triggers.
 */
export class BoundDays1700000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_day() returns trigger language plpgsql as $$
      begin
        raise exception 'a day of %.% is out of range', tg_table_schema, tg_table_name using errcode = 'check_violation';
      end $$`);
    for (const [table, rules] of Object.entries(BOUNDS)) {
      const row = (of: string, columns: string[]): string =>
        `(${columns.map((column) => `${of}.${column}`).join(', ')})`;
      const isBroken = rules.map(([, condition]) => `not (${condition})`).join(' or ');
      const becomesBroken = rules
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
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(BOUNDS)) {
      for (const name of ['refuse_new_day', 'refuse_changed_day']) {
        await runner.query(`drop trigger ${name} on core.${table}`);
      }
    }
    await runner.query('drop function core.refuse_day');
  }
}
