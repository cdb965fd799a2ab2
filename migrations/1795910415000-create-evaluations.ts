import type { MigrationInterface, QueryRunner } from 'typeorm';
import { limitDays, yearWithin } from './baseline/day-limits';
import { nameKeyColumn, refuseInvisibleNames } from './baseline/name-keys';
import { createTenantPolicies, type Grants, READ_BY_CONTRACTING } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { disableStatistics } from './baseline/statistics';

/** The parties that evaluate themselves, and which of their members may write. */
const WRITERS = {
  app_operator: ['OPERATOR', '(select scope.manages())'],
  app_purchaser: ['PURCHASER', '(select scope.administers())'],
} as const;

const PARTY = `party text not null check (party in ('OPERATOR', 'PURCHASER'))`;
const OF_EVALUATION = `
  foreign key (organisation_id, agreement_id, evaluation_id, party)
    references core.evaluation (organisation_id, agreement_id, id, party)`;

/** 绩效自评: weighted trees of indicators, and the history of scores of their leaves. */
export class CreateEvaluations1795910415000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.evaluation (${SCOPE_COLUMNS},
        id          uuid not null,
        ${PARTY},
        name        text not null check (length(name) between 1 and 200),
        fiscal_year integer check (fiscal_year between 1 and 9999),
        created_at  timestamptz not null,
        created_by  uuid not null,
        closed_at   timestamptz,
        closed_by   uuid,
        voided_at   timestamptz,
        voided_by   uuid,
        void_reason text check (length(void_reason) between 1 and 500),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id, party),
        ${SCOPE_KEY},
        check ((closed_at is null) = (closed_by is null)),
        check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null)),
        ${nameKeyColumn()}
      )`);
    await refuseInvisibleNames(runner, 'evaluation');
    await runner.query('create index on core.evaluation (id)');
    await runner.query(`
      create unique index evaluation_name on core.evaluation (organisation_id, agreement_id, party, name_key)
      where voided_at is null`);
    await disableStatistics(runner, 'evaluation', ['name_key']);
    await this.createWriterPolicies(
      runner,
      'core.evaluation',
      'update (closed_at, closed_by, voided_at, voided_by, void_reason)',
    );
    await limitDays(runner, 'evaluation', [yearWithin('fiscal_year')]);

    // A group has no parent; the parent of an item is a group. Rows without items are leaves and are scored.
    await runner.query(`
      create table core.evaluation_item (${SCOPE_COLUMNS},
        evaluation_id uuid not null,
        ${PARTY},
        id        uuid not null,
        group_id  uuid,
        position  integer not null check (position >= 0),
        name      text not null check (length(name) between 1 and 200),
        weight    numeric(5, 2) not null check (weight > 0 and weight <= 100),
        is_leaf   boolean not null,
        primary key (organisation_id, id),
        unique (organisation_id, evaluation_id, id),
        unique (organisation_id, evaluation_id, id, party, weight, is_leaf),
        unique nulls not distinct (organisation_id, evaluation_id, group_id, position),
        foreign key (organisation_id, evaluation_id, group_id)
          references core.evaluation_item (organisation_id, evaluation_id, id),
        ${OF_EVALUATION}, ${SCOPE_KEY},
        check (group_id is null or is_leaf),
        ${nameKeyColumn()}
      )`);
    await refuseInvisibleNames(runner, 'evaluation_item');
    await runner.query(`
      create unique index evaluation_item_name_alike
      on core.evaluation_item (organisation_id, evaluation_id, group_id, name_key) nulls not distinct`);
    await disableStatistics(runner, 'evaluation_item', ['name_key']);
    await this.createWriterPolicies(runner, 'core.evaluation_item', '');

    // Scoring a leaf again inserts a row: the highest revision is the current score, the others are its history.
    await runner.query(`
      create table core.evaluation_score (${SCOPE_COLUMNS},
        evaluation_id  uuid not null,
        ${PARTY},
        item_id        uuid not null,
        revision       integer not null check (revision >= 1),
        weight         numeric(5, 2) not null,
        is_leaf        boolean not null default true check (is_leaf),
        score          numeric(5, 2) not null check (score >= 0 and score <= weight),
        evidence       text check (length(evidence) between 1 and 4000),
        scored_at      timestamptz not null,
        scored_by      uuid not null,
        scored_by_name text not null,
        primary key (organisation_id, item_id, revision),
        foreign key (organisation_id, evaluation_id, item_id, party, weight, is_leaf)
          references core.evaluation_item (organisation_id, evaluation_id, id, party, weight, is_leaf),
        ${OF_EVALUATION}, ${SCOPE_KEY}
      )`);
    await runner.query('create index on core.evaluation_score (organisation_id, evaluation_id)');
    await this.createWriterPolicies(runner, 'core.evaluation_score', '');
    await this.refuseAfterClosing(runner);
  }

  /**
   * Read by the parties of the agreement and the bureaus, not by the assessing roles. A party writes only its own
   * evaluations, enforced by policies.
   */
  private async createWriterPolicies(runner: QueryRunner, table: string, update: string): Promise<void> {
    const grants: Grants = { ...READ_BY_CONTRACTING };
    for (const role of Object.keys(WRITERS) as (keyof typeof WRITERS)[]) {
      grants[role] = ['select, insert', update].filter(Boolean).join(', ');
    }
    await createTenantPolicies(runner, table, grants);
    for (const [role, [party, who]] of Object.entries(WRITERS)) {
      const own = `(${who} and party = '${party}')`;
      await runner.query(`
        create policy ${role}_adds_its_own on ${table} as restrictive for insert to ${role} with check ${own}`);
      if (!update) continue;
      // A voided evaluation cannot be updated.
      await runner.query(`
        create policy ${role}_changes_its_own on ${table} as restrictive for update to ${role}
        using (${own} and voided_at is null) with check ${own}`);
    }
  }

  /** A tree is inserted with its evaluation; a closed or void one accepts no more scores. */
  private async refuseAfterClosing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_score_of_ended_evaluation() returns trigger language plpgsql as $$
      begin
        if exists (select from core.evaluation e where e.organisation_id = new.organisation_id
                      and e.id = new.evaluation_id and (e.closed_at is not null or e.voided_at is not null)) then
          raise exception 'the evaluation has ended' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger refuse_score_of_ended_evaluation before insert on core.evaluation_score
      for each row execute function core.refuse_score_of_ended_evaluation()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table core.evaluation_score, core.evaluation_item, core.evaluation');
    await runner.query('drop function core.refuse_score_of_ended_evaluation');
  }
}
