import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCOPE } from './baseline/scope-columns';

const OF_AGREEMENT = ['PROPOSED', 'REVISED', 'PARTY_CONFIRMED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID'];
// Names of their own: by those of the agreement it is decided what may be written in it.
const OF_AMENDMENT = ['PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'ACKNOWLEDGED', 'OBJECTED'].map(
  (step) => `AMENDMENT_${step}`,
);

const scopeOf = (row: string): string =>
  SCOPE.split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ');
const TABLES = ['agreement', 'amendment', 'amendment_answer', 'agreement_event'];

/** The steps and answers of amendments are noted among those of their agreement, by the database itself. */
export class NoteStepsOfAmendments1795910483000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.agreement_event add column amendment_id uuid,
        add foreign key (organisation_id, agreement_id, amendment_id)
          references core.amendment (organisation_id, agreement_id, id)`);
    await this.allow(runner, [...OF_AGREEMENT, ...OF_AMENDMENT]);
    await runner.query(`
      alter table core.agreement_event add constraint agreement_event_amendment_check
        check ((amendment_id is not null) = starts_with(step, 'AMENDMENT_'))`);
    await this.noteEarlierSteps(runner);
    await this.note(runner);
  }

  /** A step is in the row as it is after it; when a proposal was declined or withdrawn is not known of earlier ones. */
  private async noteEarlierSteps(runner: QueryRunner): Promise<void> {
    const columns = `insert into core.agreement_event (${SCOPE}, amendment_id, step, revision, reason, at, acting_id, member_id)`;
    const scope = scopeOf('m');
    const agreement =
      'join core.agreement a on a.organisation_id = m.organisation_id and a.id = m.agreement_id';
    await this.force(runner, 'no force');
    await runner.query(`${columns}
      select ${scope}, m.id, 'AMENDMENT_PROPOSED', a.revision, null, m.proposed_at, m.proposed_by, m.proposed_by_member
        from core.amendment m ${agreement}
      union all
      select ${scope}, m.id, 'AMENDMENT_CONFIRMED', a.revision, null, m.confirmed_at, m.confirmed_by, null
        from core.amendment m ${agreement} where m.confirmed_by is not null
      union all
      select ${scope}, m.amendment_id, 'AMENDMENT_' || m.answer, a.revision, m.reason, m.at, m.acting_id, m.member_id
        from core.amendment_answer m ${agreement}`);
    await this.force(runner, 'force');
  }

  private async note(runner: QueryRunner): Promise<void> {
    const noted = (name: string, amendment: string, step: string, reason: string): string => `
      create function core.${name}() returns trigger language plpgsql as $$
      begin
        if current_user not like 'app\\_%' then
          return null;
        end if;
        insert into core.agreement_event (${SCOPE}, amendment_id, step, revision, reason, acting_id, member_id)
        select ${scopeOf('new')}, ${amendment}, 'AMENDMENT_' || ${step}, a.revision, ${reason},
               scope.organisation_id(), scope.member_id()
          from core.agreement a where a.organisation_id = new.organisation_id and a.id = new.agreement_id;
        return null;
      end $$`;
    // What a bureau proposes is in force at once: that is one step.
    await runner.query(
      noted(
        'note_amendment_step',
        'new.id',
        `case when tg_op = 'INSERT' then 'PROPOSED' else new.state end`,
        'new.state_reason',
      ),
    );
    await runner.query(noted('note_amendment_answer', 'new.amendment_id', 'new.answer', 'new.reason'));
    await runner.query(`
      create trigger note_new_step after insert on core.amendment
      for each row execute function core.note_amendment_step()`);
    await runner.query(`
      create trigger note_changed_step after update on core.amendment
      for each row when (new.state <> old.state) execute function core.note_amendment_step()`);
    await runner.query(`
      create trigger note_answer after insert on core.amendment_answer
      for each row execute function core.note_amendment_answer()`);
  }

  private async force(runner: QueryRunner, force: 'force' | 'no force'): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table core.${table} ${force} row level security`);
  }

  private async allow(runner: QueryRunner, steps: readonly string[]): Promise<void> {
    await runner.query(`
      alter table core.agreement_event drop constraint agreement_event_step_check,
        add constraint agreement_event_step_check check (step in (${steps.map((step) => `'${step}'`).join(', ')}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger note_answer on core.amendment_answer;
      drop trigger note_changed_step on core.amendment;
      drop trigger note_new_step on core.amendment;
      drop function core.note_amendment_answer, core.note_amendment_step`);
    await this.force(runner, 'no force');
    await runner.query('delete from core.agreement_event where amendment_id is not null');
    await this.force(runner, 'force');
    await runner.query(`
      alter table core.agreement_event drop constraint agreement_event_amendment_check, drop column amendment_id`);
    await this.allow(runner, OF_AGREEMENT);
  }
}
