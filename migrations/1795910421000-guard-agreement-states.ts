import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The roles of the parties of an agreement and of their bureaus. */
const CONTRACTING = 'app_operator, app_purchaser, app_supervisor, app_city';
/** The parts of an agreement, and what a revision or an amendment changes of them. */
const CHANGED = {
  term: 'name, position, starts_on, ends_on, confirmed',
  project: 'name, position, kind, domain',
  zone: 'name, position',
  point: 'name, position, zone_id',
  instalment: 'position, share',
};
const PARTS = Object.keys(CHANGED);
/** What may be prepared for a proposal, and is closed once it is declined, withdrawn or void. */
const PREPARED = [
  'budget',
  'budget_line',
  'funding_source',
  'fiscal_budget',
  'staff_member',
  'staff_identity',
  'staff_spell',
  'staff_certificate',
  'staff_pay',
];
/** What only a confirmed agreement has. */
const FIGURES = [
  'service_record',
  'receipt',
  'expenditure',
  'payment',
  'assessment',
  'satisfaction_survey',
  'evaluation',
];
/** What belongs to a figure: written by roles that may not lock the agreement. */
const BELOW_FIGURES = [
  'assessment_basis',
  'assessment_score',
  'assessment_finding',
  'evaluation_item',
  'evaluation_score',
];
const ROLLUPS = {
  completion_term: 'completed, records',
  completion_month: 'completed, records',
  completion_total: 'completed, records, target, targets',
};
/** What the mentoring centre may read of an agreement, beside its figures. */
const HIDDEN = [
  ...PARTS,
  'target',
  'completion_total',
  ...PREPARED.filter((name) => name !== 'staff_identity'),
];
const EVENTS = [
  ['insert', 'new', 'new'],
  ['update', 'changed', 'new'],
  ['delete', 'removed', 'old'],
] as const;

