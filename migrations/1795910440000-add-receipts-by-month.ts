import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import { agreementJoins } from './baseline/bi-views/view';

const VIEW = 'funding_receipts';

/** The columns of the view that change or are added: SQL over the view `v` as it stands and its receipt `r`. */
const COLUMNS: Record<string, [sql: string, comment: string]> = {
  received_on: [
    'case when not r.received_by_month then v.received_on end',
    '到账日；空：只知月份 / day received; null: only the month is known',
  ],
  paid_on: [
    'case when not r.paid_by_month then v.paid_on end',
    '街道拨付日，决定财政年度；空：只知月份 / day paid by the street; decides the fiscal year; null: only the month is known',
  ],
  received_month: [`to_char(v.received_on, 'YYYY-MM')`, '到账月份，YYYY-MM / month received, YYYY-MM'],
  known_by: [
    'v.received_on',
    '从此日起计入到账：到账日，或到账月份的末日 / day from which it counts as received: the day, or the last day of the month',
  ],
};

/**
 * Receipts of which only the month is known: they count from its last day, and are marked, so that this day is never
 * shown as the day of the receipt. The same for the day of payment, unless it is known.
 */
export class AddReceiptsByMonth1795910440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.receipt
        add received_by_month boolean not null default false,
        add paid_by_month     boolean not null default false,
        add constraint receipt_by_month check (
          not received_by_month
          or received_on = (date_trunc('month', received_on::timestamp) + interval '1 month - 1 day')::date),
        add constraint receipt_paid_by_month check (
          not paid_by_month or (received_by_month and paid_on = received_on))`);
    await this.extendView(runner);
  }

  /** Extends the view as it stands: what earlier migrations leave out stays left out. */
  private async extendView(runner: QueryRunner): Promise<void> {
    const [{ query }] = (await runner.query(
      `select rtrim(pg_get_viewdef('bi.${VIEW}'::regclass), ';') as query`,
    )) as [{ query: string }];
    const present = (await runner.query(
      `select attname as name from pg_attribute where attrelid = 'bi.${VIEW}'::regclass and attnum > 0 order by attnum`,
    )) as { name: string }[];
    const names = [...new Set([...present.map(({ name }) => name), ...Object.keys(COLUMNS)])];
    const list = names.map((name) => `${COLUMNS[name]?.[0] ?? `v.${name}`} as ${name}`);
    await runner.query(`
      create or replace view bi.${VIEW} with (security_invoker = true) as select
        ${list.join(',\n        ')}
      from (${query}) v
      join core.receipt r on r.organisation_id = v.operator_id and r.id = v.entry_id`);
    for (const [name, [, comment]] of Object.entries(COLUMNS)) {
      await runner.query(`comment on column bi.${VIEW}.${name} is '${comment}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view bi.${VIEW}`);
    const joins = agreementJoins('c');
    const confirmed = `${joins}
  join core.agreement v on v.organisation_id = c.organisation_id and v.id = c.agreement_id and v.state = 'CONFIRMED'`;
    for (const view of BI_VIEWS.filter(({ name }) => name === VIEW)) {
      const from = view.from.replace(joins, () => confirmed);
      for (const statement of statementsOf({ ...view, from })) await runner.query(statement);
    }
    await runner.query(`
      alter table core.receipt
        drop constraint receipt_paid_by_month, drop constraint receipt_by_month,
        drop paid_by_month, drop received_by_month`);
  }
}
