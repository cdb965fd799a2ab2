import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Addends, createTotalTrigger } from './baseline/completion-totals';

const TARGETS: Addends = {
  measure: 'r.measure_code',
  completed: '0',
  records: '0',
  target: 'sum(r.sign * r.value)',
  targets: 'sum(r.sign)',
  from: (source) => `(${source}) r`,
};
/** Only the version of a target that is in force last counts in the totals, unless it takes the target away. */
const LAST: Addends = {
  ...TARGETS,
  from: (source) => `(${source}) r where r.until is null and r.value is not null`,
};
const EVENTS = [
  ['total_new_targets', 'insert'],
  ['total_changed_targets', 'update'],
  ['total_removed_targets', 'delete'],
] as const;

const CELL = 'organisation_id, agreement_id, term_id, indicator_code, measure_code, zone_id, project_id';

/** A target has a version from each day on which an amendment changes it; a version without a value takes it away. */
export class VersionTargets1795910427000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // -infinity: from the beginning, as the registration set it.
    await runner.query(`
      alter table core.target
        add column since date not null default '-infinity',
        add column until date,
        add column amendment_id uuid,
        alter column value drop not null,
        drop constraint target_cell,
        add constraint target_cell unique nulls not distinct (${CELL}, since),
        add foreign key (organisation_id, agreement_id, amendment_id)
          references core.amendment (organisation_id, agreement_id, id),
        add check (until > since),
        add check (value is not null or amendment_id is not null)`);
    await runner.query(`
      create unique index target_last on core.target (${CELL}) nulls not distinct where until is null`);
    await runner.query(`
      grant update (until, amendment_id) on core.target to app_operator, app_purchaser, app_supervisor, app_city`);
    await this.replaceTotals(runner, LAST);

    // From this day on the targets of the term differ from what they were: sums as of an earlier one read the versions.
    await runner.query('alter table core.term add column amended_on date');
    await runner.query(`
      grant update (amended_on) on core.term to app_operator, app_purchaser, app_supervisor, app_city`);
    await runner.query(`
      create function core.note_amended_targets() returns trigger language plpgsql as $$
      begin
        update core.term t set amended_on = greatest(t.amended_on, n.since)
          from (select r.organisation_id, r.term_id, max(r.since) as since from new_rows r
                 where r.amendment_id is not null group by 1, 2 order by 1, 2) n
         where t.organisation_id = n.organisation_id and t.id = n.term_id;
        return null;
      end $$`);
    for (const [event, name] of [
      ['insert', 'new'],
      ['update', 'changed'],
    ] as const) {
      await runner.query(`
        create trigger note_${name}_targets after ${event} on core.target referencing new table as new_rows
        for each statement execute function core.note_amended_targets()`);
    }
  }

  private async replaceTotals(runner: QueryRunner, addends: Addends): Promise<void> {
    for (const [name, event] of EVENTS) {
      await runner.query(`drop function core.${name}() cascade`);
      await createTotalTrigger(runner, name, event, 'target', addends);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function core.note_amended_targets() cascade');
    await runner.query(`
      alter table core.term drop column amended_on`);
    await runner.query('delete from core.target where until is not null or value is null');
    await runner.query(`
      alter table core.target drop column since, drop column until, drop column amendment_id`);
    await runner.query(`
      alter table core.target
        alter column value set not null,
        add constraint target_cell unique nulls not distinct (${CELL})`);
    await this.replaceTotals(runner, TARGETS);
  }
}