/** What may be written in an agreement in each of its states, and who sees it. */
export class GuardAgreementStates1795910421000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.guardParts(runner);
    await this.total(runner);
    await this.compareAtEnd(runner, 'deferrable initially immediate');
    await this.requireState(runner);
    await this.hideProposals(runner);
  }

  /**
   * Parts and targets change only in the transaction in which whoever proposed the agreement registers or revises it
   * (which the table of the next migration notes), or in which it is amended. What triggers derive follows.
   */
  private async guardParts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.is_being_amended(_organisation uuid, _agreement uuid) returns boolean
      language sql stable as 'select false'`);
    await runner.query(`
      create function core.guard_parts() returns trigger language plpgsql as $$
      begin
        if current_user not like 'app\\_%' or pg_catalog.pg_trigger_depth() > 1 then
          return null;
        end if;
        perform from (select distinct c.organisation_id, c.agreement_id from changed c) r
           left join lateral (
             select true as found from core.agreement a
               join core.agreement_event e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
                and e.step in ('PROPOSED', 'REVISED', 'CONFIRMED') and e.acting_id = a.proposed_by
                and e.xmin = pg_catalog.pg_current_xact_id()::xid
              where a.organisation_id = r.organisation_id and a.id = r.agreement_id limit 1) a on true
          where a.found is null and not core.is_being_amended(r.organisation_id, r.agreement_id);
        if found then
          raise exception 'the parts of a confirmed agreement change by an amendment' using errcode = 'SW001',
            constraint = 'AGREEMENT_CONFIRMED', column = 'agreementId';
        end if;
        return null;
      end $$`);
    for (const table of [...PARTS, 'target']) {
      for (const [event, name, rows] of EVENTS) {
        await runner.query(`
          create trigger guard_${name}_parts after ${event} on core.${table} referencing ${rows} table as changed
          for each statement execute function core.guard_parts()`);
      }
    }
    for (const [table, changed] of Object.entries(CHANGED)) {
      await runner.query(`grant update (${changed}), delete on core.${table} to ${CONTRACTING}`);
    }
    for (const command of ['insert', 'update']) {
      await runner.query(`
        create policy ${command}_like_agreement on core.term as restrictive for ${command} to ${CONTRACTING}
        with check (confirmed = exists (select from core.agreement a
          where a.organisation_id = term.organisation_id and a.id = term.agreement_id and a.state = 'CONFIRMED'))`);
    }
    await runner.query(`
      grant insert, update (value, set_at, set_by), delete on core.target to app_purchaser, app_supervisor, app_city`);
  }

  /** Targets that a purchaser or a bureau sets are totalled by triggers, which run as their role. */
  private async total(runner: QueryRunner): Promise<void> {
    for (const [table, sums] of Object.entries(ROLLUPS)) {
      await runner.query(
        `grant insert, update (${sums}) on core.${table} to app_purchaser, app_supervisor, app_city`,
      );
      for (const command of ['insert', 'update']) {
        await runner.query(`alter policy ${command}_by_trigger on core.${table} to ${CONTRACTING}`);
      }
    }
  }

  /** Several parts move at once: their places and days are compared when the statement ends. */
  private async compareAtEnd(runner: QueryRunner, when: string): Promise<void> {
    for (const table of PARTS) {
      const constraint = `${table}_organisation_id_agreement_id_position_key`;
      await runner.query(`
        alter table core.${table} drop constraint ${constraint},
          add constraint ${constraint} unique (organisation_id, agreement_id, position) ${when}`);
    }
    await runner.query(`
      alter table core.term drop constraint terms_apart,
        add constraint terms_apart exclude using gist (organisation_id with =, agreement_id with =,
          daterange(starts_on, ends_on, '[]') with &&) ${when}`);
  }

  /**
   * Figures only in a confirmed agreement, preparations in a proposed or confirmed one. The row is locked, so that no
   * figure is written beside the step that ends the agreement; roles that may not lock it only read it.
   */
  private async requireState(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.require_state() returns trigger language plpgsql as $$
      begin
        -- What a foreign key keeps in step is written as the owner, who sees no agreement.
        if current_user not like 'app\\_%' then
          return null;
        end if;
        if tg_argv[0] = 'read' or current_user in ('app_mentoring', 'app_assessor') then
          perform from (select distinct n.organisation_id, n.agreement_id from new_rows n) r
            where not exists (select from core.agreement a where a.organisation_id = r.organisation_id
                                 and a.id = r.agreement_id and a.state = 'CONFIRMED');
        elsif tg_argv[0] = 'confirmed' then
          perform from (select distinct n.organisation_id, n.agreement_id from new_rows n) r
             left join lateral (select true as found from core.agreement a
                                 where a.organisation_id = r.organisation_id and a.id = r.agreement_id
                                   and a.state = 'CONFIRMED' for share) a on true
            where a.found is null;
        else
          perform from (select distinct n.organisation_id, n.agreement_id from new_rows n) r
             left join lateral (select true as found from core.agreement a
                                 where a.organisation_id = r.organisation_id and a.id = r.agreement_id
                                   and a.state in ('PROPOSED', 'CONFIRMED') for share) a on true
            where a.found is null;
        end if;
        if found then
          raise exception 'the agreement is not confirmed' using errcode = 'SW001',
            constraint = 'NOT_CONFIRMED', column = 'agreementId';
        end if;
        return null;
      end $$`);
    const require = async (table: string, states: string): Promise<void> => {
      for (const [event, name, rows] of EVENTS) {
        // Named to run before the triggers that lock rollups: all writers lock the agreement first.
        await runner.query(`
          create trigger agreement_of_${name}_rows after ${event} on core.${table}
          referencing ${rows} table as new_rows for each statement execute function core.require_state('${states}')`);
      }
    };
    for (const table of FIGURES) await require(table, 'confirmed');
    for (const table of PREPARED) await require(table, 'prepared');
    for (const table of BELOW_FIGURES) await require(table, 'read');
  }

  /** The mentoring centre is no party: it sees an agreement from its confirmation on, and what belongs to it likewise. */
  private async hideProposals(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy app_mentoring_confirmed on core.agreement as restrictive for select to app_mentoring
      using (state in ('CONFIRMED', 'VOID'))`);
    for (const table of HIDDEN) {
      await runner.query(`
        create policy app_mentoring_confirmed on core.${table} as restrictive for select to app_mentoring
        using (exists (select from core.agreement a
                        where a.organisation_id = ${table}.organisation_id and a.id = ${table}.agreement_id))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['agreement', ...HIDDEN]) {
      await runner.query(`drop policy app_mentoring_confirmed on core.${table}`);
    }
    for (const table of [...FIGURES, ...PREPARED, ...BELOW_FIGURES]) {
      await runner.query(`
        drop trigger agreement_of_new_rows on core.${table};
        drop trigger agreement_of_changed_rows on core.${table};
        drop trigger agreement_of_removed_rows on core.${table}`);
    }
    await this.compareAtEnd(runner, '');
    for (const [table, sums] of Object.entries(ROLLUPS)) {
      await runner.query(
        `revoke insert, update (${sums}) on core.${table} from app_purchaser, app_supervisor, app_city`,
      );
      for (const command of ['insert', 'update']) {
        await runner.query(`alter policy ${command}_by_trigger on core.${table} to app_operator`);
      }
    }
    await runner.query(`
      revoke insert, update (value, set_at, set_by), delete on core.target
      from app_purchaser, app_supervisor, app_city`);
    for (const [table, changed] of Object.entries(CHANGED)) {
      await runner.query(`revoke update (${changed}), delete on core.${table} from ${CONTRACTING}`);
    }
    await runner.query(`
      drop policy insert_like_agreement on core.term;
      drop policy update_like_agreement on core.term`);
    for (const table of [...PARTS, 'target']) {
      for (const [, name] of EVENTS) {
        await runner.query(`drop trigger guard_${name}_parts on core.${table}`);
      }
    }
    await runner.query('drop function core.guard_parts, core.require_state, core.is_being_amended');
  }
}
