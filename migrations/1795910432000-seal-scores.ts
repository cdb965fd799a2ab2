import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantPolicies, READ_BY_ALL, WITHIN_STATIONS } from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';
import { countScores, placeScores, refuseClosing } from './seal-scores/functions';
import { OWN, PARTY_ROLES, SCORING, SEALED_BUT } from './seal-scores/parties';

const SCORE = 'score, items, on_paper, reason, scored_at, scored_by';
const PARTIES = `'PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'`;
const OPEN = 'closed_at is null and cancelled_at is null';

/** Scores that others see once all are in or a bureau opens them; entered from paper; with the earlier ones kept. */
export class SealScores1795910432000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.unforced(runner, ['assessment', 'assessment_part', 'assessment_score'], async () => {
      await this.extendAssessment(runner);
      await this.extendPart(runner);
      await this.extendScore(runner);
    });
    await this.createVersion(runner);
    await this.seal(runner);
    await placeScores(runner);
    await countScores(runner);
    await refuseClosing(runner);
  }

  /** Forced policies bind the owner too. */
  private async unforced(
    runner: QueryRunner,
    tables: readonly string[],
    work: () => Promise<void>,
  ): Promise<void> {
    for (const table of tables) await runner.query(`alter table core.${table} no force row level security`);
    await work();
    for (const table of tables) await runner.query(`alter table core.${table} force row level security`);
  }

  private async extendAssessment(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.assessment
        add column sealed          boolean not null default true,
        add column unsealed_at     timestamptz,
        add column unsealed_by     uuid,
        add column unsealed_reason text check (length(unsealed_reason) between 1 and 500)`);
    await runner.query(`
      update core.assessment a set sealed = false, unsealed_at = s.last
        from (select organisation_id, assessment_id, max(scored_at) as last from core.assessment_score
               group by 1, 2 having count(*) = 4) s
       where s.organisation_id = a.organisation_id and s.assessment_id = a.id`);
    await runner.query(`
      update core.assessment set sealed = false, unsealed_at = closed_at where closed_at is not null and sealed`);
    await runner.query(`
      alter table core.assessment
        add constraint assessment_sealed unique (organisation_id, id, sealed),
        add constraint assessment_unsealed check (sealed or unsealed_at is not null),
        add constraint assessment_closed_unsealed check (closed_at is null or not sealed)`);
    for (const role of ['app_supervisor', 'app_city']) {
      await runner.query(
        `grant update (sealed, unsealed_at, unsealed_by, unsealed_reason) on core.assessment to ${role}`,
      );
    }
    await runner.query(`
      create policy app_assessor_counts on core.assessment for update to app_assessor
      using (assessor_id = (select scope.organisation_id()) and ${WITHIN_STATIONS})`);
    for (const role of PARTY_ROLES) {
      await runner.query(`grant update (sealed, unsealed_at) on core.assessment to ${role}`);
      await runner.query(`
        create policy ${role}_scores on core.assessment as restrictive for update to ${role}
        using (${SCORING[role]} and ${OPEN})`);
    }
    await runner.query(`
      create policy unsealed_by_trigger on core.assessment as restrictive for update to ${PARTY_ROLES.join(', ')}
      using (pg_catalog.pg_trigger_depth() > 0)`);
  }

  private async extendPart(runner: QueryRunner): Promise<void> {
    await runner.query('alter table core.assessment_part add column scored_at timestamptz');
    await runner.query(`
      update core.assessment_part p set scored_at = s.scored_at from core.assessment_score s
       where s.organisation_id = p.organisation_id and s.assessment_id = p.assessment_id and s.party = p.party`);
    for (const role of ['app_supervisor', 'app_city', ...PARTY_ROLES])
      await runner.query(`grant update (scored_at) on core.assessment_part to ${role}`);
    for (const role of PARTY_ROLES) {
      await runner.query(`
        create policy ${role}_counts on core.assessment_part as restrictive for update to ${role}
        using (${OWN[role]})`);
    }
    await runner.query(`
      create policy counted_by_trigger on core.assessment_part as restrictive for update to ${PARTY_ROLES.join(', ')}
      using (pg_catalog.pg_trigger_depth() > 0)`);
  }

  private async extendScore(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.assessment_score
        add column part        integer,
        add column maximum     numeric(5, 2),
        add column assessor_id uuid references core.organisation,
        add column items       numeric(5, 2)[] not null default '{}',
        add column on_paper    boolean not null default false,
        add column reason      text check (length(reason) between 1 and 500),
        add column sealed      boolean`);
    // Those of closed assessments too.
    await runner.query('alter table core.assessment_score disable trigger refuse_after_closing');
    await runner.query(`
      update core.assessment_score s set part = p.part, maximum = p.maximum, assessor_id = p.assessor_id, sealed = a.sealed
        from core.assessment_part p
        join core.assessment a on a.organisation_id = p.organisation_id and a.id = p.assessment_id
       where p.organisation_id = s.organisation_id and p.assessment_id = s.assessment_id and p.party = s.party`);
    await runner.query('alter table core.assessment_score enable trigger refuse_after_closing');
    await runner.query(`
      alter table core.assessment_score
        alter column part set not null, alter column maximum set not null, alter column sealed set not null,
        drop constraint assessment_score_pkey,
        add constraint assessment_score_pkey primary key (organisation_id, assessment_id, part),
        drop constraint assessment_score_check,
        add constraint assessment_score_within check (score <= maximum),
        drop constraint assessment_score_party_check,
        add constraint assessment_score_party_check check (party in (${PARTIES}, 'OTHER')),
        add constraint assessment_score_of_third_party check ((party = 'THIRD_PARTY') = (assessor_id is not null)),
        add constraint assessment_score_on_paper check (not on_paper or reason is not null),
        add constraint assessment_score_part foreign key (organisation_id, assessment_id, part, maximum)
          references core.assessment_part (organisation_id, assessment_id, part, maximum),
        add constraint assessment_score_sealed foreign key (organisation_id, assessment_id, sealed)
          references core.assessment (organisation_id, id, sealed) on update cascade`);
  }

  /** What a score was before it was changed after unsealing. */
  private async createVersion(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_score_version (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        part          integer not null,
        revision      integer not null check (revision > 0),
        party         text not null,
        assessor_id   uuid references core.organisation,
        sealed        boolean not null,
        score         numeric(5, 2) not null,
        items         numeric(5, 2)[] not null,
        on_paper      boolean not null,
        reason        text,
        scored_at     timestamptz not null,
        scored_by     uuid not null,
        primary key (organisation_id, assessment_id, part, revision),
        foreign key (organisation_id, assessment_id, part)
          references core.assessment_part (organisation_id, assessment_id, part),
        constraint assessment_score_version_sealed foreign key (organisation_id, assessment_id, sealed)
          references core.assessment (organisation_id, id, sealed) on update cascade,
        ${SCOPE_KEY}
      )`);
    const add = 'select, insert';
    await createTenantPolicies(runner, 'core.assessment_score_version', {
      ...READ_BY_ALL,
      ...{ app_purchaser: add, app_supervisor: add, app_city: add, app_mentoring: add, app_assessor: add },
    });
    for (const [role, own] of Object.entries(OWN)) {
      await runner.query(`
        create policy ${role}_keeps on core.assessment_score_version as restrictive for insert to ${role}
        with check (${own})`);
    }
    await runner.query(`
      create policy insert_by_trigger on core.assessment_score_version as restrictive for insert
      to ${Object.keys(OWN).join(', ')} with check (pg_catalog.pg_trigger_depth() > 0)`);
  }

  private async seal(runner: QueryRunner): Promise<void> {
    for (const [role, own] of Object.entries(SEALED_BUT)) {
      for (const table of ['assessment_score', 'assessment_score_version']) {
        await runner.query(`
          create policy ${role}_sealed on core.${table} as restrictive for select to ${role}
          using (not sealed${own === null ? '' : ` or ${own}`})`);
      }
    }
    await runner.query('grant insert on core.assessment_score to app_city');
    for (const [role, own] of Object.entries(OWN)) {
      await runner.query(`grant update (${SCORE}) on core.assessment_score to ${role}`);
      const given = role in SCORING ? `${own} and not on_paper` : own;
      if (role !== 'app_city') {
        await runner.query(`drop policy ${role}_adds_its_own on core.assessment_score`);
        await runner.query(`drop policy ${role}_changes_its_own on core.assessment_score`);
      }
      await runner.query(`
        create policy ${role}_adds_its_own on core.assessment_score as restrictive for insert to ${role}
        with check (${given})`);
      await runner.query(`
        create policy ${role}_changes_its_own on core.assessment_score as restrictive for update to ${role}
        using (${own}) with check (${given})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger refuse_closing on core.assessment');
    await runner.query('drop trigger refuse_early_unsealing on core.assessment');
    await runner.query('drop trigger place_score on core.assessment_score');
    await runner.query('drop trigger count_score on core.assessment_score');
    await runner.query(
      'drop function core.refuse_closing, core.refuse_early_unsealing, core.place_score, core.count_score',
    );
    await runner.query('drop table core.assessment_score_version');
    await this.unseal(runner);
    await runner.query(`
      alter table core.assessment_score
        drop constraint assessment_score_sealed, drop constraint assessment_score_part,
        drop constraint assessment_score_on_paper, drop constraint assessment_score_of_third_party,
        drop constraint assessment_score_party_check,
        add constraint assessment_score_party_check check (party in (${PARTIES})),
        drop constraint assessment_score_within,
        add constraint assessment_score_check check (score <= case party
          when 'PURCHASER' then 20 when 'SUPERVISOR' then 10 when 'MENTORING_CENTRE' then 15 else 55 end),
        drop constraint assessment_score_pkey,
        add constraint assessment_score_pkey primary key (organisation_id, assessment_id, party),
        drop column part, drop column maximum, drop column assessor_id, drop column items, drop column on_paper,
        drop column reason, drop column sealed`);
    for (const role of PARTY_ROLES) await runner.query(`drop policy ${role}_counts on core.assessment_part`);
    await runner.query('drop policy counted_by_trigger on core.assessment_part');
    await runner.query('alter table core.assessment_part drop column scored_at');
    await runner.query('drop policy unsealed_by_trigger on core.assessment');
    for (const role of PARTY_ROLES) await runner.query(`drop policy ${role}_scores on core.assessment`);
    await runner.query('drop policy app_assessor_counts on core.assessment');
    await runner.query(`
      alter table core.assessment drop constraint assessment_closed_unsealed, drop constraint assessment_unsealed,
        drop constraint assessment_sealed, drop column sealed, drop column unsealed_at, drop column unsealed_by,
        drop column unsealed_reason`);
  }

  private async unseal(runner: QueryRunner): Promise<void> {
    for (const role of Object.keys(SEALED_BUT))
      await runner.query(`drop policy ${role}_sealed on core.assessment_score`);
    for (const role of Object.keys(OWN)) {
      await runner.query(`drop policy ${role}_adds_its_own on core.assessment_score`);
      await runner.query(`drop policy ${role}_changes_its_own on core.assessment_score`);
      await runner.query(`revoke update (${SCORE}) on core.assessment_score from ${role}`);
      const before = BEFORE[role];
      if (before === undefined) continue;
      await runner.query(`grant update (score, scored_at, scored_by) on core.assessment_score to ${role}`);
      await runner.query(`
        create policy ${role}_adds_its_own on core.assessment_score as restrictive for insert to ${role}
        with check (${before})`);
      await runner.query(`
        create policy ${role}_changes_its_own on core.assessment_score as restrictive for update to ${role}
        using (${before}) with check (${before})`);
    }
    await runner.query('revoke insert on core.assessment_score from app_city');
  }
}

/** The policies of scores before this migration. */
const BEFORE: Readonly<Record<string, string>> = {
  app_purchaser: `(select scope.administers()) and party = 'PURCHASER'`,
  app_supervisor: `(select scope.administers()) and party = 'SUPERVISOR'`,
  app_mentoring: `(select scope.works()) and party = 'MENTORING_CENTRE'`,
  app_assessor: `(select scope.works()) and assessment_id = any ((select scope.assessment_ids())::uuid[]) and party = 'THIRD_PARTY'`,
};
