import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_VIEWS, statementsOf } from './baseline/bi-views';
import { agreementColumns, agreementJoins, tenantText, TODAY, type View } from './baseline/bi-views/view';

const COMPLETION = ['completion_by_term', 'completion_by_zone', 'completion_by_project'];
const JOINS = agreementJoins('c');
const CONFIRMED = `${JOINS}
  join core.agreement v on v.organisation_id = c.organisation_id and v.id = c.agreement_id and v.state = 'CONFIRMED'`;
const TARGETS = 'from core.target r';
const DAY = `greatest(n.starts_on, least(n.ends_on, ${TODAY}))`;
const IN_FORCE = `${TARGETS}
          join core.term n on n.organisation_id = r.organisation_id and n.id = r.term_id
           and r.since <= ${DAY} and (r.until is null or r.until > ${DAY})`;

/** What confirmed amendments change: one row a value. */
const AMENDMENTS: View = {
  name: 'amendments',
  row: ['协议变更：已确认变更的一项内容一行', 'amendments in force: one row a value that changes'],
  columns: [
    ...agreementColumns('c'),
    ['amendment_id', 'm.id', '变更编号', 'id of the amendment'],
    [
      'kind',
      'm.kind',
      '类别：CHANGE 变更，EARLY_END 提前终止',
      'CHANGE, or EARLY_END where the last day is earlier than before',
    ],
    ['effective_on', 'm.effective_on', '生效日', 'day from which it is in force'],
    ['confirmed_at', 'm.confirmed_at', '确认时间', 'when it was confirmed'],
    ['field', 'c.field', '变更内容，如 annualFee、target、zone', 'what changes: annualFee, target, zone …'],
    ['aspect', 'c.aspect', '变更方面：value、name、days、zone、state', 'value, name, days, zone or state'],
    ['subject', tenantText('c.subject'), '变更对象', 'which one, in words'],
    ['was', tenantText('c.was'), '变更前', 'before'],
    ['becomes', tenantText('c.becomes'), '变更后', 'after'],
  ],
  from: `
    from core.amendment_change c ${CONFIRMED}
    join core.amendment m on m.organisation_id = c.organisation_id and m.id = c.amendment_id
   where c.applied_at is not null`,
};

/** The history of amendments, and in completion the targets of today, or of the last day of a term that is over. */
export class ShowAmendmentsInBiViews1795910436000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.replaceTargets(runner, IN_FORCE);
    for (const statement of statementsOf(AMENDMENTS)) await runner.query(statement);
  }

  private async replaceTargets(runner: QueryRunner, targets: string): Promise<void> {
    for (const view of BI_VIEWS.filter(({ name }) => COMPLETION.includes(name))) {
      const from = view.from.replace(JOINS, () => CONFIRMED).replace(TARGETS, () => targets);
      const [create = ''] = statementsOf({ ...view, from });
      await runner.query(create.replace('create view', 'create or replace view'));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view bi.amendments');
    await this.replaceTargets(runner, TARGETS);
  }
}
