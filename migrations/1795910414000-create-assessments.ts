import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dayWithin, limitDays } from './baseline/day-limits';
import {
  createTenantPolicies,
  enableRowLevelSecurity,
  type Grants,
  READ_BY_ALL,
  WITHIN_STATIONS,
} from './baseline/row-level-security';
import { SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

/**
 * The database role that represents each party, and which of its members may write. The district bureau is the
 * supervisor, the assessor that the assessment names is the third party.
 */
const PARTIES = {
  app_purchaser: ['PURCHASER', '(select scope.administers())'],
  app_supervisor: ['SUPERVISOR', '(select scope.administers())'],
  app_mentoring: ['MENTORING_CENTRE', '(select scope.works())'],
  app_assessor: [
    'THIRD_PARTY',
    '(select scope.works()) and assessment_id = any ((select scope.assessment_ids())::uuid[])',
  ],
} as const;

const PARTY = `party text not null check (party in ('PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'))`;
const OF_ASSESSMENT = `
  foreign key (organisation_id, agreement_id, assessment_id)
    references core.assessment (organisation_id, agreement_id, id)`;

/** Midterm and final assessments: scores, findings with responses, and the reports they are based on. */
export class CreateAssessments1795910414000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createAssessment(runner);
    await this.createScore(runner);
    await this.createFinding(runner);
    await this.createBasis(runner);
    await this.refuseAfterClosing(runner);
    await this.createTie(runner);
    await this.createEnterAssessments(runner);
  }

  private async createAssessment(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment (${SCOPE_COLUMNS},
        id          uuid not null,
        kind        text not null check (kind in ('MIDTERM', 'FINAL')),
        from_day    date not null,
        to_day      date not null,
        assessor_id uuid not null references core.organisation,
        opened_at   timestamptz not null,
        opened_by   uuid not null,
        closed_at   timestamptz,
        closed_by   uuid,
        total       numeric(5, 2),
        grade       text check (grade in ('EXCELLENT', 'GOOD', 'QUALIFIED', 'UNQUALIFIED')),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        constraint assessment_once unique (organisation_id, agreement_id, kind),
        ${SCOPE_KEY},
        check (to_day >= from_day),
        check ((closed_at is null) = (grade is null) and (closed_at is null) = (total is null)
          and (closed_at is null) = (closed_by is null)),
        check (grade = case when total >= 90 then 'EXCELLENT' when total >= 80 then 'GOOD'
          when total >= 60 then 'QUALIFIED' else 'UNQUALIFIED' end)
      )`);
    await runner.query('create index on core.assessment (id)');
    await runner.query('create index on core.assessment (assessor_id)');
    await runner.query('create index on core.assessment (station_id, closed_at)');
    const { app_assessor: _, ...scoped } = READ_BY_ALL;
    const write = 'select, insert, update (closed_at, closed_by, total, grade)';
    await createTenantPolicies(runner, 'core.assessment', {
      ...scoped,
      app_supervisor: write,
      app_city: write,
    });
    // First by its own name, to determine the agreements of an assessor at the start of its transaction. After that it
    // sees all assessments of those agreements, and their findings.
    await runner.query(`
      create policy app_assessor on core.assessment for select to app_assessor
      using ((assessor_id = (select scope.organisation_id())
          or agreement_id = any ((select scope.agreement_ids())::uuid[])) and ${WITHIN_STATIONS})`);
    await runner.query('grant select on core.assessment to app_assessor');
    for (const role of ['app_supervisor', 'app_city']) {
      await runner.query(`
        create policy ${role}_opens on core.assessment as restrictive for insert to ${role}
        with check ((select scope.administers()) and closed_at is null)`);
      // A closed assessment cannot be updated.
      await runner.query(`
        create policy ${role}_closes on core.assessment as restrictive for update to ${role}
        using ((select scope.administers()) and closed_at is null) with check ((select scope.administers()))`);
    }
    await limitDays(runner, 'assessment', [dayWithin('from_day'), dayWithin('to_day')]);
  }

  private async createScore(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_score (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        ${PARTY},
        score     numeric(5, 2) not null check (score >= 0),
        scored_at timestamptz not null,
        scored_by uuid not null,
        primary key (organisation_id, assessment_id, party),
        ${OF_ASSESSMENT}, ${SCOPE_KEY},
        check (score <= case party
          when 'PURCHASER' then 20 when 'SUPERVISOR' then 10 when 'MENTORING_CENTRE' then 15 else 55 end)
      )`);
    await this.createPartyPolicies(runner, 'core.assessment_score', 'update (score, scored_at, scored_by)');
  }

  private async createFinding(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_finding (${SCOPE_COLUMNS},
        id            uuid not null,
        assessment_id uuid not null,
        ${PARTY},
        kind          text not null check (kind in ('STRENGTH', 'CONCERN')),
        text          text not null check (length(text) between 1 and 2000),
        added_at      timestamptz not null,
        added_by      uuid not null,
        state         text check (state in ('OPEN', 'ANSWERED', 'ACCEPTED', 'SENT_BACK')),
        response      text check (length(response) between 1 and 4000),
        responded_at  timestamptz,
        review        text check (length(review) between 1 and 2000),
        primary key (organisation_id, id),
        ${OF_ASSESSMENT}, ${SCOPE_KEY},
        check ((kind = 'CONCERN') = (state is not null)),
        check ((response is null) = (responded_at is null)),
        check (case when state is null or state = 'OPEN' then response is null else response is not null end),
        check (state <> 'SENT_BACK' or review is not null)
      )`);
    await runner.query('create index on core.assessment_finding (id)');
    await runner.query('create index on core.assessment_finding (organisation_id, assessment_id)');
    await this.createPartyPolicies(runner, 'core.assessment_finding', 'update (state, review)');
    for (const role of Object.keys(PARTIES)) {
      await runner.query(`
        create policy ${role}_judges on core.assessment_finding as restrictive for update to ${role}
        using ((select scope.works())) with check ((select scope.works()) and state in ('ACCEPTED', 'SENT_BACK'))`);
    }
    await runner.query(
      'grant update (state, response, responded_at) on core.assessment_finding to app_operator',
    );
    await runner.query(`
      create policy app_operator_answers on core.assessment_finding as restrictive for update to app_operator
      using ((select scope.manages()) and kind = 'CONCERN' and state <> 'ACCEPTED')
      with check ((select scope.manages()) and state = 'ANSWERED')`);
  }

  /** All read within their scope; a party writes only its own rows, enforced by policies. */
  private async createPartyPolicies(runner: QueryRunner, table: string, update: string): Promise<void> {
    const grants: Grants = { ...READ_BY_ALL };
    for (const role of Object.keys(PARTIES) as (keyof typeof PARTIES)[])
      grants[role] = `select, insert, ${update}`;
    await createTenantPolicies(runner, table, grants);
    for (const [role, [party, who]] of Object.entries(PARTIES)) {
      const own = `(${who} and party = '${party}')`;
      await runner.query(`
        create policy ${role}_adds_its_own on ${table} as restrictive for insert to ${role} with check ${own}`);
      await runner.query(`
        create policy ${role}_changes_its_own on ${table} as restrictive for update to ${role}
        using ${own} with check ${own}`);
    }
  }

  /** The reports that an assessment is based on, as of closing. */
  private async createBasis(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_basis (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        report        text not null check (report in ('COMPLETION', 'STAFFING', 'FUNDING')),
        position      integer not null,
        content       json not null,
        primary key (organisation_id, assessment_id, report, position),
        ${OF_ASSESSMENT}, ${SCOPE_KEY}
      )`);
    await createTenantPolicies(runner, 'core.assessment_basis', {
      ...READ_BY_ALL,
      app_supervisor: 'select, insert',
      app_city: 'select, insert',
    });
    await runner.query(`
      create policy administrator_keeps on core.assessment_basis as restrictive for insert to app_supervisor, app_city
      with check ((select scope.administers()))`);
  }

  /** Refuses scores, findings and basis reports of a closed assessment; concerns can still be answered. */
  private async refuseAfterClosing(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.refuse_after_closing() returns trigger language plpgsql as $$
      begin
        if exists (select from core.assessment a where a.organisation_id = new.organisation_id
                      and a.id = new.assessment_id and a.closed_at is not null) then
          raise exception 'the assessment is closed' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    for (const [table, when] of [
      ['assessment_score', 'insert or update'],
      ['assessment_finding', 'insert'],
      ['assessment_basis', 'insert'],
    ] as const) {
      await runner.query(`
        create trigger refuse_after_closing before ${when} on core.${table}
        for each row execute function core.refuse_after_closing()`);
    }
  }

  /** 回避: an assessor that must not assess an operator. Declared by either; visible to both and to the bureaus. */
  private async createTie(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.declared_tie (
        organisation_id uuid not null references core.organisation,
        assessor_id     uuid not null references core.organisation,
        reason          text not null check (length(reason) between 1 and 500),
        declared_at     timestamptz not null,
        declared_by     uuid not null,
        primary key (organisation_id, assessor_id)
      )`);
    await enableRowLevelSecurity(runner, 'core.declared_tie');
    const party = async (role: string, column: string): Promise<void> => {
      await runner.query(`
        create policy ${role} on core.declared_tie for all to ${role}
        using (${column} = (select scope.organisation_id()))
        with check (${column} = (select scope.organisation_id()) and (select scope.administers()))`);
      await runner.query(`grant select, insert on core.declared_tie to ${role}`);
    };
    await party('app_operator', 'organisation_id');
    await party('app_assessor', 'assessor_id');
    await runner.query(`
      create policy bureaus on core.declared_tie for select to app_supervisor, app_city
      using ((select scope.organisation_id()) is not null)`);
    await runner.query('grant select on core.declared_tie to app_supervisor, app_city');
  }

  /**
   * An assessor sees the agreements that it assesses and their stations, and nothing else; the names of their staff only
   * while its assessment is open. scope.enter calls this.
   */
  private async createEnterAssessments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function scope.enter_assessments() returns void language plpgsql as $$
      declare
        assigned record;
      begin
        set local app.open_agreement_ids = '';
        set local app.assessment_ids = '';
        set local app.assessed_stations = '';
        select pg_catalog.array_agg(distinct a.agreement_id)::text as agreements,
               pg_catalog.array_agg(distinct a.agreement_id) filter (where a.closed_at is null)::text as open_agreements,
               pg_catalog.array_agg(a.id)::text as assessments,
               pg_catalog.array_agg(distinct a.organisation_id::text || ' ' || a.station_id::text)::text as stations
          into assigned
          from core.assessment a where a.assessor_id = (select scope.organisation_id());
        execute pg_catalog.format('set local app.agreement_ids = %L', coalesce(assigned.agreements, ''));
        execute pg_catalog.format('set local app.open_agreement_ids = %L', coalesce(assigned.open_agreements, ''));
        execute pg_catalog.format('set local app.assessment_ids = %L', coalesce(assigned.assessments, ''));
        execute pg_catalog.format('set local app.assessed_stations = %L', coalesce(assigned.stations, ''));
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function scope.enter_assessments');
    await runner.query('drop table core.declared_tie, core.assessment_basis, core.assessment_finding');
    await runner.query('drop table core.assessment_score, core.assessment');
    await runner.query('drop function core.refuse_after_closing');
  }
}
