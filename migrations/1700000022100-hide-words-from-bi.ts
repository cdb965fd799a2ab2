import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ASSESSMENT_VIEWS } from './support/bi-views/assessment';
import { COMPLETION_VIEWS } from './support/bi-views/completion';
import { DIRECTORY_VIEWS } from './support/bi-views/directory';
import { FUNDING_VIEWS } from './support/bi-views/funding';
import { STAFFING_VIEWS } from './support/bi-views/staffing';
import { statementsOf, type View } from './support/bi-views/view';
import { forgetWords, rememberWords, withoutWords } from './support/words';

const VIEWS = [
  ...DIRECTORY_VIEWS,
  ...COMPLETION_VIEWS,
  ...STAFFING_VIEWS,
  ...FUNDING_VIEWS,
  ...ASSESSMENT_VIEWS,
];

/**
 * BI logins see the planner's estimates over the rows of all tenants, so searching with EXPLAIN revealed texts of
 * others. Removes free text from the views, and statistics from text columns.
 */
export class HideWordsFromBi1700000022100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropViews(runner);
    await forgetWords(runner);
    await makeViews(runner, VIEWS.map(withoutWords));
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropViews(runner);
    await rememberWords(runner);
    await makeViews(runner, VIEWS);
  }
}

/** The column grants of the logins are renewed at the end of "npm run migrate". */
async function dropViews(runner: QueryRunner): Promise<void> {
  await runner.query(`drop view ${VIEWS.map(({ name }) => `bi.${name}`).join(', ')}`);
}

async function makeViews(runner: QueryRunner, views: readonly View[]): Promise<void> {
  for (const view of views) {
    for (const statement of statementsOf(view)) await runner.query(statement);
  }
}
