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
 * BI logins see what the planner expects, over the rows of all tenants: a search by EXPLAIN told the words of others.
 * Free text leaves the views, and words have no statistics.
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

/** What the logins were granted of the views is given anew at the end of "npm run migrate". */
async function dropViews(runner: QueryRunner): Promise<void> {
  await runner.query(`drop view ${VIEWS.map(({ name }) => `bi.${name}`).join(', ')}`);
}

async function makeViews(runner: QueryRunner, views: readonly View[]): Promise<void> {
  for (const view of views) {
    for (const statement of statementsOf(view)) await runner.query(statement);
  }
}
