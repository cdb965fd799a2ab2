import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import type { View } from './baseline/bi-views/view';
import { CONFIRMED_VIEWS } from './confirmed-agreements/views';

/** 只含已确认的协议: BI tools see what counts, and nothing of proposals and void agreements. */
export class ShowConfirmedAgreementsInBiViews1795910425000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replace(runner, CONFIRMED_VIEWS);
  }

  /** The logins keep their rights: a view that is replaced is the same to them. */
  private async replace(runner: QueryRunner, views: readonly View[]): Promise<void> {
    for (const view of views) {
      const [create = ''] = statementsOf(view);
      await runner.query(create.replace('create view', 'create or replace view'));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.replace(runner, BI_VIEWS);
  }
}
