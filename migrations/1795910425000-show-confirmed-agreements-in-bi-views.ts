import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import { agreementJoins, type View } from './baseline/bi-views/view';

/** An agreement that is not confirmed, and a station that is not in the directory yet, is in no view. */
function confirmedOnly(view: View): View {
  if (view.name === 'indicators') return view;
  if (view.name === 'stations') {
    return changed(view, 'from core.station_access)', 'from core.station_access where listed)');
  }
  const [alias, id] = view.name === 'agreements' ? ['a', 'id'] : ['c', 'agreement_id'];
  const joins = agreementJoins(alias);
  return changed(
    view,
    joins,
    `${joins}
  join core.agreement v on v.organisation_id = ${alias}.organisation_id and v.id = ${alias}.${id} and v.state = 'CONFIRMED'`,
  );
}

function changed(view: View, before: string, after: string): View {
  if (!view.from.includes(before)) throw new Error(`bi.${view.name} does not read ${before}`);
  return { ...view, from: view.from.replace(before, () => after) };
}

/** 只含已确认的协议: BI tools see what counts, and nothing of proposals and void agreements. */
export class ShowConfirmedAgreementsInBiViews1795910425000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replace(runner, BI_VIEWS.map(confirmedOnly));
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
