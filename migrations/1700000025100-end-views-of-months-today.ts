import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COMPLETION_VIEWS } from './support/bi-views/completion';
import { STAFFING_VIEWS } from './support/bi-views/staffing';
import { withoutWords } from './support/words';
import { statementsOf, TODAY, type View } from './support/bi-views/view';

/** The monthly views as they were, the condition that limits them, and their new comments. */
const VIEWS: [name: string, ends: string, row?: View['row']][] = [
  ['completion_by_month', `c.month <= ${TODAY}`],
  [
    'staffing_months',
    `f.month <= ${TODAY}`,
    [
      '社工到岗：一行一名社工（代号）到岗的一个月，至本月为止，本月按现有登记计算',
      'presence of social workers: one row a person, by code, and month on post, up to the current month, which counts as it stands now',
    ],
  ],
];

/** Monthly views end with the current month of Guangzhou: reports would add up future months as facts. */
export class EndViewsOfMonthsToday1700000025100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, ends, row] of VIEWS) {
      const view = before(name);
      await replace(runner, { ...view, row: row ?? view.row, from: `${view.from} and ${ends}` });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of VIEWS) await replace(runner, before(name));
  }
}

function before(name: string): View {
  const view = [...COMPLETION_VIEWS, ...STAFFING_VIEWS].find((one) => one.name === name);
  if (!view) throw new Error(`there is no view ${name}`);
  return withoutWords(view);
}

/** Replaced in place, so that grants are kept. */
async function replace(runner: QueryRunner, view: View): Promise<void> {
  for (const statement of statementsOf(view)) {
    await runner.query(statement.replace(/^create view/, 'create or replace view'));
  }
}
